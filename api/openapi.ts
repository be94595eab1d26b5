/** The OpenAPI 3.1 document, made from the declarations of the routes: nothing of it is written by hand. */
import { z } from 'zod';
import { problemAnswer } from './answers';
import { TAGS, type RouteSpec } from './route';

type Json = Readonly<Record<string, unknown>>;

/** Named schemas are collected once and referred to, as OpenAPI does it. */
class Components {
  readonly schemas: Record<string, unknown> = {};

  of(schema: z.ZodType, io: 'input' | 'output'): Json {
    // What JSON Schema cannot say (a refinement, a transform) is said by the refusal of a wrong value.
    const { $schema: _dialect, $defs, ...own } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Record<string, unknown>;
    for (const [name, definition] of Object.entries(($defs ?? {}) as Json)) this.schemas[name] = this.moved(definition);
    const { id, ...inline } = own;
    if (typeof id !== 'string') return this.moved(own);
    this.schemas[id] = this.moved(inline);
    return { $ref: `#/components/schemas/${id}` };
  }

  private moved(node: unknown): Json {
    return JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', '#/components/schemas/') : value))
      .replaceAll(/"id":"[A-Z]\w*",?/g, '')) as Json;
  }
}

const parametersOf = (components: Components, where: 'path' | 'query', schema: z.ZodType | undefined): Json[] => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = components.of(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, field]) => ({ name, in: where, required: where === 'path' || required.includes(name), schema: field }));
};

const header = (name: string, required: boolean, description: string): Json => ({ name, in: 'header', required, description, schema: { type: 'string' } });
const headersOf = ({ idempotent, ifMatch }: RouteSpec): Json[] => [
  ...(idempotent ? [header('Idempotency-Key', true, '每次操作一个新键；重试沿用原键，只办一次')] : []),
  ...(ifMatch === undefined ? [] : [header('If-Match', ifMatch === 'required', '所依据的版本，取自 ETag')]),
];

const BINARY = { type: 'string', format: 'binary' };
const bodyOf = (components: Components, { body, bytes }: RouteSpec): Json => {
  if (bytes !== undefined) return { requestBody: { required: true, content: { 'application/octet-stream': { schema: BINARY } } } };
  return body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: components.of(body, 'input') } } } };
};

const answersOf = (components: Components, { answers }: RouteSpec): Json => Object.fromEntries([
  ...Object.entries(answers).map(([status, schema]) => [status, {
    description: status === '503' ? '暂不能办理' : '成功',
    ...(status === '204' ? {} : { content: schema === null ? { 'application/octet-stream': { schema: BINARY } } : { 'application/json': { schema: components.of(schema, 'output') } } }),
  }]),
  ['default', { description: '未办理，附说明', content: { 'application/problem+json': { schema: components.of(problemAnswer, 'output') } } }],
]) as Json;

const operationOf = (components: Components, spec: RouteSpec): Json => ({
  operationId: `${spec.method}${spec.path.split(/[/:{}]+/).filter((part) => part !== '' && part !== 'api').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')}`,
  summary: spec.summary, tags: [spec.tag], 'x-action': spec.action,
  parameters: [...parametersOf(components, 'path', spec.params), ...parametersOf(components, 'query', spec.query), ...headersOf(spec)],
  ...bodyOf(components, spec),
  responses: answersOf(components, spec),
});

export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: Json;
}

export const openApiOf = (declared: readonly RouteSpec[]): OpenApi => {
  const components = new Components();
  const paths: Record<string, Record<string, Json>> = {};
  for (const spec of declared) {
    const path = spec.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [spec.method]: operationOf(components, spec) };
  }
  return {
    openapi: '3.1.0',
    info: { title: '言行', version: '1', description: '承诺事项的立项、办理、督办与核验。写入操作带 Idempotency-Key；版本用 ETag 与 If-Match；出错按 RFC 9457 说明。' },
    tags: TAGS.map((name) => ({ name })),
    paths,
    components: { schemas: components.schemas },
  };
};
