import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '../../speech';
import { scored } from '../../speech/scored';
import { calendar } from './support';

const FOLDER = join(__dirname, '../../../shared/corpus');
const GOLD = join(FOLDER, 'dev.jsonl');
const present = existsSync(GOLD) && existsSync(join(FOLDER, 'score.mjs'));
if (!present) console.log(`跳过：找不到评测语料 ${GOLD}`);

interface Figures { sentenceF1: number; actionF1: number; kind: number; dueDate: number; lead: number; measures: number }

/** The third that nobody read while the rules were written: by the first byte of a hash of the id. */
const heldOut = (id: string): boolean => (createHash('sha256').update(`yx:${id}`).digest()[0] ?? 0) % 3 === 0;
const HELD_OUT: Figures = { sentenceF1: 0.97, actionF1: 0.824, kind: 0.847, dueDate: 0.94, lead: 0.88, measures: 0.915 };

/** What is reached on 24 November 2026; the aims of the issue stand beside. A fall below is a step back. */
const REACHED: Figures = { sentenceF1: 0.988, actionF1: 0.902, kind: 0.93, dueDate: 0.971, lead: 0.949, measures: 0.959 };

(present ? describe : describe.skip)('the labelled passages', () => {
  const figures = (chosen: (id: string) => boolean): Record<string, number> => {
    const folder = mkdtempSync(join(tmpdir(), 'yanxing-corpus-'));
    try {
      const [gold, predicted] = [join(folder, 'gold.jsonl'), join(folder, 'predicted.jsonl')];
      const passages = readFileSync(GOLD, 'utf8').split('\n').filter(Boolean).filter((line) => chosen((JSON.parse(line) as { id: string }).id));
      writeFileSync(gold, `${passages.join('\n')}\n`);
      const lines = passages.map((line) => {
        const passage = JSON.parse(line) as { id: string; text: string; date: string | null };
        return JSON.stringify({ id: passage.id, actions: scored(analyse(passage.text, { date: passage.date, calendar })) });
      });
      writeFileSync(predicted, `${lines.join('\n')}\n`);
      const out = execFileSync(process.execPath, [join(FOLDER, 'score.mjs'), gold, predicted], { encoding: 'utf8' });
      return Object.fromEntries(out.trim().split('\n').map((line) => line.trim().split(/\s+/)).map(([name, value]) => [name!, Number(value)]));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  it.each([['as a whole', (): boolean => true, REACHED], ['in the part held out', heldOut, HELD_OUT]] as const)('%s are read no worse than before', (_, chosen, bars) => {
    const now = figures(chosen);
    for (const [name, bar] of Object.entries(bars)) expect([name, now[name]! >= bar ? 'reached' : now[name]]).toEqual([name, 'reached']);
  });
});
