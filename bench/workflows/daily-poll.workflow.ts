/** The usual design: wake every day and look. Without the commands of a life, so its count is a lower bound. */
import { proxyActivities, sleep } from '@temporalio/workflow';

export interface PollActivities {
  /** Reads the commitment. @returns true once nothing is left to be done */
  isEnded(commitment: string): Promise<boolean>;
}
const { isEnded } = proxyActivities<PollActivities>({ startToCloseTimeout: '30s' });

export interface DailyPollInput { readonly commitment: string; readonly days: number; readonly dayMs: number }

export async function dailyPoll({ commitment, days, dayMs }: DailyPollInput): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    await sleep(dayMs);
    if (await isEnded(commitment)) return;
  }
}
