/** A text on its way in: read, refused or analysed, kept whole; and the corrected text of one that is there. */
import { createHash } from 'node:crypto';
import { NO_COVERAGE, type SourceRecord, type UsualFields } from '../domain/drafts';
import type { Organisation } from '../domain/organisation';
import type { Actor } from '../domain/state';
import { civilDateOf, type Instant } from '../domain/time';
import { reimport, type ReimportReport } from '../domain/reimport';
import { readDocument } from '../intake/read-document';
import { headingOf, rosterOf, type RecordContext, type Records } from '../speech/records';
import { isDuplicateKey } from '../stores/connection';
import type { SourceContent } from '../stores/sources';
import type { ApiDeps } from './deps';
import { sha256 } from './idempotency';
import { Problem } from './problems';
import { readText } from './reading';
import type { SourceAbout } from './source-fields';

/** Ledger lines that likenesses are looked for in. */
const OPEN_ITEMS = 20_000;

export interface Incoming {
  readonly text: string;
  readonly sha256: string;
  readonly file: SourceRecord['file'];
  readonly notes: readonly string[];
}

/** @throws Problem 422 with the reader's own reason; nothing of the content is repeated or kept */
export const readFile = async (bytes: Buffer, name: string): Promise<Incoming> => {
  const read = await readDocument(bytes, name);
  if (!read.ok) throw new Problem('sourceRefused', { detail: read.message, extra: { reason: read.code } });
  return {
    text: read.text, sha256: sha256(read.text), notes: read.notes,
    file: { name, sha256: read.sha256, encoding: read.encoding, format: read.format },
  };
};

/** Pasted text passes the same gate as a file; its title is looked at as a file's name would be. */
export const readPasted = async (text: string, title: string): Promise<Incoming> => ({ ...(await readFile(Buffer.from(text, 'utf8'), title)), file: null });

/** A post that the office has only one of is taken, and shown as taken by that rule. */
export const usualOf = async ({ stores }: Pick<ApiDeps, 'stores'>, posts: Organisation['posts']): Promise<UsualFields> => {
  const limits = (await stores.defaults.current('limits')).value;
  const pack = await stores.rules.packInUse(limits.pack);
  const only = (kind: 'registrar' | 'reviewer') => {
    const [one, ...others] = posts.filter((post) => post.kind === kind);
    return one && others.length === 0 ? { [kind]: { value: one.id, provenance: { kind: 'derived' as const, rule: 'organisation/only-post', words: one.name } } } : {};
  };
  return {
    ...(pack ? { pack: { value: pack.name, provenance: { kind: 'derived', rule: 'limits/usual-pack', words: pack.name } }, byClass: pack.classes.length > 0 } : {}), ...only('registrar'), ...only('reviewer'),
  };
};

const later = (a: string, b: string | null): string => (b !== null && b > a ? b : a);

export const contextOf = async (deps: Pick<ApiDeps, 'stores'>, about: Pick<SourceRecord, 'id' | 'kind' | 'urgency' | 'date'>, at: Instant): Promise<RecordContext> => {
  const { units, posts } = await deps.stores.organisation.offered(civilDateOf(at));
  const { defaults, sources } = deps.stores;
  const [usual, openItems, limits, templates] = await Promise.all([usualOf(deps, posts), sources.openTitles(OPEN_ITEMS), defaults.current('limits'), defaults.current('templates')]);
  return { source: about.id, kind: about.kind, urgency: about.urgency, from: later(civilDateOf(at), about.date), limits: limits.value, limitsVersion: limits.version, units, usual, openItems, templates: templates.value.map(({ name }) => name) };
};

const recordsIn = async (deps: Pick<ApiDeps, 'stores'>, text: string, about: Pick<SourceRecord, 'id' | 'kind' | 'urgency' | 'date'>, at: Instant): Promise<Records> => {
  const [calendar, context] = await Promise.all([deps.stores.rules.calendar(), contextOf(deps, about, at)]);
  return readText({ text, options: { date: about.date, calendar, roster: rosterOf(context.units), sourceKind: about.kind }, context });
};

const contentOf = (source: SourceRecord, text: string, records: Records): SourceContent =>
  ({ source: { ...source, sections: records.sections, coverage: records.coverage }, text, sentences: records.sentences, drafts: records.drafts });

export const sourceIdOf = (actor: Actor, key: string): string => `s${createHash('sha256').update(JSON.stringify([actor.person, key]), 'utf8').digest('hex').slice(0, 16)}`;

const sameSource = (had: SourceRecord, about: SourceAbout, incoming: Incoming): boolean =>
  had.sha256 === incoming.sha256 && had.title === about.title && had.kind === about.kind && had.date === about.date && had.speaker === about.speaker;

/** Keeps the text with what the analysis makes of it. @returns the source; found, where the same one is there. @throws Problem 409 where another one bears the id */
export const importSource = async (deps: ApiDeps, id: string, about: SourceAbout, incoming: Incoming, actor: Actor): Promise<{ source: SourceRecord; created: boolean }> => {
  const found = async (): Promise<{ source: SourceRecord; created: boolean } | null> => {
    const had = await deps.stores.sources.get(id);
    if (had && !sameSource(had, about, incoming)) throw new Problem('sourceExists');
    return had && { source: had, created: false };
  };
  const had = await found();
  if (had) return had;
  const at = deps.clock.now();
  const source: SourceRecord = {
    id, kind: about.kind, urgency: about.kind === 'instruction' ? (about.urgency ?? 'normal') : null, title: about.title, date: about.date, speaker: about.speaker,
    basis: about.basis, sha256: incoming.sha256, file: incoming.file, length: incoming.text.length, notes: incoming.notes, sections: [], coverage: NO_COVERAGE,
    importedAt: at, importedBy: actor, version: 1, revision: 1, supersedes: [], running: [], lastChange: null,
  };
  const content = contentOf(source, incoming.text, await recordsIn(deps, incoming.text, source, at));
  try {
    await deps.stores.sources.insert(content);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const other = await found();
    if (!other) throw error;
    return other;
  }
  return { source: content.source, created: true };
};

/** @throws Problem 412 where the version is another, 409 while a registration runs */
export const reimportSource = async (deps: ApiDeps, source: SourceRecord, incoming: Incoming, expected: number, actor: Actor): Promise<{ source: SourceRecord; report: ReimportReport | null }> => {
  if (source.version !== expected) throw stale(source, expected);
  if (source.running.length > 0) throw new Problem('registrationRunning');
  if (source.sha256 === incoming.sha256) return { source, report: null };
  const at = deps.clock.now();
  const { stores } = deps;
  const [text, sentences, drafts, fresh] = await Promise.all([
    stores.sources.text(source.id, source.revision), stores.sources.allSentences(source.id), stores.sources.allDrafts(source.id),
    recordsIn(deps, incoming.text, source, at),
  ]);
  const result = reimport({ text, sentences, drafts }, { text: incoming.text, sentences: fresh.sentences, drafts: fresh.drafts }, {
    by: actor, at, revision: source.revision, headingOf: (section) => headingOf(fresh.sections, section),
  });
  const next: SourceRecord = {
    ...source, sha256: incoming.sha256, file: incoming.file, length: incoming.text.length, notes: incoming.notes, sections: fresh.sections, coverage: result.coverage,
    version: source.version + 1, revision: source.revision + 1, lastChange: { by: actor, at },
    supersedes: [...source.supersedes, { revision: source.revision, sha256: source.sha256, until: at, by: actor }],
  };
  if (!(await stores.sources.revise({ source: next, text: incoming.text, sentences: result.sentences, drafts: result.drafts }, expected))) {
    const now = await stores.sources.get(source.id);
    throw now?.version === expected ? new Problem('registrationRunning') : stale(now ?? source, expected);
  }
  return { source: next, report: result.report };
};

/** Both versions, the one that was gone by and what stands now, and who made the latter. */
export const stale = (source: SourceRecord, given: number, current: Readonly<Record<string, unknown>> = {}): Problem =>
  new Problem('versionStale', {
    detail: `${source.lastChange === null ? '' : `${source.lastChange.by.name}刚改过，`}所依据的是第${given}版，现在是第${source.version}版`, headers: { ETag: `"${source.version}"` },
    extra: { givenVersion: given, currentVersion: source.version, lastChange: source.lastChange, current },
  });
