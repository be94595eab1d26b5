/** 立项 of chosen drafts: what still lacks something is told, the rest is bound and handed to the workflow. */
import { z } from 'zod';
import { registrationFrom } from '../domain/draft-registration';
import { LACK_NAMES, lacksOf, type DraftRecord, type SourceRecord } from '../domain/drafts';
import { faultWords } from '../domain/registration-fields';
import type { Actor } from '../domain/state';
import type { Instant } from '../domain/time';
import { birthChecks } from '../stores/births';
import { inTransaction, isDuplicateKey } from '../stores/connection';
import type { StoredAnswer } from '../stores/idempotency';
import type { RegistrationDocument } from '../stores/registrations';
import type { ApiDeps } from './deps';
import { sha256 } from './idempotency';
import { Problem, type InputFault } from './problems';
import { stale } from './source-import';
import { registrationView } from './source-views';

export const chosenSchema = z.strictObject({
  drafts: z.array(z.string().min(1).max(100)).min(1, '至少选择一项').max(5_000, '一次不超过5000项')
    .refine((ids) => new Set(ids).size === ids.length, { message: '编号重复' }),
});

/** The client would go on trying for half a minute; a person waits for this answer. */
const START_TIMEOUT_MS = 5_000;

interface Incomplete { readonly draft: string; readonly title: string | null; readonly lacks: readonly { code: string; name: string }[]; readonly faults: readonly InputFault[] }

const STATE_FAULTS: Readonly<Record<Exclude<DraftRecord['state']['kind'], 'open'>, string>> = {
  dropped: '已标为不跟踪', replaced: '已拆分或合并', registering: '正在立项', registered: '已经立项',
};

/** Each draft with what keeps it from being registered now; empty where all can be. */
const incomplete = async (deps: ApiDeps, source: SourceRecord, ids: readonly string[], drafts: readonly DraftRecord[], at: Instant): Promise<Incomplete[]> => {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const [check, templates] = await Promise.all([birthChecks(deps.stores), deps.stores.defaults.current('templates')]);
  const found: Incomplete[] = [];
  for (const id of ids) {
    const draft = byId.get(id);
    if (!draft) {
      found.push({ draft: id, title: null, lacks: [], faults: [{ path: 'draft', message: '没有这条拟立项事项', accepted: '该来文中的事项编号' }] });
      continue;
    }
    const one = await faultsOf(draft);
    if (one.lacks.length > 0 || one.faults.length > 0) found.push({ draft: id, title: draft.title.value, ...one });
  }
  return found;

  async function faultsOf(draft: DraftRecord): Promise<Pick<Incomplete, 'lacks' | 'faults'>> {
    if (draft.state.kind !== 'open') return { lacks: [], faults: [{ path: 'draft', message: STATE_FAULTS[draft.state.kind], accepted: '尚未立项的事项' }] };
    const lacks = lacksOf(draft).map((code) => ({ code, name: LACK_NAMES[code] }));
    if (lacks.length > 0) return { lacks, faults: [] };
    const read = registrationFrom(source, draft, templates.value);
    if ('faults' in read) return { lacks, faults: read.faults.map((fault) => ({ ...fault, accepted: fault.message })) };
    const checked = await check(read.registration, at);
    return { lacks, faults: 'faults' in checked ? [...checked.faults] : [] };
  }
};

const wordsOf = ({ lacks, faults }: Incomplete): string => [
  ...(lacks.length > 0 ? [`缺少${lacks.map(({ name }) => name).join('、')}`] : []),
  ...faults.map(faultWords),
].join('；');

const start = async ({ temporal }: ApiDeps, document: RegistrationDocument): Promise<void> => {
  const { _id: registration, source, drafts, at, clockShiftMs, wakeSpreadMs } = document;
  await temporal.client.withDeadline(Date.now() + START_TIMEOUT_MS, () => temporal.startRegistration({ registration, source, drafts, at, clockShiftMs, wakeSpreadMs }));
};

export const registrationIdOf = (actor: Actor, key: string): string => sha256(JSON.stringify([actor.person, key])).slice(0, 16);

/**
 * @param given the version that the caller goes by, where he named one
 * @returns 202; the drafts are bound and the workflow is started then. A retry with the same key completes what a crash left.
 * @throws Problem 412 where the source stands otherwise, 422 with what each draft lacks
 */
export const registerDrafts = async (deps: ApiDeps, id: string, drafts: readonly string[], actor: Actor, key: string, given: number | null): Promise<StoredAnswer> => {
  const { stores, clock, settings } = deps;
  const registration = registrationIdOf(actor, `${id} ${key}`);
  const begun = await stores.registrations.get(registration);
  if (begun) return resumed(deps, begun, drafts);
  const source = await stores.sources.get(id);
  if (!source) throw new Problem('notFound', { detail: `没有编号为“${id}”的来文` });
  if (given !== null && source.version !== given) throw stale(source, given);
  const at = clock.now();
  const open = await incomplete(deps, source, drafts, await stores.sources.drafts(id, drafts), at);
  if (open.length > 0) {
    throw new Problem('draftsIncomplete', {
      detail: `${drafts.length}项中有${open.length}项还不能立项`,
      errors: open.map((one) => ({ path: `drafts.${one.draft}`, message: wordsOf(one), accepted: '补全后再立项' })),
      extra: { drafts: open },
    });
  }
  const spread = settings.YANXING_WAKE_SPREAD_MINUTES;
  const document: RegistrationDocument = {
    _id: registration, source: id, drafts, total: drafts.length, done: 0, failed: [], state: 'running', by: actor, at, clockShiftMs: clock.offsetMs,
    wakeSpreadMs: spread === undefined ? null : spread * 60_000, endedAt: null,
  };
  try {
    await inTransaction(stores.connection, async (session) => {
      if (!(await stores.sources.bind(id, source.version, drafts, registration, drafts.length, { by: actor, at }, session))) throw stale(await stores.sources.get(id) ?? source, source.version);
      await stores.registrations.insert(document, session);
    });
  } catch (error) {
    const other = isDuplicateKey(error) ? await stores.registrations.get(registration) : null;
    if (!other) throw error;
    return resumed(deps, other, drafts);
  }
  await start(deps, document);
  return { status: 202, body: registrationView(document) };
};

const resumed = async (deps: ApiDeps, document: RegistrationDocument, drafts: readonly string[]): Promise<StoredAnswer> => {
  if (JSON.stringify(document.drafts) !== JSON.stringify(drafts)) throw new Problem('idempotencyKeyReused');
  if (document.state === 'running') await start(deps, document);
  return { status: 202, body: registrationView(document) };
};
