/** Words for the ladder: chase, supervise, circulate, interview, and a slip that reached nobody. */
import { distanceWords } from '../../../domain/light';
import { leadOf } from '../../../domain/state';
import { civilDateOf, later } from '../../../domain/time';
import { nextOpening } from '../../../domain/moments';
import { filedSlip, readNoticeId } from '../../../domain/notice-ids';
import type { NoticeOutcome, SuppressionReason } from '../../../domain/vocabulary';
import { dateWords, ladderNext, postWords } from './words';
import type { Letter, NoticeView, WordsOf } from './view';

export const overdue = (view: NoticeView): string => {
  const today = civilDateOf(view.asOf);
  const noun = view.state.dueKind === 'review' ? '复核日期' : '办结期限';
  return `${noun}为${dateWords(view.state.due, today)}，${distanceWords(view.rules, today, view.state.due)}`;
};

export const lastWord = (view: NoticeView): [string, string] => {
  const report = leadOf(view.state).lastReport;
  if (!report) return ['最近反馈', '尚未反馈'];
  const percent = report.percent === null ? '' : `，完成${report.percent}%`;
  const line = report.line === '' ? (report.unchanged ? '没有变化' : '未写说明') : report.line;
  return ['最近反馈', `${dateWords(civilDateOf(report.at), civilDateOf(view.asOf))}：${line}${percent}`];
};

/** Other rungs passed while the engine was away: one mail says so instead of several. */
export const collapsed = (view: NoticeView): [string, string][] => {
  if ((view.fact?.type !== 'rungReached' && view.fact?.type !== 'rungFiled') || view.fact.collapsed.length === 0) return [];
  const names = view.fact.collapsed.map((code) => view.rules.pack.rungs.find((rung) => rung.code === code)?.name ?? code);
  return [['合并说明', `${names.join('、')}的时点也已经过，不再另发，一并以本件为准`]];
};

/** 经催办、督办: the rungs that were sent before this one in its round. */
const past = (view: NoticeView): string => {
  const { fact } = view;
  if (fact?.type !== 'rungReached' && fact?.type !== 'rungFiled') return '';
  const names = view.rules.pack.rungs.slice(0, fact.index).filter((one) => !fact.collapsed.includes(one.code)).map((one) => one.name);
  return names.length === 0 ? '' : `经${names.join('、')}`;
};

const rung = (view: NoticeView, words: Pick<Letter, 'headline' | 'opening' | 'asks'>, step: string): Letter => {
  const unit = view.unitName(view.notice.unit);
  return {
    subject: step,
    headline: words.headline,
    opening: words.opening,
    particulars: [lastWord(view), ...collapsed(view)],
    because: view.notice.copy ? `${unit}的事项逾期未办结，按规则抄送您知悉` : `${unit}承办的本事项逾期未办结`,
    asks: view.notice.copy ? ['本件抄送您知悉，不需要您办理；需要过问的，可直接与承办单位联系。'] : words.asks,
    next: [ladderNext(view.state, view.rules, view.asOf)],
  };
};

const OUTCOMES: Readonly<Record<NoticeOutcome, string>> = {
  sent: '已送达', bounced: '被收件方邮件服务器退回', suppressed: '没有可用的收件人', bundled: '已并入汇总邮件', expired: '多次尝试，一天内未能确认送达',
};

const REASONS: Readonly<Record<SuppressionReason, string>> = {
  nobody: '岗位空缺', badAddress: '没有有效的邮箱', addressBounced: '邮箱近30天内退过信，暂停使用', noLongerOwed: '已不需要发出', samePerson: '同一人已从另一岗位收到',
};

/** Which document it was and for whom, read from the notice's id. */
const missed = (view: NoticeView, noticeId: string): { what: string; whom: string; isRung: boolean; filed: boolean } => {
  const { occasion, period, post, kind, unit } = readNoticeId(view.state.id, noticeId);
  const filed = filedSlip({ occasion, period });
  const form = view.rules.pack.rungs.find((one) => one.code === (filed?.occasion ?? occasion));
  return {
    isRung: form !== undefined && filed === null,
    filed: filed !== null,
    what: `${form?.document ?? (occasion === 'dispatch' ? '交办单' : '督办文书')}${filed === null ? '' : '备案件'}`,
    whom: kind ? postWords(kind, view.unitName(unit ?? view.notice.unit)) : filed === null ? `岗位“${post}”` : '督查室',
  };
};

export const ladder: WordsOf<'chase' | 'supervise' | 'circulate' | 'interview' | 'filing' | 'undelivered'> = {
  filing(view) {
    const unit = view.unitName(view.notice.unit);
    const code = filedSlip(view.notice)?.occasion;
    const rung = view.rules.pack.rungs.find((one) => one.code === code);
    const document = rung?.document ?? '督办文书';
    const whom = (rung?.to ?? []).map((kind) => postWords(kind, unit)).join('、');
    return {
      subject: `${document}备案`,
      headline: `${document}报备案，备案后发${unit}`,
      opening: `${overdue(view)}，尚未办结，按规则发${document}，发出前先报备案。`,
      particulars: [...(whom === '' ? [] : [['主送', whom] as const]), lastWord(view), ...collapsed(view)],
      because: `${document}发出前，按规则报督查室备案`,
      asks: ['本件供备案，不需要您办理；文书内容附后。'],
      next: [`本件送达后，${document}即以同一文号发出；本件未能送达的，照常发出，并另行告知您。`],
    };
  },
  chase: (view) => rung(view, {
    headline: '已过期限，请抓紧办结并说明原因',
    opening: `${overdue(view)}，尚未办结，现予催办。`,
    asks: ['请尽快办结，提交佐证并申请办结。', '今天不能办结的，请写一句话说明原因、下一步措施和预计办结日期。'],
  }, '催办'),
  supervise: (view) => rung(view, {
    headline: '逾期仍未办结，请主要负责人过问',
    opening: `${overdue(view)}，${past(view)}仍未办结，现予督办。`,
    asks: ['请您过问本事项，明确责任人和办结日期。', '请反馈未按期办结的原因和措施；确需调整期限的，请向督查室提出。'],
  }, '督办'),
  circulate: (view) => rung(view, {
    headline: '本事项已列入通报',
    opening: `${overdue(view)}，${past(view)}仍未办结，按规则列入下一期督查通报，现予告知。`,
    asks: ['请核对通报所依据的事实：期限、最近反馈和未办结状态；有出入的，请向督查室提出。', '请继续抓紧办结，办结情况在通报中如实反映。'],
  }, '通报告知'),
  interview: (view) => rung(view, {
    headline: `是否约谈${view.unitName(view.notice.unit)}，请您决定`,
    opening: `${overdue(view)}，${past(view)}仍未办结，按规则提出约谈建议。`,
    asks: ['请决定是否约谈、由谁约谈以及何时约谈。本系统只提建议，不发出约谈通知。', '也可批示其他处理意见，由督查室记入台账。'],
  }, '约谈建议'),
  undelivered(view) {
    const fact = view.fact?.type === 'noticeSettled' ? view.fact : null;
    const forHead = view.notice.postKind === 'unitHead';
    const { what, whom, isRung, filed } = fact ? missed(view, fact.noticeId) : { what: '督办文书', whom: '收件岗位', isRung: false, filed: false };
    const day = dateWords(civilDateOf(later(fact?.notBefore ?? view.asOf, nextOpening(view.rules, view.asOf))), civilDateOf(view.asOf));
    return {
      subject: `${what}未送达`,
      headline: `${what}未送达${whom}`,
      opening: filed ? `报${whom}的${what}没有送达；文书已照常发给责任单位。` : `发给${whom}的${what}没有送达，责任单位可能并不知情。`,
      particulars: fact ? [['未送达原因', fact.reason === null ? OUTCOMES[fact.outcome] : REASONS[fact.reason]]] : [],
      because: forHead ? '本单位承办人没有收到文书' : '未送达的文书由督查室处理',
      asks: forHead ? [`请将本件转告${whom}，并督促办理。`, '请将承办人的有效邮箱告知督查室。']
        : ['请核对该岗位的任职人员和邮箱并更正。', `请用电话等其他方式告知${whom}，并留存记录。`],
      // Only where a next rung comes after this slip is there a day to name.
      next: [isRung && view.state.ladder.done < view.rules.pack.rungs.length ? `下一级督办不早于${day}；本次未送达已记入台账。` : '本次未送达已记入台账。'],
    };
  },
};
