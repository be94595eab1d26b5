import { ruleText } from './rules';
import type { Draft, Sentence, SpeechAnalysis } from './types';

const KIND_NAMES: Readonly<Record<Sentence['kind'], string>> = {
  commitment: '承诺', stretch: '力争', standing: '持续', background: '背景', principle: '原则', achieved: '已完成', soft: '表态',
};
const DRAFT_NAMES: Readonly<Record<Draft['kind'], string>> = { deliverable: '交付', recurring: '周期', target: '指标', standing: '持续推进' };
const LACK_NAMES: Readonly<Record<Draft['lacks'][number], string>> = { lead: '牵头单位', dueOrReview: '完成期限或复核日期', acceptance: '验收标准', policyPack: '规则包' };

export interface Proposal {
  readonly name: string;
  readonly date: string | null;
  readonly explain: boolean;
  readonly notes: readonly string[];
}

/** The lines of a ledger proposal, to be read in a terminal. */
export function* ledgerProposal(a: SpeechAnalysis, p: Proposal): Generator<string> {
  yield `《${p.name}》立项建议${p.date === null ? '（未给讲话日期：时限只列原文）' : `（讲话日期 ${p.date}）`}`;
  for (const note of p.notes) yield `  注：${note}`;
  const bySentence = new Map<string, Draft[]>();
  for (const draft of a.drafts) {
    const own = bySentence.get(draft.sentenceId);
    if (own) own.push(draft);
    else bySentence.set(draft.sentenceId, [draft]);
  }
  let number = 0;
  let section = -1;
  for (const sentence of a.sentences) {
    if (sentence.sectionIndex !== section) {
      section = sentence.sectionIndex;
      const heading = a.sections[section]?.heading ?? '';
      if (heading !== '') yield `\n■ ${heading}`;
    }
    yield `\n[${KIND_NAMES[sentence.kind]}] ${sentence.text.replace(/\s*\n\s*/g, '')}`;
    const own = bySentence.get(sentence.id) ?? [];
    if (own.length === 0) yield `    不跟踪：${sentence.reason}`;
    for (const draft of own) {
      number += 1;
      yield* draftLines(draft, number);
    }
    if (p.explain) yield* explainLines(a, sentence);
  }
  yield* totals(a);
}

function* draftLines(d: Draft, number: number): Generator<string> {
  const due = d.due ? `时限 ${d.due.value.words}${d.due.value.date ? ` → ${d.due.value.date}${d.due.value.provisional ? '（暂定）' : ''}` : '（日期待定）'}` : null;
  const parts = [
    `${DRAFT_NAMES[d.kind]}${d.stretch ? '·力争' : ''}`, due, d.cadence ? `节奏 ${d.cadence.value}` : null, d.lead ? `牵头 ${d.lead.value}` : null,
    d.support.length > 0 ? `配合 ${d.support.map((unit) => unit.value).join('、')}` : null,
    d.measures.length > 0 ? `指标 ${d.measures.map((m) => m.value.words).join('、')}` : null, d.masked.length > 0 ? `含隐去内容 ${d.masked.length} 处` : null,
  ];
  yield `  ${String(number).padStart(3)}. ${d.title}`;
  yield `       ${parts.filter((part) => part !== null).join('；')}`;
  yield `       立项还缺：${d.lacks.map((lack) => LACK_NAMES[lack]).join('、')}`;
  for (const warning of d.warnings) if (warning.code !== 'masked') yield `       ！${warning.text}`;
}

function* explainLines(a: SpeechAnalysis, sentence: Sentence): Generator<string> {
  for (const line of explainOf(a, sentence.id)) yield `       · ${line}`;
}

const indexes = new WeakMap<SpeechAnalysis, Map<string, string[]>>();

const explainOf = (a: SpeechAnalysis, sentenceId: string): readonly string[] => {
  let index = indexes.get(a);
  if (!index) {
    index = new Map();
    for (const e of a.explain) {
      const lines = index.get(e.sentenceId) ?? [];
      lines.push(`${e.decision} 「${e.words}」 ${e.outcome} ← ${e.rule}${ruleText(e.rule)}`);
      index.set(e.sentenceId, lines);
    }
    indexes.set(a, index);
  }
  return index.get(sentenceId) ?? [];
};

function* totals(a: SpeechAnalysis): Generator<string> {
  const { coverage } = a;
  const kinds = new Map<string, number>();
  for (const s of a.sentences) if (s.draftIds.length === 0) kinds.set(KIND_NAMES[s.kind], (kinds.get(KIND_NAMES[s.kind]) ?? 0) + 1);
  const dated = a.drafts.filter((d) => d.due?.value.date).length;
  yield `\n共 ${coverage.sentences} 句：${coverage.tracked} 句列为 ${a.drafts.length} 项，${coverage.untracked} 句不跟踪（${[...kinds].map(([name, count]) => `${name} ${count}`).join('、')}）；未说明 ${coverage.unexplained} 句，覆盖率 100 %。`;
  yield `${a.drafts.length} 项中：有明确日期 ${dated} 项，有牵头单位 ${a.drafts.filter((d) => d.lead).length} 项，提示含糊 ${a.drafts.filter((d) => d.warnings.some((w) => w.code === 'vague')).length} 项。`;
}
