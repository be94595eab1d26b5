/** The speech as it is set on the page: lines and sentences from their places in the text, tasks numbered in reading order. Pure. */
import type { ReadDraft, Reading, ReadSentence, Task, Turns } from '../../api/types';
import { LIGHT_CLASSES, worstOf, type LightClass } from '../../words';

/** A sentence with what became of it. */
export interface Place {
  readonly id: string;
  readonly text: string;
  readonly tracked: boolean;
  /** Of the commitments that it led to, in the order of its drafts. */
  readonly tasks: readonly string[];
  /** Footnotes that follow it: a matter of several sentences is noted after the last one. */
  readonly notes: readonly { readonly number: number; readonly task: string }[];
  readonly drafts: readonly ReadDraft[];
  readonly sentence: ReadSentence | null;
}
export interface Line { readonly kind: 'title' | 'byline' | 'greeting' | 'heading' | 'text'; readonly level: number; readonly places: readonly Place[]; readonly runIn: boolean }
export interface Part { readonly index: number; readonly heading: string; readonly level: number; readonly lines: readonly Line[]; readonly characters: number }
export interface Laid {
  readonly parts: readonly Part[];
  /** As printed at the head of the text; null where the text begins with its first sentence. */
  readonly title: string | null;
  readonly byline: string | null;
  readonly places: ReadonlyMap<string, Place>;
  /** Those that can be chosen, in reading order. */
  readonly tracked: readonly Place[];
  readonly numbers: ReadonlyMap<string, number>;
}

const ENDS = /[。！？；：.!?;:]$/;
const BYLINE = /^[（(].*[）)]$/s;
const GREETING_LENGTH = 40;

const flat = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, '').trim();

/** @param tasks of this speech: those that no sentence leads to are set after the text, so that none is out of sight */
export const lay = (source: Reading, text: string, tasks: readonly Task[]): Laid => {
  const numbers = new Map<string, number>();
  const places = new Map<string, Place>();
  const known = new Set(tasks.map(({ id }) => id));
  const placeOf = (sentence: ReadSentence): Place => {
    const own = sentence.drafts.flatMap(({ commitment }) => (commitment !== null && known.has(commitment) ? [commitment] : []));
    const notes = sentence.drafts.flatMap(({ commitment, sentences }) => {
      if (commitment === null || !known.has(commitment) || sentences.at(-1) !== sentence.id) return [];
      const number = numbers.get(commitment) ?? numbers.size + 1;
      numbers.set(commitment, number);
      return [{ number, task: commitment }];
    });
    const place = { id: sentence.id, text: flat(sentence.text), tracked: sentence.tracked, tasks: own, notes, drafts: sentence.drafts, sentence };
    places.set(place.id, place);
    return place;
  };

  const headings = new Map(source.sections.map((section) => [section.index, section]));
  const parts: { index: number; heading: string; level: number; lines: { kind: Line['kind']; level: number; places: Place[]; runIn: boolean }[] }[] = [];
  let end = 0;
  let title: string | null = null;
  let byline: string | null = null;
  const present = source.sentences.filter(({ removed }) => !removed).sort((a, b) => a.order - b.order);
  for (const sentence of present) {
    const section = headings.get(sentence.section);
    const fresh = parts.at(-1)?.index !== sentence.section;
    if (fresh) parts.push({ index: sentence.section, heading: section?.heading ?? '', level: section?.level ?? 0, lines: [] });
    const lines = parts.at(-1)?.lines ?? [];
    const place = placeOf(sentence);
    if (fresh || text.slice(end, sentence.start).includes('\n')) lines.push({ kind: 'text', level: section?.level ?? 0, places: [], runIn: false });
    const line = lines.at(-1);
    line?.places.push(place);
    end = sentence.end;
  }
  parts.forEach((part, index) => part.lines.forEach((line, at) => {
    const words = line.places.map((place) => place.text).join('');
    const alone = line.places.length === 1 && !line.places.some(({ tracked }) => tracked);
    if (part.level > 0 && at === 0) {
      if (alone && !/[。！？；]$/.test(words)) line.kind = 'heading';
      else line.runIn = true;
    } else if (index === 0 && part.level === 0 && alone) {
      if (at === 0 && !ENDS.test(words)) {
        line.kind = 'title';
        title = words;
      } else if (at <= 2 && BYLINE.test(words)) {
        line.kind = 'byline';
        byline = words;
      } else if (words.endsWith('：') && words.length <= GREETING_LENGTH) line.kind = 'greeting';
    }
  }));

  // What a correction took out of the text, and what was registered for this speech without a sentence.
  const gone = source.sentences.filter(({ removed, drafts }) => removed && drafts.some(({ commitment }) => commitment !== null)).map(placeOf);
  const loose = tasks.filter(({ id }) => !numbers.has(id)).map((task): Place => {
    numbers.set(task.id, numbers.size + 1);
    const place = { id: `task-${task.id}`, text: task.title, tracked: true, tasks: [task.id], notes: [{ number: numbers.size, task: task.id }], drafts: [], sentence: null };
    places.set(place.id, place);
    return place;
  });
  if (gone.length + loose.length > 0) {
    const lineOf = (place: Place) => ({ kind: 'text' as const, level: 1, places: [place], runIn: false });
    parts.push({ index: -1, heading: '不在现行正文中的事项', level: 1, lines: [...gone, ...loose].map(lineOf) });
  }
  const laid = parts.map((part) => ({ ...part, characters: part.lines.reduce((sum, line) => sum + 12 + line.places.reduce((length, place) => length + place.text.length, 0), 0) }));
  return { parts: laid, title, byline, places, numbers, tracked: laid.flatMap(({ lines }) => lines.flatMap((line) => line.places.filter(({ tracked }) => tracked))) };
};

/** The light of each task in a week that is shown; null before it was registered. */
export const coloursIn = (tasks: readonly Task[], turns: Turns | undefined, week: number | null): ReadonlyMap<string, LightClass | null> => {
  if (week === null || turns === undefined) return new Map(tasks.map(({ id, light }) => [id, light.colour]));
  const rows = new Map(turns.items.map(({ commitment, colours }) => [commitment, colours]));
  return new Map(tasks.map(({ id }) => [id, rows.get(id)?.[week] ?? null]));
};

export interface Sieve { readonly lights: readonly LightClass[]; readonly unit: string; readonly kind: string }
export interface Mark {
  /** The worst of its tasks; null where there is none yet. */
  readonly colour: LightClass | null;
  /** The same among those of the chosen unit and kind; undefined where it has none of them. */
  readonly within: LightClass | null | undefined;
  readonly off: boolean;
}

const fits = (task: Task, { unit, kind }: Sieve): boolean =>
  (unit === '' || task.lead.unit === unit || task.coUnits.some((co) => co.unit === unit)) && (kind === '' || task.kind === kind);

export const marksOf = (tracked: readonly Place[], tasks: ReadonlyMap<string, Task>, colours: ReadonlyMap<string, LightClass | null>, sieve: Sieve): ReadonlyMap<string, Mark> => {
  const narrowed = sieve.unit !== '' || sieve.kind !== '';
  const worst = (ids: readonly string[]): LightClass | null => worstOf(ids.flatMap((id) => colours.get(id) ?? []));
  return new Map(tracked.map((place) => {
    const own = narrowed ? place.tasks.filter((id) => { const task = tasks.get(id); return task !== undefined && fits(task, sieve); }) : place.tasks;
    const within = narrowed && own.length === 0 ? undefined : worst(own);
    const off = within === undefined || (sieve.lights.length > 0 && (within === null || !sieve.lights.includes(within)));
    return [place.id, { colour: worst(place.tasks), within, off }];
  }));
};

export type Counts = Readonly<Record<LightClass, number>>;
export const countColours = (colours: Iterable<LightClass | null | undefined>): Counts => {
  const counts = Object.fromEntries(LIGHT_CLASSES.map((colour) => [colour, 0])) as Record<LightClass, number>;
  for (const colour of colours) if (colour) counts[colour] += 1;
  return counts;
};

/** 一、把准方向 → 一 and 把准方向 */
export const splitHeading = (heading: string): { readonly number: string; readonly words: string } => {
  const found = /^([一二三四五六七八九十百]+)、(.+)$/s.exec(heading);
  return found ? { number: found[1] ?? '', words: found[2] ?? '' } : { number: '', words: heading };
};
