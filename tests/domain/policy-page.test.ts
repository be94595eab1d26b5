/** The page that tells an office how to write a pack: its example is a pack, and does what the page's table says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foresee } from '../../domain/foresee';
import { suggestions } from '../../domain/pack-words';
import { policyPackSchema } from '../../domain/policy';
import { register, registrationSchema } from '../../domain/register';
import { civilDateOf } from '../../domain/time';
import { OCCASION_NAMES } from '../../domain/vocabulary';
import { calendar, on } from './support';

const page = readFileSync(join(__dirname, '../../docs/policy-packs.md'), 'utf8');
const [, example = ''] = /```json\n([\s\S]+?)\n```/.exec(page) ?? [];
const rows = page.slice(page.indexOf('| When |')).split('\n').slice(2).filter((line) => line.startsWith('|')).map((line) => line.split('|').map((cell) => cell.trim()).filter((cell) => cell !== ''));

test('the example is a whole pack', () => {
  const given = JSON.parse(example) as Record<string, unknown>;
  const pack = policyPackSchema.parse(given);
  expect(pack).toMatchObject(given);
  expect(suggestions(pack).map(({ path }) => path)).toEqual(given['suggested']);
});

test('a silent unit under it gets what the table says, on those days, and nothing else', () => {
  const rules = { pack: policyPackSchema.parse(JSON.parse(example)), calendar };
  const draft = registrationSchema.parse({ title: '建成一体化平台', kind: 'deliverable', lead: 'data', sponsor: 'sponsor-a', acceptance: ['平台上线运行'], pack: rules.pack.name, due: '2026-03-20' });
  const state = register(draft, { id: 'c1', at: on('2026-03-02', '09:00'), clockShiftMs: 0, wakeSpreadMs: 0 }, rules);
  const told = foresee(state, rules, on('2026-03-02', '08:00'), on('2026-04-30')).map((mail) => [civilDateOf(mail.at), mail.slip?.document ?? OCCASION_NAMES[mail.occasion], mail.post]);
  expect(rows.length).toBeGreaterThan(5);
  expect(told).toEqual(rows);
});

test('every part of a pack is explained', () => {
  for (const part of Object.keys(policyPackSchema.shape)) if (part !== 'name' && part !== 'version' && part !== 'bulletin' && part !== 'wakeSpreadMinutes') expect(page).toContain(`\`${part}`);
});
