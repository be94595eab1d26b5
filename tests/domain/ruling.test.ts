/** 退单 that nobody rules on: the office is held to a limit of its own. */
import { nextMoment } from '../../domain/moments';
import { light } from '../../domain/light';
import { attentionOf } from '../../domain/attention';
import { foresee } from '../../domain/foresee';
import type { Life } from './support';
import { lifeUnder, officeDay, on, packNamed, REGISTRAR, sign } from './support';

/** Refused on Tuesday, 3 March 2026; two working days end on Thursday. */
const refused = (pack: Parameters<typeof lifeUnder>[0] = '标准', draft: Record<string, unknown> = {}): Life =>
  lifeUnder(pack, { due: '2026-03-20', ...draft }, on('2026-03-02', '09:00')).do({ name: 'refuse', unit: 'data', reason: '不属本单位职责' }, on('2026-03-03'));
const told = (life: Life): string[] => life.facts.flatMap((fact) => (fact.type === 'rulingOverdue' ? [`${officeDay(fact.at)} ${fact.unit}→${fact.to}`] : []));

describe('a refusal that nobody rules on', () => {
  it('is told to the registrar once its limit has passed, to the leader of the matter after as long again, and then no more', () => {
    const life = refused();
    expect(nextMoment(life.state, life.by)).toEqual({ kind: 'rulingLimit', at: on('2026-03-05', '17:30'), unit: 'data' });
    life.daysUntil('2026-03-04', '2026-03-31');
    expect(told(life)).toEqual(['03-05 17:30 data→registrar', '03-09 17:30 data→sponsor']);
    expect(life.notices.filter(({ occasion }) => occasion === 'rulingOverdue').map(({ post }) => post)).toEqual(['registrar', 'leader-wang']);
    // The clock runs from the dispatch all the while.
    expect(light(life.state, life.by, on('2026-03-31')).colour).toBe('red');
    expect(life.rungs()[0]).toBe('chase 03-23 08:30');
    expect(attentionOf(life.state, life.by, on('2026-03-06'))).toMatchObject({ kind: 'ruleRefusal', why: '承办单位退单，已超过裁定时限：不属本单位职责' });
  });

  it('is told to nobody once it has been ruled on, nor under a pack that sets no limit', () => {
    const life = refused().do({ name: 'rule', unit: 'data', ruling: 'same', reason: '职责明确' }, on('2026-03-05', '17:00'), REGISTRAR);
    expect(told(life.daysUntil('2026-03-05', '2026-03-20'))).toEqual([]);
    const late = refused();
    late.wake(on('2026-03-06'));
    late.do({ name: 'rule', unit: 'data', ruling: 'other', toUnit: 'finance', reason: '改派' }, on('2026-03-06'), REGISTRAR);
    expect(told(late.daysUntil('2026-03-06', '2026-03-20'))).toEqual(['03-05 17:30 data→registrar']);
    expect(told(refused({ ...packNamed('标准'), refusalRuling: null }).daysUntil('2026-03-03', '2026-03-20'))).toEqual([]);
  });

  it('is the office\'s own to rule on, whatever becomes of the matter meanwhile: it may stand still, be under review, and be opened again', () => {
    const halted = refused().do({ name: 'suspend', reason: '等批复', counterparty: { kind: 'external', name: '交易中心' } }, on('2026-03-04'));
    expect(told(halted.daysUntil('2026-03-04', '2026-03-20'))).toEqual(['03-05 17:30 data→registrar', '03-09 17:30 data→sponsor']);
    const ended = refused().do({ name: 'terminate', reason: '并入全市方案' }, on('2026-03-04'));
    expect(told(ended.daysUntil('2026-03-04', '2026-03-20'))).toEqual([]);
    // Opened again, the ruling has its time anew.
    ended.do({ name: 'reopen', reason: '仍需办理', newDue: '2026-04-30' }, on('2026-03-24'));
    expect(told(ended.daysUntil('2026-03-24', '2026-04-10'))).toEqual(['03-26 17:30 data→registrar', '03-30 17:30 data→sponsor']);
  });

  it('has each unit\'s own', () => {
    const life = refused('标准', { coUnits: ['finance'] }).do({ name: 'refuse', unit: 'finance', reason: '人手不足' }, on('2026-03-03', '16:00'));
    life.do({ name: 'rule', unit: 'data', ruling: 'same', reason: '职责明确' }, on('2026-03-05'), REGISTRAR).do(sign, on('2026-03-05', '11:00'));
    expect(told(life.daysUntil('2026-03-05', '2026-03-20'))).toEqual(['03-05 17:30 finance→registrar', '03-09 17:30 finance→sponsor']);
  });

  it('moves with the rules: another limit, none, or one for the first time; who was reminded is not reminded again', () => {
    const version = (name: string): number => packNamed(name).version;
    const shorter = refused().do({ name: 'repin', pack: '三次问责', version: version('三次问责'), reason: '换' }, on('2026-03-04'), REGISTRAR);
    expect(told(shorter.daysUntil('2026-03-04', '2026-03-20'))).toEqual(['03-05 17:30 data→registrar', '03-09 17:30 data→sponsor']);
    const first = refused({ ...packNamed('三单'), version: 1, refusalRuling: null }).do({ name: 'repin', pack: '标准', version: version('标准'), reason: '换' }, on('2026-03-12'), REGISTRAR);
    expect(told(first.daysUntil('2026-03-12', '2026-03-20'))).toEqual(['03-13 17:30 data→registrar', '03-17 17:30 data→sponsor']);
    const reminded = refused();
    reminded.wake(on('2026-03-06'));
    reminded.do({ name: 'repin', pack: '三单', version: version('三单'), reason: '换' }, on('2026-03-06'), REGISTRAR);
    expect(told(reminded.daysUntil('2026-03-06', '2026-03-20'))).toEqual(['03-05 17:30 data→registrar', '03-09 17:30 data→sponsor']);
  });

  it('stands among what is to come', () => {
    const life = refused();
    expect(foresee(life.state, life.by, on('2026-03-03', '11:00'), on('2026-03-10')).filter(({ occasion }) => occasion === 'rulingOverdue').map(({ post, at }) => `${officeDay(at)} ${post}`))
      .toEqual(['03-05 17:30 registrar', '03-09 17:30 leader-wang']);
  });
});
