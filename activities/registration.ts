/** Births by the batch: each draft's commitment is inserted, started, and only then marked. Repeated, it finds what it had done. */
import { createHash } from 'node:crypto';
import { registrationFrom } from '../domain/draft-registration';
import type { DraftRecord, SourceRecord } from '../domain/drafts';
import { register, type Registration } from '../domain/register';
import { faultWords } from '../domain/registration-fields';
import type { Commitment, Rules } from '../domain/state';
import type { Template } from '../domain/templates';
import type { Instant } from '../domain/time';
import { ENDED_STATES } from '../domain/vocabulary';
import type { Stores } from '../stores';
import { birthChecks, bornDocument, type BirthCheck } from '../stores/births';
import { inTransaction, isDuplicateKey } from '../stores/connection';
import type { FailedDraft } from '../stores/registrations';
import type { TemporalGateway } from '../workflows/client';
import { faultPoint } from './fault-points';
import { heartbeating } from './mail/deps';

export interface RegistrationDeps {
  readonly stores: Stores;
  readonly temporal: Pick<TemporalGateway, 'startCommitment'>;
}

export interface RegisterDrafts {
  readonly registration: string;
  readonly source: string;
  readonly drafts: readonly string[];
  readonly asOf: Instant;
  readonly clockShiftMs: number;
  readonly wakeSpreadMs: number | null;
}
export interface RegisteredDrafts { readonly done: number; readonly failed: readonly FailedDraft[] }

/** One draft always becomes the same commitment, however often and by whomever it is registered. */
export const draftCommitmentId = (source: string, draft: string): string =>
  `c${createHash('sha256').update(JSON.stringify([source, draft]), 'utf8').digest('hex').slice(0, 16)}`;

interface Checks { readonly check: (draft: Registration, at: Instant) => Promise<BirthCheck>; readonly templates: readonly Template[] }
type Birth = { readonly draft: string; readonly commitment: string } | FailedDraft;
const isFailed = (birth: Birth): birth is FailedDraft => 'reason' in birth;

/** Starts under way at once: one Temporal server takes some hundred a second. */
const AT_ONCE = 5;

export const createRegistrationActivities = ({ stores, temporal }: RegistrationDeps) => {
  /** Inserts, or finds inserted. @returns the state and its rules, or why it cannot be */
  const bornOf = async (source: SourceRecord, draft: DraftRecord, input: RegisterDrafts, { check, templates }: Checks): Promise<{ state: Commitment; rules: Rules } | { reason: string }> => {
    const id = draftCommitmentId(source.id, draft.id);
    const existing = await stores.commitments.get(id);
    if (existing) return { state: existing.state, rules: await stores.rules.forCommitment(existing.state) };
    const read = registrationFrom(source, draft, templates);
    if ('faults' in read) return { reason: read.faults.map(faultWords).join('；') };
    const checked = await check(read.registration, input.asOf);
    if ('faults' in checked) return { reason: checked.faults.map(faultWords).join('；') };
    const { rules } = checked;
    const { asOf: at, clockShiftMs, wakeSpreadMs } = input;
    const state = register(read.registration, { id, at, clockShiftMs, ...(wakeSpreadMs === null ? {} : { wakeSpreadMs }) }, rules);
    try {
      await stores.commitments.insert(bornDocument(state, rules));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return bornOf(source, draft, input, { check, templates });
    }
    return { state, rules };
  };

  return {
    /** @throws Error (retryable) where an engine is away; what a rule refuses is in `failed` */
    registerDrafts: (input: RegisterDrafts): Promise<RegisteredDrafts> => heartbeating(() => batchOf(input)),

    async endRegistration({ registration, source, asOf }: Pick<RegisterDrafts, 'registration' | 'source' | 'asOf'>): Promise<void> {
      await inTransaction(stores.connection, async (session) => {
        await stores.registrations.complete(registration, asOf, session);
        await stores.sources.ended(source, registration, session);
      });
    },
  };

  async function batchOf(input: RegisterDrafts): Promise<RegisteredDrafts> {
    const [source, drafts, check, templates] = await Promise.all([stores.sources.get(input.source), stores.sources.drafts(input.source, input.drafts), birthChecks(stores), stores.defaults.current('templates')]);
    if (!source) throw new Error(`no source ${input.source}`);
    const birthOf = async (draft: DraftRecord): Promise<Birth> => {
      const born = await bornOf(source, draft, input, { check, templates: templates.value });
      if ('reason' in born) return { draft: draft.id, reason: born.reason };
      if (!ENDED_STATES.includes(born.state.status)) await temporal.startCommitment(born);
      faultPoint('duringRegistration');
      return { draft: draft.id, commitment: born.state.id };
    };
    const mine = drafts.filter(({ state }) => 'registration' in state && state.registration === input.registration);
    const open = mine.filter(({ state }) => state.kind === 'registering');
    const births: Birth[] = [];
    for (let from = 0; from < open.length; from += AT_ONCE) births.push(...await Promise.all(open.slice(from, from + AT_ONCE).map(birthOf)));
    const failed = births.filter(isFailed);
    const made = births.flatMap((birth) => (isFailed(birth) ? [] : [{ ...birth, at: input.asOf }]));
    await inTransaction(stores.connection, async (session) => {
      const marked = await stores.sources.markRegistered(input.source, input.registration, made, session);
      const released = await stores.sources.release(input.source, input.registration, failed.map((one) => one.draft), session);
      await stores.registrations.progress(input.registration, marked, released > 0 ? failed : [], session);
    });
    if (open.length < input.drafts.length) return told(input);
    return { done: made.length, failed };
  }

  /** A repeat, after a crash between the marks and the answer: what the store says of this batch. */
  async function told({ registration, source, drafts }: RegisterDrafts): Promise<RegisteredDrafts> {
    const [document, now] = await Promise.all([stores.registrations.get(registration), stores.sources.drafts(source, drafts)]);
    const done = now.filter(({ state }) => state.kind === 'registered' && state.registration === registration).length;
    return { done, failed: (document?.failed ?? []).filter((one) => drafts.includes(one.draft)) };
  }
};
