/** 立项 over HTTP (design, section 5, "Birth"): insert, then start; a retry with the same key completes what a crash left. */
import { canonicalJson } from '../domain/ledger-chain';
import { fromTemplate, register, type Registration } from '../domain/register';
import type { Actor, Commitment, Rules } from '../domain/state';
import { ENDED_STATES } from '../domain/vocabulary';
import { birthChecks, bornDocument } from '../stores/births';
import type { CommitmentDocument } from '../stores/commitments';
import { isDuplicateKey } from '../stores/connection';
import type { StoredAnswer } from '../stores/idempotency';
import type { CommandInput } from '../workflows/commitment.messages';
import type { ApiDeps } from './deps';
import { commitmentIdOf } from './fields';
import { firstState } from './one';
import { withTemplate } from './templates';
import { invalidInput, Problem } from './problems';
import { commitmentView } from './views';

/** The client would go on trying for half a minute; a person waits for this answer. */
const START_TIMEOUT_MS = 5_000;

/** Starts the life, or finds it started. @throws the client's error where Temporal is away */
export const startLife = ({ temporal }: Pick<ApiDeps, 'temporal'>, state: Commitment, rules: Rules, reopening?: CommandInput): Promise<void> =>
  temporal.client.withDeadline(Date.now() + START_TIMEOUT_MS, () => temporal.startCommitment({ state, rules, ...(reopening ? { reopening } : {}) }));

/**
 * The key's record lives for a week and is freed by a 503, the commitment's id lives for ever: a key that comes back
 * with other contents must not be told that its commitment is registered.
 */
const assertSameDraft = async ({ stores }: ApiDeps, asked: Registration, existing: CommitmentDocument): Promise<void> => {
  const first = firstState(existing, existing.version === 0 ? [] : await stores.ledger.chain(existing._id));
  const rules = await stores.rules.forCommitment(first);
  // The office may have written its templates anew since.
  const drafts = asked.template === undefined ? [asked] : (await stores.defaults.versions('templates')).map(({ value }) => fromTemplate(asked, value));
  const same = drafts.some((draft) => !('path' in draft) && canonicalJson(first)
    === canonicalJson(register(draft, { id: first.id, at: first.registeredAt, clockShiftMs: first.clockShiftMs, wakeSpreadMs: first.wakeSpreadMs }, rules)));
  if (asked.pack !== first.pack.name || !same) throw new Problem('idempotencyKeyReused');
};

interface Born { readonly state: Commitment; readonly number: string | null; readonly rules: Rules; readonly names: ReadonlyMap<string, string> }

/** What an earlier request of this key has registered; null where there is none. */
const found = async (deps: ApiDeps, asked: Registration, id: string): Promise<Born | null> => {
  const { commitments, rules, organisation } = deps.stores;
  const existing = await commitments.get(id);
  if (!existing) return null;
  await assertSameDraft(deps, asked, existing);
  return { state: existing.state, number: existing.number, rules: await rules.forCommitment(existing.state), names: await organisation.unitNames() };
};

/** Inserted first and looked for only where it is there already: nearly every key is new. */
const insertOrFind = async (deps: ApiDeps, asked: Registration, id: string): Promise<Born> => {
  const { stores, clock, settings } = deps;
  const draft = await withTemplate(deps, asked);
  const at = clock.now();
  const checked = await (await birthChecks(stores))(draft, at);
  // What was right when it was registered may be late by now.
  if ('faults' in checked) {
    const existing = await found(deps, asked, id);
    if (existing) return existing;
    throw invalidInput(checked.faults);
  }
  const { rules, names } = checked;
  const spread = settings.YANXING_WAKE_SPREAD_MINUTES;
  const state = register(draft, { id, at, clockShiftMs: clock.offsetMs, ...(spread === undefined ? {} : { wakeSpreadMs: spread * 60_000 }) }, rules);
  try {
    await stores.commitments.insert(bornDocument(state, rules));
    return { state, number: null, rules, names };
  } catch (error) {
    const existing = isDuplicateKey(error) ? await found(deps, asked, id) : null;
    if (existing) return existing;
    throw error;
  }
};

/** @returns 201 with the view; both the document and the workflow are there then */
export const registerCommitment = async (deps: ApiDeps, asked: Registration, actor: Actor, key: string): Promise<StoredAnswer> => {
  const { state, number, rules, names } = await insertOrFind(deps, asked, commitmentIdOf(actor, key));
  if (!ENDED_STATES.includes(state.status)) await startLife(deps, state, rules);
  return { status: 201, body: commitmentView({ state, number, rules, names, at: deps.clock.now() }) };
};
