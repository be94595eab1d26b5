/** What the demo must show; anything else and it exits with 1. */
import type { FactType } from '../../domain/facts';
import { light } from '../../domain/light';
import { addDays, civilDateOf, type CivilDate, type Instant } from '../../domain/time';
import { OCCASION_NAMES, type Occasion } from '../../domain/vocabulary';
import type { Verification } from '../verify';
import type { Character } from './characters';
import type { Ending } from './story';

export interface Closing {
  readonly days: number;
  readonly commitments: number;
  readonly states: Readonly<Record<string, number>>;
  readonly lights: Readonly<Record<string, number>>;
  readonly notices: readonly { readonly occasion: string; readonly state: string; readonly count: number }[];
  readonly mails: number;
  readonly distinctMessageIds: number;
  readonly ledger: Verification;
  readonly seconds: number;
}

/** What a fact owes at once, as far as the story shows it. */
const OWED: Readonly<Partial<Record<FactType, Occasion>>> = {
  dispatched: 'dispatch', refused: 'refused', amended: 'amended', closureRequested: 'closureRequested', returned: 'returned', accepted: 'accepted', lookBackDue: 'lookBackDue', reopened: 'reopened', terminated: 'terminated',
  extensionRequested: 'extensionRequested', extensionDecided: 'extensionDecided', suspended: 'suspended', resumed: 'resumed', raised: 'raised',
};

/** What the speech in `examples/` brings with its own cast; of another speech only what its cast comes to. */
const WHOLE_STORY: readonly Occasion[] = [
  'dispatch', 'refused', 'ruled', 'amended', 'closureRequested', 'returned', 'accepted', 'lookBackDue', 'reopened', 'terminated', 'chase', 'supervise', 'circulate', 'interview',
  'extensionRequested', 'extensionDecided', 'suspended', 'resumed', 'raised', 'periodMissed', 'yellowSlip', 'redSlip',
];

interface Rule {
  /** Whether the days sufficed for it: an item due near the end has not lived through its part. */
  readonly lived?: (ending: Ending, today: CivilDate) => boolean;
  readonly holds: (ending: Ending, at: Instant) => boolean;
  readonly words: string;
}
const has = ({ facts }: Ending, type: FactType): boolean => facts.some((fact) => fact.type === type);
const over = (days: number) => ({ state }: Ending, today: CivilDate): boolean => addDays(state.due, days) <= today;
const isDone = ({ state }: Ending): boolean => state.status === 'CLOSED' || state.status === 'WRITTEN_OFF';

const RULES: Readonly<Record<Character, Rule>> = {
  diligent: { lived: over(5), holds: isDone, words: '按时办理的应已办结' },
  silent: { lived: over(25), holds: ({ state, rules }) => state.ladder.done === rules.pack.rungs.length && state.units[0]?.deemed === true, words: '沉默的单位应视同签收并走完各级' },
  twin: { lived: over(25), holds: ({ state, rules }) => state.pack.name === '三色督办单' && state.ladder.done === rules.pack.rungs.length, words: '按三色督办单的应走到红色督办单' },
  deemed: { lived: over(0), holds: ({ state }) => state.units[0]?.deemed === true, words: '逾时未签收的应视同签收' },
  refuses: { lived: over(5), holds: (one) => isDone(one) && has(one, 'refused') && one.state.formerUnits.length === 0, words: '退单后裁定维持的应由原单位办结' },
  reassigned: { lived: over(0), holds: ({ state }) => state.formerUnits.some((former) => former.how === 'ruled'), words: '改派的应留有原单位' },
  returned: { lived: over(10), holds: (one) => one.state.returns === 1 && isDone(one), words: '退回一次后应办结' },
  late: { lived: over(10), holds: (one) => isDone(one) && has(one, 'rungReached'), words: '逾期后才交的应先被催办' },
  amended: { lived: over(0), holds: ({ state }) => state.due !== state.originalDue, words: '调整期限的应保留原期限' },
  terminated: { lived: over(0), holds: (one) => one.state.status === 'TERMINATED' || isDone(one), words: '终止的应为已终止；未及终止的应已办结' },
  lookBackFails: { holds: (one) => !has(one, 'lookBackDue') || has(one, 'reopened'), words: '回头看未通过的应重新办理' },
  extends: { lived: over(0), holds: ({ state }) => state.extension.granted === 1 && state.due > state.originalDue, words: '延期的应有一次批准并保留原期限' },
  suspended: { lived: over(0), holds: (one) => has(one, 'suspended') && has(one, 'resumed') && one.state.due > one.state.originalDue, words: '暂停的应自动恢复并顺延期限' },
  transferred: { lived: over(0), holds: ({ state }) => state.formerUnits.some((former) => former.how === 'transferred'), words: '转办的应留有原单位' },
  raised: { lived: over(0), holds: ({ state }) => state.raises.length === 1 && state.units.some((part) => part.liable), words: '提级的原单位应仍负责任' },
  coUnits: { lived: over(5), holds: (one) => isDone(one) && one.state.units.filter((part) => part.role === 'co').every((part) => part.lastReport?.percent === 100), words: '配合单位应各自反馈' },
  stretch: { lived: over(3), holds: ({ state, rules }, at) => state.stretch && !isDone({ state, rules, number: '', facts: [] }) && light(state, rules, at).colour === 'yellow', words: '力争事项未达到应为黄灯而非红灯' },
  monthly: { holds: ({ state }) => state.periods !== null && state.periods.counts.madeGood === 1 && state.periods.counts.kept >= 2 && state.periods.counts.missed === 0, words: '每月一报应漏报一期并补报' },
};

export interface Played { readonly coverage: number; readonly at: Instant; readonly whole: boolean }

/** @returns the expectations that do not hold, in words; empty if all do */
export const checkExpectations = (closing: Closing, endings: readonly Ending[], parts: ReadonlyMap<string, Character>, { coverage, at, whole }: Played): string[] => {
  const broken: string[] = [];
  const expect = (holds: boolean, words: string): void => {
    if (!holds) broken.push(words);
  };
  const sent = (occasion: string): number => closing.notices.filter((n) => n.occasion === occasion && n.state === 'sent').reduce((sum, n) => sum + n.count, 0);
  const today = civilDateOf(at);

  expect(coverage === 100, `每一句都应有着落，现为${coverage}%`);
  expect(closing.commitments === parts.size && endings.length === parts.size, `应有${parts.size}项，实有${endings.length}项`);
  expect(closing.ledger.faults.length === 0, `台账核验：${closing.ledger.faults.join('；')}`);
  expect(closing.mails === closing.distinctMessageIds, '没有重复的邮件');
  expect(closing.notices.every((n) => ['sent', 'bundled', 'suppressed'].includes(n.state)), '每一条通知都有最终结果');
  // Whatever came to pass was told to whom it concerns.
  const facts = endings.flatMap((ending) => ending.facts);
  for (const [type, occasion] of Object.entries(OWED)) if (facts.some((fact) => fact.type === type)) expect(sent(occasion) > 0, `应有${OCCASION_NAMES[occasion]}（${occasion}）通知发出`);
  for (const rung of new Set(facts.flatMap((fact) => (fact.type === 'rungReached' ? [fact.rung] : [])))) expect(sent(rung) > 0, `应有${OCCASION_NAMES[rung]}（${rung}）文书发出`);
  for (const line of ['firstFeedback', 'weekly'] as const) {
    expect(closing.notices.some((n) => n.occasion === line && n.state === 'bundled'), `${OCCASION_NAMES[line]}应并入日报`);
  }
  for (const ending of endings) {
    const character = parts.get(ending.state.id);
    const rule = character === undefined ? null : RULES[character];
    if (rule && (rule.lived?.(ending, today) ?? true)) expect(rule.holds(ending, at), `${rule.words}：${ending.number} ${ending.state.title}（${ending.state.status}）`);
  }
  if (endings.some((ending) => parts.get(ending.state.id) === 'diligent' && has(ending, 'lookBackDue'))) expect(endings.some(({ state }) => state.status === 'WRITTEN_OFF'), '应有回头看通过而销号的');
  if (whole) for (const occasion of WHOLE_STORY) expect(sent(occasion) > 0, `应有${OCCASION_NAMES[occasion]}（${occasion}）发出`);
  return broken;
};
