/** 换版 and 换历 before they happen: a dry run on the real ledger. Which limits move, which mails would fall away, come new or come on another day. */
import { z } from 'zod';
import { decide, decideRecount } from '../domain/decide';
import type { Calendar } from '../domain/calendar';
import { difference, foresee } from '../domain/foresee';
import { nextMoment } from '../domain/moments';
import type { NoticeDraft } from '../domain/notices';
import { forClass, type PolicyPack } from '../domain/policy';
import { isDueProvisional } from '../domain/register';
import { isRefusal, type Refusal } from '../domain/refusals';
import type { Actor, Commitment, Rules } from '../domain/state';
import { addDays, civilDateOf, instantAt, timeOfDay, type Instant } from '../domain/time';
import { OCCASION_NAMES, POST_NAMES } from '../domain/vocabulary';
import type { CommitmentDocument } from '../stores/commitments';
import { momentWords } from './views';

/** As far ahead as a dry run looks (design, section 4). */
export const FORESIGHT_DAYS = 60;

const mailAnswer = z.strictObject({ at: z.string(), date: z.string(), text: z.string() });
const movedAnswer = mailAnswer.extend({ to: z.string(), toDate: z.string() });
export const previewItemAnswer = z.strictObject({
  id: z.string(), number: z.string().nullable(), title: z.string(), possible: z.boolean(), why: z.string().nullable(), hint: z.string().nullable(),
  next: z.strictObject({ from: z.string().nullable(), to: z.string().nullable() }),
  provisional: z.strictObject({ from: z.boolean(), to: z.boolean() }),
  limits: z.array(z.strictObject({ name: z.string(), from: z.string(), to: z.string() })),
  dropped: z.array(mailAnswer), added: z.array(mailAnswer), moved: z.array(movedAnswer),
});
export type PreviewItem = z.infer<typeof previewItemAnswer>;

/** 催办单 → 承办人 */
const mailWords = (notice: NoticeDraft): string => `${notice.slip?.document ?? OCCASION_NAMES[notice.occasion]}${notice.occasion === 'filing' ? '（备案）' : ''} → ${POST_NAMES[notice.postKind]}${notice.copy ? '（抄送）' : ''}`;
export const mailView = (notice: NoticeDraft) => ({ at: notice.at, date: civilDateOf(notice.at), text: mailWords(notice) });

const foresightEnd = (at: Instant): Instant => instantAt(addDays(civilDateOf(at), FORESIGHT_DAYS), '23:59');
const stamp = (at: Instant): string => `${civilDateOf(at)} ${timeOfDay(at)}`;

const limitsOf = (state: Commitment): ReadonlyMap<string, string> => new Map<string, string>([
  ...state.units.filter((part) => part.signedAt === null).map((part): [string, string] => [`签收期限（${part.unit}）`, stamp(part.signBy)]),
  ...state.units.flatMap(({ unit, pendingRefusal }): [string, string][] => (pendingRefusal === null || pendingRefusal.ruleBy === null ? [] : [[`退单裁定期限（${unit}）`, stamp(pendingRefusal.ruleBy)]])),
  ...(state.closure === null ? [] : [['审核期限', stamp(state.closure.reviewBy)] as [string, string]]),
  ...(state.lookBackAt === null || state.lookBackTold ? [] : [['回头看', stamp(state.lookBackAt)] as [string, string]]),
  ...(state.extension.pending === null ? [] : [['延期审批期限', stamp(state.extension.pending.decideBy)] as [string, string]]),
  ...(state.suspension === null ? [] : [['暂停到期', stamp(state.suspension.wakeAt)] as [string, string]]),
  ...(state.periods?.now ? [['本期截止', state.periods.now.due] as [string, string]] : []),
]);

const compared = ({ state, number }: CommitmentDocument, after: Commitment, was: Rules, next: Rules, at: Instant): PreviewItem => {
  const until = foresightEnd(at);
  const { dropped, added, moved } = difference(foresee(state, was, at, until), foresee(after, next, at, until));
  const limits = limitsOf(after);
  const moment = (one: Commitment, rules: Rules): string | null => {
    const ahead = nextMoment(one, rules);
    return ahead === null || ahead.kind === 'horizon' ? null : `${stamp(ahead.at)} ${momentWords(ahead, rules)}`;
  };
  return {
    id: state.id, number, title: state.title, possible: true, why: null, hint: null, next: { from: moment(state, was), to: moment(after, next) },
    provisional: { from: isDueProvisional(state, was), to: isDueProvisional(after, next) },
    limits: [...limitsOf(state)].flatMap(([name, from]) => {
      const to = limits.get(name);
      return to === undefined || to === from ? [] : [{ name, from, to }];
    }),
    dropped: dropped.map(mailView), added: added.map(mailView), moved: moved.map(({ notice, to }) => ({ ...mailView(notice), to, toDate: civilDateOf(to) })),
  };
};

/** @param pack whole, as the store holds it @returns what the command would make of it, with the rules that it would then go by */
const underPack = (state: Commitment, was: Rules, pack: PolicyPack, matterClass: string | undefined, at: Instant, actor: Actor): { readonly state: Commitment; readonly rules: Rules } | Refusal => {
  const decision = decide(state, {
    name: 'repin', pack: pack.name, version: pack.version, reason: '预演', ...(matterClass === undefined ? {} : { matterClass }),
  }, { at, actor, updateId: null, pack }, was);
  return isRefusal(decision) ? decision : { state: decision.state, rules: { ...was, pack: forClass(pack, decision.state.matterClass) } };
};

export const previewRepin = (document: CommitmentDocument, was: Rules, pack: PolicyPack, matterClass: string | undefined, at: Instant, actor: Actor): PreviewItem => {
  const { state, number } = document;
  const moved = underPack(state, was, pack, matterClass, at, actor);
  if (isRefusal(moved)) {
    const none = { from: null, to: null };
    return { id: state.id, number, title: state.title, possible: false, why: moved.text, hint: moved.hint, next: none, provisional: { from: false, to: false }, limits: [], dropped: [], added: [], moved: [] };
  }
  return compared(document, moved.state, was, moved.rules, at);
};

/** What comes of an item within the foresight if it goes by that pack from now on; the refusal where it cannot. */
export const mailsUnder = (state: Commitment, was: Rules, pack: PolicyPack, matterClass: string | undefined, at: Instant, actor: Actor): NoticeDraft[] | Refusal => {
  const moved = underPack(state, was, pack, matterClass, at, actor);
  // It goes by these rules already.
  const course = isRefusal(moved) && moved.refused === 'samePack' ? { state, rules: was } : moved;
  return isRefusal(course) ? course : foresee(course.state, course.rules, at, foresightEnd(at));
};

export const previewRecount = (document: CommitmentDocument, was: Rules, calendar: Calendar, at: Instant, actor: Actor): PreviewItem =>
  compared(document, decideRecount(document.state, was, at, calendar, '预演', actor).state, was, { ...was, calendar }, at);

/** Whether the change shows anywhere: a pin alone is no news. */
export const isTouched = (item: PreviewItem): boolean =>
  item.limits.length + item.dropped.length + item.added.length + item.moved.length > 0 || item.provisional.from !== item.provisional.to || item.next.from !== item.next.to;
