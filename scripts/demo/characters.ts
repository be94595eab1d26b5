/** How the units of the demo behave. Each is asked once a working day, at ten in the morning, what it does. */
import type { Command } from '../../domain/commands';
import { leadOf, type Commitment, type Rules } from '../../domain/state';
import { addWorkingDays, workingDaysBetween } from '../../domain/calendar';
import { addDays, civilDateOf, weekday, type CivilDate } from '../../domain/time';

export const CHARACTERS = [
  'diligent', 'silent', 'deemed', 'refuses', 'reassigned', 'returned', 'late', 'amended', 'terminated', 'lookBackFails',
  'extends', 'suspended', 'transferred', 'raised', 'coUnits', 'stretch', 'monthly', 'twin',
] as const;
/** What any item of any speech can play; the others want an item of their own kind. */
export const PLAYED_BY_ANY: readonly (typeof CHARACTERS)[number][] = CHARACTERS.filter((one) => one !== 'stretch' && one !== 'monthly' && one !== 'twin' && one !== 'coUnits');
export type Character = (typeof CHARACTERS)[number];

export const CHARACTER_WORDS: Readonly<Record<Character, string>> = {
  diligent: '按时签收、每周反馈、按期办结', silent: '始终不予答复', deemed: '逾时未签收，后补办', refuses: '退单，裁定维持', reassigned: '退单，裁定改派',
  returned: '办结申请被退回，重办后通过', late: '逾期后才交', amended: '办理中调整期限', terminated: '办理中终止', lookBackFails: '办结后回头看未通过',
  extends: '申请延期，审批同意', suspended: '等待上级答复，暂停后自动恢复', transferred: '办理中转办', raised: '办理中提级', coUnits: '牵头与配合单位各自反馈', stretch: '力争事项，未达到也不亮红灯',
  monthly: '每月一报，漏报一期后补报', twin: '同样沉默，按三色督办单办理',
};

/** The post whose holder of that day does it, and what. */
export interface Act { readonly by: string; readonly command: Command }

const REASSIGNED_TO = 'gxj';
const RAISED_TO = 'fgw';
/** Who registers, and who reviews what is handed in. */
export const [REGISTRAR, REVIEWER] = ['registrar', 'reviewer'];
const handlerOf = (unit: string): string => `handler@${unit}`;
const elsewhere = (state: Commitment, wanted: string): string => [wanted, 'sjj', 'czj', 'gaj'].find((unit) => !state.units.some((part) => part.unit === unit)) ?? wanted;

const signAll = (state: Commitment): Act[] =>
  state.units.filter((u) => u.signedAt === null && u.pendingRefusal === null)
    .map((u) => ({ by: handlerOf(u.unit), command: { name: 'sign', unit: u.unit } }));

const report = (state: Commitment, rules: Rules, today: CivilDate): Act[] => {
  const lead = leadOf(state);
  const from = civilDateOf(lead.dispatchedAt);
  const share = workingDaysBetween(rules.calendar, from, today) / Math.max(1, workingDaysBetween(rules.calendar, from, state.due));
  const percent = Math.max(lead.lastReport?.percent ?? 0, Math.min(95, Math.round(share * 100)));
  const late = today > state.due;
  return [{
    by: handlerOf(lead.unit),
    command: { name: 'report', unit: lead.unit, percent, line: `本周推进，完成约${percent}%`, ...(late ? { causeCode: 'dependsOnOthers' as const } : {}) },
  }];
};

/** What a matter's template and its masked figures want before it can be closed. */
const owedBefore = (state: Commitment, by: string): Act[] => [
  ...state.stages.filter(({ done }) => done === null).map(({ code, name, numbered }): Act =>
    ({ by, command: { name: 'completeStage', stage: code, note: `${name}已完成`, ...(numbered ? { documentNumber: '临数发〔2026〕12号' } : {}) } })),
  ...(state.spawnsChildren && state.children.items.length === 0 && state.children.none === null ? [{ by, command: { name: 'decompose', none: '会议没有另行布置任务' } } satisfies Act] : []),
  ...state.measures.filter(({ target }) => target === null).map(({ id }): Act => ({ by: REGISTRAR, command: { name: 'setTarget', measure: id, target: 100, reason: '上级已下达目标' } })),
];

const handIn = (state: Commitment): Act[] => {
  const { unit } = leadOf(state);
  const by = handlerOf(unit);
  const missing = state.acceptance.filter((a) => !state.evidence.some((e) => e.criterion === a.id));
  // Name, size and hash are filled in by the API from the file that goes first.
  const evidence = missing.map((a) => ({ id: `${a.id}-${state.returns}`, criterion: a.id, fileName: `${a.text}.txt`, size: 0, sha256: '0'.repeat(64) }));
  return [...owedBefore(state, by), { by, command: { name: 'requestClosure', unit, summary: '各项验收标准均已达到，申请办结', evidence } }];
};

/** The part that every unit that works shares: sign, a line each Friday, hand in two working days before T (or `days` after it). */
const work = (state: Commitment, rules: Rules, today: CivilDate, handInDays: number): Act[] => {
  if (state.status === 'DISPATCHED') return signAll(state);
  if (state.status !== 'SIGNED' && state.status !== 'IN_PROGRESS') return [];
  const late = signAll(state);
  const handInOn = addWorkingDays(rules.calendar, state.due, handInDays);
  if (today >= handInOn) return [...late, ...handIn(state)];
  return weekday(today) === 5 || leadOf(state).reports === 0 ? [...late, ...report(state, rules, today)] : late;
};

const review = (result: 'accepted' | 'returned'): Act => ({
  by: REVIEWER,
  command: result === 'accepted'
    ? { name: 'review', result, text: '事实清楚，佐证齐全，同意办结' }
    : { name: 'review', result, reasonCode: 'evidenceLacking', text: '佐证材料与验收标准不能一一对应，请补充' },
});

/** Reports each month on its last day but one; forgets the second and makes it good a week later. */
const monthly = (state: Commitment, rules: Rules, today: CivilDate): Act[] => {
  if (state.status === 'DISPATCHED') return signAll(state);
  const { unit } = leadOf(state);
  const say = (line: string, period?: number): Act[] => [{ by: handlerOf(unit), command: { name: 'report', unit, line, ...(period === undefined ? {} : { period, causeCode: 'staffing' }) } }];
  const now = state.periods?.now;
  const missed = state.periods?.past.find((one) => one.outcome === 'missed');
  if (missed && today >= addWorkingDays(rules.calendar, missed.due, 5)) return say('上期漏报，现予补报', missed.index);
  return now && now.reportedAt === null && now.index !== 2 && today >= addWorkingDays(rules.calendar, now.due, -1) ? say('本月通报已印发') : [];
};

/** @param today a working day; the state is that of the morning */
export const actsOf = (character: Character, state: Commitment, rules: Rules, today: CivilDate): Act[] => {
  const lead = leadOf(state);
  if (state.status === 'UNDER_REVIEW') return [review(character === 'returned' && state.returns === 0 ? 'returned' : 'accepted')];
  if (state.status === 'CLOSED') {
    if (!state.lookBackTold) return [];
    return [{
      by: REVIEWER,
      command: character === 'lookBackFails'
        ? { name: 'lookBack', result: 'failed', text: '现场核查发现整改不到位', newDue: addWorkingDays(rules.calendar, today, 15) }
        : { name: 'lookBack', result: 'passed', text: '成效稳定，同意销号' },
    }];
  }
  switch (character) {
    case 'silent': case 'twin':
      return [];
    case 'extends': {
      const { pending } = state.extension;
      if (pending) return [{ by: pending.approver === 'registrar' ? state.registrar : state.sponsor, command: { name: 'decideExtension', result: 'granted', newDue: pending.to, text: '情况属实，同意延期' } }];
      if (lead.signedAt !== null && state.due === state.originalDue && today >= addWorkingDays(rules.calendar, state.due, -5)) {
        return [{ by: handlerOf(lead.unit), command: { name: 'requestExtension', unit: lead.unit, to: addWorkingDays(rules.calendar, state.due, 10), reason: '征求意见反馈较多，需再次协调', progress: '初稿已成，正在修改' } }];
      }
      return work(state, rules, today, -2);
    }
    case 'suspended':
      return state.status === 'IN_PROGRESS' && lead.reports >= 2 && state.resumedAt === null
        ? [{ by: REGISTRAR, command: { name: 'suspend', reason: '省级接口规范尚未印发', counterparty: { kind: 'superior', name: '省数据局' }, until: addDays(today, 20) } }] : work(state, rules, today, -2);
    case 'transferred':
      return lead.reports >= 1 && state.formerUnits.length === 0
        ? [{ by: REGISTRAR, command: { name: 'transfer', unit: lead.unit, toUnit: elsewhere(state, REASSIGNED_TO), reason: '职责调整，转由新的单位承办' } }] : work(state, rules, today, -2);
    case 'raised':
      return lead.reports >= 2 && state.raises.length === 0
        ? [{ by: REGISTRAR, command: { name: 'raise', toUnit: elsewhere(state, RAISED_TO), due: state.due, reason: '涉及多个部门，原单位协调不动' } }] : work(state, rules, today, -2);
    case 'coUnits':
      return [...state.units.filter((part) => part.role === 'co' && part.signedAt !== null && part.reports === 0 && state.status !== 'SUSPENDED')
        .map((part): Act => ({ by: handlerOf(part.unit), command: { name: 'report', unit: part.unit, percent: 100, line: '本单位承担的部分已完成' } })), ...work(state, rules, today, -2)];
    case 'stretch':
      return work(state, rules, today, 200);
    case 'monthly':
      return monthly(state, rules, today);
    case 'diligent': case 'returned': case 'lookBackFails':
      return work(state, rules, today, -2);
    case 'deemed':
      return state.status === 'DISPATCHED' ? [] : work(state, rules, today, -2);
    case 'late':
      return work(state, rules, today, 2);
    case 'refuses': case 'reassigned':
      if (lead.pendingRefusal) {
        return [{
          by: REGISTRAR,
          command: character === 'refuses'
            ? { name: 'rule', unit: lead.unit, ruling: 'same', reason: '职责分工明确，请继续承办' }
            : { name: 'rule', unit: lead.unit, ruling: 'other', toUnit: lead.unit === REASSIGNED_TO ? 'fgw' : REASSIGNED_TO, reason: '该项职责已划转' },
        }];
      }
      if (lead.signedAt === null && lead.refusals === 0 && state.formerUnits.length === 0) {
        return [{ by: handlerOf(lead.unit), command: { name: 'refuse', unit: lead.unit, reason: '认为不属本单位职责' } }];
      }
      return work(state, rules, today, -2);
    case 'amended':
      if (state.due === state.originalDue && today >= addWorkingDays(rules.calendar, state.due, -4)) {
        return [{ by: REGISTRAR, command: { name: 'amend', due: addWorkingDays(rules.calendar, state.due, 15), reason: '上级政策调整，工作量增加' } }];
      }
      return work(state, rules, today, -2);
    case 'terminated':
      return lead.reports >= 4 ? [{ by: REGISTRAR, command: { name: 'terminate', reason: '任务已并入全市统一部署，不再单列' } }] : work(state, rules, today, -2);
  }
};
