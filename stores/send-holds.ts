/** What may not go yet: asked and counted in the transaction that claims a mail, so that two at once never both take the last place. */
import type { ClientSession, Connection } from 'mongoose';
import { mayWait, nextInWindow, neverWaits, throttledUntil, throttleKey, withinHours } from '../domain/sending';
import type { Rules } from '../domain/state';
import { later, type Instant } from '../domain/time';
import { rawCollection } from './connection';
import type { NoticeRecord } from './notice-record';

interface Sent { readonly _id: string; readonly times: readonly Instant[] }

export const createSendHolds = (connection: Connection) => {
  const counts = rawCollection<Sent>(connection, 'throttles');

  /** @returns when it may go; null: it goes now and is counted */
  return async (notice: Pick<NoticeRecord, 'occasion' | 'unit'>, address: string, rules: Rules, at: Instant, session: ClientSession): Promise<Instant | null> => {
    const { pack } = rules;
    if (!mayWait(pack) || neverWaits(pack, notice.occasion)) return null;
    const lines = await Promise.all(pack.sending.throttle.map(async (line) => {
      const _id = throttleKey(line, { address, unit: notice.unit, occasion: notice.occasion });
      return { line, _id, times: (await counts.findOne({ _id }, { session }))?.times ?? [] };
    }));
    let until: Instant = at;
    for (const { line, times } of lines) until = later(until, throttledUntil(line, times, at) ?? until);
    until = nextInWindow(rules, until);
    if (until > at) return until;
    for (const { line, _id, times } of lines) {
      await counts.updateOne({ _id }, { $set: { times: [...withinHours(times, at, line.hours), at] } }, { upsert: true, session });
    }
    return null;
  };
};
