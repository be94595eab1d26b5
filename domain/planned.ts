/** 序时进度, where the office entered one. */
import type { Commitment } from './state';
import { daysBetween, type CivilDate } from './time';

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
