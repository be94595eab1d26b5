/** The OpenAPI 3.1 document, made from the declarations of the routes: nothing of it is written by hand. */
import { z } from 'zod';
import { problemAnswer } from './answers';
import { COMMA_LIST } from './fields';
import { PARAMETER_WORDS } from './parameter-words';
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
  return Object.entries(properties).map(([name, { description = PARAMETER_WORDS[name], ...field }]) => {
    const values = field[COMMA_LIST];
    return {
      name, in: where, required: where === 'path' || required.includes(name), ...(description === undefined ? {} : { description }),
      ...(values === undefined ? { schema: field } : { style: 'form', explode: false, schema: { type: 'array', uniqueItems: true, items: { type: 'string', enum: values } } }),
    };
  });
};

const header = (name: string, required: boolean, description: string): Json => ({ name, in: 'header', required, description, schema: { type: 'string' } });
const headersOf = ({ idempotent, ifMatch }: RouteSpec): Json[] => [
  ...(idempotent ? [header('Idempotency-Key', true, '每次操作一个新键；重试沿用原键，只办一次')] : []),
  ...(ifMatch === undefined ? [] : [header('If-Match', ifMatch === 'required', '所依据的版本，取自 ETag')]),
];

const SECURITY = {
  session: { type: 'apiKey', in: 'cookie', name: 'yanxing', description: '登录后的会话（POST /api/session）；经 HTTPS 时名为 __Host-yanxing' },
  csrf: { type: 'apiKey', in: 'header', name: 'X-CSRF-Token', description: '用会话时，写入操作须带登录答复中的 csrfToken；用令牌的不必' },
  token: { type: 'http', scheme: 'bearer', description: '系统对接的令牌（POST /api/tokens），限于所列操作' },
} as const;
/** A cookie goes along with whatever a page sends, so a write needs what only our own page knows; a token goes with nothing by itself. */
const securityOf = ({ action, method }: RouteSpec): Json[] =>
  (action === 'public' ? [] : [method === 'get' ? { session: [] } : { session: [], csrf: [] }, { token: [] }]);

const text = (description: string): Json => ({ description, schema: { type: 'string' } });
const HEADERS = {
  ETag: text('这一内容的版本，修改时写入 If-Match'),
  Location: text('新建或办理中的内容的地址'),
  'Retry-After': { description: '多少秒之后再试', schema: { type: 'integer' } },
  RateLimit: text('本分钟还可几次（r），几秒后重新计算（t）'),
  'RateLimit-Policy': text('每分钟的上限（q）'),
  'Idempotency-Replayed': text('为 true 时，这是同一个键先前那次的答复'),
};
const headersNamed = (...names: (keyof typeof HEADERS)[]): Json => ({ headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])) });

const BINARY = { type: 'string', format: 'binary' };
const bodyOf = (components: Components, { body, bytes }: RouteSpec): Json => {
  if (bytes !== undefined) return { requestBody: { required: true, content: { 'application/octet-stream': { schema: BINARY } } } };
  return body === undefined ? {} : { requestBody: { required: true, content: { 'application/json': { schema: components.of(body, 'input') } } } };
};

const answersOf = (components: Components, { answers, idempotent, media = 'application/octet-stream', path }: RouteSpec): Json => {
  const limited = path.startsWith('/api') ? ['RateLimit' as const, 'RateLimit-Policy' as const] : [];
  const named = (status: string, schema: z.ZodType | null): (keyof typeof HEADERS)[] => {
    const shape = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    return [
      ...(status === '302' || ((status === '201' || status === '202') && shape.includes('self')) ? ['Location' as const] : []), ...(shape.includes('version') ? ['ETag' as const] : []),
      ...(idempotent ? ['Idempotency-Replayed' as const] : []), ...limited,
    ];
  };
  const content = (status: string, schema: z.ZodType | null): Json => {
    if (status === '204' || status === '302') return {};
    if (schema === null) return { content: { [media]: { schema: media.startsWith('text/') ? { type: 'string' } : BINARY } } };
    return { content: { 'application/json': { schema: components.of(schema, 'output') } } };
  };
  return Object.fromEntries([
    ...Object.entries(answers).map(([status, schema]) => [status, { description: status === '503' ? '暂不能办理' : status === '302' ? '转到另一地址' : '成功', ...headersNamed(...named(status, schema)), ...content(status, schema) }]),
    ['default', { description: '未办理，附说明', ...headersNamed('Retry-After', ...limited), content: { 'application/problem+json': { schema: components.of(problemAnswer, 'output') } } }],
  ]) as Json;
};

const operationOf = (components: Components, spec: RouteSpec): Json => ({
  operationId: `${spec.method}${spec.path.split(/[/:{}]+/).filter((part) => part !== '' && part !== 'api').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')}`,
  summary: spec.summary, tags: [spec.tag], 'x-action': spec.action, security: securityOf(spec),
  parameters: [...parametersOf(components, 'path', spec.params), ...parametersOf(components, 'query', spec.query), ...headersOf(spec)],
  ...bodyOf(components, spec),
  responses: answersOf(components, spec),
});

export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly servers: readonly Json[];
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
    servers: [{ url: '/', description: '本系统的地址' }],
    tags: TAGS.map((name) => ({ name })),
    paths,
    components: { schemas: components.schemas, securitySchemes: SECURITY, headers: HEADERS },
  };
};
