/** Words for handing out and changing a matter: dispatch, refusal and ruling, a moved deadline, reopening, termination. */
import { clockLimit, clocksOf, clockStart, clockStopped } from '../../../domain/clocks';
import { measureWords } from '../../../domain/measures';
import { dueInstant, shiftDate } from '../../../domain/moments';
import { leadOf, partOf, type UnitPart } from '../../../domain/state';
import { civilDateOf } from '../../../domain/time';
import { dateWords, ladderNext, momentWords, remindersWords } from './words';
import type { NoticeView, WordsOf } from './view';

const filled = (lines: readonly string[]): string[] => lines.filter((line) => line !== '');

/** With the hour at which the day ends for a deadline. */
const dueDay = (view: NoticeView): string => momentWords(dueInstant(view.state.due, view.rules.pack), view.asOf);
const dueNoun = (view: NoticeView): string => (view.state.dueKind === 'review' ? '复核' : '办结');

const signing = (view: NoticeView): string => {
  const part = partOf(view.state, view.notice.unit);
  return part && part.signedAt === null ? momentWords(part.signBy, view.asOf) : '';
};

const role = (view: NoticeView): string => (leadOf(view.state).unit === view.notice.unit ? '牵头承办' : '配合承办');

/** 阶段与时钟：what the pack asks of the unit by when, beside signature and T. */
const clockAsks = ({ state, rules, asOf }: NoticeView, part: UnitPart): string[] => clocksOf(rules.pack, part).flatMap((clock) => {
  const start = clockStart(state, clock, part);
  if (start === null || clock.until === 'sign' || clockStopped(state, clock, part)) return [];
  return [`请在${momentWords(clockLimit(state, rules, clock, start, part), asOf)}前完成“${clock.name}”${clock.content === '' ? '' : `：${clock.content}`}。`];
});

export const handingOut: WordsOf<'dispatch' | 'refused' | 'rulingOverdue' | 'ruled' | 'amended' | 'reopened' | 'terminated' | 'raised' | 'instructed' | 'notPursued' | 'targetSet' | 'periodMissed'> = {
  dispatch(view) {
    const { state, rules, asOf, notice } = view;
    const unit = view.unitName(notice.unit);
    const part = partOf(state, notice.unit);
    const signBy = signing(view);
    const { firstFeedback } = rules.pack;
    const first = part && firstFeedback ? shiftDate(rules.calendar, civilDateOf(part.dispatchedAt), firstFeedback.offset, firstFeedback.days) : null;
    return {
      subject: '交办',
      headline: `请${unit}${role(view)}一项工作`,
      opening: `${state.source ? `《${state.source.title}》提出的事项` : '本事项'}已立项，现交由${unit}${role(view)}，自交办之日起计时。`,
      because: `${unit}${role(view)}本事项`,
      asks: filled([
        signBy === '' ? '' : `请在${signBy}前签收；不属本单位职责的，请在此前说明理由并退单。`,
        first === null ? '' : `请在${dateWords(first, civilDateOf(asOf))}前作首次反馈，说明工作安排。`,
        ...(part ? clockAsks(view, part) : []),
        `请在${dueDay(view)}前达到验收标准，并逐条提交佐证后申请办结。`,
      ]),
      next: filled([signBy === '' ? '' : `${signBy}前未签收也未退单的，视为已签收。`, remindersWords(rules), ladderNext(state, rules, asOf)]),
    };
  },
  refused(view) {
    const unit = view.unitName(view.notice.unit);
    const pending = partOf(view.state, view.notice.unit)?.pendingRefusal;
    const reason = view.fact?.type === 'refused' ? view.fact.reason : (pending?.reason ?? '');
    const ruleBy = pending?.ruleBy ?? null;
    return {
      subject: '退单待裁定',
      headline: `${unit}申请退单，请裁定`,
      opening: `${unit}认为本事项不应由其承办，已申请退单。`,
      particulars: reason === '' ? [] : [['退单理由', reason]],
      because: '退单由督查室裁定',
      asks: [`请${ruleBy === null ? '' : `在${momentWords(ruleBy, view.asOf)}前`}裁定维持原单位承办，或改由其他单位承办，并写明理由。裁定为最终裁定。`],
      next: ['裁定之前，该单位的签收时限不计。', `办结期限仍为${dueDay(view)}，不因退单顺延。`],
    };
  },
  rulingOverdue(view) {
    const { state, asOf, notice, fact } = view;
    const unit = view.unitName(notice.unit);
    const pending = partOf(state, notice.unit)?.pendingRefusal;
    const next = fact?.type === 'rulingOverdue' ? fact.next : null;
    const leader = notice.postKind !== 'registrar';
    return {
      subject: '退单逾时未裁定',
      headline: leader ? `${unit}的退单仍未裁定，请过问` : `${unit}的退单超过裁定时限，请尽快裁定`,
      opening: `${pending ? `${unit}于${dateWords(civilDateOf(pending.at), civilDateOf(asOf))}申请退单，` : `${unit}已申请退单，`}已过裁定时限，至今没有裁定。`,
      particulars: pending ? [['退单理由', pending.reason]] : [],
      because: leader ? '督查室经提醒仍未裁定的退单，按规则报您' : '退单由督查室裁定',
      asks: [leader ? '请督促督查室尽快裁定。' : '请裁定维持原单位承办，或改由其他单位承办，并写明理由。裁定为最终裁定。'],
      next: filled([next === null ? '' : `${momentWords(next, asOf)}前仍未裁定的，报本事项分管领导。`, '裁定之前，该单位的签收时限不计。', `办结期限仍为${dueDay(view)}，不因退单顺延。`]),
    };
  },
  ruled(view) {
    const unit = view.unitName(view.notice.unit);
    const signBy = signing(view);
    return {
      subject: '退单未予同意',
      headline: `经裁定，仍由${unit}承办`,
      opening: `${unit}的退单申请已经裁定：维持原交办，签收时限重新计算。`,
      particulars: view.fact?.type === 'ruled' ? [['裁定理由', view.fact.reason]] : [],
      because: `${unit}${role(view)}本事项，并曾申请退单`,
      asks: filled([signBy === '' ? '' : `请在${signBy}前签收。`, `请在${dueDay(view)}前${dueNoun(view)}。`]),
      next: filled([signBy === '' ? '' : `${signBy}前未签收的，视为已签收。`, ladderNext(view.state, view.rules, view.asOf)]),
    };
  },
  amended(view) {
    const today = civilDateOf(view.asOf);
    const { state, fact } = view;
    const from = fact?.type === 'amended' ? fact.from : state.originalDue;
    return {
      subject: `期限调整为${dateWords(state.due, today)}`,
      headline: `${dueNoun(view)}期限调整为${dateWords(state.due, today)}`,
      opening: `期限由${dateWords(from, today)}调整为${dateWords(state.due, today)}，原提醒和督办安排随之作废，按新期限重排。`,
      particulars: [...(fact?.type === 'amended' ? [['调整理由', fact.reason] as const] : []), ['最初期限', dateWords(state.originalDue, today)]],
      because: `${view.unitName(view.notice.unit)}${role(view)}本事项`,
      asks: [`请按新期限安排工作，在${dueDay(view)}前${dueNoun(view)}。`],
      next: filled([remindersWords(view.rules), ladderNext(state, view.rules, view.asOf)]),
    };
  },
  reopened(view) {
    const cause = view.fact?.type === 'reopened' ? view.fact.cause : undefined;
    return {
      subject: '重新办理',
      headline: cause === undefined ? '回头看未通过，请重新办理' : cause === 'instruction' ? '领导另有批示，请重新办理' : '经研究决定，请重新办理',
      opening: `${cause === undefined ? '本事项办结后经回头看，认定问题未真正解决' : cause === 'instruction' ? '本事项办结后，领导又作批示，不作办结论' : '本事项结束后，经研究仍需办理'}，现恢复办理，以前的记录全部保留。`,
      particulars: view.fact?.type === 'reopened' ? [[cause === undefined ? '回头看意见' : cause === 'instruction' ? '批示内容' : '重新办理理由', view.fact.text]] : [],
      because: `${view.unitName(view.notice.unit)}${role(view)}本事项`,
      asks: [`${cause === undefined ? '请针对回头看意见整改' : '请按上述要求办理'}，在${dueDay(view)}前重新达到验收标准，并提交新的佐证。`],
      next: filled([remindersWords(view.rules), ladderNext(view.state, view.rules, view.asOf)]),
    };
  },
  raised(view) {
    const raise = view.state.raises.at(-1);
    const unit = view.unitName(view.notice.unit);
    const upper = raise ? view.unitName(raise.to) : '上一级单位';
    return {
      subject: '提级办理',
      headline: `本事项提级由${upper}牵头办理`,
      opening: `经决定，本事项提级由${upper}牵头办理，另行计时；${unit}的责任不变，继续配合。`,
      particulars: raise ? [['提级理由', raise.reason]] : [],
      because: view.notice.copy ? '本事项提级办理，按规则抄送您知悉' : `${unit}是本事项原承办单位`,
      asks: view.notice.copy ? ['本件抄送您知悉，不需要您办理。'] : [`请立即向${upper}移交材料、说明进展，并继续承担原有工作。`, '请照常反馈本单位的进展。'],
      next: [`${upper}的办结期限为${dueDay(view)}。`, ladderNext(view.state, view.rules, view.asOf)],
    };
  },
  instructed(view) {
    const { last } = view.state.instructions;
    const said = view.fact?.type === 'instructed' ? view.fact : last;
    const reviewer = view.notice.postKind === 'reviewer';
    return {
      subject: '领导批示',
      headline: `${said?.leader ?? '领导'}对本事项作出批示`,
      opening: `${said?.leader ?? '领导'}对本事项作出批示，现予转达。`,
      particulars: said ? [['批示内容', said.text]] : [],
      because: reviewer ? '本事项正在审核，领导另有批示的不作办结论' : `${view.unitName(view.notice.unit)}${role(view)}本事项`,
      asks: reviewer ? ['请对照批示审核；批示要求尚未落实的，退回重办。'] : ['请按批示要求办理，并在下一次反馈中写明落实情况。'],
      next: [`办结期限为${dueDay(view)}；批示已记入台账。`, ladderNext(view.state, view.rules, view.asOf)],
    };
  },
  targetSet(view) {
    const set = view.fact?.type === 'targetSet' ? view.fact : null;
    const measure = view.state.measures.find((one) => one.id === set?.measure);
    return {
      subject: '目标值确定',
      headline: `${measure?.name ?? '指标'}的目标值已确定`,
      opening: `${set?.from === null ? '此前待定的目标值现已确定' : '目标值现作调整'}，序时进度按新的目标值计算。`,
      particulars: [...(measure ? [['指标', measureWords(measure)] as const] : []), ...(set ? [['依据', set.reason] as const] : [])],
      because: `${view.unitName(view.notice.unit)}${role(view)}本事项`,
      asks: ['请按目标值安排工作，并在反馈时填报实际数值。'],
      next: [ladderNext(view.state, view.rules, view.asOf)],
    };
  },
  periodMissed(view) {
    const missed = view.fact?.type === 'periodEnded' ? view.fact : null;
    const today = civilDateOf(view.asOf);
    const now = view.state.periods?.now ?? null;
    return {
      subject: '本期未反馈',
      headline: missed === null ? '有一期未按时反馈，请补报' : `第${missed.index}期未按时反馈，请补报`,
      opening: `${missed === null ? '上一期' : `第${missed.index}期应在${dateWords(missed.due, today)}前反馈，`}至今没有反馈，该期亮红灯。`,
      because: `${view.unitName(view.notice.unit)}${role(view)}本事项`,
      asks: ['请补报该期情况并选择原因；补报后该期转为预警，不恢复为正常。'],
      next: [now === null ? '按周期继续办理。' : `本期为第${now.index}期，请在${dateWords(now.due, today)}前反馈。`],
    };
  },
  notPursued(view) {
    const reason = view.fact?.type === 'notPursued' ? view.fact.reason : (view.state.endReason ?? '');
    return {
      subject: '不再推进',
      headline: '本事项不再推进',
      opening: '经研究，本事项不再推进，不再提醒和督办；理由在台账中如实载明。',
      particulars: reason === '' ? [] : [['不再推进的理由', reason]],
      because: `${view.unitName(view.notice.unit)}${role(view)}本事项`,
      asks: ['请停止本事项的办理，已形成的材料按规定留存。'],
      next: ['本事项不计为办结；需要恢复的，由督查室重新办理。'],
    };
  },
  terminated(view) {
    const reason = view.fact?.type === 'terminated' ? view.fact.reason : (view.state.endReason ?? '');
    return {
      subject: '事项终止',
      headline: '本事项终止办理',
      opening: '经决定，本事项终止办理，不再提醒和督办。',
      particulars: reason === '' ? [] : [['终止理由', reason]],
      because: `${view.unitName(view.notice.unit)}${role(view)}本事项`,
      asks: ['请停止本事项的办理，已形成的材料按规定留存。'],
      next: ['终止理由和全部记录留在台账中备查；需要恢复的，由督查室决定重新办理。'],
    };
  },
};
