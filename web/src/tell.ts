/** What has just been done, said once, and undone where that is possible; and the question before what cannot be undone. */
import { reactive, shallowRef } from 'vue';

export interface Said { readonly id: number; readonly text: string; readonly undo: (() => Promise<void> | void) | null }

const STAYS_MS = 8_000;
export const said = reactive<Said[]>([]);
let count = 0;

export const unsay = (id: number): void => {
  const index = said.findIndex((one) => one.id === id);
  if (index >= 0) said.splice(index, 1);
};

/** `undo` gets a button that stays as long as the words do. */
export const tell = (text: string, undo: (() => Promise<void> | void) | null = null): void => {
  count += 1;
  const id = count;
  said.splice(0, Math.max(0, said.length - 2));
  said.push({ id, text, undo });
  setTimeout(() => unsay(id), STAYS_MS);
};

export interface Question {
  readonly title: string;
  /** What happens, and what cannot be undone. */
  readonly text: string;
  /** The button repeats the verb. */
  readonly verb: string;
}
export const question = shallowRef<(Question & { answer: (yes: boolean) => void }) | null>(null);

/** @returns whether the person went ahead */
export const confirm = (asked: Question): Promise<boolean> => new Promise((resolve) => {
  question.value = { ...asked, answer: (yes) => { question.value = null; resolve(yes); } };
});
