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

<<<<<<< HEAD
  it('asks every JSON post for an Idempotency-Key, but for previews and checks that change nothing', () => {
    expect(declared.filter(({ method, path, idempotent }) => method === 'post' && path.startsWith('/api/') && !idempotent && !/\/(preview|check|dry-run)$/.test(path)).map(({ path }) => path)).toEqual([]);
=======
  it('asks every JSON post for an Idempotency-Key, but for the preview that changes nothing and for what answers with a secret', () => {
    expect(declared.filter(({ method, path, idempotent }) => method === 'post' && path.startsWith('/api/') && !idempotent).map(({ path }) => path)).toEqual(['/api/commitments/bulk/preview', '/api/session', '/api/session/password', '/api/tokens', '/api/accounts']);
>>>>>>> ec5ee43 (Tests: the typed client logs in; what answers with a secret takes no key)
  });

  it('reads as a page that needs no script and no inline style', () => {
    const page = docsPage(document);
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=/);
    expect(page).toContain('申请延期');
  });
});
