// `npm run build:web`: web/dist from web/src. Does nothing where it is up to date, so start, demo and tests call it every time.
// `--check` looks at types and lint as well.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ensureInstalled, say } from './dependencies.mjs';

const web = resolve(dirname(fileURLToPath(import.meta.url)), '../web');
const dist = join(web, 'dist');
const SOURCES = ['index.html', 'package-lock.json', 'public', 'src', 'tsconfig.json', 'vite.config.ts'];
/** What any page may ask for as script before it shows something, gzip. */
const FIRST_PAGE_LIMIT = 300 * 1024;

function filesIn(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]));
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const name of SOURCES) {
    const path = join(web, name);
    for (const file of /\.\w+$/.test(name) ? [path] : filesIn(path)) hash.update(relative(web, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** @returns whether it succeeded; its output is shown only where it did not */
function tool(script, args) {
  const child = spawn(process.execPath, [join(web, 'node_modules', script), ...args], { cwd: web, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((done) => {
    child.once('error', (error) => {
      say(error.message);
      done(false);
    });
    child.once('close', (code) => {
      if (code !== 0) say(output.trim());
      done(code === 0);
    });
  });
}

/** Largest of all pages: the entry's scripts and the page's own, with what they import at once. */
function firstPage(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const scripts = (key, found = new Set()) => {
    if (found.has(key)) return found;
    found.add(key);
    (manifest[key].imports ?? []).forEach((one) => scripts(one, found));
    return found;
  };
  const sizeOf = (keys) => [...keys].reduce((sum, key) => sum + gzipSync(readFileSync(join(folder, manifest[key].file))).length, 0);
  const pages = Object.keys(manifest).filter((key) => key.startsWith('src/pages/') && manifest[key].isDynamicEntry);
  return pages.map((page) => ({ page, bytes: sizeOf(scripts(page, scripts('index.html'))) })).sort((a, b) => b.bytes - a.bytes)[0];
}

/** Beside each script and style its packed form, which the api hands to every browser that takes it. */
function pack(folder) {
  for (const file of filesIn(folder)) {
    if (/\.(js|css|svg)$/.test(file)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}

async function build(sha256) {
  const since = Date.now();
  // Built beside and put in place whole: two processes may build at the same time, and a server may be reading.
  const fresh = join(web, `dist-${process.pid}`);
  try {
    if (!(await tool('vite/bin/vite.js', ['build', '--logLevel', 'warn', '--outDir', fresh]))) return false;
    const largest = firstPage(fresh);
    const kilobytes = Math.round(largest.bytes / 1024);
    if (largest.bytes > FIRST_PAGE_LIMIT) {
      say(`${largest.page} loads ${kilobytes} KB of script at once (gzip); the limit is ${FIRST_PAGE_LIMIT / 1024} KB. Load charts and editors when they are needed.`);
      return false;
    }
    pack(join(fresh, 'assets'));
    writeFileSync(join(fresh, '.sources-sha256'), sha256);
    rmSync(dist, { recursive: true, force: true });
    try {
      renameSync(fresh, dist);
    } catch (error) {
      if (!existsSync(join(dist, '.sources-sha256'))) throw error; // else the other process was first, with the same sources
    }
    say(`web built 网页已构建 (${Math.round((Date.now() - since) / 1000)} s; largest first page ${kilobytes} KB of script, gzip)`);
    return true;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

await ensureInstalled(web);
const sha256 = sourcesHash();
const stamp = join(dist, '.sources-sha256');
const present = existsSync(stamp) && readFileSync(stamp, 'utf8') === sha256;
let ok = present || (await build(sha256));
if (process.argv.includes('--check')) {
  const checks = await Promise.all([tool('vue-tsc/bin/vue-tsc.js', ['--noEmit']), tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0'])]);
  ok = ok && checks.every(Boolean);
}
process.exit(ok ? 0 : 1);
