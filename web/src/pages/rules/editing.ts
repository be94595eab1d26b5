/** A pack being edited: a copy of its JSON, read and written by path. */
import type { InjectionKey } from 'vue';
import type { Answer } from '../../api/types';

export type PackField = Answer<'/api/policies/form'>['fields'][number];
export type Json = Record<string, unknown>;

export interface Editing {
  at(path: string): unknown;
  put(path: string, value: unknown): void;
  remove(list: string, index: number): void;
  /** Fields that stand directly in the one of that path. */
  inside(path: string): readonly PackField[];
  /** What the last check found wrong there, in words. */
  faultAt(path: string): string | undefined;
  /** What a clock of that code is called in this pack. */
  nameOf(code: string): string;
}
export const editing: InjectionKey<Editing> = Symbol('editing');

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null;
export const valueAt = (pack: Json, path: string): unknown => path.split('.').reduce<unknown>((at, key) => (isJson(at) ? at[key] : undefined), pack);
export const putAt = (pack: Json, path: string, value: unknown): void => {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<unknown>((at, key) => (isJson(at) ? at[key] : undefined), pack);
  if (isJson(holder)) holder[last] = value;
};

/** A list's element is gone: what was to be confirmed of it goes too, and later ones move up. */
export const withoutElement = (suggested: readonly string[], list: string, index: number): string[] => suggested.flatMap((path) => {
  if (!path.startsWith(`${list}.`)) return [path];
  const [place = '', ...rest] = path.slice(list.length + 1).split('.');
  return Number(place) === index ? [] : Number(place) > index ? [[list, Number(place) - 1, ...rest].join('.')] : [path];
});
