/** Which drafts of the speech are registered, and what the registrar adds: by the assignments file, or by stated rules. */
import { addDays, type CivilDate } from '../../domain/time';
import { CAST } from './cast';
import { PLAYED_BY_ANY, type Character } from './characters';
import type { Assigned, SeenDraft, SeenSource } from './desk';

/** One entry of `examples/assignments.json`: a stretch of the speech and what the office adds to it. */
export interface Assignment extends Assigned { readonly quote: string; readonly start: number; readonly end: number }

export interface Choice { readonly draft: SeenDraft; readonly fields: Assigned; readonly character: Character }

const shared = (a: { start: number; end: number }, b: { start: number; end: number }): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const draftsOf = (source: SeenSource): SeenDraft[] => source.sentences.flatMap((sentence) => [...sentence.drafts]);

/** @throws Error where a stretch of the file has no draft in the speech: file and speech then do not belong together */
export const chooseByFile = (source: SeenSource, assignments: readonly Assignment[]): Choice[] => {
  const free = new Set(draftsOf(source));
  return CAST.map(([index, character]) => {
    const wanted = assignments[index];
    if (!wanted) throw new Error(`examples/assignments.json 没有第${index}条`);
    const [draft] = [...free].sort((a, b) => shared(b, wanted) - shared(a, wanted));
    if (!draft || shared(draft, wanted) === 0) throw new Error(`发言中没有与“${wanted.quote}”对应的拟立项事项`);
    free.delete(draft);
    const { lead, coUnits, due, acceptance, sponsor } = wanted;
    return { draft, fields: { lead, coUnits, due, acceptance, sponsor }, character };
  });
};

/** Said before it is used; printed by the demo. */
export const DEMO_RULES = '他人的发言按演示规则补齐：取前14项；发言未点明单位的轮流指定；期限自立项之日起20、27、34……天；验收标准为“完成：标题”；分管领导轮流指定。';
const TAKEN = 14;

export const chooseByRules = (source: SeenSource, units: readonly string[], sponsors: readonly string[], today: CivilDate): Choice[] => {
  const known = new Set(units);
  const pick = <T>(list: readonly T[], index: number): T => {
    const item = list[index % list.length];
    if (item === undefined) throw new Error('演示需要至少一个单位、一位分管领导');
    return item;
  };
  return draftsOf(source).slice(0, TAKEN).map((draft, index) => ({
    draft,
    character: pick(PLAYED_BY_ANY, index),
    fields: {
      lead: draft.lead !== null && known.has(draft.lead.value) ? draft.lead.value : pick(units, index),
      coUnits: [], due: addDays(today, 20 + 7 * (index % 12)), acceptance: [`完成：${draft.title.value}`], sponsor: pick(sponsors, index),
    },
  }));
};
