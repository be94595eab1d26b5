/** A PDF's text, read in a thread of its own with a limit of memory and time: a hostile one ends the thread, not the API. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PdfText } from '../intake/evidence-content';

const TIME_MS = 15_000;
const MEMORY_MB = 256;
/** Characters; more is not compared. */
const TEXT_LIMIT = 2_000_000;

/** @returns null where it could not be read in that time and memory */
export const readPdf = (bytes: Buffer): Promise<PdfText | null> => new Promise((resolve) => {
  const code = [require.resolve('tsx/cjs'), join(__dirname, 'pdf-thread.ts')].map((file) => `require(${JSON.stringify(file)});`).join('');
  const worker = new Worker(code, { eval: true, execArgv: [], workerData: new Uint8Array(bytes), resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }, stdout: true, stderr: true });
  const end = (found: PdfText | null): void => {
    clearTimeout(timer);
    resolve(found && { ...found, text: found.text.slice(0, TEXT_LIMIT) });
    void worker.terminate();
  };
  const timer = setTimeout(end, TIME_MS, null);
  worker.once('message', end);
  worker.once('error', () => end(null));
  worker.once('exit', () => end(null));
});
