/** The work itself and its proof: report, the grade of a stage, evidence, request for closure, review. */
import { clocksAfterReturn, clocksOf, gradedNow, stageReported } from '../clocks';
import { caughtUpBy } from '../behind';
import type { FactBody } from '../facts';
import { light } from '../light';
import { targetFaults } from '../measures';
import { owes } from '../lines';
import { dueInstant, limitAfter, nextOpening, shiftDate } from '../moments';
import { owedPeriods } from '../periods';
import { isStage } from '../policy';
import { isRefusal, refuse, type Refusal } from '../refusals';
import { EVIDENCE_LIMIT, partOf, type Commitment, type Evidence, type Report } from '../state';
import { civilDateOf, instantAt } from '../time';
import { OPEN_STATES, POST_NAMES } from '../vocabulary';
import { signedPart, underWay, type Handlers } from './handler';

/** Facts for evidence handed in together: all of it is taken or none. */
const takeEvidence = (state: Commitment, items: readonly Evidence[]): FactBody[] | Refusal => {
  const kept = [...state.evidence];
  for (const item of items) {
    if (!state.acceptance.some((a) => a.id === item.criterion)) return refuse('unknownCriterion');
    if (kept.some((e) => e.sha256 === item.sha256 && e.criterion === item.criterion)) return refuse('sameEvidence');
    if (kept.length >= EVIDENCE_LIMIT) return refuse('tooMuchEvidence');
    kept.push(item);
  }
  return items.map((evidence) => ({ type: 'evidenceAdded', evidence }));
};

export const workHandlers: Handlers<'report' | 'gradeStage' | 'setTarget' | 'evidence' | 'requestClosure' | 'review'> = {
  report: (state, command, { at, actor }, rules) => {
    // While it stands still a word on how the answer is coming along is welcome; it moves no clock.
    const paused = state.status === 'SUSPENDED';
    if (!paused && state.status !== 'DISPATCHED' && underWay(state)) return refuse('wrongState');
    const part = signedPart(state, command.unit);
    if (isRefusal(part)) return part;
    const unchanged = command.unchanged ?? false;
    const line = command.line ?? '';
    if (!unchanged && line === '' && (command.values ?? []).length === 0) return refuse('reportEmpty');
    const last = part.lastReport?.percent ?? null;
    const percent = command.percent ?? last;
    if (percent !== null && last !== null && percent < last && !command.causeCode) return refuse('percentBackwards');
    const values = command.values ?? [];
    if (values.some((one) => !state.measures.some((measure) => measure.id === one.measure))) return refuse('unknownMeasure', `本事项的指标：${state.measures.map((one) => `${one.id} ${one.name}`).join('；') || '无'}`);
    const { period } = command;
    if (paused && period !== undefined) return refuse('suspended');
    if (period !== undefined && period !== state.periods?.now?.index && !owedPeriods(state.periods).some((one) => one.index === period)) return refuse('unknownPeriod');
    const { colour } = light(state, rules, at);
    if (part.role === 'lead' && colour === 'red' && !command.causeCode) return refuse('causeRequired');
    const stage = paused ? null : stageReported(rules.pack, part);
    const report: Report = {
      at, by: actor.person, percent, line: line || (part.lastReport?.line ?? ''), unchanged,
      // A report that says nothing of the outcome takes no bad forecast back (domain.md, settled readings).
      forecast: command.forecast ?? part.lastReport?.forecast ?? null, causeCode: command.causeCode ?? null, values, period: period === undefined || period === state.periods?.now?.index ? null : period,
    };
    const anew = paused || part.role !== 'lead' ? null : caughtUpBy(state, rules, report);
    return [{
      type: 'reported', unit: command.unit, ...(stage === null ? {} : { stage }), ...(paused ? { paused } : {}), ...(anew === null ? {} : { anew: rules.pack.rungs.indexOf(anew) }), report,
    }];
  },

  /** "The issuing unit reviews every stage, returns bad ones" (rule 1). Once the matter is handed in its review decides, and no stage is owed any more. */
  gradeStage: (state, { unit, stage, grade, text }, { at, actor, holds }, rules) => {
    const { stageReview } = rules.pack;
    if (stageReview === null) return refuse('stagesNotGraded');
    if (state.status === 'SUSPENDED') return refuse('suspended');
    const part = partOf(state, unit);
    if (!part) return refuse('unknownUnit');
    if (part.stages.every((one) => one.grade !== null)) return refuse(part.stages.length === 0 ? 'stageNotReported' : 'stageGraded');
    const clock = clocksOf(rules.pack, part).find((one) => isStage(one) && one.code === stage);
    if (!clock) return refuse('unknownStage', `该单位的阶段：${clocksOf(rules.pack, part).filter(isStage).map((one) => `${one.code} ${one.name}`).join('；')}`);
    const reported = part.stages.find((one) => one.code === stage);
    if (!reported) return refuse('stageNotReported');
    if (reported.grade !== null) return refuse('stageGraded');
    const { until } = clock;
    if (!gradedNow(state, clock)) return refuse('stageNotReported', '办结阶段先审核办结申请，通过后评分');
    if (holds !== undefined && !stageReview.by.some((kind) => holds.includes(kind))) return refuse('graderNotNamed', `请由${stageReview.by.map((kind) => POST_NAMES[kind]).join('、')}评分`);
    if (reported.by === actor.person) return refuse('graderIsReporter');
    const found = stageReview.grades.find(({ name }) => name === grade);
    if (!found) return refuse('unknownGrade', `等次：${stageReview.grades.map(({ name }) => name).join('、')}`);
    if (found.returned && until === 'closure') return refuse('unknownGrade', '办结申请已经通过；办理结果不合格的，请回头看或重新办理');
    return [{ type: 'stageGraded', unit, stage, grade, redoBy: found.returned && !state.handedIn ? limitAfter(rules, at, stageReview.redoWithin) : null, text }];
  },

  setTarget: (state, { measure, target, reason }, { at }, rules) => {
    if (!OPEN_STATES.includes(state.status) || state.status === 'UNDER_REVIEW') return refuse('wrongState');
    const known = state.measures.find((one) => one.id === measure);
    if (!known) return refuse('unknownMeasure');
    const faults = targetFaults(known, target);
    const fault = faults.target ?? faults.stretch;
    if (fault !== null && state.readings >= 2) return refuse('targetUnfit', fault);
    // Behind the new target it is from now on, not since the last report.
    const counted = rules.pack.rungs.some(({ tolerance }) => tolerance !== null);
    return [{ type: 'targetSet', measure, from: known.target, to: target, reason, ...(counted ? { notBefore: nextOpening(rules, at) } : {}) }];
  },

  evidence: (state, command, { at, actor }) => {
    const wrong = underWay(state);
    if (wrong) return wrong;
    const part = signedPart(state, command.unit);
    if (isRefusal(part)) return part;
    return takeEvidence(state, [{ ...command, by: actor.person, at }]);
  },

  requestClosure: (state, { unit, summary, evidence = [] }, { at, actor }, rules) => {
    const wrong = underWay(state);
    if (wrong) return wrong;
    const part = signedPart(state, unit);
    if (isRefusal(part)) return part;
    if (part.role !== 'lead') return refuse('onlyLead');
    const added = takeEvidence(state, evidence.map((e) => ({ ...e, unit, by: actor.person, at })));
    if (isRefusal(added)) return added;
    const without = state.acceptance.filter((a) => ![...state.evidence, ...evidence].some((e) => e.criterion === a.id));
    if (without.length > 0) return refuse('evidenceMissing', `尚缺：${without.map((a) => a.text).join('；')}`);
    if (state.spawnsChildren && state.children.items.length === 0 && state.children.none === null) return refuse('childrenMissing');
    const unfinished = state.stages.filter((stage) => stage.done === null);
    if (unfinished.length > 0) return refuse('stagesMissing', `尚未完成：${unfinished.map((stage) => stage.name).join('；')}`);
    const undetermined = state.measures.filter((measure) => measure.target === null);
    if (undetermined.length > 0) return refuse('targetUndetermined', `目标值待定：${undetermined.map((measure) => measure.name).join('；')}`);
    const stage = rules.pack.stageReview === null ? undefined : rules.pack.clocks.find((clock) => clock.until === 'closure')?.code;
    return [...added, {
      type: 'closureRequested', summary, ...(stage === undefined ? {} : { stage }), inTime: at <= dueInstant(state.due, rules.pack),
      reviewBy: limitAfter(rules, at, rules.pack.review), colour: light(state, rules, at).colour,
      // The lead speaks for all: who has not reported its share done is named to the reviewer.
      silent: state.units.filter((one) => one.role === 'co' && owes(one)).map((one) => one.unit),
    }];
  },

  review: (state, command, { at, actor }, rules) => {
    const { closure } = state;
    if (state.status !== 'UNDER_REVIEW' || closure === null) return refuse('wrongState', '只有已申请办结的事项可以审核');
    if (closure.by === actor.person) return refuse('reviewerIsSubmitter');
    if (command.result === 'accepted') {
      const { lookBack } = rules.pack;
      return [{
        type: 'accepted', text: command.text, doneOn: civilDateOf(closure.at),
        lookBackAt: instantAt(shiftDate(rules.calendar, civilDateOf(at), lookBack.offset, lookBack.days), rules.pack.hours.opening),
      }];
    }
    if (!command.reasonCode) return refuse('reasonCodeRequired');
    return [{ type: 'returned', reasonCode: command.reasonCode, text: command.text, notBefore: nextOpening(rules, at), wasRed: state.wasRed || closure.colour === 'red', ...(state.readings < 2 ? {} : { clocks: clocksAfterReturn(state, rules, at) }) }];
  },
};
