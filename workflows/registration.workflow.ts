/** 立项 of many drafts: batch after batch, so that a crash repeats one batch at most, in which what is done is found done. */
import { setHandler } from '@temporalio/workflow';
import { msOf, toInstant, type Instant } from '../domain/time';
import { births } from './proxies';
import { progressQuery, type RegistrationInput, type RegistrationProgress } from './registration.messages';

const BATCH = 20;

export async function registration(input: RegistrationInput): Promise<RegistrationProgress> {
  const { registration: id, source, drafts, clockShiftMs, wakeSpreadMs } = input;
  const started = Date.now();
  let progress: RegistrationProgress = { total: drafts.length, done: 0, failed: [], state: 'running' };
  setHandler(progressQuery, () => progress);

  // Where no worker was up for a day, the units' clocks start when the matter is really handed out.
  const now = (): Instant => toInstant(msOf(input.at) + Date.now() - started);
  const size = input.batch ?? BATCH;
  for (let from = 0; from < drafts.length; from += size) {
    const { done, failed } = await births.registerDrafts({ registration: id, source, drafts: drafts.slice(from, from + size), asOf: now(), clockShiftMs, wakeSpreadMs });
    progress = { ...progress, done: progress.done + done, failed: [...progress.failed, ...failed] };
  }
  await births.endRegistration({ registration: id, source, asOf: now() });
  progress = { ...progress, state: 'completed' };
  return progress;
}
