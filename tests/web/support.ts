/**
 * The pages in a real browser, in front of a world of their own.
 *
 * ```ts
 * inBrowser('the ledger', (stage) => {
 *   it('shows what the API lists', async () => {
 *     const page = await stage.open('/ledger');
 *     expect(await look(page, 'ledger')).toEqual([]);
 *   });
 * });
 * ```
 * One world and one browser a file: both take seconds.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { buildWeb } from '../../scripts/web';
import { createWorld, type World, type WorldOptions } from '../support/world';
import { findChromium } from './chromium';

/** Where pictures go; not kept in the repository. */
const SCREENS = join(__dirname, '../../var/screens');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
export const DESK = { width: 1440, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;
/** Of one wait in the browser; on a busy machine a page may take its time, a missing one must not take the file's. */
const WAIT_MS = 20_000;

export interface OpenOptions {
  /** Who is logged in; nobody where null. */
  readonly as?: string | null;
  readonly phone?: boolean;
  readonly javaScript?: boolean;
}

export interface Stage {
  readonly world: World;
  readonly browser: Browser;
  /** A fresh page (cookies, storage) of one person at `path`, which may also be a whole address. */
  open(path: string, options?: OpenOptions): Promise<Page>;
  /** What pages wrote to the console as errors, refusals of the page's policy among them; the net being cut on purpose, asking who is logged in, and what is told about a password, are none. */
  readonly faults: readonly string[];
}

/** Refusals that pages show to who asked, by status: what is wrong in a form where the form tells it, an export or a list of views that is too large, and a log-in that is over. */
const TOLD: readonly (readonly [status: string, path: RegExp])[] = [
  ['409|412|422', /^/], ['400', /^\/api\/(commitments|policies\/([^/]+\/versions|defaults\/\w+)\/check)$/], ['413', /^\/api\/(commitments\.(xlsx|csv)|views)$/], ['401', /^\/api\/(session|commitments|events)/], ['4\\d\\d', /^\/api\/session(\/password)?$/],
];
const isTold = (text: string, path: string): boolean => text.includes('net::ERR_') || TOLD.some(([status, where]) => new RegExp(`status of (${status})`).test(text) && where.test(path));

/** By a token, which goes with every request of the context. */
const logIn = async (context: BrowserContext, world: World, person: string): Promise<void> => {
  await context.setExtraHTTPHeaders(await world.as(person));
};

const openStage = async (options: WorldOptions, path: string | null): Promise<Stage & { close(): Promise<void> }> => {
  const [world, browser] = await Promise.all([
    createWorld(options),
    chromium.launch({ ...(path === null ? {} : { executablePath: path }), args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-component-update', '--disable-sync'] }),
    buildWeb(),
  ]);
  const faults: string[] = [];
  return {
    world, browser, faults,
    async open(to, { as = 'reg', phone = false, javaScript = true } = {}) {
      const context = await browser.newContext({ viewport: phone ? PHONE : DESK, hasTouch: phone, javaScriptEnabled: javaScript, reducedMotion: 'reduce', locale: 'zh-CN', baseURL: world.url });
      context.setDefaultTimeout(WAIT_MS);
      if (as !== null) await logIn(context, world, as);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(`${to}: ${error.message}`));
      page.on('console', (message) => {
        // A refusal that a page tells its reader of is an answer: the browser notes it beside.
        if (message.type() === 'error' && !isTold(message.text(), new URL(message.location().url || 'about:blank').pathname)) faults.push(`${to}: ${message.text()} ${message.location().url}`);
      });
      await page.goto(to);
      return page;
    },
    async close() {
      await browser.close();
      await world.stop();
    },
  };
};

/** A group of tests on a stage of its own, skipped where no Chromium can be had; its name then says why. */
export const inBrowser = (name: string, tests: (stage: Stage) => void, options: WorldOptions = {}): void => {
  const found = findChromium();
  if ('missing' in found) {
    describe.skip(`${name} (no Chromium: ${found.missing})`, () => tests({} as Stage));
    return;
  }
  describe(name, () => {
    const stage = {} as { -readonly [K in keyof Stage]: Stage[K] };
    let close = async (): Promise<void> => undefined;
    beforeAll(async () => {
      const opened = await openStage(options, found.path);
      close = opened.close;
      Object.assign(stage, opened);
    });
    afterAll(() => close());
    tests(stage);
    it('writes no error to the console, and keeps the policy that the pages come with', () => {
      expect(stage.faults).toEqual([]);
    });
  });
};

interface Finding { readonly id: string; readonly impact: string | null; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }

/** What axe finds on the page as it stands: rules of WCAG 2.2 AA and good practice, serious and critical ones. */
export const axe = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate<boolean>('typeof axe === "object"'))) await page.evaluate(AXE);
  const found = await page.evaluate<Finding[]>(`axe.run({
    resultTypes: ['violations'], runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  }).then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`);
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) =>
    `${id} ×${nodes.length}: ${nodes.slice(0, 3).map(({ html, failureSummary = '' }) => `${html.slice(0, 160)} (${failureSummary.split('\n').slice(1, 3).join(' ').trim()})`).join(' | ')}`);
};

/** Days as a machine writes them where people read: officials write 3月2日. What is typed into a field is none of it. */
const machineDates = (page: Page): Promise<string[]> => page.evaluate<string[]>(`(() => {
  const found = [];
  const note = (text, where) => { if (/\\d{4}-\\d\\d-\\d\\d/.test(text ?? '')) found.push('a machine’s date: ' + where.tagName + '.' + where.className + ' ' + text.trim().slice(0, 80)); };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) if (!texts.currentNode.parentElement.closest('script, style, textarea')) note(texts.currentNode.data, texts.currentNode.parentElement);
  for (const one of document.querySelectorAll('[title], [aria-label]')) for (const name of ['title', 'aria-label']) note(one.getAttribute(name), one);
  return found.slice(0, 5);
})()`);

/** Parts out of sight are not drawn until they are near; a picture of the whole page wants them all. */
const drawAll = (page: Page, all: boolean): Promise<unknown> => page.evaluate(`for (const one of document.querySelectorAll('main section')) one.style.contentVisibility = ${all ? "'visible'" : "''"};`);

/** Where the picture of what a page shows just now goes. */
export const screen = (name: string): string => join(SCREENS, `${name}.png`);

/** Of a page without themes of its own choosing, as it stands at phone and at desk width. Leaves the page as it was. */
export const pictures = async (page: Page, name: string): Promise<void> => {
  mkdirSync(SCREENS, { recursive: true });
  const before = page.viewportSize() ?? DESK;
  for (const [kind, size] of [['phone', PHONE], ['desk', DESK]] as const) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(SCREENS, `${name}-${kind}.png`), fullPage: true });
  }
  await page.setViewportSize(before);
};

/** In large text, at desk and phone width: a picture each, and what must be scrolled sideways. Leaves the page as it was. */
export const lookLarge = async (page: Page, name: string): Promise<string[]> => {
  const before = page.viewportSize() ?? DESK;
  const found: string[] = [];
  const large = page.getByRole('button', { name: '大字' });
  await large.dispatchEvent('click');
  for (const [kind, size] of [['desk', DESK], ['phone', PHONE]] as const) {
    await page.setViewportSize(size);
    const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    if (sideways > 0) found.push(`${kind} large: ${sideways} px wider than the screen`);
    await page.screenshot({ path: join(SCREENS, `${name}-${kind}-large.png`), fullPage: true, animations: 'disabled' });
  }
  await large.dispatchEvent('click');
  await page.setViewportSize(before);
  return found;
};

/**
 * The page at desk and phone width, light and dark: pictures for people in `var/screens`, and what axe finds at the desk in
 * light and on the phone in dark, which are all layouts and all colours; dates that no official would write,
 * and a page that must be scrolled sideways. Leaves the page as it was.
 */
export const look = async (page: Page, name: string): Promise<string[]> => {
  mkdirSync(SCREENS, { recursive: true });
  const before = page.viewportSize() ?? DESK;
  const found: string[] = await machineDates(page);
  const dark = page.getByRole('button', { name: '深色' });
  await drawAll(page, true);
  for (const [theme, sizes] of [['light', [DESK, PHONE]], ['dark', [PHONE, DESK]]] as const) {
    for (const size of sizes) {
      const kind = size === DESK ? 'desk' : 'phone';
      await page.setViewportSize(size);
      const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      if (sideways > 0) found.push(`${kind} ${theme}: ${sideways} px wider than the screen`);
      await page.screenshot({ path: join(SCREENS, `${name}-${kind}-${theme}.png`), fullPage: true, animations: 'disabled' });
      if ((size === DESK) === (theme === 'light')) found.push(...(await axe(page)).map((one) => `${kind} ${theme}: ${one}`));
    }
    // Also where a dialog lies over it.
    await dark.dispatchEvent('click');
  }
  await drawAll(page, false);
  await page.setViewportSize(before);
  return found;
};
