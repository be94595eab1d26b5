/** A draft's fields as the desk, and the page of a matter without a text, show and ask for them. */
import { get } from '../../api/http';
import { organisation } from '../../api/known';
import type { Draft, Held, Provenance, RegistrationForm } from '../../api/types';
import { clockOf, dateWithWeekday, dateOf, dateWords, KIND_WORDS, listed, momentWords } from '../../words';

export type FieldName = RegistrationForm['fields'][number]['name'];
export type Fields = { [N in FieldName]?: NonNullable<Draft[N]>['value'] | null };
export type AskedMeasure = NonNullable<Draft['measures']>['value'][number];
export type PlanPoint = NonNullable<Draft['plan']>['value'][number];
export type Rhythm = NonNullable<Draft['rhythm']>['value'];
/** What decides whether a field is asked for. */
export interface About { readonly kind: string; readonly pack: string | null; readonly due: string | null; readonly dispatchOn: string | null }
export interface FieldSpec {
  readonly name: FieldName;
  readonly type: 'unit' | 'units' | 'date' | 'lines' | 'post' | 'pack' | 'class' | 'moment' | 'rhythm' | 'measures' | 'template' | 'plan';
  /** Code of the lack that it mends. */
  readonly lack?: string;
  /** Shown only where it is filled in or being edited. */
  readonly quiet?: true;
  readonly when?: (about: About, names: Names) => boolean;
}
const packOf = ({ pack }: About, { packs }: Names): RegistrationForm['packs'][number] | undefined => packs.find(({ name }) => name === pack);
const lasts = ({ kind }: About, { kinds }: Names): boolean => kinds.find((one) => one.kind === kind)?.rhythm === true;
export const classesOf = (about: About, names: Names): RegistrationForm['packs'][number]['classes'] => packOf(about, names)?.classes ?? [];
export const FIELDS: readonly FieldSpec[] = [
  { name: 'lead', type: 'unit', lack: 'lead' },
  { name: 'coUnits', type: 'units', quiet: true },
  { name: 'due', type: 'date', lack: 'dueOrReview' },
  { name: 'reviewDate', type: 'date', lack: 'dueOrReview' },
  { name: 'rhythm', type: 'rhythm', quiet: true, when: lasts },
  { name: 'acceptance', type: 'lines', lack: 'acceptance' },
  { name: 'measures', type: 'measures', quiet: true },
  { name: 'sponsor', type: 'post', lack: 'sponsor' },
  { name: 'pack', type: 'pack', lack: 'policyPack' },
  { name: 'matterClass', type: 'class', lack: 'matterClass', when: (about, names) => classesOf(about, names).length > 0 },
  { name: 'arrivedAt', type: 'moment', quiet: true, when: (about, names) => packOf(about, names)?.arrival === true },
  { name: 'template', type: 'template', quiet: true, when: (about, names) => !lasts(about, names) },
  { name: 'plan', type: 'plan', quiet: true, when: (about, names) => !lasts(about, names) },
  { name: 'reviewer', type: 'post', quiet: true },
  { name: 'registrar', type: 'post', quiet: true },
  { name: 'dispatchOn', type: 'date', quiet: true },
];

export interface Names extends Omit<RegistrationForm, 'fields'> { readonly units: ReadonlyMap<string, string>; readonly posts: ReadonlyMap<string, string>; readonly titles: ReadonlyMap<string, string> }
export const readNames = async (): Promise<Names> => {
  const [{ units, posts }, { fields, ...form }] = await Promise.all([organisation(), get<RegistrationForm>('/api/registration-form')]);
  return {
    ...form, units: new Map(units.map(({ id, name }) => [id, name])), posts: new Map(posts.map(({ id, name }) => [id, name])), titles: new Map(fields.map(({ name, title }) => [name, title])),
  };
};
export const titleOf = (name: FieldName, { titles }: Names): string => titles.get(name) ?? '';

const figure = (value: number | null, unit: string): string => (value === null ? '待定' : `${value}${unit}`);
const measureLine = ({ name, unit, target, baseline, stretch, denominator, direction }: AskedMeasure): string =>
  `${name}：目标${figure(target, unit)}${baseline === null ? '' : `，基数${figure(baseline, unit)}`}${stretch === null ? '' : `，力争${figure(stretch, unit)}`}${direction === 'down' ? '，越低越好' : ''}${denominator === null ? '' : `，分母为${denominator}`}`;
/** A value in lines, as people read it. */
export const linesOf = (name: FieldName, value: unknown, about: About, names: Names): string[] => {
  if (value === null || value === undefined) return [];
  switch (name) {
    case 'acceptance': return value as string[];
    case 'coUnits': return [listed((value as string[]).map((one) => names.units.get(one) ?? one))];
    case 'due': case 'reviewDate': case 'dispatchOn': return [dateWithWeekday(value as string)];
    case 'arrivedAt': return [momentWords(value as string)];
    case 'matterClass': return [classesOf(about, names).find(({ code }) => code === value)?.name ?? String(value)];
    case 'rhythm': {
      const { every, days } = value as Rhythm;
      return [days === null ? names.rhythms.find(({ code }) => code === every)?.name ?? every : `每${days}天`];
    }
    case 'measures': return (value as AskedMeasure[]).map(measureLine);
    case 'plan': return (value as PlanPoint[]).map(({ date, percent }) => `${dateWords(date)}前${percent}%`);
    default: return [names.units.get(value as string) ?? names.posts.get(value as string) ?? (value as string)];
  }
};
/** Of an instant, as a field of day and hour takes it; both at the office's fixed offset. */
export const localOf = (instant: string): string => `${dateOf(instant)}T${clockOf(instant)}`;
export const instantOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString();

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
export const aboutOf = (draft: Draft): About => ({ kind: draft.kind.value, pack: draft.pack?.value ?? null, due: draft.due?.value ?? null, dispatchOn: draft.dispatchOn?.value ?? null });
/** What a correction by hand would change, in words for telling and undoing. */
export const saidOf = (name: FieldName, value: unknown, about: About, names: Names): string =>
  (value === null ? `已取消${titleOf(name, names)}` : `${titleOf(name, names)}已定为${linesOf(name, value, about, names).join('；')}`);
export const kindWords = (draft: Draft): string => KIND_WORDS[draft.kind.value] ?? draft.kind.value;
export const measureWords = ({ value, unit, words }: { value: string | null; unit: string; words: string }): string => (value === null ? `＊${unit}，原文未公开` : words);

/** How far a registration is; read again while it runs. */
export interface Progress { readonly id: string; readonly state: 'running' | 'completed'; readonly total: number; readonly done: number; readonly failed: readonly { readonly draft: string; readonly reason: string }[] }
export const readProgress = (source: string, registration: string): Promise<Progress> => get<Progress>(`/api/sources/${source}/registrations/${registration}`);
