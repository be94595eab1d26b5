/**
 * Claims digests in batches: one transaction decides for all their lines whether they are still owed, and writes to every
 * projection it judged by, so that no wake slips in between (as for single notices, without a transaction a line).
 */
import { randomUUID } from 'node:crypto';
import type { ClientSession, Connection, mongo } from 'mongoose';
import { stillOwed } from '../domain/notices';
import type { Holder } from '../domain/organisation';
import type { Commitment } from '../domain/state';
import { civilDateOf, type CivilDate, type Instant } from '../domain/time';
import { wholeState } from './commitments';
import { inTransaction, rawCollection } from './connection';
import type { DigestRecord } from './digests';
import { bouncesSince, type ClaimedProjection } from './notice-claim';
import { bouncedAmong, type NoticeRecord } from './notice-record';

export interface ClaimedEntry { readonly state: Commitment; readonly number: string | null; readonly lines: readonly NoticeRecord[] }
export interface ClaimedDigest { readonly digest: DigestRecord; readonly token: string; readonly entries: readonly ClaimedEntry[] }

export interface DigestClaimInput {
  readonly digestIds: readonly string[];
  readonly asOf: Instant;
  readonly holdersOf: (posts: readonly string[], onDate: CivilDate, session: ClientSession) => Promise<Map<string, Holder[]>>;
}

interface Judged {
  readonly digest: DigestRecord;
  readonly owed: readonly NoticeRecord[];
  readonly dropped: readonly string[];
  readonly bounced: readonly string[];
}

export const createDigestClaim = (connection: Connection, raw: mongo.Collection<DigestRecord>) => {
  const commitments = rawCollection<ClaimedProjection>(connection, 'commitments');
  const notices = rawCollection<NoticeRecord>(connection, 'notices');

  const claim = async ({ digestIds, asOf, holdersOf }: DigestClaimInput, session: ClientSession): Promise<ClaimedDigest[]> => {
    const open = await raw.find({ _id: { $in: [...digestIds] }, state: { $in: ['pending', 'claimed', 'deferred'] } }, { session }).toArray();
    if (open.length === 0) return [];
    const lines = await notices.find({ _id: { $in: open.flatMap((digest) => digest.lines) }, state: 'pending' }, { session }).toArray();
    const ids = [...new Set(lines.map((line) => line.commitment))];
    await commitments.updateMany({ _id: { $in: ids } }, { $set: { claimedAt: asOf }, $inc: { claims: 1 } }, { session });
    const found = await commitments.find({ _id: { $in: ids } }, { session, projection: { state: 1, number: 1, 'lines.id': 1 } }).toArray();
    const projections = found.map((projection) => ({ ...projection, state: wholeState(projection.state) }));
    const holders = await holdersOf([...new Set(lines.map((line) => line.post))], civilDateOf(asOf), session);
    const bounced = await bouncedAmong(notices, [...new Set(open.map((digest) => digest.address))], bouncesSince(asOf), session);
    const byCommitment = new Map(projections.map((projection) => [projection._id, projection]));
    const written = new Map(projections.map((projection) => [projection._id, new Set(projection.lines.map((line) => line.id))]));
    const byId = new Map(lines.map((line) => [line._id, line]));

    const judge = (digest: DigestRecord): Judged => {
      const found = digest.lines.flatMap((id) => byId.get(id) ?? []);
      // A line answered meanwhile has left the projection's list; `stillOwed` judges the commitment as a whole.
      const isOwed = (line: NoticeRecord): boolean => {
        const projection = byCommitment.get(line.commitment);
        return projection !== undefined && written.get(line.commitment)?.has(line._id) === true && stillOwed(line, projection.state);
      };
      const owed = found.filter(isOwed);
      // A line whose post changed hands since the gathering stays pending for its new holder's next digest.
      const mine = owed.filter((line) => holders.get(line.post)?.some((holder) => holder.person === digest.person));
      const off = bounced.has(digest.address);
      return {
        digest, owed: off ? [] : mine, bounced: off ? mine.map((line) => line._id) : [],
        dropped: found.filter((line) => !owed.includes(line)).map((line) => line._id),
      };
    };
    const judged = open.map(judge);

    const suppress = (lineIds: readonly string[], reason: 'noLongerOwed' | 'addressBounced') => ({
      updateMany: { filter: { _id: { $in: [...lineIds] } }, update: { $set: { state: 'suppressed' as const, reason, settledAt: asOf } } },
    });
    await notices.bulkWrite([
      suppress(judged.flatMap((one) => one.dropped), 'noLongerOwed'),
      suppress(judged.flatMap((one) => one.bounced), 'addressBounced'),
    ], { session });

    const token = randomUUID();
    await raw.bulkWrite(judged.map(({ digest, owed }) => ({
      updateOne: {
        filter: { _id: digest._id },
        update: {
          $set: {
            lines: owed.map((line) => line._id), sendStarted: false, nextAttemptAt: null,
            ambiguous: digest.ambiguous + (digest.state === 'claimed' && digest.sendStarted ? 1 : 0),
            ...(owed.length > 0 ? { state: 'claimed' as const, token, claimedAt: asOf } : { state: 'empty' as const, token: null, settledAt: asOf }),
          },
          $inc: { attempts: owed.length > 0 ? 1 : 0 },
        },
      },
    })), { session });

    const claimed = await raw.find({ _id: { $in: open.map((digest) => digest._id) }, token, state: 'claimed' }, { session }).toArray();
    const owedOf = new Map(judged.map((one) => [one.digest._id, one.owed]));
    return claimed.map((digest) => {
      const groups = new Map<string, NoticeRecord[]>();
      for (const line of owedOf.get(digest._id) ?? []) groups.set(line.commitment, [...(groups.get(line.commitment) ?? []), line]);
      const entries = [...groups].flatMap(([id, own]) => {
        const projection = byCommitment.get(id);
        return projection ? [{ state: projection.state, number: projection.number, lines: own }] : [];
      });
      return { digest, token, entries };
    });
  };

  /** @returns the digests that are to be sent now; those with nothing left are settled as `empty` */
  return (input: DigestClaimInput): Promise<ClaimedDigest[]> => inTransaction(connection, (session) => claim(input, session));
};
