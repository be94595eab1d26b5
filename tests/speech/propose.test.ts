/** What the words of a draft propose for its registration. */
import { proposedOf } from '../../speech/propose';
import { saidOf } from '../../speech/records';
import { read } from './support';

const proposed = (text: string) => read(text).drafts.map((draft) => proposedOf({
  said: saidOf(draft), quote: draft.quote, start: draft.start, kind: { value: draft.kind }, title: { value: draft.title },
}, ['制度文件', '会议']));
const measures = (text: string) => proposed(text).flatMap((one) => one.measures?.value ?? []).map(({ name, target, unit, direction }) => [name, target, unit, direction]);

describe('what a draft’s words propose', () => {
  it.each([
    ['市数据局要每月召开一次联审会议。', { every: 'month', days: null }],
    ['市政务服务中心要每个季度公布一次评价结果。', { every: 'quarter', days: null }],
    ['热线中心要每周梳理高频诉求。', { every: 'week', days: null }],
    ['热线中心要每两周梳理一次高频诉求。', { every: 'days', days: 14 }],
  ])('%s has its rhythm, with the words it goes by', (text, rhythm) => {
    const [one] = proposed(text);
    expect(one?.rhythm).toMatchObject({ value: rhythm, provenance: { kind: 'derived', words: expect.stringMatching(/^“.+”$/) } });
  });

  it.each(['要定期开展数据安全检查。', '要每半年组织一次座谈会。', '要实行月调度、季通报。', '要常态化开展监测预警。'])('%s names no period that could be kept: none is proposed', (text) => {
    expect(proposed(text).every(({ rhythm }) => rhythm === null)).toBe(true);
  });

  it('figures become measures: name, target, unit and whether more is better; a masked one stays 待定', () => {
    expect(measures('全年运维经费总体压减5%。')).toEqual([['运维经费总体压减', 5, '%', 'up']]);
    expect(measures('要把重复和差错记录控制在1‰以内。')).toEqual([['重复和差错记录', 1, '‰', 'down']]);
    expect(measures('审核时限由15个工作日缩短至7个工作日。')).toEqual([['审核时限', 7, '个工作日', 'down']]);
    expect(measures('综合评价进入全省前三位。')).toEqual([['综合评价', 3, '位次', 'down']]);
    expect(measures('力争全年到位资金达到*亿元。')).toEqual([['到位资金', null, '亿元', 'up']]);
  });

  it('a paper to be issued and a meeting to be held propose their templates, a meeting held every month none', () => {
    const templates = (text: string) => proposed(text).map(({ template }) => template?.value ?? null);
    expect(templates('要制定《政务信息化项目管理办法》。')).toEqual(['制度文件']);
    expect(templates('要在3月底前召开全市工作会议。')).toEqual(['会议']);
    expect(templates('每月召开一次联审会议。')).toEqual([null]);
    expect(proposedOf({ said: saidOf(read('要制定管理办法。').drafts[0]!), quote: '制定管理办法', start: 0, kind: { value: 'deliverable' }, title: { value: '制定管理办法' } }, []).template).toBeNull();
  });
});
