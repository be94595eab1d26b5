import { analyse, nearDuplicates } from '../../speech';
import { calendar, draftIn, read } from './support';

const kinds = (text: string): string[] => read(text).sentences.map((s) => s.kind);
const titles = (text: string): string[] => read(text).drafts.map((d) => d.title);

describe('what counts as a commitment', () => {
  it('takes first person, imperative and report style alike', () => {
    for (const text of ['我局将制定档案管理办法。', '要制定档案管理办法。', '制定档案管理办法。']) expect(titles(text)).toEqual(['制定档案管理办法']);
  });

  it('leaves out what was done, and keeps what comes after it', () => {
    expect(titles('去年新建公园8个，今年将再建5个口袋公园，年底前全部开放。').join()).not.toContain('8个');
    expect(titles('一期工程已经完工，二期工程10月底前开工。')).toEqual(['二期工程10月底前开工']);
  });

  it('does not undertake what superiors ask, nor what it asks of them', () => {
    expect(kinds('省委要求，各地要在6月底前完成普查。')).toEqual(['background']);
    expect(kinds('恳请省厅年底前拨付专项资金。')).toEqual(['background']);
  });

  it('takes the orders of a meeting to its units', () => {
    const draft = draftIn('会议要求，市财政局要在6月底前拨付资金。');
    expect(draft.lead?.value).toBe('市财政局');
    expect(draft.due?.value.date).toBe('2026-06-30');
  });

  it('gives each verb with an object of its own a line of its own', () => {
    expect(titles('制定管理办法，建设监测平台，开展专项检查。')).toEqual(['制定管理办法', '建设监测平台', '开展专项检查']);
    expect(titles('改造管网5公里、新建泵站2座。')).toEqual(['改造管网5公里', '新建泵站2座']);
    expect(titles('加强审计监督、统计监督。')).toHaveLength(1);
  });

  it('splits at semicolons, and keeps quotes and book titles whole', () => {
    expect(read('出台《甲；乙办法》；推广“一站，一码”。').sentences).toHaveLength(2);
  });

  it('tells the text what heads and attitudes are', () => {
    expect(kinds('一、提高站位，统一思想\n坚持人民至上。\n我们将不忘初心，奋力开创新局面。')).toEqual(['background', 'principle', 'soft']);
  });
});

describe('the fields of a draft', () => {
  it('names lead and partners', () => {
    const draft = draftIn('由市教育局牵头、市财政局配合，制定校车管理办法。');
    expect(draft.lead?.value).toBe('市教育局');
    expect(draft.support.map((unit) => unit.value)).toEqual(['市财政局']);
  });

  it('reads units and limits from a bracket behind the sentence', () => {
    const draft = draftIn('新建泵站2座。（责任单位：市水务局；配合单位：市财政局）');
    expect(draft.lead?.value).toBe('市水务局');
  });

  it('knows the units of the roster by their short names', () => {
    const text = '数投公每周开展巡检。';
    const roster = [{ id: 'u1', name: '数字城市投资运营公司', aliases: ['数投公'] }];
    expect(read(text).drafts[0]?.lead ?? null).toBeNull();
    expect(analyse(text, { date: '2026-03-02', calendar, roster }).drafts[0]?.lead?.value).toBe('数投公');
  });

  it('keeps a masked figure unknown', () => {
    const draft = draftIn('新建泵站*座。');
    expect(draft.measures[0]?.value).toMatchObject({ value: null, unit: '座' });
    expect(draft.warnings.map((w) => w.code)).toContain('masked');
  });

  it('names what a rate is a share of', () => {
    expect(draftIn('城镇调查失业率控制在5%以内。').measures[0]?.value).toMatchObject({ value: '5', unit: '%', direction: 'atMost', denominator: '城镇调查失业率' });
  });

  it('says what is lacking, and warns of what cannot be checked', () => {
    const draft = draftIn('加强队伍建设力度。');
    expect(draft.lacks).toEqual(['lead', 'dueOrReview', 'acceptance', 'policyPack']);
    expect(draft.warnings.map((w) => w.code)).toContain('vague');
  });

  it('warns of what the speech says twice', () => {
    const { drafts } = read('制定校车安全管理办法。\n要进一步制定校车安全管理办法。\n建设智慧气象平台。');
    expect(drafts.map((d) => d.warnings.some((w) => w.code === 'duplicate' || w.code === 'nearDuplicate'))).toEqual([false, true, false]);
    expect(nearDuplicates(drafts, [{ id: 'c1', title: '建设智慧气象服务平台' }]).map((near) => near.other)).toEqual(['c1']);
  });

  it('keeps the ids of unchanged sentences when another is corrected', () => {
    const before = read('制定校车安全管理办法。建设智慧气像平台。');
    const after = read('制定校车安全管理办法。建设智慧气象平台。');
    expect(after.sentences[0]?.id).toBe(before.sentences[0]?.id);
    expect(after.sentences[1]?.id).not.toBe(before.sentences[1]?.id);
  });

  it('leaves out of a title who does it where room is short: that has a field of its own', () => {
    const [draft] = read('由市档案局牵头，市财政局、市水务局配合，9月底前编制完成《全市电子档案归集目录（第二版）》，收录目录不少于3000条。').drafts;
    expect(draft).toMatchObject({ title: '9月底前编制完成《全市电子档案归集目录（第二版）》', lead: { value: '市档案局' } });
  });
});
