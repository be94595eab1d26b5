/** Words for dates that move: more time asked for and decided, the clock stopped and started again. */
import { dueInstant } from '../../../domain/moments';
import { leadOf } from '../../../domain/state';
import { civilDateOf } from '../../../domain/time';
import { COUNTERPARTY_NAMES, LATENESS_NAMES, POST_NAMES } from '../../../domain/vocabulary';
import { dateWords, ladderNext, momentWords, remindersWords } from './words';
import type { NoticeView, WordsOf } from './view';

const filled = (lines: readonly string[]): string[] => lines.filter((line) => line !== '');
const day = (view: NoticeView, date: string): string => dateWords(date, civilDateOf(view.asOf));
const dueDay = (view: NoticeView): string => momentWords(dueInstant(view.state.due, view.rules.pack), view.asOf);
const role = (view: NoticeView): string => (leadOf(view.state).unit === view.notice.unit ? '牵头承办' : '配合承办');
const original = (view: NoticeView): [string, string] => ['最初期限', day(view, view.state.originalDue)];

const request = (view: NoticeView): [string, string][] => {
  const { pending, granted } = view.state.extension;
  if (pending === null) return [original(view)];
  return [
    ['申请延至', day(view, pending.to)], ['现有期限', day(view, view.state.due)], original(view),
    ['申请理由', pending.reason], ['目前进展', pending.progress],
    ['申请情形', `${LATENESS_NAMES[pending.lateness]}；此前已同意延期${granted}次`],
  ];
};

export const dates: WordsOf<'extensionRequested' | 'extensionDecided' | 'extensionOverdue' | 'suspended' | 'resumed'> = {
  extensionRequested: (view) => {
    const { pending } = view.state.extension;
    const unit = view.unitName(view.notice.unit);
    return {
      subject: '延期申请待审批',
      headline: `${unit}申请延期，请审批`,
      opening: `${unit}申请延长本事项的办结期限${pending?.lateness === 'overdue' ? '。申请时已过期限，即使同意，逾期记录仍然保留' : ''}。`,
      particulars: request(view),
      because: '按规则由您审批这次延期',
      asks: ['请决定同意或不同意；同意的，请写明新的期限，可以短于申请的日期。', pending === null ? '' : `请在${momentWords(pending.decideBy, view.asOf)}前作出决定。`].filter((line) => line !== ''),
      next: ['作出决定之前，现有期限不变，提醒和督办照常。', ladderNext(view.state, view.rules, view.asOf)],
    };
  },
  extensionOverdue: (view) => {
    const { pending } = view.state.extension;
    return {
      subject: '延期申请逾时未批',
      headline: '延期申请超过审批时限，请过问',
      opening: `${view.unitName(view.notice.unit)}的延期申请${pending === null ? '' : `应在${momentWords(pending.decideBy, view.asOf)}前由${POST_NAMES[pending.approver]}决定，`}至今没有结论。`,
      particulars: request(view),
      because: '延期申请超过审批时限的，按规则报您',
      asks: ['请督促尽快作出决定，或直接审批。'],
      next: ['作出决定之前，现有期限不变，提醒和督办照常。', ladderNext(view.state, view.rules, view.asOf)],
    };
  },
  extensionDecided: (view) => {
    const { state, fact } = view;
    const decided = fact?.type === 'extensionDecided' ? fact : null;
    const opinion: [string, string][] = decided === null ? [] : [['审批意见', decided.text]];
    const because = `${view.unitName(view.notice.unit)}${role(view)}本事项，并曾申请延期`;
    if (decided?.granted === false) {
      return {
        subject: '延期申请未获同意',
        headline: '延期申请未获同意，期限不变',
        opening: `经审批，不同意延期，办结期限仍为${day(view, state.due)}。`,
        particulars: [...opinion, original(view)],
        because,
        asks: [`请按原期限抓紧办理，在${dueDay(view)}前办结。`],
        next: [ladderNext(state, view.rules, view.asOf)],
      };
    }
    return {
      subject: `同意延期至${day(view, state.due)}`,
      headline: `同意延期，期限调整为${day(view, state.due)}`,
      opening: `${decided === null ? '' : `期限由${day(view, decided.from)}延至${day(view, decided.to)}，`}最初期限照记，原提醒和督办安排作废，按新期限重排。${state.wasRed ? '本期曾经逾期，补办后按预警记，不恢复为正常。' : ''}`,
      particulars: [...opinion, original(view), ['累计延期', `${state.extension.granted}次`]],
      because,
      asks: [`请按新期限安排工作，在${dueDay(view)}前办结；再次延期须报上一级审批。`],
      next: filled([remindersWords(view.rules), ladderNext(state, view.rules, view.asOf)]),
    };
  },
  suspended: (view) => {
    const { suspension } = view.state;
    return {
      subject: '事项暂停',
      headline: '本事项暂停办理，时钟停走',
      opening: `因等待${suspension === null ? '有关方面' : `${COUNTERPARTY_NAMES[suspension.counterparty.kind]}（${suspension.counterparty.name}）`}答复或配合，本事项暂停，暂停期间不提醒、不逐级督办。`,
      particulars: suspension === null ? [] : [['暂停理由', suspension.reason], ['等待对象', suspension.counterparty.name], ['至迟恢复', day(view, suspension.until)]],
      because: `${view.unitName(view.notice.unit)}${role(view)}本事项`,
      asks: [suspension?.counterparty.kind === 'superior' ? '请主动跟进上级答复，每周写一句话说明情况；收到答复后，及时提请恢复办理。' : '请跟进对方进展；等待的条件具备后，及时提请恢复办理。'],
      next: [suspension === null ? '到期自动恢复办理。' : `至迟${day(view, civilDateOf(suspension.wakeAt))}自动恢复办理，剩余的工作日接着计算。`],
    };
  },
  resumed: (view) => {
    const { state, fact } = view;
    const resumed = fact?.type === 'resumed' ? fact : null;
    const byLimit = resumed?.by === 'limit';
    const moved = resumed !== null && resumed.from !== resumed.to;
    return {
      subject: '恢复办理',
      headline: byLimit ? '暂停到期，自动恢复办理' : '恢复办理，时钟续走',
      opening: `${byLimit ? '暂停已到最长时间，等待的事项仍无结果，' : ''}本事项自今天起恢复办理，暂停前剩余的工作日接着计算。`,
      particulars: [
        ...(resumed === null || resumed.text === null ? [] : [['恢复说明', resumed.text] as const]),
        ['办结期限', moved ? `由${day(view, resumed.from)}顺延至${day(view, resumed.to)}` : `仍为${day(view, state.due)}`], original(view),
      ],
      because: view.notice.postKind === 'registrar' ? '暂停到期自动恢复的事项由督查室掌握' : `${view.unitName(view.notice.unit)}${role(view)}本事项`,
      asks: view.notice.postKind === 'registrar' ? ['请核实等待的事项，确需继续等待的，重新办理暂停。'] : [`请继续办理，在${dueDay(view)}前达到验收标准并申请办结。`],
      next: [ladderNext(state, view.rules, view.asOf)],
    };
  },
};
