/** Words for what single packs know: slips by colour, separate clocks, strikes. */
import { clockLimit, clockStart } from '../../../domain/clocks';
import { distanceWords } from '../../../domain/light';
import { limitAfter } from '../../../domain/limits';
import { missedClockOf } from '../../../domain/notices';
import { partOf } from '../../../domain/state';
import { civilDateOf } from '../../../domain/time';
import { PROPOSAL_NAMES } from '../../../domain/vocabulary';
import { collapsed, lastWord, overdue } from './ladder';
import type { Letter, NoticeView, WordsOf } from './view';
import { dateWords, dueWords, ladderNext, momentWords } from './words';

/** 限时书面反馈: the slip's own limit, counted from the day it is issued. */
const answerBy = ({ notice, rules, asOf, fact }: NoticeView): [string, string][] => {
  const within = rules.pack.rungs.find((rung) => rung.code === notice.occasion)?.answerWithin;
  return within ? [['书面反馈', `${momentWords(limitAfter(rules, fact?.at ?? asOf, within), asOf)}前`]] : [];
};

const coloured = (view: NoticeView, words: Pick<Letter, 'subject' | 'headline' | 'opening' | 'asks'>): Letter => ({
  ...words,
  particulars: [...answerBy(view), lastWord(view), ...collapsed(view)],
  because: view.notice.copy ? `${view.unitName(view.notice.unit)}收到了${words.subject}，按规则抄送您知悉` : `${view.unitName(view.notice.unit)}承办本事项`,
  asks: view.notice.copy ? ['本件抄送您知悉，不需要您办理；需要过问的，可直接与承办单位联系。'] : words.asks,
  next: [ladderNext(view.state, view.rules, view.asOf)],
});

const strike = (view: NoticeView, headline: string, asks: readonly string[]): Letter => {
  const counted = view.fact?.type === 'strikeCounted' ? view.fact : null;
  const unit = view.unitName(view.notice.unit);
  // A deputy's mail comes from the failure of another's: the number stands in its period.
  const n = counted?.n ?? Number(/^n(\d+)-/.exec(view.notice.period)?.[1] ?? 1);
  const since = counted ? dateWords(civilDateOf(counted.since), civilDateOf(view.asOf)) : '';
  return {
    subject: headline,
    headline,
    opening: `${overdue(view)}，尚未办结，计为${unit}${since === '' ? '' : `自${since}以来的`}第${n}次。`,
    particulars: counted && counted.earlier.length > 0 ? [['此前各次', `${counted.earlier.length}件，见台账`]] : [],
    because: view.notice.copy ? `${unit}的事项计入问责次数，按规则抄送您知悉` : `${unit}的事项计入问责次数`,
    asks: view.notice.copy ? ['本件抄送您知悉，不需要您办理。'] : asks,
    next: ['次数按规则规定的期间累计；事项办结后次数不减，过了期间不再计算。'],
  };
};

export const packs: WordsOf<'blueSlip' | 'yellowSlip' | 'redSlip' | 'clockMissed' | 'stageReturned' | 'strikeCircular' | 'strikeInterview' | 'accountability' | 'proposalDecided'> = {
  blueSlip: (view) => coloured(view, {
    subject: '蓝色督办单', headline: '临近期限，请确认能否按期办结',
    opening: `${dueWords(view.state, view.rules, view.asOf)}，尚未办结，现以蓝色督办单提示。`,
    asks: ['请确认能否按期办结，并写一句话反馈进展。', '确需调整期限的，请在期限前提出延期申请。'],
  }),
  yellowSlip: (view) => coloured(view, {
    subject: '黄色督办单', headline: '进度落后，请说明原因和措施',
    opening: `${dueWords(view.state, view.rules, view.asOf)}，进度未达到序时要求或蓝色督办单到期未见成效，现以黄色督办单督办。`,
    asks: ['请说明落后的原因、赶上进度的措施和日期。', '请明确责任人，按序时进度推进。'],
  }),
  redSlip: (view) => coloured(view, {
    subject: '红色督办单', headline: '逾期未办结，请主要负责人过问',
    opening: `${view.state.due}为办结期限，${distanceWords(view.rules, civilDateOf(view.asOf), view.state.due)}，尚未办结，现以红色督办单督办，直至办结。`,
    asks: ['请主要负责人过问，明确办结日期。', '请书面说明逾期原因；办结后及时申请办结。'],
  }),
  clockMissed(view) {
    const missed = view.fact?.type === 'clockMissed' ? view.fact : null;
    const clock = view.rules.pack.clocks.find((one) => one.code === (missed?.clock ?? missedClockOf(view.notice.period)));
    const part = partOf(view.state, view.notice.unit);
    const start = clock && part ? clockStart(view.state, clock, part) : null;
    const limit = missed?.limit ?? (clock && part && start !== null ? clockLimit(view.state, view.rules, clock, start, part) : view.asOf);
    const name = clock?.name ?? '规定步骤';
    return {
      subject: `${name}超时`,
      headline: `“${name}”已超过时限`,
      opening: `按规则应在${momentWords(limit, view.asOf)}前完成“${name}”，至今没有记录。`,
      particulars: [lastWord(view)],
      because: view.notice.copy ? '本事项超过规定时限，按规则抄送您知悉' : '本事项的这一步由您负责或督促',
      asks: view.notice.copy ? ['本件抄送您知悉，不需要您办理。'] : [`请立即完成“${name}”${clock?.content ? `：${clock.content}` : ''}。`, '请写一句话说明超时原因。'],
      next: ['本次超时已记入台账；其他时限照常计算。'],
    };
  },
  stageReturned(view) {
    const { state, rules, asOf, notice } = view;
    const stage = partOf(state, notice.unit)?.stages.find(({ code }) => code === missedClockOf(notice.period));
    const clock = rules.pack.clocks.find(({ code }) => code === stage?.code);
    const name = clock?.name ?? '本阶段';
    const grade = stage?.grade ?? null;
    const redoBy = grade?.redoBy ?? null;
    return {
      subject: '阶段退回重报',
      headline: `“${name}”报告未通过，请重报`,
      opening: `“${name}”报告经审核评定为${grade?.name ?? '不合格'}，退回重报${stage && stage.returns > 1 ? `，这是第${stage.returns}次退回` : ''}。`,
      particulars: [...(grade ? [['审核意见', grade.text] as const] : []), lastWord(view)],
      because: '本事项的这一步由您负责或督促',
      asks: [`请${redoBy === null ? '尽快' : `在${momentWords(redoBy, asOf)}前`}重报“${name}”${clock?.content ? `：${clock.content}` : ''}。`],
      next: ['重报后重新评分；其他时限照常计算。'],
    };
  },
  proposalDecided(view) {
    const decided = view.fact?.type === 'proposalDecided' ? view.fact : view.state.proposals.at(-1);
    const [unit, what] = [view.unitName(view.notice.unit), decided ? PROPOSAL_NAMES[decided.proposal] : '约谈问责'];
    const approved = decided?.approved === true;
    return {
      subject: `${what}建议${approved ? '已同意' : '未同意'}`,
      headline: approved ? `领导同意对${unit}的${what}建议` : `领导不同意对${unit}的${what}建议`,
      opening: `${unit}承办的本事项，${what}建议已由分管领导决定。`,
      particulars: decided ? [['意见', decided.text]] : [],
      because: '约谈、问责由督查室按领导的决定组织',
      asks: [approved ? '请按规定程序组织，并将经过和结果记入台账。本系统不发出约谈通知，不启动问责。' : '不需要办理；本事项的其他督办照常进行。'],
      next: [ladderNext(view.state, view.rules, view.asOf)],
    };
  },
  strikeCircular: (view) => strike(view, '列入通报并亮黄牌', ['请核对所依据的事实；有出入的，请向督查室提出。', '请继续抓紧办结，办结情况在通报中如实反映。']),
  strikeInterview: (view) => strike(view, `是否约谈${view.unitName(view.notice.unit)}主要负责人，请您决定`, ['请决定是否约谈、由谁约谈以及何时约谈。本系统只提建议，不发出约谈通知。']),
  accountability: (view) => strike(view, `是否对${view.unitName(view.notice.unit)}启动问责程序，请您决定`, ['请决定是否按程序移送。本系统只汇集事实，不启动问责。']),
};
