/** A calendar on its way to the commitments that run by another one: signals in batches, and the wait for what they write. */
import { Context } from '@temporalio/activity';
import { changedYears } from '../domain/calendar-change';
import { ENGINE } from '../domain/state';
import type { Stores } from '../stores';
import type { TemporalGateway } from '../workflows/client';

type CalendarChanged = Parameters<TemporalGateway['calendarChanged']>[1];

const BATCH = 500;
const IN_FLIGHT = 32;
const POLL_MS = 500;
/** So long without one more written down, and the wait ends: what is left runs nowhere, or the engine is away. */
const STALLED_MS = 30_000;

export interface RolloutDeps {
  readonly stores: Pick<Stores, 'commitments' | 'rules'>;
  readonly temporal: Pick<TemporalGateway, 'calendarChanged'>;
}

const beat = (details: unknown): void => {
  try {
    Context.current().heartbeat(details);
  } catch {
    // Called directly, as tests do.
  }
};

export const createRolloutActivities = ({ stores, temporal }: RolloutDeps) => ({
  /** One batch in the order of ids. Told twice, a commitment counts anew once. @returns the last id; null where there are no more */
  async tellCalendar({ version, after }: { readonly version: string; readonly after: string | null }): Promise<string | null> {
    const calendar = await stores.rules.calendarOf(version);
    const by = await stores.rules.calendarSource(version);
    const actor = by === null ? ENGINE : { person: by.person, name: by.name };
    const changes = new Map<string, CalendarChanged>();
    const waiting = await stores.commitments.notCountedBy(version, after, BATCH);
    for (const { calendarVersion } of waiting) {
      if (changes.has(calendarVersion)) continue;
      const old = await stores.rules.calendarOf(calendarVersion);
      changes.set(calendarVersion, { version, years: changedYears(old, calendar), reason: by?.reason ?? '', actor });
    }
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let one = waiting[next++]; one !== undefined; one = waiting[next++]) {
        const change = changes.get(one.calendarVersion);
        if (change) await temporal.calendarChanged(one.id, change);
        beat(one.id);
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
    return waiting.length < BATCH ? null : (waiting.at(-1)?.id ?? null);
  },

  /** Waits as long as more and more of them have written it down. @returns how many have not */
  async awaitCalendar({ version }: { readonly version: string }): Promise<number> {
    let left = await stores.commitments.countNotCountedBy(version);
    for (let stalled = 0; left > 0 && stalled < STALLED_MS; stalled += POLL_MS) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      const now = await stores.commitments.countNotCountedBy(version);
      if (now < left) stalled = 0;
      left = now;
      beat(left);
    }
    return left;
  },
});
