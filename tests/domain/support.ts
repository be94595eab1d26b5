import { loadCalendar } from '../../config/calendars';
import { loadPolicies } from '../../config/policies';
import { apply as applyOne } from '../../domain/apply';
import type { Command } from '../../domain/commands';
import { decide, decideSettled, passMoments, type Decision } from '../../domain/decide';
import type { Fact } from '../../domain/facts';
import { noticesOf, type NoticeDraft } from '../../domain/notices';
import { forClass, type PolicyPack } from '../../domain/policy';
import { isRefusal, type Refusal } from '../../domain/refusals';
import { register, registrationSchema, type Registration } from '../../domain/register';
import type { Actor, Commitment, Rules } from '../../domain/state';
import { addDays, civilDateOf, instantAt, timeOfDay, type CivilDate, type Instant, type TimeOfDay } from '../../domain/time';
import type { NoticeOutcome, SuppressionReason } from '../../domain/vocabulary';

export const calendar = loadCalendar();
export const packs = loadPolicies();
const standard = packs.find((pack) => pack.name === '标准');
if (!standard) throw new Error('pack 标准 is missing');
export const pack = standard;
export const rules: Rules = { pack, calendar };

export const on = (date: CivilDate, time: TimeOfDay = '10:00'): Instant => instantAt(date, time);

export const HANDLER: Actor = { person: 'p-handler', name: '承办人甲' };
export const REGISTRAR: Actor = { person: 'p-registrar', name: '督查员' };
export const REVIEWER: Actor = { person: 'p-reviewer', name: '审核员' };

type Draft = Partial<Registration> & { due?: string; reviewDate?: string };
export const born = (draft: Draft, at: Instant, by: Rules = rules): Commitment =>
  register(
    registrationSchema.parse({ title: '建成一体化平台', kind: 'deliverable', lead: 'data', sponsor: 'leader-wang', acceptance: ['平台上线运行'], ...draft }),
    { id: 'c1', at, clockShiftMs: 0, wakeSpreadMs: 0 }, by,
  );

export const packNamed = (name: string): PolicyPack => {
  const found = packs.find((one) => one.name === name);
  if (!found) throw new Error(`no pack ${name}`);
  return found;
};

/** Born under a pack, in the class that the draft names. */
export const lifeUnder = (pack: string | PolicyPack, draft: Record<string, unknown>, at: Instant): Life => {
  const found = typeof pack === 'string' ? packNamed(pack) : pack;
  const matterClass = draft['matterClass'] as string | undefined;
  const by: Rules = { pack: forClass(found, matterClass ?? null), calendar };
  const asked = registrationSchema.parse({ title: '建成一体化平台', kind: 'deliverable', lead: 'data', sponsor: 'leader-wang', acceptance: ['平台上线运行'], pack: found.name, ...draft });
  return new Life(register(asked, { id: 'c1', at, clockShiftMs: 0, wakeSpreadMs: 0 }, by), by);
};

/** One commitment, lived through: the facts it made and the mails they owed. */
export class Life {
  facts: Fact[] = [];
  notices: NoticeDraft[] = [];
  private update = 0;
  constructor(public state: Commitment, public by: Rules = rules) {}

  take(decision: Decision): Fact[] {
    const { facts } = decision;
    // Each fact is judged with the state right after it.
    let state = this.state;
    for (const fact of facts) {
      state = applyOne(state, fact);
      this.notices.push(...noticesOf(fact, state, this.by));
    }
    this.facts.push(...facts);
    this.state = decision.state;
    return [...facts];
  }
  wake(at: Instant): Fact[] {
    return this.take(passMoments(this.state, this.by, at));
  }
  try(command: Command, at: Instant, actor: Actor = HANDLER, readings?: number): Refusal | null {
    this.update += 1;
    const pack = command.name === 'repin' ? packs.find((one) => one.name === command.pack && one.version === command.version) : undefined;
    const decision = decide(this.state, command, { at, actor, updateId: `u${this.update}`, ...(pack ? { pack } : {}), ...(readings === undefined ? {} : { readings }) }, this.by);
    if (isRefusal(decision)) return decision;
    this.take(decision);
    if (pack) this.by = { ...this.by, pack: forClass(pack, this.state.matterClass) };
    return null;
  }
  do(command: Command, at: Instant, actor: Actor = HANDLER, readings?: number): this {
    const refusal = this.try(command, at, actor, readings);
    if (refusal) throw new Error(`${command.name} refused: ${JSON.stringify(refusal)}`);
    return this;
  }
  settle(at: Instant, outcome: NoticeOutcome = 'sent', reason: SuppressionReason | null = null): this {
    for (const id of this.state.ladder.waitingFor) this.take(decideSettled(this.state, this.by, at, id, outcome, reason));
    return this;
  }
  /** Wakes at every full hour of the office's day and lets every mail arrive at once, as a healthy office lives. */
  daysUntil(from: CivilDate, to: CivilDate): this {
    for (let day = from; day <= to; day = nextDay(day)) {
      for (const time of ['08:30', '17:00', '17:30']) {
        this.wake(on(day, time));
        this.settle(on(day, time));
      }
    }
    return this;
  }
  rungs(): string[] {
    return this.facts.flatMap((f) => (f.type === 'rungReached' ? [`${f.rung} ${officeDay(f.at)}${f.collapsed.length > 0 ? ` (${f.collapsed.join(',')})` : ''}`] : []));
  }
  types(): string[] {
    return this.facts.map((f) => f.type);
  }
}

const nextDay = (day: CivilDate): CivilDate => addDays(day, 1);
export const officeDay = (at: Instant): string => `${civilDateOf(at).slice(5)} ${timeOfDay(at)}`;

export const evidence = (criterion = 'a1', sha = 'a'): Command => ({
  name: 'evidence', id: `e-${criterion}-${sha}`, unit: 'data', criterion, fileName: '验收报告.pdf', size: 10, sha256: sha.repeat(64).slice(0, 64),
});
export const sign: Command = { name: 'sign', unit: 'data' };
export const closure: Command = { name: 'requestClosure', unit: 'data', summary: '平台已上线' };
export const accept: Command = { name: 'review', result: 'accepted', text: '同意办结' };
export const sendBack: Command = { name: 'review', result: 'returned', reasonCode: 'evidenceLacking', text: '佐证不足' };
