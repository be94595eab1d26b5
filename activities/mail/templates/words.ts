/** Dates, distances and the coming rung, as the office says them. */
import { isProvisional } from '../../../domain/calendar';
import { dateWords, momentWords, withDateWords } from '../../../domain/date-words';
import { distanceWords, light } from '../../../domain/light';
import { lightName } from '../../../domain/light-name';
import { ladderRuns, nextOpening, nextRung } from '../../../domain/moments';
import type { Commitment, Rules } from '../../../domain/state';
import { civilDateOf, later, type Instant } from '../../../domain/time';
import { DROPPED_STATES, POST_NAMES, type LightColour, type PostKind } from '../../../domain/vocabulary';

export { dateWords, momentWords };

/** Shape and word, never colour alone (looks/README.md). */
export const SHAPES: Readonly<Record<LightColour, string>> = { red: '■', yellow: '▲', blue: '○', green: '●', paused: '‖', closed: '✓' };

/** 11月30日（周一）到期，还有3个工作日; an unpublished calendar year says so beside the date. */
export const dueWords = (state: Commitment, rules: Rules, asOf: Instant): string => {
  const today = civilDateOf(asOf);
  const noun = state.dueKind === 'review' ? '复核' : '到期';
  const words = state.due === today
    ? `${dateWords(state.due, today)}，今天${noun}`
    : `${dateWords(state.due, today)}${noun}，${distanceWords(rules, today, state.due)}`;
  return isProvisional(rules.calendar, state.due) ? `${words}（${state.due.slice(0, 4)}年放假安排尚未公布，暂按周一至周五计）` : words;
};

export interface LightWords { readonly colour: LightColour; readonly mark: string; readonly when: string; readonly reasons: readonly string[] }

/** The light in words. Reasons that only repeat the distance are left out: it stands beside the mark. */
export const lightWords = (state: Commitment, rules: Rules, asOf: Instant): LightWords => {
  const { colour, reasons } = light(state, rules, asOf);
  const name = lightName({ colour, status: state.status, due: state.due }, civilDateOf(asOf));
  if (DROPPED_STATES.includes(state.status)) return { colour, mark: `— ${name}`, when: '不再办理', reasons: [] };
  if (colour === 'closed' && state.doneOn !== null) {
    return { colour, mark: `${SHAPES.closed} ${name}`, when: dateWords(state.doneOn, civilDateOf(asOf)), reasons: [] };
  }
  const dated = /^(距?办结期限|距?复核日期)/;
  const open = colour !== 'paused';
  return {
    colour,
    mark: `${SHAPES[colour]} ${name}`,
    when: open ? dueWords(state, rules, asOf) : withDateWords(reasons[0] ?? '', civilDateOf(asOf)),
    reasons: open ? reasons.filter((reason) => !dated.test(reason)).map((reason) => withDateWords(reason, civilDateOf(asOf))) : [],
  };
};

export const postWords = (kind: PostKind, unit: string): string => {
  if (kind === 'registrar') return '督查室承办人员';
  if (kind === 'sponsor') return '本事项分管领导';
  if (kind === 'reviewer') return '本事项审核人';
  return `${unit}${kind === 'unitHead' ? '主要负责人' : POST_NAMES[kind]}`;
};

/** What comes if nobody acts, with its day; the last rung's delivery and the next opening hour are waited for. */
export const ladderNext = (state: Commitment, rules: Rules, asOf: Instant): string => {
  const noun = state.dueKind === 'review' ? '复核日期' : '办结期限';
  if (state.stretch) return `本项为力争事项，过${noun}未达到的不逐级督办，请如实说明差距。`;
  if (state.status === 'UNDER_REVIEW' && state.closure?.inTime) return '已按期申请办结，审核期间不再逐级督办。';
  if (state.suspension !== null) return `暂停期间不逐级督办；至迟${dateWords(civilDateOf(state.suspension.wakeAt), civilDateOf(asOf))}自动恢复办理。`;
  if (!ladderRuns(state)) return '目前不逐级督办。';
  if (rules.pack.rungs.length === 0) return rules.pack.strikes === null ? '本规则不逐级发单，到期由督查室核对台账。' : '逾期未办结的，计入问责次数。';
  const next = nextRung(state, rules);
  const rung = rules.pack.rungs[next?.index ?? -1];
  if (!next || !rung) return state.ladder.done < rules.pack.rungs.length ? '目前没有排定的督办单。' : '本轮逐级督办已到最后一级，处理意见由分管领导决定。';
  const on = civilDateOf(later(next.at, nextOpening(rules, asOf)));
  const day = `${dateWords(on, civilDateOf(asOf))}${isProvisional(rules.calendar, on) ? `（暂定，${on.slice(0, 4)}年放假安排尚未公布）` : ''}`;
  const whom = rung.to.map((kind) => (kind === 'sponsor' ? '分管领导' : kind === 'unitHead' ? '主要负责人' : POST_NAMES[kind])).join('、');
  const copied = rung.copy.length > 0 ? `，抄送${rung.copy.map((kind) => POST_NAMES[kind]).join('、')}` : '';
  switch (rung.code) {
    case 'chase': case 'supervise': case 'blueSlip': case 'yellowSlip': case 'redSlip':
      return `仍未办结的，${day}${rung.filedFirst ? '报督查室备案后' : ''}向${whom}发${rung.document}${copied}。`;
    case 'circulate':
      return `仍未办结的，${day}列入通报，并告知${whom}${copied}。`;
    case 'interview':
      return `仍未办结的，${day}提出约谈建议，报${whom}决定${copied}。`;
  }
};

/** 7个、3个、1个工作日 */
export const remindersWords = ({ pack }: Rules): string => {
  const days = pack.reminders.map((reminder) => `${reminder.before}${reminder.days === 'wd' ? '个工作日' : '天'}`);
  return days.length === 0 ? '' : `期限前${days.join('、')}各提醒一次，合并在当天的汇总邮件中。`;
};
