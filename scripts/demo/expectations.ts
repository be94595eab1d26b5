/** What the demo must show; anything else and it exits with 1. */
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

/** @returns the expectations that do not hold, in words; empty if all do */
export const checkExpectations = (closing: Closing, endings: readonly Ending[], parts: ReadonlyMap<string, Character>, coveragePercent: number): string[] => {
  const broken: string[] = [];
  const expect = (holds: boolean, words: string): void => {
    if (!holds) broken.push(words);
  };
  const sent = (occasion: string): number => closing.notices.filter((n) => n.occasion === occasion && n.state === 'sent').reduce((sum, n) => sum + n.count, 0);
  const of = (character: Character): Ending[] => endings.filter(({ state }) => parts.get(state.id) === character);

  expect(coveragePercent === 100, `每一句都应有着落，现为${coveragePercent}%`);
  expect(closing.commitments >= 12, `至少十二项，实有${closing.commitments}项`);
  expect(closing.ledger.faults.length === 0, `台账核验：${closing.ledger.faults.join('；')}`);
  expect(closing.mails === closing.distinctMessageIds, '没有重复的邮件');
  expect(closing.notices.every((n) => ['sent', 'bundled', 'suppressed'].includes(n.state)), '每一条通知都有最终结果');
  for (const rung of ['chase', 'supervise', 'circulate', 'interview']) expect(sent(rung) > 0, `应有${rung}文书发出`);
  for (const occasion of ['dispatch', 'refused', 'ruled', 'amended', 'closureRequested', 'returned', 'accepted', 'lookBackDue', 'reopened', 'terminated']) {
    expect(sent(occasion) > 0, `应有${occasion}通知发出`);
  }
  for (const line of ['firstFeedback', 'weekly', 'reminder']) {
    expect(closing.notices.some((n) => n.occasion === line && n.state === 'bundled'), `${line}应并入日报`);
  }
  expect(of('silent').every(({ state }) => state.ladder.done === 4 && state.units[0]?.deemed === true), '沉默的单位应视同签收并走完各级');
  expect(of('deemed').every(({ state }) => state.units[0]?.deemed === true), '逾时未签收的应视同签收');
  expect(of('returned').every(({ state }) => state.returns === 1 && state.status === 'CLOSED'), '退回一次后应办结');
  expect(of('terminated').every(({ state }) => state.status === 'TERMINATED'), '终止的应为已终止');
  expect(of('reassigned').every(({ state }) => state.formerUnits.length === 1), '改派的应留有原单位');
  expect(of('amended').every(({ state }) => state.due !== state.originalDue), '调整期限的应保留原期限');
  expect(endings.some(({ state }) => state.status === 'WRITTEN_OFF'), '应有回头看通过而销号的');
  expect(of('lookBackFails').every(({ state }) => state.lookBackTold || state.status !== 'REGISTERED'), '回头看未通过的应重新办理');
  return broken;
};
