import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Builds the pages where they are missing or older than their sources. @throws Error where they cannot be built */
export const buildWeb = (): Promise<void> => new Promise((resolve, reject) => {
  const child = spawn(process.execPath, [join(__dirname, 'build-web.mjs')], { stdio: ['ignore', 'inherit', 'inherit'] });
  child.once('error', reject);
  child.once('close', (code) => (code === 0 ? resolve() : reject(new Error('网页没有构建成功，原因见上'))));
});
