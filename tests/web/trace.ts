/** What a page's main thread did, from a recorded trace of the browser. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const TRACES = join(__dirname, '../../var/traces');

interface TraceEvent { readonly name: string; readonly ph: string; readonly pid: number; readonly tid: number; readonly dur?: number; readonly tdur?: number; readonly args?: { readonly name?: string } }

export interface MainThread {
  readonly tasks: number;
  /** The longest single task, in ms of its own processor: what else a busy machine does is not its fault. */
  readonly longestMs: number;
  /** The same by the wall's clock. */
  readonly longestWallMs: number;
}

/** The trace itself is kept in `var/traces`, for Chrome's own viewer. */
export const traced = async (page: Page, name: string, act: () => Promise<void>): Promise<MainThread> => {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'] });
  await act();
  const trace = await browser.stopTracing();
  mkdirSync(TRACES, { recursive: true });
  writeFileSync(join(TRACES, `${name}.json`), trace);
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: readonly TraceEvent[] };
  const of = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;
  const main = new Set(traceEvents.filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain').map(of));
  const tasks = traceEvents.filter((event) => event.ph === 'X' && event.name === 'RunTask' && main.has(of(event)));
  if (tasks.length === 0) throw new Error('the trace names no task of the page');
  const longest = (values: readonly number[]): number => values.reduce((most, one) => Math.max(most, one), 0) / 1000;
  return { tasks: tasks.length, longestMs: longest(tasks.map(({ tdur = 0 }) => tdur)), longestWallMs: longest(tasks.map(({ dur = 0 }) => dur)) };
};

/** By the wheel, a step a frame, to the end of what there is or `steps` times. */
export const scrollThrough = async (page: Page, steps: number): Promise<void> => {
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
  await page.mouse.move(width / 2, height / 2);
  for (let step = 0; step < steps; step += 1) {
    await page.mouse.wheel(0, height / 2);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  }
};
