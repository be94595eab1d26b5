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

describe('what a figure, a name and a time are not', () => {
  it('counts no litres in the number of a road', () => {
    const { drafts } = read('加快G318改线前期工作，确保S207年内开工。');
    expect(drafts.map((d) => [d.due?.value.date ?? null, d.measures])).toEqual([[null, []], ['2026-12-31', []]]);
  });

  it('does not take a house that comes into use for somebody who acts', () => {
    const drafts = read('县妇幼保健院新院区投入使用，建成县域影像中心。').drafts;
    expect(drafts.map((d) => [d.title, d.lead])).toEqual([['县妇幼保健院新院区投入使用', null], ['建成县域影像中心', null]]);
  });

  it('ends a partner’s name before the deed, and takes neither an order nor “其” for a name', () => {
    expect(draftIn('市农业农村局要会同市水利局、市财政局逐乡镇制定方案。').support.map((one) => one.value)).toEqual(['市水利局', '市财政局']);
    expect(draftIn('同意市商务局的建议，由其会同沿江各县抓紧组织实施。').lead).toBeNull();
    expect(draftIn('各部门要强化沟通配合，6月底前制定联动方案。').support).toEqual([]);
  });

  it('counts the limits of a promise to whoever asks from the asking, each of them', () => {
    const drafts = read('对企业反映的问题，24小时内受理，5个工作日内反馈，10个工作日内办结，满意率达到98%。').drafts;
    expect(drafts.map((d) => d.due?.value.date ?? null)).toEqual([null, null, null, null]);
    expect(drafts.at(-1)?.kind).toBe('target');
  });

  it('keeps what is compared with last year as an order where it follows an order, and as a report where it does not', () => {
    expect(read('交警部门要保持严管态势，事故起数同比下降5%，亡人数同比下降8%。').drafts.map((d) => d.kind)).toEqual(['target', 'target']);
    expect(kinds('事故起数同比下降5%，亡人数同比下降8%。')).toEqual(['achieved']);
  });

  it('turns from the year past to the year to come inside a sentence', () => {
    expect(titles('近年来，全县累计建成驿站36个，今年再新建12个。')).toEqual(['今年再新建12个']);
    expect(titles('去年全县技改投资增长9%，今年计划增长10%以上，力争进入全市前两位。')).toHaveLength(2);
  });

  it('reads a level as a target, whatever verb stands in its name', () => {
    for (const text of ['办事时限再压减20%。', '研发投入强度达到2.5%。', '棉花产量达12万吨。', '开展宣讲，农民收入增速高于全省平均水平。']) expect([text, read(text).drafts.at(-1)?.kind]).toEqual([text, 'target']);
  });

  it('joins what is fronted to the deed done to it', () => {
    expect(titles('对巡察反馈的16个问题，建立整改清单。')).toEqual(['对巡察反馈的16个问题，建立整改清单']);
  });

  it('registers no row of a table of tasks as a task', () => {
    expect(kinds('责任单位：市科技局；配合单位：市教育局；完成时限：2026年11月30日。')).toEqual(['background', 'background', 'background']);
  });

  it('takes a state of things for none, and what is to be done about it for a task', () => {
    expect(titles('目前，全县还有9个村未通自来水，确保9月底前全部接通。')).toEqual(['确保9月底前全部接通']);
  });

  it('keeps who is charged apart, each with what it makes', () => {
    const drafts = read('县应急局负责牵头制定预案，县气象局负责汛期会商，各乡镇于4月底前将责任人名单报县防指。').drafts;
    expect(drafts.map((d) => [d.kind, d.lead?.value])).toEqual([['deliverable', '县应急局'], ['standing', '县气象局'], ['deliverable', '各乡镇']]);
  });

  it('reads an instruction on a paper with whom it asks', () => {
    expect(read('此件请市水务局研处，提出处理意见，一周内报我。').drafts.at(-1)).toMatchObject({ lead: { value: '市水务局' }, due: { value: { date: '2026-03-09' } } });
  });

  it('drafts the rules that units are to make for themselves', () => {
    expect(titles('各村要结合实际制定村规民约，5月底前报乡政府备案。')).toEqual(['各村要结合实际制定村规民约', '5月底前报乡政府备案']);
  });

  it('keeps the whole name of what is counted, and names no helper of others as their leader', () => {
    expect(titles('开展升级行动，限上商贸企业净增30家。').at(-1)).toBe('限上商贸企业净增30家');
    expect(draftIn('支持骨干企业牵头组建联合体2个。').lead).toBeNull();
  });

  it('joins the tasks taken on to what is done of them, and says of stages and praise that they are none', () => {
    expect(titles('我区承担的9项改革任务，9月底前完成6项。')).toEqual(['承担的9项改革任务，9月底前完成6项']);
    expect(titles('行动分动员部署、集中整治、总结提升三个阶段进行。')).toEqual([]);
    expect(titles('推动各项工作干在实处、走在前列。')).toEqual([]);
  });

  it('gives the sentence that only names who does it to the one before', () => {
    const { drafts, sentences } = read('今年改造供水管网12公里，9月底前全部完工。由市水务局牵头，市城投公司负责实施。');
    expect(drafts.map((d) => [d.lead?.value, d.support.map((one) => one.value), d.due?.value.date, d.lacks.includes('lead')])).toEqual([['市水务局', ['市城投公司'], '2026-09-30', false]]);
    expect(sentences[1]).toMatchObject({ kind: 'background', reason: '写明前一句的事项由谁承办，已并入前一句' });
  });

  it('counts nothing from the speech that is counted back from something else', () => {
    expect(draftIn('供热前一个月完成设备检修。').due?.value).toMatchObject({ words: '供热前一个月', date: null });
  });

  it('takes what a report tells under “工作推进情况” for done', () => {
    expect(kinds('一、主要工作推进情况\n改造老旧小区9个，惠及居民2300户。\n二、下一步打算\n改造老旧小区6个。')).toEqual(['background', 'achieved', 'background', 'commitment']);
  });

  it('drafts a trial that a meeting chooses, and no lesson that it draws', () => {
    expect(read('选择3个小区先行试点。').drafts.map((d) => d.kind)).toEqual(['deliverable']);
    expect(titles('各单位要认真吸取事故教训。')).toEqual([]);
  });

  it('takes what is told of a matter for no undertaking, and a case at the head of a rule for part of it', () => {
    expect(titles('工作报告把数据开放列为全年六项重点之一，既交了题目，也给了方法。')).toEqual([]);
    expect(titles('只要把资源真正用起来，完全可以走出一条新路。')).toEqual([]);
    expect(titles('对连续3个月访问量低于10次的系统，要在15个工作日内启动关停评估。')).toEqual(['对连续3个月访问量低于10次的系统，要在15个工作日内启动关停评估']);
  });
});
