import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from './support';

const PATH = join(__dirname, '../../../shared/speech/plenary-speech.txt');
const present = existsSync(PATH);
if (!present) console.log(`跳过：找不到样本讲话 ${PATH}`);

(present ? describe : describe.skip)('the sample speech', () => {
  const text = present ? readFileSync(PATH, 'utf8') : '';
  const analysis = read(text, '2023-08-15');

  it('is covered whole', () => {
    expect(analysis.coverage.unexplained).toBe(0);
    expect(analysis.sentences.every((s) => s.draftIds.length > 0 || s.reason !== '')).toBe(true);
  });

  it('is split into its six sections', () => {
    expect(analysis.sections.filter((s) => s.level === 1)).toHaveLength(6);
  });

  it('yields no draft from achieved, background or principle sentences', () => {
    for (const s of analysis.sentences) if (['achieved', 'background', 'principle', 'soft'].includes(s.kind)) expect(s.draftIds).toEqual([]);
  });

  it('yields a draft from every sentence that says 要, save the one on attitude that closes it', () => {
    const imperative = analysis.sentences.filter((s) => /^(?:同时，)?要/.test(s.text));
    const without = imperative.filter((s) => s.draftIds.length === 0);
    expect(imperative.length).toBeGreaterThan(10);
    expect(without.filter((s) => s !== imperative.at(-1))).toEqual([]);
  });

  it('keeps every masked value of a draft as unknown', () => {
    for (const d of analysis.drafts) {
      expect(d.masked.length).toBe((d.quote.match(/\*+/g) ?? []).length);
      for (const m of d.measures) if (m.value.words.includes('*')) expect(m.value.value).toBeNull();
    }
  });

  it('finds neither deadlines nor lead units that it does not name', () => {
    expect(analysis.drafts.filter((d) => d.due?.value.date)).toEqual([]);
    expect(analysis.drafts.filter((d) => d.lead)).toEqual([]);
    expect(analysis.drafts.every((d) => d.lacks.includes('lead'))).toBe(true);
  });

  /** Commitments, stretches and standing duties of the mission table (domain.md, section 7), each by a word of its mechanism. */
  it.each([
    '汇报沟通', '系统', '协同联动', '清单化', '指标系统分析', '点对点提醒', '工作会议', '先进经验', '前列', '数字化转型', '特色应用', '计划编制', '预算关', '管理办法', '应用普查', '关停退出', '提级办理', '周提醒', '月通报',
    '领导接线日', '现场带班', '专题培训', '重构改造', '网民留言', '第一时间', '招商', '签约落地', '招商引资任务', '合作力度', '产业园区', '主题教育', '基层党建', '警示教育',
  ])('has a draft for %s', (word) => {
    expect(analysis.drafts.some((d) => d.quote.includes(word))).toBe(true);
  });
});
