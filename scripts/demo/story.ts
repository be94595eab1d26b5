/** The demo's telling: one line an event, then the closing tables. */
import type { SeenSource } from './desk';
import type { Fact } from '../../domain/facts';
import { light } from '../../domain/light';
import type { PolicyPack } from '../../domain/policy';
import { leadOf, type Commitment, type Rules } from '../../domain/state';
import { civilDateOf, timeOfDay, type Instant } from '../../domain/time';
import { LATENESS_NAMES, LIGHT_COLOURS, LIGHT_NAMES, PROPOSAL_NAMES, RETURN_NAMES, STATUS_NAMES, type LightColour } from '../../domain/vocabulary';

const SHAPES: Readonly<Record<LightColour, string>> = { red: '■', yellow: '▲', blue: '○', green: '●', paused: '‖', closed: '✓' };

/** One sentence about a fact, or null for what is not worth a line. */
export const sentenceOf = (fact: Fact, state: Commitment, pack: PolicyPack, unitName: (id: string) => string): string | null => {
  const lead = unitName(leadOf(state).unit);
  switch (fact.type) {
    case 'dispatched': return `交办 → ${state.units.map((u) => unitName(u.unit)).join('、')}，期限${state.due}`;
    case 'signed': return fact.deemed ? `${unitName(fact.unit)}逾时未签收，视同签收` : null;
    case 'refused': return `${unitName(fact.unit)}退单：${fact.reason}`;
    case 'rulingOverdue': return `${unitName(fact.unit)}的退单逾时未裁定，${fact.to === 'registrar' ? '已提醒督查室' : '已报分管领导'}`;
    case 'ruled': return fact.ruling === 'same' ? `裁定：仍由${unitName(fact.unit)}承办` : `裁定：改派${unitName(fact.to.unit)}`;
    case 'rungReached': return `${pack.rungs[fact.index]?.name ?? ''} → ${lead}${fact.collapsed.length > 0 ? '（并发前级）' : ''}`;
    case 'rungFiled': return `${pack.rungs[fact.index]?.name ?? ''}，先报督查室备案`;
    case 'closureRequested': return `${lead}申请办结${fact.inTime ? '' : '（已逾期）'}`;
    case 'accepted': return `审核通过，办结（计${fact.doneOn}完成）`;
    case 'returned': return `退回重办：${RETURN_NAMES[fact.reasonCode]}`;
    case 'reviewOverdue': return '审核逾期，已告分管领导';
    case 'amended': return `期限由${fact.from}调整为${fact.to}：${fact.reason}`;
    case 'noticeSettled': return fact.outcome === 'sent' ? null : `文书未送达（${fact.outcome}），已告督查室`;
    case 'lookBackDue': return '满90日，请回头看';
    case 'writtenOff': return '回头看通过，销号';
    case 'notPursued': return `不再推进：${fact.reason}`;
    case 'periodEnded': return fact.outcome === 'missed' ? `第${fact.index}期（${fact.due}）未反馈` : null;
    case 'decomposed': return fact.children.length === 0 ? `无须分解：${fact.none ?? ''}` : `分解为${fact.children.length}项`;
    case 'stageCompleted': return null;
    case 'targetSet': return `确定目标值${fact.to}：${fact.reason}`;
    case 'transferred': return `${unitName(fact.unit)}转办${unitName(fact.to.unit)}：${fact.reason}`;
    case 'raised': return `提级由${unitName(fact.to.unit)}办理，原承办单位${unitName(fact.unit)}责任不变`;
    case 'instructed': return `${fact.leader}批示：${fact.text}`;
    case 'reopened': return `${fact.cause === undefined ? '回头看未通过，' : ''}重新办理，整改期限${fact.newDue}`;
    case 'terminated': return `终止：${fact.reason}`;
    case 'extensionRequested': return `${lead}申请延期至${fact.to}（${LATENESS_NAMES[fact.lateness]}）：${fact.reason}`;
    case 'extensionDecided': return fact.granted ? `同意延期：${fact.from} → ${fact.to}` : `不同意延期，期限仍为${fact.from}`;
    case 'extensionOverdue': return '延期申请逾时未批，已报上一级';
    case 'suspended': return `暂停，等待${fact.counterparty.name}：${fact.reason}`;
    case 'resumed': return `${fact.by === 'limit' ? '暂停到期，自动恢复' : '恢复办理'}，期限${fact.to}`;
    case 'clockMissed': return `${unitName(fact.unit)}超过“${pack.clocks.find((clock) => clock.code === fact.clock)?.name ?? fact.clock}”时限`;
    case 'stageGraded': return `${unitName(fact.unit)}“${pack.clocks.find((clock) => clock.code === fact.stage)?.name ?? fact.stage}”评定为${fact.grade}${fact.redoBy === null ? '' : '，退回重报'}`;
    case 'strikeCounted': return `${unitName(fact.unit)}第${fact.n}次，已拟稿报领导决定`;
    case 'proposalDecided': return `${fact.approved ? '同意' : '不同意'}${PROPOSAL_NAMES[fact.proposal]}：${fact.text}`;
    case 'replanned': return fact.cause === 'pack' ? `改按“${fact.pack.to.name}”第${fact.pack.to.version}版办理` : '日历更新，时限重新计算';
    case 'struck': case 'registered': case 'reported': case 'evidenceAdded': case 'planned': return null;
  }
};

export const stamp = (at: Instant): string => `${civilDateOf(at)} ${timeOfDay(at)}`;

export interface Ending { readonly number: string; readonly state: Commitment; readonly rules: Rules; readonly facts: readonly Fact[] }

/** 事项 × 状态与灯 */
export const endingsTable = (endings: readonly Ending[], at: Instant): string => endings.map(({ number, state, rules }) => {
  const { colour, reasons } = light(state, rules, at);
  return `  ${number.padEnd(12)} ${SHAPES[colour]} ${LIGHT_NAMES[colour]}  ${STATUS_NAMES[state.status]}  ${state.title}（${reasons[0] ?? ''}）`;
}).join('\n');

export const countBy = <T>(items: readonly T[], key: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
};

export const lightCounts = (endings: readonly Ending[], at: Instant): Record<string, number> => {
  const counts = countBy(endings, ({ state, rules }) => light(state, rules, at).colour);
  return Object.fromEntries(LIGHT_COLOURS.map((colour) => [colour, counts[colour] ?? 0]));
};

const KIND_WORDS: Readonly<Record<string, string>> = {
  commitment: '承诺', stretch: '力争', standing: '持续', background: '背景', principle: '原则', achieved: '已完成', soft: '一般表态',
};

/** What the speech came to, sentence by sentence in numbers, with one example of each reason for not tracking. */
export const tellCoverage = (source: SeenSource, say: (line?: string) => void): void => {
  const { sentences, coverage } = source;
  say();
  say(`发言共${coverage.sentences}句，跟踪${coverage.tracked}句，拟立项${sentences.flatMap((s) => s.drafts).length}项，句句有着落${coverage.percent}%（${coverage.sentences}/${coverage.sentences}句）`);
  const counts = countBy(sentences, (sentence) => sentence.kind.value);
  say(`  ${Object.entries(counts).map(([kind, count]) => `${KIND_WORDS[kind] ?? kind}${count}`).join('　')}`);
  const shown = new Set<string>();
  for (const sentence of sentences.filter((s) => !s.tracked)) {
    if (shown.has(sentence.kind.value)) continue;
    shown.add(sentence.kind.value);
    say(`  不跟踪（${sentence.reason.value}）：${sentence.text.replace(/\s/g, '').slice(0, 32)}`);
  }
  say();
};
