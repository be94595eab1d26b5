/** One commitment from dispatch to write-off: one timer to its next moment, one write a wake. */
import {
  allHandlersFinished, ApplicationFailure, CancellationScope, condition, continueAsNew, isCancellation, setCurrentDetails, setHandler, sleep,
  upsertSearchAttributes, workflowInfo,
} from '@temporalio/workflow';
import { decide, decideRecount, decideSettled, decideStrike, passMoments, type Decision } from '../domain/decide';
import type { Fact } from '../domain/facts';
import { describeMoment, nextMoment, wakeDelayMs } from '../domain/moments';
import { noticesOf } from '../domain/notices';
import { forClass, policyPackSchema } from '../domain/policy';
import { isRefusal, type Refusal } from '../domain/refusals';
import { commitmentSchema, type Commitment, type Rules } from '../domain/state';
import { later, msOf, toInstant, type Instant } from '../domain/time';
import { ENDED_STATES } from '../domain/vocabulary';
import { workflowNow } from './clock';
import {
  calendarChangedSignal, commandUpdate, noticeSettledSignal, REFUSAL_FAILURE, STALE_FAILURE, stateQuery, strikeCountedSignal, type CommandAnswer, type CommandInput, type CommitmentInput,
} from './commitment.messages';
import { quickStore, store } from './proxies';
import { phaseKey, phaseOf } from './search-attributes';

export async function commitment(input: CommitmentInput): Promise<void> {
  // Handed over by an older release, state and pack lack what has been added since; the schemas' defaults say how it was meant.
  let rules: Rules = { ...input.rules, pack: policyPackSchema.parse(input.rules.pack) };
  let state: Commitment = commitmentSchema.parse(input.state);
  let phase = phaseOf(state.status);
  const unwritten: Fact[] = [];
  let timer: { readonly wakeAt: Instant; readonly scope: CancellationScope } | null = null;

  /** An instant that has surely come: a query between a timer's firing and its task hands the workflow the firing with the time of the task before (docs/decisions/0004). */
  let surely: Instant = state.registeredAt;
  const now = (): Instant => later(workflowNow(state.clockShiftMs), surely);
  const take = (decision: Decision): void => {
    state = decision.state;
    unwritten.push(...decision.facts);
  };
  const consider = ({ command, version: _version, ...context }: CommandInput): Decision | Refusal => decide(state, command, { at: now(), ...context }, rules);
  /** Facts that change nothing anybody sees are written with the next wake: a delivered slip only lets the next rung come. */
  const canWait = (fact: Fact): boolean => fact.type === 'noticeSettled' && noticesOf(fact, state, rules).length === 0;
  /** What has been written or is about to be; facts that wait are seen by nobody yet. */
  const isStale = ({ version }: CommandInput): boolean => version !== undefined
    && (version > state.seq || version < (unwritten.findLast((fact) => !canWait(fact))?.seq ?? state.seq - unwritten.length));
  const answered = (updateId: string): number | undefined => state.answered.find((a) => a.updateId === updateId)?.seq;
  const failure = (refusal: Refusal): ApplicationFailure => ApplicationFailure.nonRetryable(refusal.text, REFUSAL_FAILURE, refusal);

  // Handlers and validator are synchronous: no interleaving, nothing left unfinished at continue-as-new.
  setHandler(commandUpdate, (request: CommandInput): CommandAnswer => {
    const before = answered(request.updateId);
    if (before !== undefined) return { state, seq: before };
    const decision = consider(request);
    if (isRefusal(decision)) throw failure(decision);
    take(decision);
    if (request.pack !== undefined) rules = { ...rules, pack: forClass(policyPackSchema.parse(request.pack), state.matterClass) };
    return { state, seq: state.seq };
  }, {
    validator: (request: CommandInput): void => {
      if (answered(request.updateId) !== undefined) return;
      if (isStale(request)) throw ApplicationFailure.nonRetryable('stale', STALE_FAILURE);
      const decision = consider(request);
      if (isRefusal(decision)) throw failure(decision);
    },
  });
  setHandler(noticeSettledSignal, ({ noticeId, outcome, reason, at, deputyAwaited }) => {
    surely = later(surely, at ?? surely);
    take(decideSettled(state, rules, now(), noticeId, outcome, reason, deputyAwaited ?? false));
  });
  setHandler(strikeCountedSignal, (count) => take(decideStrike(state, now(), count)));
  setHandler(calendarChangedSignal, ({ version, years, reason, actor }) => {
    const calendar = { version, years: { ...rules.calendar.years, ...Object.fromEntries(years.map((year) => [String(year.year), year])) } };
    take(decideRecount(state, rules, now(), calendar, reason, actor));
    if (state.calendarVersion === version) rules = { ...rules, calendar };
  });
  setHandler(stateQuery, () => state);

  // Answered once, it is never taken again in a later run; refused, it changes nothing, and the update of the same id says so.
  if (input.reopening && answered(input.reopening.updateId) === undefined) {
    const decision = consider(input.reopening);
    if (!isRefusal(decision)) take(decision);
  }

  const write = async (): Promise<void> => {
    const facts = unwritten.splice(0);
    const effects = { commitment: state.id, facts, asOf: now() };
    try {
      await quickStore.applyEffects(effects);
    } catch (error) {
      if (isCancellation(error)) throw error;
      await store.applyEffects(effects);
    }
    if (input.withoutPhase || phaseOf(state.status) === phase || ENDED_STATES.includes(state.status)) return;
    phase = phaseOf(state.status);
    upsertSearchAttributes([{ key: phaseKey, value: phase }]);
  };

  /** Keeps the running timer where its moment is unchanged: a new one would cost two events. */
  const armTimer = (): void => {
    const moment = nextMoment(state, rules);
    setCurrentDetails(describeMoment(state, rules, moment));
    // Until the slip's outcome is known the next rung has no moment; arming the far horizon meanwhile is waste.
    if (moment === null || (moment.kind === 'horizon' && state.ladder.waitingFor.length > 0)) return;
    const wakeAt = toInstant(msOf(moment.at) + wakeDelayMs(state, moment));
    if (timer?.wakeAt === wakeAt) return;
    timer?.scope.cancel();
    const scope = new CancellationScope();
    timer = { wakeAt, scope };
    const rang = (): void => {
      surely = later(surely, wakeAt);
      if (timer?.scope === scope) timer = null;
    };
    scope.run(() => sleep(Math.max(1, msOf(wakeAt) - msOf(now())), { summary: describeMoment(state, rules, moment) })).then(rang, (error: unknown) => {
      if (!isCancellation(error)) throw error;
    });
  };

  const shouldContinue = (): boolean => {
    const info = workflowInfo();
    return info.continueAsNewSuggested || (input.historyLimit !== undefined && info.historyLength > input.historyLimit);
  };

  for (;;) {
    take(passMoments(state, rules, now()));
    const ended = ENDED_STATES.includes(state.status);
    if (unwritten.some((fact) => ended || !canWait(fact))) {
      await write();
      continue;
    }
    if (ended) break;
    if (shouldContinue()) {
      if (unwritten.length > 0) await write();
      await condition(allHandlersFinished);
      if (unwritten.length === 0) await continueAsNew<typeof commitment>({ ...input, rules, state });
      continue;
    }
    armTimer();
    const seen = state.seq;
    const armed = timer;
    await condition(() => state.seq !== seen || (armed !== null && timer !== armed));
  }
  await condition(allHandlersFinished);
}
