/** The page on which an office edits its rules offers what the schema knows, in words, and no other. */
import { loadPolicies } from '../../config/policies';
import { packForm, type PackField } from '../../domain/pack-form';
import { policyPackSchema } from '../../domain/policy';

const form = packForm();
const byPath = new Map(form.map((field) => [field.path, field]));
const HAN = /\p{Script=Han}/u;

test('every value of every shipped pack has its field, but for the codes that other parts go by', () => {
  const missing = new Set<string>();
  const walk = (value: unknown, path: string): void => {
    if (!byPath.has(path)) return void missing.add(path);
    if (Array.isArray(value)) {
      if (byPath.get(path)?.kind === 'list') value.forEach((one) => { walk(one, `${path}.*`); });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, byPath.get(path)?.kind === 'record' ? `${path}.*` : `${path}.${key}`);
    }
  };
  for (const pack of loadPolicies()) for (const [key, value] of Object.entries(pack)) walk(value, key);
  expect([...missing].sort()).toEqual(['classes.*.code', 'clocks.*.code', 'name', 'suggested', 'version']);
});

test('each field and each choice is in words, and each part of a pack stands under a heading', () => {
  const nameless = (test: (field: PackField) => boolean): string[] => form.filter(test).map(({ path }) => path);
  expect(nameless(({ label }) => !HAN.test(label))).toEqual([]);
  expect(nameless(({ choices }) => choices.some(({ name }) => !HAN.test(name)))).toEqual([]);
  expect(nameless(({ path, group }) => path.includes('.') === (group !== null))).toEqual([]);
});

test('bounds and choices are the schema’s own', () => {
  expect(byPath.get('refusalsAllowed')).toMatchObject({ kind: 'number', min: 0, max: 9, nullable: false });
  expect(byPath.get('light.yellowBefore')).toMatchObject({ kind: 'number', nullable: true });
  expect(byPath.get('signFor.days')?.choices.map(({ name }) => name)).toEqual(['个工作日', '天', '个月', '小时', '分钟']);
});

test('what the page puts in when something is added passes for a part of a pack', () => {
  const standard = loadPolicies().find(({ name }) => name === '标准');
  for (const { path, kind, blank } of form.filter((one) => one.blank !== null && !one.path.includes('*'))) {
    const pack = structuredClone(standard) as unknown as Record<string, Record<string, unknown>>;
    const [top = '', inner] = path.split('.');
    const value = kind === 'list' ? [blank] : blank;
    const from = path.startsWith('stageReview') || path.startsWith('clearance.') ? null : inner === undefined ? { ...pack, [top]: value } : { ...pack, [top]: { ...pack[top], [inner]: value } };
    if (from === null) continue;
    // Words for a person to fill in are left empty.
    const faults = policyPackSchema.safeParse({ ...from, suggested: [] }).error?.issues.map((issue) => issue.path.at(-1)) ?? [];
    expect([path, faults.filter((name) => name !== 'document' && name !== 'series')]).toEqual([path, []]);
  }
});
