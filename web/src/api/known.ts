/** What hardly changes, read once a tab: units and posts, and the calendar. */
import { get } from './http';
import type { CalendarYear, Organisation } from './types';

const once = <T>(path: string): (() => Promise<T>) => {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= get<T>(path).catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
};

export const organisation = once<Organisation>('/api/organisation');
export const calendar = once<{ years: readonly CalendarYear[] }>('/api/calendar');
