/** Words for closing: request, acceptance, return, a late review, look-back. */
import { measureWords } from '../../../domain/measures';
import { leadOf } from '../../../domain/state';
import { civilDateOf } from '../../../domain/time';
import { POST_NAMES, RETURN_NAMES } from '../../../domain/vocabulary';
import { dateWords, ladderNext, momentWords } from './words';
import type { NoticeView, WordsOf } from './view';

const lead = (view: NoticeView): string => view.unitName(leadOf(view.state).unit);
const summary = (view: NoticeView): [string, string][] => (view.state.closure ? [['办结说明', view.state.closure.summary]] : []);
const evidence = (view: NoticeView): [string, string] => {
  const { acceptance, evidence: items } = view.state;
  const served = acceptance.filter((criterion) => items.some((item) => item.criterion === criterion.id)).length;
  return ['佐证', `${items.length}件，对应验收标准${served}条，共${acceptance.length}条`];
};
/** Who has not said that its share is done: the reviewer weighs it. */
const silent = (view: NoticeView): [string, string][] => {
  const units = view.state.closure?.silent ?? [];
  return units.length === 0 ? [] : [['配合单位', `${units.map(view.unitName).join('、')}尚未反馈本单位部分已完成`]];
};
const figures = (view: NoticeView): [string, string][] => (view.state.measures.length === 0 ? [] : [['指标', view.state.measures.map(measureWords).join('；')]]);
const reviewBy = (view: NoticeView): string => (view.state.closure ? momentWords(view.state.closure.reviewBy, view.asOf) : '');

export const closure: WordsOf<'closureRequested' | 'accepted' | 'returned' | 'reviewOverdue' | 'lookBackDue'> = {
  closureRequested: (view) => ({
    subject: '办结申请待审核',
    headline: `${lead(view)}申请办结，请审核`,
    opening: `${lead(view)}已提交佐证并申请办结${view.state.closure?.inTime === false ? '，提交时已过期限' : ''}。`,
    particulars: [...summary(view), evidence(view), ...silent(view), ...figures(view)],
    because: '审核人与提交人不得为同一人',
    asks: ['请对照验收标准逐条核对：事实是否清楚、问题是否解决、佐证是否充分、结论是否恰当、格式是否符合要求。', `请在${reviewBy(view)}前审核通过，或写明理由退回重办。`],
    next: [`${reviewBy(view)}前未审核的，报${view.rules.pack.review.overdueTo.map((kind) => POST_NAMES[kind]).join('、')}知悉。`, view.state.closure?.inTime === false ? ladderNext(view.state, view.rules, view.asOf) : '审核期间不逐级督办。'],
  }),
  accepted: (view) => ({
    subject: '已办结',
    headline: '办结申请已审核通过',
    opening: `本事项于${view.state.doneOn === null ? '' : dateWords(view.state.doneOn, civilDateOf(view.asOf))}办结，提醒和督办停止。`,
    particulars: view.fact?.type === 'accepted' ? [['审核意见', view.fact.text]] : [],
    because: `${lead(view)}承办本事项`,
    asks: ['不需要再办理；请妥善保存佐证原件，以备核查。'],
    next: view.state.lookBackAt === null ? [`按规则安排${view.rules.pack.lookBack.name}。`] : [`${dateWords(civilDateOf(view.state.lookBackAt), civilDateOf(view.asOf))}${view.rules.pack.lookBack.name}；发现问题未真正解决的，恢复办理。`],
  }),
  returned: (view) => ({
    subject: '退回重办',
    headline: '办结申请未通过，请重新办理',
    opening: `办结申请经审核退回，这是第${Math.max(1, view.state.returns)}次退回；各项时限恢复计算。`,
    particulars: view.fact?.type === 'returned' ? [['退回原因', `${RETURN_NAMES[view.fact.reasonCode]}：${view.fact.text}`]] : [],
    because: `${lead(view)}承办本事项`,
    asks: ['请针对退回原因补办，补充佐证后重新申请办结。', `办结期限仍为${dateWords(view.state.due, civilDateOf(view.asOf))}。`],
    next: [ladderNext(view.state, view.rules, view.asOf)],
  }),
  reviewOverdue: (view) => ({
    subject: '审核超期',
    headline: '办结申请超过审核时限',
    opening: `${lead(view)}的办结申请应在${reviewBy(view)}前审核，至今没有结论；${view.state.closure?.inTime === false ? '申请提出时已过期限，承办单位逾期照计，此后的耽误在审核环节' : '耽误在审核环节，不算作承办单位逾期'}。`,
    particulars: [...summary(view), evidence(view)],
    because: '审核超过时限的，按规则报您知悉',
    asks: ['请督促审核人尽快作出结论，或另行指定审核人。'],
    next: ['审核有结论后，通知承办单位；通过的按申请之日计算办结。'],
  }),
  lookBackDue(view) {
    const { name, to } = view.rules.pack.lookBack;
    return {
      subject: `${name}到期`,
      headline: `办结已满期限，请${name}`,
      opening: `本事项于${view.state.doneOn === null ? '此前' : dateWords(view.state.doneOn, civilDateOf(view.asOf))}办结，按规则应当${name}，核实成效是否保持。`,
      particulars: [evidence(view)],
      because: `${name}由${to.map((kind) => POST_NAMES[kind]).join('、')}办理`,
      asks: [`请${name}，核实验收标准是否仍然达到，写明方式和结论。`],
      next: ['通过的，销号归档；未通过的，由您写明新的期限，恢复办理。'],
    };
  },
};
