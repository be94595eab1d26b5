/** The daily digest: started by a schedule, dated by the schedule's own time, so a late or repeated run is the same digest. */
import { workflowInfo } from '@temporalio/workflow';
import { civilDateOf } from '../domain/time';
import { digests } from './proxies';

export interface DigestResult { readonly date: string; readonly workingDay: boolean; readonly digests: number }

export async function digest(): Promise<DigestResult> {
  const scheduled = workflowInfo().typedSearchAttributes.getAll().find((pair) => pair.key.name === 'TemporalScheduledStartTime')?.value;
  if (!(scheduled instanceof Date)) throw new Error('a digest is started by its schedule, which dates it');
  const asOf = scheduled.toISOString();
  const date = civilDateOf(asOf);
  const { digestIds, workingDay } = await digests.gatherDigest({ date, asOf });
  if (digestIds.length > 0) await digests.sendDigests({ digestIds, asOf });
  return { date, workingDay, digests: digestIds.length };
}
