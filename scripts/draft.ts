// A speech's text to a ledger proposal in the terminal:
//   npm run -s draft -- FILE [--date YYYY-MM-DD] [--explain] [--json]
//   npm run -s draft -- --jsonl IN.jsonl      one passage a line in, one line of actions out, as a stream
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { loadCalendar } from '../config/calendars';
import { isCivilDate } from '../domain/time';
import { readDocument } from '../intake/read-document';
import { analyse } from '../speech';
import { ledgerProposal } from '../speech/print';
import { scored } from '../speech/scored';

const USAGE = `用法：npm run -s draft -- 文件(.txt|.docx) [--date YYYY-MM-DD] [--explain] [--json]
      npm run -s draft -- --jsonl 输入.jsonl`;

interface Arguments {
  readonly file: string | null;
  readonly jsonl: string | null;
  readonly date: string | null;
  readonly explain: boolean;
  readonly json: boolean;
}

class UsageFault extends Error {}

const parse = (words: readonly string[]): Arguments => {
  const read = { file: null as string | null, jsonl: null as string | null, date: null as string | null, explain: false, json: false };
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--explain') read.explain = true;
    else if (word === '--json') read.json = true;
    else if (word === '--date') {
      const date = rest.shift();
      if (date === undefined || !isCivilDate(date)) throw new UsageFault(`--date 需要存在的日期，格式 YYYY-MM-DD：${date ?? '（缺）'}`);
      read.date = date;
    } else if (word === '--jsonl') {
      const path = rest.shift();
      if (path === undefined) throw new UsageFault('--jsonl 需要一个文件名');
      read.jsonl = path;
    } else if (word.startsWith('--')) throw new UsageFault(`不认识的参数：${word}`);
    else if (read.file === null) read.file = word;
    else throw new UsageFault(`只能给一个文件：${word}`);
  }
  if ((read.file === null) === (read.jsonl === null)) throw new UsageFault('请给一个文件，或 --jsonl 输入.jsonl');
  return read;
};

const write = async (line: string): Promise<void> => {
  // Waiting for the reader keeps the memory flat whatever the number of passages.
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
};

const isPassage = (value: unknown): value is { id: unknown; text: string; date?: unknown } =>
  typeof value === 'object' && value !== null && 'id' in value && 'text' in value && typeof value.text === 'string';

const streamPassages = async (path: string): Promise<void> => {
  const calendar = loadCalendar();
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    let passage: unknown;
    try {
      passage = JSON.parse(line);
    } catch {
      throw new UsageFault(`${path} 第 ${number} 行不是 JSON`);
    }
    if (!isPassage(passage)) throw new UsageFault(`${path} 第 ${number} 行没有 id 或 text`);
    const date = typeof passage.date === 'string' && isCivilDate(passage.date) ? passage.date : null;
    await write(JSON.stringify({ id: passage.id, actions: scored(analyse(passage.text, { date, calendar })) }));
  }
};

const printFile = async (args: Arguments, path: string): Promise<void> => {
  const document = await readDocument(await readFile(path), basename(path));
  if (!document.ok) {
    process.stderr.write(`${document.message}\n`);
    process.exitCode = 1;
    return;
  }
  const analysis = analyse(document.text, { date: args.date, calendar: loadCalendar() });
  if (args.json) {
    const { explain, ...rest } = analysis;
    await write(JSON.stringify({ file: basename(path), sha256: document.sha256, encoding: document.encoding, format: document.format, notes: document.notes, date: args.date, ...rest, ...(args.explain ? { explain } : {}) }, null, 2));
    return;
  }
  for (const line of ledgerProposal(analysis, { name: basename(path), date: args.date, explain: args.explain, notes: document.notes })) await write(line);
};

const main = async (): Promise<void> => {
  const args = parse(process.argv.slice(2));
  if (args.jsonl !== null) await streamPassages(args.jsonl);
  else if (args.file !== null) await printFile(args, args.file);
};

// A reader that has seen enough (head, less) closes the pipe: no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

main().catch((error: unknown) => {
  process.stderr.write(error instanceof UsageFault ? `${error.message}\n${USAGE}\n` : `${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageFault ? 2 : 1;
});
