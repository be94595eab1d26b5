/** A policy pack as a clerk reads it: one line a rule, each with the path of its value, so that two versions can be laid side by side. */
import type { Limit, PolicyPack } from './policy';
import { LIGHT_WORDS, POST_NAMES, type PostKind } from './vocabulary';

export interface PackLine {
  /** Where the value stands in the pack, e.g. `rungs.0`. */
  readonly path: string;
  readonly group: string;
  readonly label: string;
  readonly value: string;
  /** The field leaves it to the office: what stands here is a suggestion. */
  readonly suggested: boolean;
}

export const UNITS: Readonly<Record<Limit['days'], string>> = { wd: '个工作日', d: '天', month: '个月', h: '小时', min: '分钟' };
export const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** 3个工作日; 当日 for none. */
export const limitWords = ({ offset, days }: Limit): string => (offset === 0 && (days === 'wd' || days === 'd') ? '当日' : `${offset}${UNITS[days]}`);
const posts = (kinds: readonly PostKind[]): string => kinds.map((kind) => POST_NAMES[kind]).join('、');
const addressed = ({ to, copy }: { readonly to: readonly PostKind[]; readonly copy: readonly PostKind[] }): string =>
  `主送${posts(to)}${copy.length === 0 ? '' : `，抄送${posts(copy)}`}`;

export const ANCHORS = { due: '期限', dispatch: '交办', previous: '上一级发出', behindPlan: '落后序时进度' } as const;
export const STARTS = { arrival: '来件', registration: '立项', dispatch: '交办', closure: '办结' } as const;
export const ENDS = { registration: '立项', dispatch: '交办', sign: '签收', report: '反馈', closure: '申请办结', callBack: '回访' } as const;
export const PER = { person: '每人', unit: '每单位', kind: '每类文书' } as const;

const rungWords = (rung: PolicyPack['rungs'][number]): string => {
  const span = `${Math.abs(rung.offset)}${UNITS[rung.days]}`;
  const when = rung.anchor === 'behindPlan' && rung.offset === 0 ? (rung.tolerance === null ? '落后序时进度即发' : `落后序时进度超过${rung.tolerance}个百分点即发，首次反馈期满前不发，追上后再落后的再发`) : rung.offset < 0 ? `${ANCHORS[rung.anchor]}前${span}` : `${ANCHORS[rung.anchor]}后${span}`;
  return [
    rung.orRedWeeks === null ? when : `${when}，或连续${rung.orRedWeeks}次周报亮红灯，以先到的为准`, `${rung.filedFirst ? '先报督查室备案，再' : ''}发${rung.document}（${rung.series}）`, addressed(rung),
    ...(rung.answerWithin === null ? [] : [`须在${limitWords(rung.answerWithin)}内书面反馈`]),
  ].join('；');
};

const clockWords = (clock: PolicyPack['clocks'][number]): string => [
  `自${STARTS[clock.from]}起${limitWords(clock.limit)}内${ENDS[clock.until]}${clock.until === 'report' && clock.reports > 1 ? `（第${clock.reports}次）` : ''}`,
  ...(clock.content === '' ? [] : [clock.content]),
  clock.missed === null ? '超时不另发文书' : `超时发${clock.missed.document}，${addressed(clock.missed)}`,
  ...(clock.light === null ? [] : [`超时亮${LIGHT_WORDS[clock.light]}灯`]),
].join('；');

const classWords = (one: PolicyPack['classes'][number], pack: PolicyPack): string => {
  const own = Object.entries(one.clocks).map(([code, limit]) => {
    const name = pack.clocks.find((clock) => clock.code === code)?.name ?? code;
    return limit === null ? `无“${name}”` : `“${name}”${limitWords(limit)}`;
  });
  return [...(one.signFor === undefined ? [] : [`签收${limitWords(one.signFor)}`]), ...own].join('；') || '同上';
};

/** Every rule of the pack, in the order of an item's life. */
export const packLines = (pack: PolicyPack): PackLine[] => {
  const lines: PackLine[] = [];
  const isSuggested = (path: string): boolean => pack.suggested.some((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`));
  const say = (group: string, path: string, label: string, value: string): void => { lines.push({ path, group, label, value, suggested: isSuggested(path) }); };
  const { hours, signFor, firstFeedback, weekly, reminders, light, review, lookBack, extension, bulletin, stageReview, strikes, clearance, sending } = pack;

  say('时间', 'hours.opening', '提醒、督办和灯色变化的时点', `工作日${hours.opening}`);
  say('时间', 'hours.cutoff', '各项期限截止的时点', hours.cutoff);
  say('签收与反馈', 'signFor', '签收', `交办后${limitWords(signFor)}内，逾时视为签收`);
  say('签收与反馈', 'firstFeedback', '首次反馈', firstFeedback === null ? '不单设，按各阶段反馈' : `交办后${limitWords(firstFeedback)}内`);
  say('签收与反馈', 'weekly', '周报', weekly === null ? '不要求' : `每周${WEEKDAYS[weekly.weekday - 1] ?? ''}${weekly.at}前一句话；当天放假的，为其后第${weekly.rollTo}个工作日；不足${weekly.minWorkingDays}个工作日的一周不报`);
  say('签收与反馈', 'refusalsAllowed', '退单', pack.refusalsAllowed === 0 ? '不得退单' : `每个单位至多${pack.refusalsAllowed}次`);
  if (pack.refusalRuling !== null) say('签收与反馈', 'refusalRuling', '退单裁定', `退单后${limitWords(pack.refusalRuling)}内；超期提醒督查室，再过同样时间仍未裁定的报分管领导`);
  pack.clocks.forEach((clock, index) => say('分段时限', `clocks.${index}`, clock.name, clockWords(clock)));
  if (stageReview !== null) {
    const returned = stageReview.grades.filter((grade) => grade.returned).map(({ name }) => name).join('、');
    say('阶段审核', 'stageReview.grades', '评分', `每阶段报告由${posts(stageReview.by)}审核，评定${stageReview.grades.map(({ name }) => name).join('、')}`);
    if (returned !== '') say('阶段审核', 'stageReview.redoWithin', '退回重报', `评定${returned}的退回，${limitWords(stageReview.redoWithin)}内重报，原时限未到的从原时限`);
  }
  pack.classes.forEach((one, index) => say('事项类别', `classes.${index}`, one.name, classWords(one, pack)));
  say('临期提醒', 'reminders', '提醒', reminders.length === 0 ? '不提醒' : `期限前${reminders.map((one) => `${one.before}${UNITS[one.days]}`).join('、')}，并入每日汇总`);
  say('临期提醒', 'reminderTo', '提醒对象', posts(pack.reminderTo));
  pack.rungs.forEach((rung, index) => say('逐级督办', `rungs.${index}`, rung.name, rungWords(rung)));
  if (pack.rungs.length === 0) say('逐级督办', 'rungs', '逐级督办', '不设');
  if (strikes !== null) {
    say('计次', 'strikes', '计为一次', `期限后${strikes.offset}${UNITS[strikes.days]}仍未办结`);
    say('计次', 'strikes.windowMonths', '累计期间', `${strikes.windowMonths}个月，按单位累计`);
    strikes.steps.forEach((step, index) => say('计次', `strikes.steps.${index}`, `第${index + 1}次`, `${step.name}：拟${step.document}（${step.series}），${addressed(step)}`));
  }
  say('亮灯', 'light', '灯色', [
    `期限前${light.blueBefore}${UNITS[light.days]}起亮蓝灯`, light.yellowBefore === null ? '落后序时进度亮黄灯' : `期限前${light.yellowBefore}${UNITS[light.days]}起、或落后序时进度亮黄灯`, `期限后第${light.redAfter}${UNITS[light.days]}起亮红灯`,
  ].join('；'));
  say('延期', 'extension.leadDays', '提出时间', `期限前至少${extension.leadDays}${UNITS[extension.days]}；再晚为临期申请，由上一级审批；过期提出计为逾期`);
  say('延期', 'extension.approvers', '审批', `前${extension.free}次由${POST_NAMES[extension.approvers[0] ?? 'registrar']}审批，以后逐次提高一级：${posts(extension.approvers)}`);
  extension.byLength.forEach((tier, index) => say('延期', `extension.byLength.${index}`, `超过原期限${tier.overDays}天的`, `至少由${POST_NAMES[tier.approver]}审批`));
  say('延期', 'extension.decision', '审批时限', limitWords(extension.decision));
  say('暂停', 'longestSuspensionDays', '最长暂停', `${pack.longestSuspensionDays}天，到期自动恢复`);
  say('审核与回头看', 'review', '审核', `申请办结后${limitWords(review)}内；超期告知${posts(review.overdueTo)}`);
  say('审核与回头看', 'lookBack', lookBack.name, `办结后${limitWords(lookBack)}，由${posts(lookBack.to)}进行`);
  if (clearance !== null) say('清零', 'clearance', '清零核对', `每年${clearance.on.map((day) => `${Number(day.slice(0, 2))}月${Number(day.slice(3))}日`).join('、')}，并入${posts(clearance.to)}的每日汇总`);
  say('通报', 'bulletin', '月通报', `数据截至${bulletin.dataClosesOn}日，次月${bulletin.publishedBy}日前发布`);
  say('寄送', 'sending.window', '发送时段', sending.window === null ? '不限' : `${sending.window.workingDaysOnly ? '工作日' : '每天'}${sending.window.from}至${sending.window.to}`);
  sending.throttle.forEach((one, index) => say('寄送', `sending.throttle.${index}`, PER[one.per], `${one.hours}小时内至多${one.max}封`));
  say('寄送', 'wakeSpreadMinutes', '错峰', pack.wakeSpreadMinutes === 0 ? '不错开' : `同一时点的事务在${pack.wakeSpreadMinutes}分钟内错开`);
  return lines;
};

export interface LineChange { readonly path: string; readonly group: string; readonly label: string; readonly from: string | null; readonly to: string | null }

/** What reads otherwise in `to`; a line that only one of them has, with null for the other. */
export const packChanges = (from: PolicyPack, to: PolicyPack): LineChange[] => {
  const [before, after] = [packLines(from), packLines(to)];
  const keyOf = ({ group, label, path }: PackLine): string => (path.includes('.') && /\d/.test(path) ? `${group}/${label}` : path);
  const was = new Map(before.map((line) => [keyOf(line), line]));
  const is = new Map(after.map((line) => [keyOf(line), line]));
  return [
    ...after.flatMap((line) => {
      const old = was.get(keyOf(line));
      return old?.value === line.value ? [] : [{ path: line.path, group: line.group, label: line.label, from: old?.value ?? null, to: line.value }];
    }),
    ...before.flatMap((line) => (is.has(keyOf(line)) ? [] : [{ path: line.path, group: line.group, label: line.label, from: line.value, to: null }])),
  ];
};

/** What has to be confirmed when a pack is switched on: the path, and what it says. */
export const suggestions = (pack: PolicyPack): { readonly path: string; readonly text: string }[] => {
  const lines = packLines(pack);
  return pack.suggested.map((path) => {
    const own = lines.filter((line) => line.path === path || path.startsWith(`${line.path}.`) || line.path.startsWith(`${path}.`));
    return { path, text: own.map((line) => `${line.group}·${line.label}：${line.value}`).join('；') || path };
  });
};
