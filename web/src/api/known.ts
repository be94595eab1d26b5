/** What hardly changes, read once a tab and again after it was changed here: units, posts and packs, and the calendar. */
import { get } from './http';
import type { CalendarYear, Organisation } from './types';

const once = <T>(path: string): { readonly read: () => Promise<T>; readonly forget: () => void } => {
  let kept: Promise<T> | null = null;
  const forget = (): void => {
    kept = null;
  };
  return {
    read: () => {
      kept ??= get<T>(path).catch((error: unknown) => {
        forget();
        throw error;
      });
      return kept;
    },
    forget,
  };
};

/** Of units and posts, and of the packs that are in use. */
export const { read: organisation, forget: forgetOrganisation } = once<Organisation>('/api/organisation');
export const { read: calendar, forget: forgetCalendar } = once<{ years: readonly CalendarYear[] }>('/api/calendar');
