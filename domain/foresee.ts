/** Dry run: what will come of a commitment by itself if nobody acts and every mail arrives. Nothing is written. */
import { decideSettled, decideStrike, passMoments, type Decision } from './decide';
import { linesAhead } from './lines';
import { nextMoment } from './moments';
import { noticesOf, type NoticeDraft } from './notices';
import { apply } from './apply';
import type { Commitment, Rules } from './state';
import { addMonths, civilDateOf, instantAt, type Instant } from './time';
import { ENDED_STATES } from './vocabulary';

/** More wakes than any pack brings in 60 days: a rule that never comes to rest must not hang the page. */
const MOST_WAKES = 500;

/** @returns the mails and digest lines that come due in (from, until], in order */
export const foresee = (state: Commitment, rules: Rules, from: Instant, until: Instant): NoticeDraft[] => {
  const mails: NoticeDraft[] = [];
  let now = state;
  const take = ({ facts, state: next }: Decision): void => {
    let at = now;
    for (const fact of facts) {
      at = apply(at, fact);
      mails.push(...noticesOf(fact, at, rules));
    }
    now = next;
  };
  /** One after another: what is filed first lets its slip out. */
  const arrive = (at: Instant): void => {
    for (let [id] = now.ladder.waitingFor; id !== undefined; [id] = now.ladder.waitingFor) take(decideSettled(now, rules, at, id, 'sent'));
  };
  // A slip still on its way, or whose arrival the next wake will write down, counts as delivered now.
  arrive(from);
  const lines = linesAhead(state, rules, from, until).filter((line) => line.at > from && line.at <= until);
  for (let wakes = 0; wakes < MOST_WAKES && !ENDED_STATES.includes(now.status); wakes += 1) {
    const next = nextMoment(now, rules);
    if (next === null || next.at > until) break;
    take(passMoments(now, rules, next.at));
    arrive(next.at);
    // Alone on the table it is the unit's first; how many it has had is known when it comes.
    if (now.strike?.n === null) take(decideStrike(now, next.at, { round: now.strike.round, n: 1, since: instantAt(addMonths(civilDateOf(next.at), -12), '00:00'), earlier: [] }));
  }
  return [...mails.filter((mail) => mail.at > from), ...lines].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
};

export interface Difference { readonly dropped: readonly NoticeDraft[]; readonly added: readonly NoticeDraft[]; readonly moved: readonly { readonly notice: NoticeDraft; readonly to: Instant }[] }

const sameMail = (a: NoticeDraft, b: NoticeDraft): boolean => a.occasion === b.occasion && a.post === b.post;

/** Two courses of one commitment side by side: what falls away, what comes new, what only moves. */
export const difference = (before: readonly NoticeDraft[], after: readonly NoticeDraft[]): Difference => {
  const free = [...after];
  const moved: { notice: NoticeDraft; to: Instant }[] = [];
  const takeOut = (fits: (other: NoticeDraft) => boolean): NoticeDraft | null => {
    const index = free.findIndex(fits);
    return index < 0 ? null : (free.splice(index, 1)[0] ?? null);
  };
  const left = before.filter((one) => takeOut((other) => sameMail(one, other) && other.at === one.at) === null);
  const dropped = left.filter((one) => {
    const other = takeOut((candidate) => sameMail(one, candidate));
    if (other !== null) moved.push({ notice: one, to: other.at });
    return other === null;
  });
  return { dropped, added: free, moved };
};
