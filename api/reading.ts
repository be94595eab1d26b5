/**
 * From a text to its records. A short one is read at once; a long one in a thread of its own, one after the other, so that
 * the API answers others meanwhile: a text of 5 MB takes some seconds of processor.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Records } from '../speech/records';
import { readRecords, type Work } from './read-records';

export interface Question {
  readonly number: number;
  readonly work: Work;
}
type Answer = { readonly number: number; readonly records: Records } | { readonly number: number; readonly fault: string };

interface Waiting {
  readonly resolve: (records: Records) => void;
  readonly reject: (error: Error) => void;
}

/** Characters; some 200 KB of Chinese as UTF-8, a fifth of a second. */
const LONG = 65_000;
/** Milliseconds without work after which the thread gives back its memory. */
const IDLE = 60_000;

let thread: Worker | null = null;
let idle: NodeJS.Timeout | null = null;
let asked = 0;
const waiting = new Map<number, Waiting>();

const settle = (number: number): Waiting | undefined => {
  const one = waiting.get(number);
  waiting.delete(number);
  if (waiting.size === 0 && thread) {
    const rested = thread;
    // Nobody waits: the process may end, and the thread before it.
    rested.unref();
    idle = setTimeout(() => {
      if (thread === rested) thread = null;
      void rested.terminate();
    }, IDLE).unref();
  }
  return one;
};

const started = (): Worker => {
  // The thread's code is TypeScript, which it learns to load first: a thread does not take over the loaders of its process.
  const code = [require.resolve('tsx/cjs'), join(__dirname, 'reading-thread.ts')].map((file) => `require(${JSON.stringify(file)});`).join('');
  const worker = new Worker(code, { eval: true, execArgv: [] });
  const lost = (error: Error): void => {
    if (thread === worker) thread = null;
    for (const number of [...waiting.keys()]) settle(number)?.reject(error);
  };
  worker.on('message', (answer: Answer) => {
    const one = settle(answer.number);
    if ('records' in answer) one?.resolve(answer.records);
    else one?.reject(new Error(answer.fault));
  });
  worker.on('error', lost);
  worker.on('exit', (code) => {
    if (thread === worker) lost(new Error(`the reading thread ended with ${code}`));
  });
  return worker;
};

/** @throws Error where the thread is lost (out of memory); nothing is kept then */
export const readText = (work: Work): Promise<Records> => {
  if (work.text.length < LONG) return Promise.resolve(readRecords(work));
  return new Promise((resolve, reject) => {
    if (idle) clearTimeout(idle);
    thread ??= started();
    thread.ref();
    asked += 1;
    waiting.set(asked, { resolve, reject });
    thread.postMessage({ number: asked, work } satisfies Question);
  });
};
