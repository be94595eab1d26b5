import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../speech/rules';
import { read } from './support';

describe('the rules of reading a speech', () => {
  it.each(Object.entries(RULES).map(([name, rule]) => [name, rule.example] as const))('%s fires in its own example', (name, example) => {
    expect(read(example).explain.map((line) => line.rule)).toContain(name);
  });

  it('names no rule in the code that a reader cannot look up', () => {
    const folder = join(__dirname, '../../speech');
    const named = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'rules.ts')
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/'(?:sentence|clause|action|kind|due|lead|measure|cadence|support)\/[a-z-]+'/g) ?? []);
    expect([...new Set(named)].map((name) => name.slice(1, -1)).filter((name) => RULES[name] === undefined)).toEqual([]);
  });
});
