/** The thread in which long texts are read; `reading.ts` starts it and waits for it. */
import { parentPort } from 'node:worker_threads';
import type { Question } from './reading';
import { readRecords } from './read-records';

parentPort?.on('message', ({ number, work }: Question) => {
  try {
    parentPort?.postMessage({ number, records: readRecords(work) });
  } catch (error) {
    parentPort?.postMessage({ number, fault: error instanceof Error ? error.message : String(error) });
  }
});
