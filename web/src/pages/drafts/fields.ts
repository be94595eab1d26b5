/** A draft's fields as the desk shows and asks for them. */
import { get } from '../../api/http';
import { organisation } from '../../api/known';
import type { Draft, Held, Organisation, Provenance } from '../../api/types';
import { dateWithWeekday, dateOf, dateWords, KIND_WORDS, listed } from '../../words';

export type FieldName = 'lead' | 'coUnits' | 'due' | 'reviewDate' | 'acceptance' | 'sponsor' | 'pack' | 'reviewer' | 'registrar' | 'dispatchOn';
export interface FieldSpec {
  readonly name: FieldName;
  readonly title: string;
  readonly type: 'unit' | 'units' | 'date' | 'lines' | 'post' | 'pack';
  /** Code of the lack that it mends. */
  readonly lack?: string;
  /** Shown only where it is filled in or being edited. */
  readonly quiet?: true;
}
export const FIELDS: readonly FieldSpec[] = [
  { name: 'lead', title: '牵头单位', type: 'unit', lack: 'lead' },
  { name: 'coUnits', title: '配合单位', type: 'units', quiet: true },
  { name: 'due', title: '办结期限', type: 'date', lack: 'dueOrReview' },
  { name: 'reviewDate', title: '复核日期', type: 'date', lack: 'dueOrReview' },
  { name: 'acceptance', title: '验收标准', type: 'lines', lack: 'acceptance' },
  { name: 'sponsor', title: '分管领导', type: 'post', lack: 'sponsor' },
  { name: 'pack', title: '规则', type: 'pack', lack: 'policyPack' },
  { name: 'reviewer', title: '审核岗位', type: 'post', quiet: true },
  { name: 'registrar', title: '立项岗位', type: 'post', quiet: true },
  { name: 'dispatchOn', title: '交办日期', type: 'date', quiet: true },
];

export interface Names { readonly units: ReadonlyMap<string, string>; readonly posts: ReadonlyMap<string, string>; readonly packs: readonly string[] }
export const NO_NAMES: Names = { units: new Map(), posts: new Map(), packs: [] };
export const namesOf = ({ units, posts, packs }: Organisation): Names =>
  ({ units: new Map(units.map(({ id, name }) => [id, name])), posts: new Map(posts.map(({ id, name }) => [id, name])), packs });
export const readNames = async (): Promise<Names> => namesOf(await organisation());

export const valueWords = (value: unknown, names: Names): string => {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return listed(value.map((one) => names.units.get(String(one)) ?? String(one)));
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dateWithWeekday(text);
  return names.units.get(text) ?? names.posts.get(text) ?? text;
};

const BASIS: Readonly<Record<string, (words: string) => string>> = {
  'roster/name': (words) => `单位名录：“${words}”`,
  'organisation/only-post': () => '只有这一个岗位',
  'limits/usual-pack': () => '本单位默认规则',
};
/** Where a value comes from, in the field's words. @param text of the whole source */
export const basisOf = (provenance: Provenance, text: string): string => {
  switch (provenance.kind) {
    case 'explicit': {
      const said = text.slice(provenance.start, provenance.end);
      return `“${said.length > 24 ? `${said.slice(0, 22)}……` : said}”`;
    }
    case 'derived': return BASIS[provenance.rule]?.(provenance.words) ?? (provenance.words === '' ? '按规则推定' : provenance.words);
    case 'assigned': return `${provenance.by.name}，${dateWords(dateOf(provenance.at))}`;
  }
};

export const heldOf = (draft: Draft, name: FieldName): Held<unknown> | null => draft[name];
/** What a correction by hand would change, in words for telling and undoing. */
export const saidOf = (title: string, value: unknown, names: Names): string => (value === null ? `已取消${title}` : `${title}已定为${valueWords(value, names)}`);
export const kindWords = (draft: Draft): string => KIND_WORDS[draft.kind.value] ?? draft.kind.value;
export const measureWords = ({ value, unit, words }: { value: string | null; unit: string; words: string }): string => (value === null ? `＊${unit}，原文未公开` : words);

/** How far a registration is; read again while it runs. */
export interface Progress { readonly id: string; readonly state: 'running' | 'completed'; readonly total: number; readonly done: number; readonly failed: readonly { readonly draft: string; readonly reason: string }[] }
export const readProgress = (source: string, registration: string): Promise<Progress> => get<Progress>(`/api/sources/${source}/registrations/${registration}`);
