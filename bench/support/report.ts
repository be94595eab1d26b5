/** How benchmarks tell what they found: the machine first, then small tables; percentiles by exact sort. */
import { cpus, loadavg } from 'node:os';
import { version as sdkVersion } from '@temporalio/worker/package.json';
import { version as mongooseVersion } from 'mongoose';
import { version as ownVersion } from '../../package.json';
import type { Engines } from '../../scripts/engines';

export const load = (): string => loadavg().map((one) => one.toFixed(1)).join(' ');

export const tellMachine = ({ versions }: Pick<Engines, 'versions'>): void => {
  console.log([
    `yanxing ${ownVersion}, node ${process.versions.node}, @temporalio ${sdkVersion}, mongoose ${mongooseVersion}, Temporal ${versions.temporal}, MongoDB ${versions.mongo}`,
    `${cpus().length} cores (${cpus()[0]?.model.trim() ?? '?'}), TZ ${Intl.DateTimeFormat().resolvedOptions().timeZone}, load average ${load()}, ${new Date().toISOString()}`,
  ].join('\n'));
};

/** @param q 0 to 1 */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** `12.3 (9.8–15.0)`: median and range. */
export const spreadOf = (values: readonly number[], digits = 1): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;

const width = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);

export const table = (title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): void => {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join(' | ')} |`;
  const [first, ...rest] = all;
  console.log(`\n${title}\n${line(first ?? [])}\n|${widths.map((w) => '-'.repeat(w + 2)).join('|')}|\n${rest.map(line).join('\n')}`);
};

/** `--name value` of the command line. */
export const numberOption = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  const value = at === -1 ? fallback : Number(process.argv[at + 1]);
  if (!Number.isFinite(value) || value <= 0) throw new Error(`--${name} wants a number above zero`);
  return value;
};

/** The parts named on the command line, or all of them. */
export const partsWanted = <T extends string>(parts: readonly T[]): readonly T[] => {
  const named = parts.filter((part) => process.argv.includes(part));
  return named.length > 0 ? named : parts;
};
