/** When a mail may leave: the pack's send window (outside it are its quiet hours) and its throttle table. */
import { isWorkingDay } from './calendar';
import type { PolicyPack } from './policy';
import type { Rules } from './state';
import { addDays, civilDateOf, instantAt, msOf, timeOfDay, toInstant, type Instant } from './time';
import type { Occasion } from './vocabulary';

/** First instant from `at` on that lies in the window; `at` itself where it does. */
export const nextInWindow = ({ pack, calendar }: Rules, at: Instant): Instant => {
  const { window } = pack.sending;
  if (window === null) return at;
  const opens = (day: string): boolean => !window.workingDaysOnly || isWorkingDay(calendar, day);
  const day = civilDateOf(at);
  if (opens(day)) {
    if (timeOfDay(at) < window.from) return instantAt(day, window.from);
    if (timeOfDay(at) < window.to) return at;
  }
  let next = addDays(day, 1);
  while (!opens(next)) next = addDays(next, 1);
  return instantAt(next, window.from);
};

export type Throttle = PolicyPack['sending']['throttle'][number];
const HOUR_MS = 3_600_000;

/** Of the times at which mails went, those that still count. */
export const withinHours = (times: readonly Instant[], at: Instant, hours: number): Instant[] => times.filter((time) => time > toInstant(msOf(at) - hours * HOUR_MS));

/** @returns when the next may go; null: now */
export const throttledUntil = ({ max, hours }: Throttle, times: readonly Instant[], at: Instant): Instant | null => {
  const counted = [...withinHours(times, at, hours)].sort();
  const oldest = counted[counted.length - max];
  return oldest === undefined ? null : toInstant(msOf(oldest) + hours * HOUR_MS);
};

/** Whose mails a line of the table counts. */
export const throttleKey = ({ per, hours }: Throttle, mail: { readonly address: string; readonly unit: string; readonly occasion: Occasion }): string =>
  `${per}:${hours}:${per === 'person' ? mail.address.toLowerCase() : per === 'unit' ? mail.unit : mail.occasion}`;

export const neverWaits = ({ sending }: PolicyPack, occasion: Occasion): boolean => sending.urgent.some((one) => one === occasion);
/** Whether anything may have to wait at all: most packs let everything go. */
export const mayWait = ({ sending }: PolicyPack): boolean => sending.window !== null || sending.throttle.length > 0;
