/** The thread in which one PDF is read; `pdf-reading.ts` starts it, waits for it and ends it. */
import { parentPort, workerData } from 'node:worker_threads';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';

const stampOf = (info: unknown): string | null => {
  const { ModDate, CreationDate } = (info ?? {}) as { readonly ModDate?: unknown; readonly CreationDate?: unknown };
  return typeof ModDate === 'string' ? ModDate : typeof CreationDate === 'string' ? CreationDate : null;
};

const read = async (bytes: Uint8Array): Promise<void> => {
  const document = await getDocumentProxy(bytes, { isEvalSupported: false, disableFontFace: true, verbosity: 0 });
  const [{ text }, { info }] = [await extractText(document, { mergePages: true }), await getMeta(document)];
  parentPort?.postMessage({ text, changed: stampOf(info) });
};

read(workerData as Uint8Array).catch(() => parentPort?.postMessage(null));
