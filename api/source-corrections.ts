/** One correction by hand: checked against the organisation, decided by the rules, written where the version still holds. */
import { correct, isCorrectionRefusal, namedBy, undo, type Corrected, type Correction, type Part } from '../domain/corrections';
import { NOTHING_SAID, type Said, type SourceRecord, type Span } from '../domain/drafts';
import { unitFault } from '../domain/organisation';
import type { Actor } from '../domain/state';
import { civilDateOf } from '../domain/time';
import { analyse } from '../speech';
import { headingOf, rosterOf, saidOf } from '../speech/records';
import { proposedOf } from '../speech/propose';
import { titleOf } from '../speech/title';
import type { StoredAnswer } from '../stores/idempotency';
import type { Changing } from '../stores/sources';
import type { ApiDeps } from './deps';
import { invalidInput, Problem, type InputFault } from './problems';
import { contextOf, stale } from './source-import';
import { draftView, sentenceView, sourceView } from './source-views';

const checkNames = async ({ stores, clock }: ApiDeps, correction: Correction, templates: readonly string[]): Promise<void> => {
  if (correction.type !== 'assign') return;
  const { fields } = correction;
  const today = civilDateOf(clock.now());
  const [{ unitsById }, { posts }, packs] = await Promise.all([stores.organisation.directory(), stores.organisation.offered(today), stores.rules.packNames()]);
  const faults: InputFault[] = [];
  const unit = (path: string, id: string): void => {
    const fault = unitFault(unitsById.get(id), id, today);
    if (fault !== null) faults.push({ path, ...fault });
  };
  if (fields.lead) unit('fields.lead', fields.lead);
  (fields.coUnits ?? []).forEach((id, index) => unit(`fields.coUnits.${index}`, id));
  for (const kind of ['sponsor', 'registrar', 'reviewer'] as const) {
    const id = fields[kind];
    if (id && !posts.some((post) => post.id === id && post.kind === kind)) {
      faults.push({ path: `fields.${kind}`, message: `没有编号为“${id}”的岗位`, accepted: posts.filter((post) => post.kind === kind).map((post) => post.id).join('、') });
    }
  }
  if (fields.template && !templates.includes(fields.template)) faults.push({ path: 'fields.template', message: `没有名为“${fields.template}”的模板`, accepted: templates.join('、') });
  if (fields.pack && !packs.includes(fields.pack)) faults.push({ path: 'fields.pack', message: `没有名为“${fields.pack}”的规则`, accepted: packs.join('、') });
  if (faults.length > 0) throw invalidInput(faults);
};

/** Of the packs that the drafts have or are given, as they are in use now. */
const classesIn = async ({ stores }: ApiDeps, part: Part, correction: Correction): Promise<(pack: string) => readonly string[]> => {
  if (correction.type !== 'assign') return () => [];
  const names = new Set([correction.fields.pack, ...part.drafts.map(({ pack }) => pack?.value)].filter((name) => typeof name === 'string'));
  const found = new Map(await Promise.all([...names].map(async (name) => [name, (await stores.rules.packInUse(name))?.classes.map(({ code }) => code) ?? []] as const)));
  return (pack) => found.get(pack) ?? [];
};

/** What the analysis reads in a stretch by itself, where that makes one matter; words of two matters are nobody's. */
const reader = async ({ stores, clock }: ApiDeps, source: SourceRecord, text: string): Promise<(span: Span) => Said> => {
  const [calendar, { units }] = await Promise.all([stores.rules.calendar(), stores.organisation.offered(civilDateOf(clock.now()))]);
  return ({ start, end }) => {
    const { drafts } = analyse(text.slice(start, end), { date: source.date, calendar, roster: rosterOf(units), sourceKind: source.kind });
    const [one, ...others] = drafts;
    if (!one || others.length > 0) return NOTHING_SAID;
    return shifted(saidOf(one), start);
  };
};

const shifted = (said: Said, by: number): Said => JSON.parse(JSON.stringify(said), (_key, value: unknown) =>
  (typeof value === 'object' && value !== null && 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number'
    ? { ...value, start: value.start + by, end: value.end + by } : value)) as Said;

const NEEDS_TEXT: readonly Correction['type'][] = ['split', 'merge', 'add'];

/** @throws Problem 412 with what stands now where the version is another, 422 with the rules' refusal */
export const correctSource = async (deps: ApiDeps, source: SourceRecord, correction: Correction, expected: number, actor: Actor): Promise<StoredAnswer> => {
  const { stores, clock } = deps;
  const part = await stores.sources.part(source.id, namedBy(correction));
  const shown = (from: typeof part) => ({ sentences: from.sentences.map((sentence) => sentenceView(sentence, from.drafts, new Map())) });
  if (source.version !== expected) throw stale(source, expected, shown(part));
  const templates = (await stores.defaults.current('templates')).value.map(({ name }) => name);
  await checkNames(deps, correction, templates);
  const text = NEEDS_TEXT.includes(correction.type) ? await stores.sources.text(source.id, source.revision) : '';
  const at = clock.now();
  const context = correction.type === 'add' ? await contextOf(deps, source, at) : null;
  const result = correct(part, correction, {
    by: actor, at, version: source.version, source: source.id, text, titleOf,
    read: correction.type === 'add' ? await reader(deps, source, text) : () => NOTHING_SAID,
    headingOf: (section) => headingOf(source.sections, section), usual: context?.usual ?? {},
    proposed: (draft) => proposedOf(draft, templates), classesOf: await classesIn(deps, part, correction),
  });
  if (isCorrectionRefusal(result)) throw new Problem('correctionRefused', { detail: result.text, hint: result.hint, extra: { reason: result.refused } });
  const written = await write(deps, source, part, result, { by: actor, at });
  if (written) return written;
  const [now, there] = await Promise.all([stores.sources.get(source.id), stores.sources.part(source.id, namedBy(correction))]);
  throw stale(now ?? source, expected, shown(there));
};

const touched = (records: Part, { drafts, sentences }: Part): { drafts: Part['drafts'][number][]; sentences: Part['sentences'][number][] } => ({
  drafts: records.drafts.filter(({ id }) => drafts.some((draft) => draft.id === id)), sentences: records.sentences.filter(({ id }) => sentences.some((one) => one.id === id)),
});

/** @returns null where somebody was faster */
const write = async ({ stores }: ApiDeps, source: SourceRecord, part: Part, result: Corrected, changing: Changing): Promise<StoredAnswer | null> => {
  const changed = { sentences: [...result.sentences], drafts: [...result.drafts] };
  if (!(await stores.sources.change(source.id, source.version, changed, result.coverageChange, changing, touched(part, result)))) return null;
  const [now, after] = await Promise.all([
    stores.sources.get(source.id), stores.sources.part(source.id, { drafts: result.drafts.map((draft) => draft.id), sentences: result.sentences.map((s) => s.id), span: null }),
  ]);
  const { version, coverage } = sourceView(now ?? source);
  const sentences = after.sentences.map((sentence) => sentenceView(sentence, after.drafts, new Map()));
  return { status: 200, body: { version, coverage, sentences, drafts: result.drafts.map((draft) => draftView(draft, new Map())) } };
};

/**
 * Takes back the correction that made `version`; what others corrected elsewhere in the source meanwhile stands.
 * @throws Problem 404 where there is none or it is too long ago, 422 where its own records were changed since
 */
export const undoCorrection = async (deps: ApiDeps, source: SourceRecord, version: number, actor: Actor): Promise<StoredAnswer> => {
  const { stores, clock } = deps;
  const made = await stores.sources.made(source.id, version);
  if (!made) throw new Problem('notFound', { detail: '没有这次修改，或已过了可以撤销的一天' });
  const part = await stores.sources.part(source.id, { drafts: made.after.drafts.map(({ id }) => id), sentences: made.after.sentences.map(({ id }) => id), span: null });
  const changing = { by: actor, at: clock.now() };
  const result = undo(part, made, changing);
  if (isCorrectionRefusal(result)) throw new Problem('correctionRefused', { detail: result.text, hint: result.hint, extra: { reason: result.refused } });
  const written = await write(deps, source, part, result, changing);
  if (!written) throw stale((await stores.sources.get(source.id)) ?? source, source.version);
  return written;
};
