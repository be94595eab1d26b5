/**
 * Odd requests made from the OpenAPI document itself, always the same ones: none brings the API down, nothing refused is stored,
 * and no log line breaks. A fault found here is a fault of a declaration or of a handler, never of the request.
 */
import { openApiOf } from '../../api/openapi';
import { declareAll } from '../../api/app';
import type { ApiDeps } from '../../api/deps';
import { draft, openOffice, type Office } from '../api/support';
import { TOLD, watchWrites, type Written } from '../support/writes';

const REQUESTS = 3_000;
const AT_ONCE = 12;
/** Behind whose rights all routes lie; the registrar's are the most. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = { registrar: ['registrar'], xitong: ['systemAdmin'], shenji: ['auditAdmin'] };
/** What a refused request may leave behind: that it was asked, by whom, and with which key. */
const TRACES: ReadonlySet<string> = new Set(['access_audit', 'idempotency', 'loginAttempts']);
/** Among what the accepted ones stored, so that it is known that the watching sees: a document, a transaction, a file, a list. */
const SEEN = ['accounts', 'commitments', 'evidence.chunks', 'evidence.files', 'ledger_views', 'sentences', 'sources'];

/** mulberry32: small, and the same on every machine. */
const seeded = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

const ODD_TEXT = [
  '', ' ', '0', '-1', '1e309', 'null', '$where', '$gt', '__proto__', 'constructor', '../../etc/passwd', '<script>alert(1)</script>', '{{7*7}}', "';--", '=1+1',
  'a\u0000b', '\u202e反向', '\u2028换行', '行一\r\nlevel=50 forged', '\ud800', '𠮷'.repeat(2_000), 'e\u0301'.repeat(500), 'ﷺ', '👨‍👩‍👧‍👦', '９９', 'x'.repeat(20_000), '2026-02-30', '9999-12-31', '2026-03-02',
];
const ODD: readonly unknown[] = [
  ...ODD_TEXT, null, true, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER + 1, [], {}, [[]], ['a', 'a'], { $gt: '' }, { $where: 'sleep(1)' }, { $nor: [{}] }, { $expr: {} },
  { constructor: { prototype: { polluted: 1 } } }, Array.from({ length: 3_000 }, () => 1),
];

interface Schema { readonly $ref?: string; readonly type?: string; readonly enum?: readonly unknown[]; readonly const?: unknown; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly properties?: Readonly<Record<string, Schema>>; readonly items?: Schema }
interface Operation { readonly parameters: readonly { name: string; in: string; schema: Schema }[]; readonly requestBody?: { content: Readonly<Record<string, { schema: Schema }>> } }

describe('requests made from the document', () => {
  const lines: string[] = [];
  let office: Office;
  let writes: ReturnType<typeof watchWrites>;
  beforeAll(async () => {
    office = await openOffice({ write: (line) => void lines.push(line) }, {}, TOLD);
    writes = watchWrites(office.stores.connection);
    await office.startWorker();
    for (const [person, roles] of Object.entries(PEOPLE)) {
      await office.as(person);
      await office.stores.accounts.change(person, 1, { roles });
    }
  });
  afterAll(async () => {
    writes.stop();
    await office.close();
  });

  it(`answers ${REQUESTS} odd ones without a fault of its own, stores none it refused, and logs whole lines`, async () => {
    const random = seeded(20_260_302);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const document = openApiOf(declareAll({ metrics: {} } as ApiDeps).declared);
    // A stream of events has no end to wait for.
    const operations = Object.entries(document.paths).filter(([path]) => path !== '/api/events').flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation: operation as unknown as Operation })));
    const known = (await office.call<{ id: string }>('POST', '/api/commitments', { body: draft() })).body.id;

    /** Fit for its type, more or less; now and then something else altogether. */
    const valueOf = (schema: Schema, depth = 0): unknown => {
      if (random() < 0.12 || depth > 5) return pick(ODD);
      if (schema.const !== undefined) return schema.const;
      if (schema.enum) return pick(schema.enum);
      const choice = schema.anyOf ?? schema.oneOf;
      if (choice) return valueOf(pick(choice), depth + 1);
      switch (schema.type) {
        case 'object': {
          const fields = Object.entries(schema.properties ?? {}).flatMap(([name, field]): [string, unknown][] => (random() < 0.1 ? [] : [[name, valueOf(field, depth + 1)]]));
          return Object.fromEntries([...fields, ...(random() < 0.1 ? [[pick(['status', '_id', 'role', 'seq', '$set', 'toString', '__proto__']), pick(ODD)]] : [])] as [string, unknown][]);
        }
        case 'array': return Array.from({ length: Math.floor(random() * 3) }, () => valueOf(schema.items ?? {}, depth + 1));
        case 'number': case 'integer': return pick([0, 1, 50, 100, -1, 1e9]);
        case 'boolean': return random() < 0.5;
        case 'null': return null;
        default: return pick(['sjj', 'sponsor@szf', '标准', '2026-06-15', '办理情况', ...ODD_TEXT]);
      }
    };
    const inUrl = (text: string): string => encodeURIComponent(text.slice(0, 3_000).replaceAll(/\p{Surrogate}/gu, '\ufffd'));
    const requestOf = (index: number) => {
      const { path, method, operation } = pick(operations);
      const address = path.replaceAll(/\{(\w+)\}/g, () => inUrl(random() < 0.5 ? known : pick(ODD_TEXT.filter((text) => text !== ''))));
      const query = operation.parameters.filter((one) => one.in === 'query' && random() < 0.5).map((one) => `${one.name}=${inUrl(String(valueOf(one.schema)))}`);
      if (random() < 0.1) query.push(pick(['unit[$ne]=x', '$where=1', '__proto__=1', 'a=1&a=2', 'constructor[prototype]=1']));
      const type = Object.keys(operation.requestBody?.content ?? {})[0];
      const json = type === 'application/json';
      const content = operation.requestBody?.content[type ?? '']?.schema ?? {};
      const whole = path === '/api/commitments' && random() < 0.5 ? draft({ title: `第${index}项` }) : valueOf(content);
      const raw = type === undefined ? undefined : json ? (random() < 0.05 ? pick(['{', '[]', 'null', '{"__proto__":{"polluted":1}}', '{"a":1,"a":2}']) : JSON.stringify(whole)) : Buffer.from(pick(ODD_TEXT));
      const headers = {
        ...(type === undefined ? {} : { 'Content-Type': random() < 0.03 ? 'text/plain' : type }),
        ...(operation.parameters.some((one) => one.name === 'If-Match') && random() < 0.7 ? { 'If-Match': pick(['"1"', '"0"', 'x', '*', 'W/"3"']) } : {}),
      };
      return { method: method.toUpperCase(), person: pick(['registrar', ...Object.keys(PEOPLE)]), address: `${address}${query.length > 0 ? `?${query.join('&')}` : ''}`, raw, headers, key: random() < 0.05 ? null : random() < 0.05 ? 'ein schlüssel'.slice(0, 3) : `f${index}` };
    };

    const whole = (method: string, address: string, person: string, body: object | Buffer, key: string | null = null) => ({
      address, method, person, key, ...(Buffer.isBuffer(body) ? { raw: body, headers: { 'Content-Type': 'application/octet-stream' } } : { raw: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const requests: (ReturnType<typeof whole> | ReturnType<typeof requestOf>)[] = [
      whole('POST', '/api/accounts', 'xitong', { account: 'newcomer', person: 'newcomer', name: '新人' }),
      whole('PUT', '/api/views', 'registrar', { name: '逾期', query: 'colour=red', columns: [] }),
      whole('POST', '/api/sources', 'registrar', { title: '讲话', kind: 'speech', date: '2026-03-01', text: '要做好工作，6月底前完成清理。' }, 'whole'),
      ...Array.from({ length: REQUESTS }, (_, index) => requestOf(index)),
      // Taken from the end: before any other may have ended the matter.
      whole('PUT', `/api/commitments/${known}/evidence/e1/file?name=a.txt`, 'registrar', Buffer.from('印发')),
    ];
    const faults: unknown[] = [];
    const work = async (): Promise<void> => {
      for (let request = requests.pop(); request; request = requests.pop()) {
        const { method, address, raw, headers, key, person } = request;
        const { status, text } = await office.call(method, address, { ...(raw === undefined ? {} : { raw }), headers, key, person });
        if (status >= 500 || status < 200) faults.push({ method, address: address.slice(0, 200), raw: String(raw).slice(0, 300), status, text: text.slice(0, 300) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(faults).toEqual([]);
    const stored = ({ stored: all }: Written): string[] => [...all].filter((name) => !TRACES.has(name));
    const isRefused = ({ request, response }: Written): boolean => response.statusCode >= 400 || request.method === 'GET';
    const wrongly = writes.requests.filter((one) => isRefused(one) && stored(one).length > 0);
    expect(wrongly.map((one) => `${one.request.method ?? ''} ${(one.request.url ?? '').slice(0, 200)}: ${one.response.statusCode}, stored in ${stored(one).join(', ')}`)).toEqual([]);
    expect([...new Set(writes.requests.filter((one) => !isRefused(one)).flatMap(stored))]).toEqual(expect.arrayContaining(SEEN));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(lines.flatMap((line) => line.split('\n').filter((part) => part !== '')).every((line) => typeof JSON.parse(line) === 'object')).toBe(true);
  });
});
