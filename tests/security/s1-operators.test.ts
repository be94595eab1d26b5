/** S1 (quality.md): of every route that is declared, each field of path, query and body, held against operators in place of its value. */
import { z } from 'zod';
import { declareAll } from '../../api/app';
import type { ApiDeps } from '../../api/deps';

const OPERATORS: readonly unknown[] = [{ $gt: '' }, { $where: 'sleep(1)' }, { $nor: [{}] }, { $expr: {} }, { $regex: '.*' }, [{ $ne: null }]];

/** Fields whose contents a schema of their own asks for: a command's, those of default limits and templates, a pack's. */
const CARRIED = ['post /api/commitments/bulk/preview body.body', 'post /api/policies/defaults/:name/check body.value', 'post /api/policies/defaults/:name/versions body.value', 'post /api/policies/:name/versions/check body.pack', 'post /api/policies/:name/versions body.pack'];

test('no field of any route takes an operator, and no query a field that is not declared', () => {
  const { declared } = declareAll({ metrics: {} } as ApiDeps);
  const fields = declared.flatMap(({ method, path, params, query, body }) => Object.entries({ path: params, query, body }).flatMap(([where, schema]) => {
    const { properties = {} } = schema === undefined ? {} : z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    return schema === undefined ? [] : Object.keys(properties).map((field) => ({ name: `${method} ${path} ${where}.${field}`, where, field, schema }));
  }));
  const refusesAt = (schema: z.ZodType, value: Record<string, unknown>, field: string): boolean =>
    schema.safeParse(value).error?.issues.some(({ path, code, ...issue }) => path[0] === field || (code === 'unrecognized_keys' && 'keys' in issue && issue.keys.includes(field))) === true;
  expect(fields.filter(({ field, schema }) => !OPERATORS.every((operator) => refusesAt(schema, { [field]: operator }, field))).map(({ name }) => name)).toEqual(CARRIED);
  // As it is written in an address: the parser makes no object of it, so it is a field that nobody declared.
  const queries = fields.filter(({ where, name }) => where === 'query' && !name.includes('/api/oidc/callback'));
  expect(queries.filter(({ field, schema }) => !refusesAt(schema, { [`${field}[$ne]`]: 'x' }, `${field}[$ne]`)).map(({ name }) => name)).toEqual([]);
  expect([fields.length, queries.length].every((count) => count > 50)).toBe(true);
});
