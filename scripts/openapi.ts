/** Writes docs/openapi.json and the client's types from the routes' declarations; a test says when they are stale. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { declareAll } from '../api/app';
import type { ApiDeps } from '../api/deps';
import { openApiOf } from '../api/openapi';

const ROOT = join(__dirname, '..');

interface Contract { readonly document: string; readonly types: string }

/** Declaring calls nothing, so it needs no engine. */
const contract = async (): Promise<Contract> => {
  const document = openApiOf(declareAll({ metrics: {} } as ApiDeps).declared);
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const types = astToString(await openapiTS(JSON.stringify(document)));
  return { document: `${JSON.stringify(document, null, 1)}\n`, types: `/** Made by \`npm run openapi\` from the routes' declarations. */\n${types}` };
};

const main = async (): Promise<void> => {
  const { document, types } = await contract();
  const files = [[join(ROOT, 'docs/openapi.json'), document], [join(ROOT, 'api/client/schema.d.ts'), types]] as const;
  if (process.argv.includes('--check')) {
    const kept = await Promise.all(files.map(([path]) => readFile(path, 'utf8')));
    if (files.some(([, content], index) => content !== kept[index])) throw new Error('docs/openapi.json or api/client/schema.d.ts is stale: npm run openapi');
    return;
  }
  await Promise.all(files.map(([path, content]) => writeFile(path, content)));
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
