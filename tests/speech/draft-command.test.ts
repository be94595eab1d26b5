import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const draft = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', 'scripts/draft.ts', ...args], { cwd: ROOT, encoding: 'utf8' });

describe('npm run draft', () => {
  let folder = '';
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'yanxing-draft-')); });
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('prints a ledger proposal with reasons, lacks and coverage', () => {
    const path = file('speech.txt', '一、工作打算\n我局将于9月底前建成电子档案库。坚持人民至上。\n');
    const { stdout, status } = draft(path, '--date', '2026-03-02', '--explain');
    expect(status).toBe(0);
    for (const words of ['建成电子档案库', '2026-09-30', '立项还缺', '不跟踪', '覆盖率 100 %', 'due/month']) expect(stdout).toContain(words);
  });

  it('prints JSON', () => {
    const { stdout } = draft(file('b.txt', '制定档案管理办法。'), '--json');
    expect(JSON.parse(stdout)).toMatchObject({ drafts: [{ title: '制定档案管理办法', kind: 'deliverable' }], coverage: { unexplained: 0 } });
  });

  it('prints one line for each passage of a stream', () => {
    const lines = ['a', 'b'].map((id) => JSON.stringify({ id, text: '9月底前完成普查。', date: '2026-03-02' }));
    const { stdout } = draft('--jsonl', file('in.jsonl', `${lines.join('\n')}\n`));
    const out = stdout.trim().split('\n').map((line) => JSON.parse(line) as { id: string; actions: unknown[] });
    expect(out.map((line) => line.id)).toEqual(['a', 'b']);
    expect(out[0]?.actions[0]).toMatchObject({ start: 0, end: 8, kind: 'deliverable', due: '9月底前', dueDate: '2026-09-30', cadence: null, lead: null, support: [], measures: [] });
  });

  it('refuses what it cannot read, with the reason', () => {
    expect(draft('--date', '2026-02-30', 'x').status).toBe(2);
    expect(draft('--jsonl', file('bad.jsonl', 'not json\n')).stderr).toContain('第 1 行');
    const empty = draft(file('empty.txt', ''));
    expect(empty.status).toBe(1);
    expect(empty.stdout).toBe('');
  });

  it('reads ten thousand passages without growth of memory', () => {
    const line = JSON.stringify({ id: 'p', text: '我局将于9月底前建成电子档案库，制定管理办法，每季度通报一次。'.repeat(6), date: '2026-03-02' });
    const path = file('many.jsonl', `${line}\n`.repeat(10_000));
    // 96 MB of heap hold the program, not the passages' results.
    const out = execFileSync(process.execPath, ['--max-old-space-size=96', '--import', 'tsx', 'scripts/draft.ts', '--jsonl', path], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 });
    expect(out.trim().split('\n')).toHaveLength(10_000);
  });
});
