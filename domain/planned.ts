/** 序时进度, where the office entered one. */
import type { Commitment } from './state';
import { addDays, daysBetween, type CivilDate } from './time';

/** Planned progress (序时进度) in percent on a day, linear between the points entered; null where no plan was entered. */
export const plannedPercent = (plan: Commitment['plan'], day: CivilDate): number | null => {
  const first = plan[0];
  const last = plan.at(-1);
  if (!first || !last || day < first.date) return null;
  if (day >= last.date) return last.percent;
  const next = plan.findIndex((point) => point.date > day);
  const [from, to] = [plan[next - 1], plan[next]];
  if (!from || !to) return null;
  return from.percent + ((to.percent - from.percent) * daysBetween(from.date, day)) / daysBetween(from.date, to.date);
};

/** Two points that fall on one day: the later one says how far it should be. */
export const onePerDay = <P extends { readonly date: CivilDate }>(points: readonly P[]): P[] => points.filter((point, index) => points[index + 1]?.date !== point.date);

/** What lies after `day` of some points whose end moves by so many days, stretched (or pressed) into the time that is left. */
const stretched = <P extends { readonly date: CivilDate }>(points: readonly P[], day: CivilDate, by: number): P[] => {
  const last = points.at(-1)?.date ?? day;
  const from = [day, points[0]?.date ?? day].sort().at(-1) ?? day;
  const left = daysBetween(from, last);
  if (left <= 0) return [...points];
  const ratio = Math.max(0, left + by) / left;
  return onePerDay(points.map((point) => (point.date <= from ? point : { ...point, date: addDays(from, Math.round(daysBetween(from, point.date) * ratio)) })));
};

/** T moved: what is left of 序时进度 is stretched with it from `day` on. A plan that had come to its end begins again where the lead stands. */
export const movedPlan = ({ plan, due }: Pick<Commitment, 'plan' | 'due'>, to: CivilDate, day: CivilDate, reached: number): Commitment['plan'] => {
  const last = plan.at(-1);
  const by = daysBetween(due, to);
  if (!last || by === 0) return plan;
  if (last.date <= day) return to <= day ? plan : onePerDay([...plan.filter((point) => point.date < day), { date: day, percent: Math.min(reached, last.percent) }, { ...last, date: to }]);
  const mark = plannedPercent(plan, day);
  const pinned = mark === null ? plan : onePerDay([...plan.filter((point) => point.date < day), { date: day, percent: mark }, ...plan.filter((point) => point.date > day)]);
  return stretched(pinned, day, by);
};

/** The same for the points of the measures; a linear one goes by T itself. */
export const movedMeasures = ({ measures, due }: Pick<Commitment, 'measures' | 'due'>, to: CivilDate, day: CivilDate): Commitment['measures'] =>
  measures.map((measure) => (measure.points.length === 0 ? measure : { ...measure, points: stretched(measure.points, day, daysBetween(due, to)) }));
