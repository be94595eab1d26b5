/** 怎样转绿: what ends each ground of a light, and what was said that cannot count. */
import { light, lightGrounds } from './light';
import { leadOf, type Commitment, type Rules } from './state';
import type { Instant } from './time';

/** By the ground's kind; of a measure, by what stands before the colon. A ground that is none (on time, suspended, closed) has no remedy. */
const REMEDIES: Readonly<Record<string, string>> = {
  overdue: '办结后熄灯；期限获准调整的转为预警，不恢复为正常',
  stretchMissed: '办结后熄灯',
  nearDue: '办结后熄灯；期限获准调整的，按新的期限重新计算',
  notice: '办结后熄灯；期限获准调整的，按新的期限重新计算',
  behindPlan: '反馈的进度达到序时进度，即不再因此亮灯',
  behind: '填报的数值达到序时进度，即不再因此亮灯',
  periodMissed: '补报后该期转为预警，不恢复为正常',
  periodDue: '反馈本期情况，即不再因此亮灯',
  periodMadeGood: '下一期按期反馈，即不再因此亮灯',
  willMiss: '再次反馈预计按期完成，即不再因此亮灯',
  atRisk: '再次反馈预计按期完成，即不再因此亮灯',
  clock: '完成该环节，即不再因此亮灯',
  wasRed: '保持预警，直到办结',
};

export interface LightNotes {
  /** One for each ground that has one, most weighty first. */
  readonly remedies: readonly string[];
  readonly uncounted: readonly string[];
}

export const lightNotes = (state: Commitment, rules: Rules, at: Instant): LightNotes => {
  const { colour } = light(state, rules, at);
  const remedies = lightGrounds(state, rules, at).flatMap((kind) => REMEDIES[kind.split(':')[0] ?? ''] ?? []);
  const hopeful = leadOf(state).lastReport?.forecast === 'onTrack' && (colour === 'red' || colour === 'yellow');
  return { remedies: [...new Set(remedies)], uncounted: hopeful ? ['承办单位自报预计按期完成：自评只能调低，不能调高'] : [] };
};
