/** All effects of one wake in one transaction, guarded by the projection's version: repeated, it changes nothing. */
import { apply } from '../domain/apply';
import { clockTimesAfter, type ClockTime } from '../domain/clock-times';
import type { Fact } from '../domain/facts';
import { bandsAhead } from '../domain/light';
import { chainFacts } from '../domain/ledger-chain';
import { linesAhead } from '../domain/lines';
import { expectedMoment } from '../domain/moments';
import { filedSlip, readNoticeId } from '../domain/notice-ids';
import { noticesOf, type NoticeDraft } from '../domain/notices';
import type { Commitment, Rules } from '../domain/state';
import { addMonths, civilDateOf, instantAt, type Instant } from '../domain/time';
import type { Stores } from '../stores';
import type { CommitmentDocument } from '../stores/commitments';
import { turnAlike } from '../stores/bands';
import { inTransaction } from '../stores/connection';
import { sha256Hex } from '../stores/ledger';
import { packId } from '../stores/rules';
import { slipKeyOf } from '../stores/slips';
import type { TemporalGateway } from '../workflows/client';
import { bearChildren } from './bear-children';
import { clockTimesOf } from './clock-times';
import { faultPoint } from './fault-points';

export interface Effects {
  readonly commitment: string;
  /** In sequence, following the projection's version. */
  readonly facts: readonly Fact[];
  readonly asOf: Instant;
}

export interface EffectsDeps {
  readonly stores: Stores;
  readonly temporal: Pick<TemporalGateway, 'startNotice' | 'startCommitment' | 'strikeCounted'>;
}

interface Step { readonly state: Commitment; readonly notices: readonly NoticeDraft[]; readonly clocks: readonly ClockTime[] }

/** A fact with the rules that decided it, up to a change of rules the old ones; and those by which it goes on. */
interface Judged { readonly fact: Fact; readonly rules: Rules; readonly after: Rules }

/** The state after the facts, with the notices that each owes in the state after it, and the times of its clocks. */
const follow = (before: Commitment, clocksBefore: readonly ClockTime[], facts: readonly Judged[]): Step =>
  facts.reduce<Step>(({ state, notices, clocks }, { fact, rules, after }) => {
    const next = apply(state, fact);
    return { state: next, notices: [...notices, ...noticesOf(fact, next, rules)], clocks: clockTimesAfter(clocks, fact, next, after) };
  }, { state: before, notices: [], clocks: clocksBefore });

/** Slips whose filing was waited for and is no more, though they do not go out: the matter has moved on meanwhile. */
const notIssued = (before: Commitment, after: Commitment, owed: readonly NoticeDraft[]): { occasion: string; period: string }[] =>
  before.ladder.waitingFor.filter((id) => !after.ladder.waitingFor.includes(id)).flatMap((id) => {
    const slip = filedSlip(readNoticeId(before.id, id));
    return slip === null || owed.some(({ occasion, period }) => occasion === slip.occasion && period === slip.period) ? [] : [slip];
  });

export const createApplyEffects = ({ stores, temporal }: EffectsDeps) => {
  /** A slip is one document however many posts get it, so its number belongs to (commitment, occasion, period, unit). */
  const numbered = async (notices: readonly NoticeDraft[], asOf: Instant): Promise<{ draft: NoticeDraft; slipNumber: string | null }[]> => {
    const year = civilDateOf(asOf).slice(0, 4);
    // Asked once an owner: several at once would each draw a number, and all but one of them would be void.
    const series = new Map(notices.flatMap((draft) => (draft.slip === null ? [] : [[slipKeyOf(draft), draft.slip.series] as const])));
    const taken = new Map(await Promise.all([...series].map(async ([owner, name]) => [owner, await stores.numbers.takeLabel(name, year, owner)] as const)));
    return notices.map((draft) => ({ draft, slipNumber: draft.slip === null ? null : (taken.get(slipKeyOf(draft)) ?? null) }));
  };

  const judged = async (facts: readonly Fact[], before: Rules): Promise<{ facts: Judged[]; after: Rules }> => {
    let after = before;
    const all: Judged[] = [];
    for (const fact of facts) {
      const rules = after;
      if (fact.type === 'replanned') after = await stores.rules.forCommitment({ pack: fact.pack.to, calendarVersion: fact.calendar.to, matterClass: fact.matterClass });
      all.push({ fact, rules, after });
    }
    return { facts: all, after };
  };

  /** @returns whether notices are owed by it */
  const write = async (document: CommitmentDocument, facts: readonly Fact[], rulesBefore: Rules, asOf: Instant): Promise<boolean> => {
    const { facts: decided, after: rules } = await judged(facts, rulesBefore);
    const before = document.clocks ?? (document.version === 0 || rulesBefore.pack.clocks.length === 0 ? [] : await clockTimesOf(stores, document._id));
    const { state, notices, clocks } = follow(document.state, before, decided);
    const number = document.number ?? (await stores.numbers.takeLabel('督', civilDateOf(state.registeredAt).slice(0, 4), state.id));
    const owed = await numbered(notices, asOf);
    const entries = chainFacts(state.id, facts, (fact) => packId(decided.find((one) => one.fact === fact)?.rules.pack ?? rules.pack), document.headHash, sha256Hex);
    const next: CommitmentDocument = {
      _id: state.id, version: state.seq, number, state, lines: linesAhead(state, rules, asOf, state.plannedUntil),
      nextMoment: expectedMoment(state, rules, asOf), clocks, headHash: entries.at(-1)?.hash ?? document.headHash, updatedAt: asOf,
    };
    // The first wake may come long after the birth where no worker was up: the light has shone since.
    const bands = bandsAhead(state, rules, document.version === 0 ? state.registeredAt : asOf, state.plannedUntil);
    // Up to its horizon the state before foresaw what stands written: alike, it stays, which is half of a quiet report's writes.
    const foreseen = document.version > 0 && asOf < document.state.plannedUntil && turnAlike(document.state, bandsAhead(document.state, rulesBefore, asOf, document.state.plannedUntil), state, bands);
    faultPoint('beforeWrite');
    await inTransaction(stores.connection, async (session) => {
      if (!(await stores.commitments.replace(next, document.version, session))) throw new Error(`${state.id}: version ${document.version} is written already`);
      await stores.ledger.append(entries, session);
      if (!foreseen) await stores.bands.rewrite(state, bands, session);
      if (owed.length > 0) await stores.notices.insertPending(owed, asOf, session);
      await stores.slips.issue(owed, asOf, session);
      await stores.slips.withdraw(state.id, notIssued(document.state, state, notices), asOf, session);
      await stores.slips.answer(state.id, facts, session);
    });
    faultPoint('afterWrite');
    return owed.length > 0;
  };

  /** Counted over the unit's commitments, the number goes back to this one, which makes it a fact; told twice, it is taken once. */
  const countStrikes = async (commitment: string, facts: readonly Fact[], { pack }: Rules): Promise<void> => {
    for (const fact of facts) {
      if (fact.type !== 'struck' || pack.strikes === null) continue;
      const since = instantAt(addMonths(civilDateOf(fact.at), -pack.strikes.windowMonths), '00:00');
      await temporal.strikeCounted(commitment, await stores.strikes.count(fact.unit, commitment, fact.round, fact.at, since));
    }
  };

  return {
    /**
     * @throws Error (retryable) where the projection is away or lags behind the facts: a database restored from an
     * older backup shows so, and waits for `npm run rebuild` instead of losing facts
     */
    async applyEffects({ commitment, facts, asOf }: Effects): Promise<void> {
      const [first, last] = [facts[0], facts.at(-1)];
      if (!first || !last) return;
      const document = await stores.commitments.get(commitment);
      if (!document) throw new Error(`${commitment}: no projection`);
      const rules = await stores.rules.forCommitment(document.state);
      // After a repeat too: the crash may have come between the commit and the starts.
      let mayOwe = true;
      if (document.version < last.seq) {
        if (document.version !== first.seq - 1) throw new Error(`${commitment}: projection at ${document.version}, facts from ${first.seq}`);
        mayOwe = await write(document, facts, rules, asOf);
      }
      await bearChildren({ stores, temporal }, document.state, facts, rules);
      const pending = mayOwe ? await stores.notices.pendingOf(commitment, facts.map((fact) => fact.seq)) : [];
      await Promise.all(pending.map(({ _id: noticeId, occasion, awaited }) => temporal.startNotice({ noticeId, commitment, occasion, awaited, asOf })));
      await countStrikes(commitment, facts, rules);
    },
  };
};
