/** The daily digest: one mail a person and working day, one entry a commitment, worst light first. Pure. */
import { withDateWords } from '../../../domain/date-words';
import { stageLinePeriod } from '../../../domain/lines';
import { partOf } from '../../../domain/state';
import { civilDateOf } from '../../../domain/time';
import { LIGHT_COLOURS, LIGHT_NAMES, type LineOccasion, type Occasion } from '../../../domain/vocabulary';
import { oneLine } from '../address';
import { html, nothing } from './html';
import { button, line, matter, page, row, strongLine } from './layout';
import { NO_SECRETS } from './notice';
import type { DigestEntry, DigestView, Rendered } from './view';
import { dateWords, ladderNext, lightWords, postWords } from './words';

/** Name and content of the stages that stand in this entry: the clock's code is in the line's period. */
const stageWords = ({ lines, rules }: DigestEntry): string => rules.pack.clocks
  .filter((clock) => lines.some((one) => one.occasion === 'stage' && one.period === `${clock.code}-${clock.reports}`))
  .map((clock) => `${clock.name}${clock.content === '' ? '' : `（${clock.content}）`}`).join('、');

/** Which reported stages wait for a grade, and whose. */
const gradingWords = ({ lines, rules, state }: DigestEntry, unitName: DigestView['unitName']): string => {
  const asked = lines.filter((one) => one.occasion === 'stageReview').map((one) => one.period);
  return state.units.flatMap(({ unit, stages }) => stages.filter(({ code, at, grade }) => grade === null && asked.includes(stageLinePeriod(code, at)))
    .map(({ code }) => `${unitName(unit)}“${rules.pack.clocks.find((clock) => clock.code === code)?.name ?? code}”`)).join('、');
};

const ASKS: Readonly<Record<LineOccasion, (entry: DigestEntry, late: string, unitName: DigestView['unitName']) => string>> = {
  firstFeedback: (_, late) => `首次反馈${late}：写一句话说明工作安排和责任人。`,
  weekly: (entry, late) => `本周进展${late}：请在今天${late === '' && entry.rules.pack.weekly ? `${entry.rules.pack.weekly.at}前` : ''}写一句话；没有变化的，报“没有变化”即可。`,
  periodDue: (entry, late) => `周期反馈${late}：第${entry.state.periods?.now?.index ?? 1}期请在${dateWords(entry.state.periods?.now?.due ?? entry.state.due, civilDateOf(entry.lines[0]?.at ?? ''))}前写一句话；没有变化的，报“没有变化”即可。`,
  awaitAnswer: (entry, late) => `请示答复${late}：请主动了解${entry.state.suspension?.counterparty.name ?? '上级'}的答复进展，写一句话；已有答复的，请提请恢复办理。`,
  stage: (entry, late) => `阶段反馈${late}：${stageWords(entry)}。`,
  stageReview: (entry, late, unitName) => `阶段评分${late}：${gradingWords(entry, unitName)}已报告，请审核并评定${(entry.rules.pack.stageReview?.grades ?? []).map(({ name }) => name).join('、')}。`,
  clearance: (_, late) => `清零检查${late}：本事项尚未办结，请核对台账并督促办结；确需跨期的，请写明理由。`,
  reminder: (_, late) => `临期提醒${late}：请确认能否按期办结；不能按期的，请说明原因，需要调整期限的尽早提出。`,
};
const ORDER: readonly Occasion[] = ['reminder', 'stage', 'firstFeedback', 'weekly', 'periodDue', 'awaitAnswer', 'stageReview', 'clearance'];
const isLine = (occasion: Occasion): occasion is LineOccasion => occasion in ASKS;

/** One sentence an occasion; a line of an earlier day says which day it was due. */
const asksOf = (entry: DigestEntry, view: DigestView): string[] => ORDER.flatMap((occasion) => {
  const latest = entry.lines.filter((one) => one.occasion === occasion).map((one) => civilDateOf(one.at)).sort().at(-1);
  if (latest === undefined || !isLine(occasion)) return [];
  return [ASKS[occasion](entry, latest < view.date ? withDateWords(`（应于${latest}）`, view.date) : '', view.unitName)];
});

const lastWord = (entry: DigestEntry, view: DigestView): string => {
  const unit = entry.lines[0]?.unit;
  const report = unit === undefined ? null : (partOf(entry.state, unit)?.lastReport ?? null);
  if (!report) return '上一句：还没有反馈。';
  const words = report.line === '' ? '没有变化' : report.line;
  return oneLine(`上一句：${words}${withDateWords(`（${civilDateOf(report.at)}）`, view.date)}`);
};

const unitsOf = (view: DigestView): string => {
  const names = [...new Set(view.entries.flatMap((entry) => entry.lines.map((one) => view.unitName(one.unit))))];
  return names.length > 2 ? `${names.slice(0, 2).join('、')}等${names.length}个单位` : names.join('、');
};

/** @throws RangeError where there is nothing to tell: a digest is never empty */
export const renderDigest = (view: DigestView): Rendered => {
  if (view.entries.length === 0) throw new RangeError('an empty digest');
  const entries = view.entries
    .map((entry) => ({ entry, light: lightWords(entry.state, entry.rules, view.asOf) }))
    .sort((a, b) => LIGHT_COLOURS.indexOf(a.light.colour) - LIGHT_COLOURS.indexOf(b.light.colour)
      || (a.entry.state.due < b.entry.state.due ? -1 : a.entry.state.due > b.entry.state.due ? 1 : 0)
      || (a.entry.state.id < b.entry.state.id ? -1 : 1));
  const units = unitsOf(view);
  const today = `${dateWords(view.date, view.date)}汇总`;
  const subject = oneLine(`${entries.length}件事项今天需要您答复（${units}）`);
  const headline = `${units}：${entries.length}件今天需要答复`;
  const opening = '只列今天需要答复的事项，其余按计划推进的不打扰。每件写一句话即可。';
  const counts = LIGHT_COLOURS.flatMap((colour) => {
    const count = entries.filter((one) => one.light.colour === colour).length;
    return count > 0 ? [`${LIGHT_NAMES[colour]}${count}件`] : [];
  }).join('，');
  const posts = [...new Set(view.entries.flatMap((entry) => entry.lines.map((one) => postWords(one.postKind, view.unitName(one.unit)))))];
  const footer = [`为什么收到：您是${posts.join('、')}；同一天的提醒合并为这一封，督办文书另发。`, NO_SECRETS];

  const blocks = entries.map(({ entry, light }) => ({
    colour: light.colour,
    mark: `${light.mark}　${light.when}`,
    title: oneLine(`${entry.state.title}${entry.state.stretch ? '（力争）' : ''}`),
    number: entry.number,
    reasons: light.reasons.length > 0 ? `灯色原因：${light.reasons.join('；')}` : null,
    last: lastWord(entry, view),
    asks: asksOf(entry, view),
    next: `下一步：${ladderNext(entry.state, entry.rules, view.asOf)}`,
    links: entry.links.map(({ unit, url }) => ({ url, of: entry.links.length > 1 ? view.unitName(unit) : '' })),
  }));

  const text = [
    `${view.office}　${today}`, '', headline, opening, '',
    ...blocks.flatMap((block) => [
      block.mark, `${block.title}${block.number === null ? '' : `　${block.number}`}`,
      ...(block.reasons === null ? [] : [block.reasons]), block.last,
      ...block.asks, block.next,
      ...block.links.map(({ url, of }) => `${of}办理入口：${url}`), '',
    ]),
    ...footer, '',
  ].join('\n');

  return {
    subject,
    text,
    html: page({
      subject, office: view.office, corner: today, headline, opening, preview: `${counts}。${opening}`,
      rows: blocks.map((block, index) => row(html`${matter(block.colour, block.mark, block.number, block.title)}${
        block.reasons === null ? nothing : line(block.reasons)}${line(block.last)}${block.asks.map((words) => strongLine(words))}${
        line(block.next)}${block.links.map(({ url, of }) => button(`${of}写一句话进展`, url))}`, index === 0)),
      footer,
    }),
  };
};
