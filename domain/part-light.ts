/** The light of one unit's share: a late co-unit is seen without colouring the others or the whole. */
import { lightClocks, missedWords } from './clocks';
import { distanceWords, light, type Light } from './light';
import { firstFeedbackDay } from './limits';
import { owes } from './lines';
import { redFrom, shiftDate } from './moments';
import type { Commitment, Rules, UnitPart } from './state';
import { civilDateOf, instantAt, type Instant } from './time';

const opening = (rules: Rules, day: string): Instant => instantAt(day, rules.pack.hours.opening);

/** The lead answers for the whole; a co-unit for its signature, its first feedback, and its share by T. */
export const partLight = (state: Commitment, part: UnitPart, rules: Rules, at: Instant): Light => {
  const whole = light(state, rules, at);
  if (part.role === 'lead' || (state.status !== 'DISPATCHED' && state.status !== 'SIGNED' && state.status !== 'IN_PROGRESS')) return whole;
  if (!owes(part)) return { colour: 'green', reasons: ['本单位承担的部分已完成'] };
  const { pack, calendar } = rules;
  const day = civilDateOf(at);
  const words = distanceWords(rules, day, state.due);
  if (at >= redFrom(state, rules)) return { colour: state.stretch ? 'yellow' : 'red', reasons: [`办结期限${state.due}已过，${words}，本单位承担的部分尚未完成`] };
  const missed = lightClocks(state, rules, part.unit).filter(({ since }) => at >= since);
  const reasons = missed.map((clock) => missedWords(clock, at));
  const late = missed.some(({ clock }) => clock.light === 'red') && !state.stretch;
  const feedbackBy = firstFeedbackDay(part, rules);
  if (feedbackBy !== null && part.reports === 0 && at > instantAt(feedbackBy, pack.hours.cutoff)) reasons.push(`首次反馈应在${feedbackBy}前提交，至今未反馈`);
  if (part.lastReport?.forecast === 'willMiss' || part.lastReport?.forecast === 'atRisk') reasons.push('本单位自报按期完成有困难');
  if (pack.light.yellowBefore !== null && at >= opening(rules, shiftDate(calendar, state.due, -pack.light.yellowBefore, pack.light.days))) reasons.push(`距办结期限${words}`);
  if (reasons.length > 0) return { colour: late ? 'red' : 'yellow', reasons };
  const near = at >= opening(rules, shiftDate(calendar, state.due, -pack.light.blueBefore, pack.light.days));
  return { colour: near ? 'blue' : 'green', reasons: [`距办结期限${words}`] };
};
