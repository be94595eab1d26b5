/** 立项 over HTTP (design, section 5, "Birth"): insert, then start; a retry with the same key completes what a crash left. */
import { canonicalJson } from '../domain/ledger-chain';
import { register, type Registration } from '../domain/register';
import type { Actor, Commitment, Rules } from '../domain/state';
import type { Instant } from '../domain/time';
import { ENDED_STATES } from '../domain/vocabulary';
import { birthChecks, bornDocument } from '../stores/births';
import type { CommitmentDocument } from '../stores/commitments';
import { isDuplicateKey } from '../stores/connection';
import type { StoredAnswer } from '../stores/idempotency';
import type { CommandInput } from '../workflows/commitment.messages';
import type { ApiDeps } from './deps';
import { commitmentIdOf } from './fields';
import { firstState } from './one';
import { fromTemplate } from './templates';
import { invalidInput, Problem } from './problems';
import { commitmentView } from './views';

/** The client would go on trying for half a minute; a person waits for this answer. */
const START_TIMEOUT_MS = 5_000;

/** Starts the life, or finds it started. @throws the client's error where Temporal is away */
export const startLife = ({ temporal }: Pick<ApiDeps, 'temporal'>, state: Commitment, rules: Rules, reopening?: CommandInput): Promise<void> =>
  temporal.client.withDeadline(Date.now() + START_TIMEOUT_MS, () => temporal.startCommitment({ state, rules, ...(reopening ? { reopening } : {}) }));

const checkAgainstStores = async ({ stores }: ApiDeps, draft: Registration, at: Instant): Promise<Rules> => {
  const checked = await (await birthChecks(stores))(draft, at);
  if ('faults' in checked) throw invalidInput(checked.faults);
  return checked.rules;
};

/**
 * The key's record lives for a week and is freed by a 503, the commitment's id lives for ever: a key that comes back
 * with other contents must not be told that its commitment is registered.
 */
const assertSameDraft = async ({ stores }: ApiDeps, draft: Registration, existing: CommitmentDocument): Promise<void> => {
  const first = firstState(existing, existing.version === 0 ? [] : await stores.ledger.chain(existing._id));
  const again = register(
    draft, { id: first.id, at: first.registeredAt, clockShiftMs: first.clockShiftMs, wakeSpreadMs: first.wakeSpreadMs }, await stores.rules.forCommitment(first),
  );
  if (draft.pack !== first.pack.name || canonicalJson(again) !== canonicalJson(first)) throw new Problem('idempotencyKeyReused');
};

const insertOrFind = async (deps: ApiDeps, draft: Registration, id: string): Promise<CommitmentDocument> => {
  const { stores, clock, settings } = deps;
  const existing = await stores.commitments.get(id);
  if (existing) {
    await assertSameDraft(deps, draft, existing);
    return existing;
  }
  const at = clock.now();
  const rules = await checkAgainstStores(deps, draft, at);
  const spread = settings.YANXING_WAKE_SPREAD_MINUTES;
  const document = bornDocument(register(draft, {
    id, at, clockShiftMs: clock.offsetMs, ...(spread === undefined ? {} : { wakeSpreadMs: spread * 60_000 }),
  }, rules), rules);
  try {
    await stores.commitments.insert(document);
    return document;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return insertOrFind(deps, draft, id);
  }
};

/** @returns 201 with the view; both the document and the workflow are there then */
export const registerCommitment = async (deps: ApiDeps, asked: Registration, actor: Actor, key: string): Promise<StoredAnswer> => {
  const draft = fromTemplate(asked);
  const { state, number } = await insertOrFind(deps, draft, commitmentIdOf(actor, key));
  const [rules, names] = await Promise.all([deps.stores.rules.forCommitment(state), deps.stores.organisation.unitNames()]);
  if (!ENDED_STATES.includes(state.status)) await startLife(deps, state, rules);
  return { status: 201, body: commitmentView({ state, number, rules, names, at: deps.clock.now() }) };
};
