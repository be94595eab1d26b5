/** The daily digest in two activities: gather the due lines by person, then send in batches. Both may be repeated. */
import { isWorkingDay } from '../domain/calendar';
import { isAddrSpec, type Holder } from '../domain/organisation';
import { addDays, instantAt, msOf, toInstant, type CivilDate, type Instant } from '../domain/time';
import type { SuppressionReason } from '../domain/vocabulary';
import { inTransaction } from '../stores/connection';
import type { ClaimedDigest } from '../stores/digest-claim';
import { digestId, type DigestRecord, type DigestState, type NewDigest } from '../stores/digests';
import { bouncesSince } from '../stores/notice-claim';
import type { LineOutcome, NoticeRecord, SendOutcome } from '../stores/notices';
import { mailDeferred, outcomeOf } from './deliver-notice';
import { cachedUnitNames, heartbeating, nowOf, persistently, retryDelay, RETRY_DELAYS_MS, type MailDeps } from './mail/deps';
import { messageIdOf } from './mail/message-id';
import { renderDigest, type DigestEntry } from './mail/templates';

/** Longest holiday with its weekend: a first run looks no further back, and projections keep lines no longer. */
const FIRST_RUN_DAYS = 12;
/** One transaction a batch: large enough to be cheap, small enough not to collide with a morning's wakes. */
const BATCH = 25;

export interface GatherInput { readonly date: CivilDate; readonly asOf: Instant }
export interface SendInput { readonly digestIds: readonly string[]; readonly asOf: Instant }
export type SentDigests = Readonly<Record<Exclude<DigestState, 'pending' | 'claimed' | 'deferred'>, number>>;

interface Sorted { readonly digests: readonly NewDigest[]; readonly suppressed: ReadonlyMap<SuppressionReason, readonly string[]> }

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

export const createDigestActivities = (deps: MailDeps) => {
  const { connection, notices, organisation, digests, transport, rules } = deps;
  const delays = deps.retryDelaysMs ?? RETRY_DELAYS_MS;
  const unitNames = cachedUnitNames(organisation);

  /** By person; a line nobody can get is suppressed with the reason. */
  const byPerson = async (lines: readonly NoticeRecord[], date: CivilDate, asOf: Instant): Promise<Sorted> => {
    const holders = await organisation.holdersOf([...new Set(lines.map((line) => line.post))], date);
    const mails = [...new Set([...holders.values()].flat().map((holder) => holder.mail).filter(isAddrSpec))];
    const bounced = await notices.bouncedAddresses(mails, bouncesSince(asOf));
    const people = new Map<string, { holder: Holder; lines: string[] }>();
    const suppressed = new Map<SuppressionReason, string[]>();
    for (const line of lines) {
      const present = holders.get(line.post) ?? [];
      const valid = present.filter((holder) => isAddrSpec(holder.mail));
      const holder = valid.find((one) => !bounced.has(one.mail));
      if (holder) {
        const own = people.get(holder.person) ?? { holder, lines: [] };
        own.lines.push(line._id);
        people.set(holder.person, own);
      } else {
        const reason = present.length === 0 ? 'nobody' : valid.length === 0 ? 'badAddress' : 'addressBounced';
        suppressed.set(reason, [...(suppressed.get(reason) ?? []), line._id]);
      }
    }
    return {
      digests: [...people.values()].map((own) => ({ person: own.holder.person, name: own.holder.name, address: own.holder.mail, date, lines: own.lines })),
      suppressed,
    };
  };

  /** One a unit: several lines about one unit are answered in one step, and each by the post it is for. */
  const linksOf = (lines: readonly NoticeRecord[], address: string, now: Instant): DigestEntry['links'] =>
    [...new Map(lines.map((line) => [line.unit, line])).values()].flatMap((line) => {
      const url = deps.link?.(line, address, now) ?? null;
      return url === null ? [] : [{ unit: line.unit, url }];
    });

  const send = async ({ digest, token, entries }: ClaimedDigest, asOf: Instant): Promise<void> => {
    const now = nowOf(asOf);
    const mail = renderDigest({
      asOf: now, date: digest.date, office: transport.from.name, unitName: await unitNames(),
      entries: await Promise.all(entries.map(async (entry) => ({ ...entry, rules: await rules.forCommitment(entry.state), links: linksOf(entry.lines, digest.address, now) }))),
    });
    const result = await transport.send({
      ...mail, messageId: messageIdOf(digest._id, transport.host), thread: null, date: now, to: { name: digest.name, address: digest.address },
    }, () => digests.markSendStarted(digest._id, token));
    const outcome = outcomeOf(result, digest.ambiguous, toInstant(msOf(now) + retryDelay(delays, digest.attempts)), deps.sentAgain);
    // Not ours any more: whoever took over records what became of it.
    await persistently(() => inTransaction(connection, async (session) => {
      const at = nowOf(asOf);
      if (!(await digests.record(digest._id, token, outcome, at, session))) return;
      const lines = lineOutcome(outcome, digest);
      if (lines) await notices.settleLines(digest.lines, lines, at, session);
    }));
  };

  return {
    /** @returns the ids to be sent: the same ones when repeated for the same date */
    async gatherDigest({ date, asOf }: GatherInput): Promise<{ digestIds: string[]; workingDay: boolean }> {
      if (!isWorkingDay(await rules.calendar(), date)) return { digestIds: [], workingDay: false };
      const done = await digests.run(date);
      if (done) return { digestIds: [...done.digestIds], workingDay: true };
      const since = (await digests.lastRun(asOf))?.asOf ?? instantAt(addDays(date, -FIRST_RUN_DAYS), '00:00');
      const due = await notices.dueLines(since, asOf);
      await notices.insertLines(due, asOf);
      // Also those that an earlier digest could not bring to anybody's mailbox.
      const pending = await notices.pendingLines();
      const digestIds = await inTransaction(connection, async (session) => {
        const other = await digests.run(date, session);
        if (other) return [...other.digestIds];
        const repeated = await digests.supersedeBefore(date, asOf, session);
        const held = new Set(repeated.flatMap((digest) => digest.lines));
        const sorted = await byPerson(pending.filter((line) => !held.has(line._id)), date, asOf);
        await digests.insert(sorted.digests, asOf, session);
        for (const [reason, ids] of sorted.suppressed) await notices.settleLines(ids, { state: 'suppressed', reason }, asOf, session);
        const ids = [...repeated.map((digest) => digest._id), ...sorted.digests.map((digest) => digestId(digest.person, date))];
        await digests.saveRun({ _id: date, asOf, digestIds: ids }, session);
        return ids;
      });
      return { digestIds, workingDay: true };
    },

    /**
     * @returns how many ended how, those of earlier attempts included
     * @throws ApplicationFailure `mailDeferred` where some met a temporary failure; the next attempt takes only those
     */
    sendDigests: ({ digestIds, asOf }: SendInput): Promise<SentDigests> => heartbeating(async (tell) => {
      let handled = 0;
      for (const batch of chunks(digestIds, BATCH)) {
        const claimed = await digests.claimBatch({ digestIds: batch, asOf: nowOf(asOf), holdersOf: organisation.holdersOf });
        const results = await Promise.allSettled(claimed.map(async (one) => {
          await send(one, asOf);
          tell({ handled: (handled += 1), of: digestIds.length });
        }));
        const failed = results.find((result) => result.status === 'rejected');
        if (failed) throw failed.reason;
      }
      const counts = { sent: 0, bounced: 0, expired: 0, empty: 0, superseded: 0 };
      const left = [];
      for (const digest of await digests.getMany(digestIds)) {
        if (digest.state === 'pending' || digest.state === 'claimed' || digest.state === 'deferred') left.push(digest);
        else counts[digest.state] += 1;
      }
      const first = left[0];
      if (first) {
        const attempts = Math.min(...left.map((digest) => digest.attempts));
        throw mailDeferred(`${left.length} of ${digestIds.length} digests`, first.error ?? 'taken over by another attempt', retryDelay(delays, Math.max(1, attempts)));
      }
      return counts;
    }),
  };
};
export type DigestActivities = ReturnType<typeof createDigestActivities>;

/** What a digest's outcome means for its lines; null as long as it is still to be tried. */
const lineOutcome = (outcome: SendOutcome, digest: DigestRecord): LineOutcome | null => {
  const again = 'ambiguous' in outcome && outcome.ambiguous ? 1 : 0;
  const to = { person: digest.person, address: digest.address, digest: digest._id, ambiguous: digest.ambiguous + again };
  switch (outcome.state) {
    case 'sent': return { ...to, state: 'bundled', response: outcome.response };
    case 'bounced': return { ...to, state: 'bounced', error: outcome.error };
    case 'expired': return { ...to, state: 'expired', error: outcome.error };
    case 'deferred': return null;
  }
};
