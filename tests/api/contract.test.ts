/** The contract: one declaration a route, and what is made from it is what lies in the repository. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { declareAll } from '../../api/app';
import type { ApiDeps } from '../../api/deps';
import { docsPage } from '../../api/docs.routes';
import { openApiOf } from '../../api/openapi';

describe('the contract', () => {
  const { declared } = declareAll({ metrics: {} } as ApiDeps);
  const document = openApiOf(declared);

  it('is written down as the routes declare it (otherwise: npm run openapi)', async () => {
    // In a process of its own: the generator is an ES module, which jest does not load.
    await expect(promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/openapi.ts', '--check'], { cwd: join(__dirname, '../..') })).resolves.toBeDefined();
  });

  it('names every route once, in Chinese, with all references resolved', () => {
    expect(Object.values(document.paths).reduce((sum, methods) => sum + Object.keys(methods).length, 0)).toBe(declared.length);
    expect(declared.every(({ summary }) => /\p{Script=Han}/u.test(summary))).toBe(true);
    const text = JSON.stringify(document);
    const { schemas } = document.components as { schemas: Record<string, unknown> };
    const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => String(name));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !(name in schemas))).toEqual([]);
    expect(text).not.toContain('#/$defs/');
  });

  it('asks every JSON post for an Idempotency-Key, but for previews and checks that change nothing and for answers that must not be kept', () => {
    const without = declared.filter(({ method, path, idempotent, bytes }) => method === 'post' && bytes === undefined && path.startsWith('/api/') && !idempotent && !/\/(preview|check|dry-run)$/.test(path));
    expect(without.map(({ path }) => path)).toEqual(['/api/session', '/api/session/password', '/api/tokens', '/api/accounts']);
  });

  it('lets nobody edit by what he no longer sees: whatever changes what is there takes If-Match, or it is said here why not', () => {
    const bare = declared.filter(({ method, path, ifMatch }) => method !== 'get' && ifMatch === undefined && !/\/(preview|check|dry-run)$/.test(path));
    const why: Readonly<Record<string, readonly string[]>> = {
      'makes what was not there': [
        'post /api/commitments', 'post /api/sources', 'post /api/accounts', 'post /api/session', 'post /api/tokens', 'post /api/notices/:id/resend', 'put /api/commitments/:id/evidence/:evidenceId/file',
      ],
      'ends what is never edited': ['delete /api/session', 'delete /api/tokens/:id'],
      'names in path or body what it goes by': ['post /api/sources/:id/corrections/:version/undo', 'post /api/policies/:name/versions', 'post /api/calendar/years', 'post /api/session/password'],
      'can be done once, by whoever is first': ['post /api/strikes/:unit/off'],
      'is many commands, each decided by its matter as it then stands': ['post /api/policies/:name/versions/:version/repin'],
    };
    expect(bare.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.values(why).flat().sort());
  });

  it('says of every operation how one comes in or that nobody is asked, and of every parameter what it means', () => {
    type Operation = { readonly 'x-action': string; readonly security?: readonly object[]; readonly parameters: readonly { readonly name: string; readonly description?: string; readonly schema: { readonly $ref?: string } }[] };
    const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => ({ at: `${method} ${path}`, ...(one as unknown as Operation) })));
    expect(operations.filter((one) => one.security === undefined || (one.security.length === 0) !== (one['x-action'] === 'public')).map(({ at }) => at)).toEqual([]);
    expect(operations.flatMap(({ at, parameters }) => parameters.filter(({ description, schema }) => description === undefined && schema.$ref === undefined).map(({ name }) => `${at} ${name}`))).toEqual([]);
    const { securitySchemes } = document.components as { securitySchemes: Record<string, unknown> };
    expect(operations.flatMap(({ security = [] }) => security.flatMap((way) => Object.keys(way))).filter((name) => !(name in securitySchemes))).toEqual([]);
  });

  it('lists what may stand in a filter, how a day is written, and every code of a problem', () => {
    const list = document.paths['/api/commitments']?.['get'] as { parameters: { name: string; explode?: boolean; schema: { format?: string; items?: { enum: string[] } } }[] };
    const parameter = (name: string) => list.parameters.find((one) => one.name === name);
    expect(parameter('colour')).toMatchObject({ explode: false, schema: { items: { enum: ['red', 'yellow', 'blue', 'green', 'paused', 'closed', 'dropped'] } } });
    expect(parameter('dueFrom')?.schema.format).toBe('date');
    const { Problem } = (document.components as { schemas: Record<string, { properties: { code: { enum: string[] } } }> }).schemas;
    expect(Problem?.properties.code.enum).toEqual(expect.arrayContaining(['invalidInput', 'versionStale', 'wrongState']));
  });

  it('names no answer a file of unknown kind but the evidence itself', () => {
    const unknown = Object.entries(document.paths).filter(([, methods]) => Object.values(methods).some(({ responses }) => JSON.stringify(responses).includes('octet-stream'))).map(([path]) => path);
    expect(unknown).toEqual(['/api/commitments/{id}/evidence/{evidenceId}/file', '/api/commitments/{id}/evidence/{evidenceId}/preview']);
  });

  it('reads as a page that needs no script and no inline style', () => {
    const page = docsPage(document);
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    expect(page).toContain('申请延期');
    for (const words of ['X-CSRF-Token', 'Retry-After', '牵头单位编号', '不必登录']) expect(page).toContain(words);
  });
});
