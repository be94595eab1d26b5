/** Who used the processor, and whether this process could keep up. Linux only; elsewhere the figures are missing. */
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const TICKS_A_SECOND = 100;

const ticksOf = (pid: number): number => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    return Number.NaN;
  }
};
const wholeMachine = (): { busy: number; idle: number } => {
  try {
    const [, user, nice, system, idle, wait, irq, soft, steal] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/).map(Number);
    return { busy: (user ?? 0) + (nice ?? 0) + (system ?? 0) + (irq ?? 0) + (soft ?? 0) + (steal ?? 0), idle: (idle ?? 0) + (wait ?? 0) };
  } catch {
    return { busy: Number.NaN, idle: Number.NaN };
  }
};

/** In cores, over the time watched. */
export interface CoresUsed {
  readonly named: Readonly<Record<string, number>>;
  /** By processes that are none of ours. */
  readonly others: number;
  readonly idle: number;
  readonly seconds: number;
  /** Of this process's event loop, ms. */
  readonly loopDelayP99: number;
}

/** @returns stops watching */
export const watchCores = (pids: Readonly<Record<string, number | null>>): (() => CoresUsed) => {
  const names = Object.keys(pids);
  const read = (): number[] => names.map((name) => ticksOf(pids[name] ?? 0));
  const [before, all, started] = [read(), wholeMachine(), performance.now()];
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  return () => {
    delay.disable();
    const seconds = (performance.now() - started) / 1000;
    const after = read();
    const cores = (ticks: number): number => ticks / TICKS_A_SECOND / seconds;
    const now = wholeMachine();
    const named = Object.fromEntries(names.map((name, index) => [name, cores((after[index] ?? Number.NaN) - (before[index] ?? Number.NaN))]));
    return {
      named, seconds, idle: cores(now.idle - all.idle), loopDelayP99: delay.percentile(99) / 1e6,
      others: cores(now.busy - all.busy) - Object.values(named).reduce((sum, one) => sum + one, 0),
    };
  };
};
