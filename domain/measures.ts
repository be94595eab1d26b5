/** 指标: what is counted, from where to where, and how far it should be by a day (序时进度). */
import { z } from 'zod';
import { text } from './text';
import { civilDateOf, daysBetween, isCivilDate, type CivilDate, type Instant } from './time';

export const MEASURE_LIMIT = 20;
/** `linear` from the baseline to the target; `steps` holds each point's value until the next; `points` is linear between them. */
export const CURVES = ['linear', 'steps', 'points'] as const;

const date = z.string().refine(isCivilDate, { message: '应为存在的日期，格式 YYYY-MM-DD' });
const value = z.number().min(-1e15).max(1e15);
const pointSchema = z.strictObject({ date, value });
const asked = {
  name: text().trim().min(1, '不能为空').max(60, '不超过60字'),
  unit: text().trim().min(1, '不能为空').max(20, '不超过20字'),
  /** 分母, e.g. 当月受理总量; null for a plain count. */
  denominator: text().trim().min(1).max(100, '不超过100字').nullable().default(null),
  baseline: value.nullable().default(null),
  /** Null while the speech masks it (`*`): 待定, never guessed. */
  target: value.nullable().default(null),
  /** Whether more is better. */
  direction: z.enum(['up', 'down']).default('up'),
  /** 力争: shown apart, colours nothing. */
  stretch: value.nullable().default(null),
  curve: z.enum(CURVES).default('linear'),
  points: z.array(pointSchema).max(60).default([]),
};

/** Why a target does not fit its baseline, and the stretch not it. */
export const targetFaults = ({ baseline, stretch, direction }: Pick<Measure, 'baseline' | 'stretch' | 'direction'>, target: number): { readonly target: string | null; readonly stretch: string | null } => {
  const worse = (a: number, b: number): boolean => (direction === 'up' ? a < b : a > b);
  return {
    target: baseline !== null && worse(target, baseline) ? (direction === 'up' ? '目标值低于基数，请核对升降方向' : '目标值高于基数，请核对升降方向') : null,
    stretch: stretch !== null && worse(stretch, target) ? '力争值应优于目标值' : null,
  };
};

/** As a registration gives it. */
export const askedMeasureSchema = z.strictObject(asked).superRefine((measure, context) => {
  const fault = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
  if (measure.curve === 'linear' && measure.points.length > 0) fault('points', '匀速进度不填节点；分段或按节点推进的，请另选进度方式');
  if (measure.curve !== 'linear' && measure.points.length === 0) fault('points', '请至少填写一个节点');
  measure.points.forEach((point, index) => {
    const before = measure.points[index - 1];
    if (before && before.date >= point.date) fault('points', '节点日期须递增');
  });
  if (measure.target === null) return;
  const { target, stretch } = targetFaults(measure, measure.target);
  if (target !== null) fault('target', target);
  if (stretch !== null) fault('stretch', stretch);
});

export const measureSchema = z.strictObject({
  id: text().min(1).max(20),
  ...asked,
  /** The plan's first day. */
  from: date,
  actual: z.strictObject({ value, on: date }).nullable(),
});
export type Measure = z.infer<typeof measureSchema>;

/** 序时进度 in the measure's own unit; null while the target is 待定, or before the first point. */
export const plannedValue = (measure: Measure, due: CivilDate, day: CivilDate): number | null => {
  const { target, curve, points, from } = measure;
  if (target === null) return null;
  const start = { date: from, value: measure.baseline ?? 0 };
  const marks = curve === 'linear' ? [start, { date: due > from ? due : from, value: target }] : points;
  const before = marks.filter((point) => point.date <= day).at(-1);
  if (!before) return null;
  const next = marks.find((point) => point.date > day);
  if (!next || curve === 'steps') return before.value;
  return before.value + ((next.value - before.value) * daysBetween(before.date, day)) / daysBetween(before.date, next.date);
};

/** What counts as reached so far: the last report, else the baseline. */
export const actualValue = (measure: Measure): number | null => measure.actual?.value ?? measure.baseline ?? (measure.direction === 'up' ? 0 : null);

export const isBehind = ({ direction }: Measure, actual: number, planned: number): boolean => (direction === 'up' ? actual < planned : actual > planned);

/** Reported values become the actual ones; those not reported keep theirs. */
export const measuredBy = (measures: readonly Measure[], { at, values }: { readonly at: Instant; readonly values: readonly { readonly measure: string; readonly value: number }[] }): Measure[] => measures.map((measure) => {
  const reported = values.find((one) => one.measure === measure.id);
  return reported ? { ...measure, actual: { value: reported.value, on: civilDateOf(at) } } : measure;
});

const figure = (number: number): string => String(Math.round(number * 100) / 100);

/** 归集率60%低于序时进度75%; null where it is not behind. */
export const behindWords = (measure: Measure, due: CivilDate, day: CivilDate): string | null => {
  const [planned, actual] = [plannedValue(measure, due, day), actualValue(measure)];
  if (planned === null || actual === null || !isBehind(measure, actual, planned)) return null;
  return `${measure.name}${figure(actual)}${measure.unit}${measure.direction === 'up' ? '低于' : '高于'}序时进度${figure(planned)}${measure.unit}`;
};

/** 归集率：目标95%，目前60%（力争98%，尚未达到）; 待定 stays so. */
export const measureWords = (measure: Measure): string => {
  const { name, unit, target, stretch, direction } = measure;
  const actual = measure.actual?.value ?? null;
  const reached = stretch !== null && actual !== null && (direction === 'up' ? actual >= stretch : actual <= stretch);
  const apart = stretch === null ? '' : `（力争${figure(stretch)}${unit}，${reached ? '已达到' : '尚未达到'}）`;
  return `${name}：目标${target === null ? '待定' : `${figure(target)}${unit}`}，${actual === null ? '尚未填报' : `目前${figure(actual)}${unit}`}${apart}`;
};
