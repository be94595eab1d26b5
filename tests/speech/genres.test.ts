import { read } from './support';

/** Sentences of our own, labelled by hand after the guide: what the lines are, each by its first words, kind, last day and lead. */
type Line = readonly [words: string, kind: 'deliverable' | 'recurring' | 'target' | 'standing', due?: string | null, lead?: string | null];

const MINUTES: readonly (readonly [string, readonly Line[]])[] = [
  ['由市公安局牵头，市教育局、市城管局配合，4月10日前对23所学校周边交通组织方案进行优化。', [['由市公安局牵头', 'deliverable', '2026-04-10', '市公安局']]],
  ['在三小北侧空地建设公共停车场，由市城投公司负责实施，8月底前建成投用。', [['在三小北侧空地建设公共停车场', 'deliverable', '2026-08-31', '市城投公司']]],
  ['新建档案库房1处，所需资金由市财政统筹解决。', [['新建档案库房1处', 'deliverable', null]]],
  ['市自然资源局要逐宗核实土地权属，提出处置意见，提交下次会议研究。', [['市自然资源局要逐宗核实土地权属', 'deliverable', null, '市自然资源局'], ['提出处置意见', 'deliverable', null, '市自然资源局']]],
  ['请各责任单位每月5日前将上月进展报市政府办公室。', [['各责任单位每月5日前', 'recurring', null, '各责任单位']]],
  ['对推诿扯皮、影响进度的单位，由市政府督查室予以通报。', [['对推诿扯皮', 'standing', null, '市政府督查室']]],
  ['责成市住建局4月底前完成窨井盖普查。', [['市住建局4月底前完成', 'deliverable', '2026-04-30', '市住建局']]],
  ['4月底前完成窨井盖普查（市住建局牵头，市城管局配合）。', [['4月底前完成窨井盖普查', 'deliverable', '2026-04-30', '市住建局']]],
  ['供电公司负责线路迁改，自来水公司负责管道迁改，5月底前完成。', [['供电公司负责线路迁改', 'deliverable', '2026-05-31', '供电公司'], ['自来水公司负责管道迁改', 'deliverable', '2026-05-31', '自来水公司']]],
  ['由市住建局牵头开展普查，4月底前完成，市财政局做好资金保障。', [['由市住建局牵头开展普查', 'deliverable', '2026-04-30', '市住建局'], ['市财政局做好资金保障', 'standing', null, '市财政局']]],
  ['会议研究了欠薪治理工作，要求各县区切实履行监管责任，开展欠薪专项整治，畅通投诉渠道。', [['开展欠薪专项整治', 'standing', null, '各县区'], ['畅通投诉渠道', 'standing', null, '各县区']]],
  ['会议听取了环湖路工程进展情况的汇报，认为前期工作扎实有效。', []],
  ['请市人社局、市总工会研究提出具体意见。', [['市人社局、市总工会研究提出', 'deliverable', null, '市人社局、市总工会']]],
  ['项目业主要倒排工期，确保10月通水。', [['', 'deliverable', '2026-10-31', '项目业主']]],
  ['县乡两级要建立包抓机制。', [['县乡两级要建立', 'deliverable', null, '县乡两级']]],
  ['工业园区管委会要在6月底前建成污水处理站。', [['工业园区管委会', 'deliverable', '2026-06-30', '工业园区管委会']]],
  ['市政府办公室负责方案起草，市司法局负责合法性审查，均于3月底前完成。', [['市政府办公室负责方案起草', 'deliverable', '2026-03-31', '市政府办公室'], ['市司法局负责合法性审查', 'deliverable', '2026-03-31', '市司法局']]],
];

const MOBILISING: readonly (readonly [string, readonly Line[]])[] = [
  ['各单位要在3月10日前把自查表交上来，逾期不交的全县通报。', [['各单位要在3月10日前', 'deliverable', '2026-03-10', '各单位']]],
  ['要压实主体责任，对发现的违法行为，依法依规严肃查处。', [['对发现的违法行为', 'standing']]],
  ['要强化督导检查，对推进不力的，要严肃追责问责。', [['强化督导检查', 'standing'], ['对推进不力的', 'standing']]],
  ['15天内落实帮扶措施，不得走样。', [['15天内落实帮扶措施', 'deliverable', '2026-03-17']]],
  ['查出的隐患要列清单、建台账、限时改。', [['查出的隐患', 'standing']]],
  ['对高层建筑、老旧小区，要一栋一栋过。', [['对高层建筑', 'standing']]],
  ['宣传部门要开设曝光台，每周曝光一批典型隐患。', [['宣传部门要开设曝光台', 'deliverable', null, '宣传部门'], ['每周曝光', 'recurring', null, '宣传部门']]],
  ['路灯坏了24小时内修复。', [['路灯坏了', 'standing', null]]],
  ['这个月每个镇拉出来练一回。', [['这个月每个镇', 'deliverable', '2026-03-31']]],
  ['后勤处每天抽检食材，护理部每周开展一次质控检查。', [['后勤处', 'recurring', null, '后勤处'], ['护理部', 'recurring', null, '护理部']]],
  ['泵站三天修好，渠道五天疏通。', [['泵站三天修好', 'deliverable', '2026-03-05'], ['渠道五天疏通', 'deliverable', '2026-03-07']]],
  ['要严格落实24小时值班制度。', [['', 'standing', null]]],
  ['要加强组织领导，成立工作专班，建立日调度机制，确保各项工作有序推进。', [['成立工作专班', 'deliverable'], ['建立日调度机制', 'deliverable']]],
  ['施工单位昼夜施工，5月底前完成路基。', [['施工单位昼夜施工', 'deliverable', '2026-05-31', '施工单位']]],
  ['下一步，我们镇要在三个方面抓落实。', []],
  ['就这件事，请大家监督我。', []],
];

const REPORTING: readonly (readonly [string, readonly Line[]])[] = [
  ['盯紧12个在建项目，实行周调度、月通报，确保年内完成投资15亿元以上。', [['盯紧12个', 'standing'], ['实行周调度', 'recurring'], ['确保年内完成投资', 'target', '2026-12-31']]],
  ['网上可办率升到98%，窗口平均等候时间压到15分钟以内。', [['网上可办率', 'target', null], ['窗口平均等候时间', 'target', null]]],
  ['上半年清掉10件，年底清零。', [['上半年清掉10件', 'target', '2026-06-30'], ['年底清零', 'target', '2026-12-31']]],
  ['修订考勤办法、建立请假台账、签订廉洁承诺书。', [['修订考勤办法', 'deliverable'], ['建立请假台账', 'deliverable'], ['签订廉洁承诺书', 'deliverable']]],
  ['明年，我将牵头完成机关档案数字化，10月底前全部上线。', [['牵头完成机关档案数字化', 'deliverable', '2027-12-31'], ['10月底前全部上线', 'deliverable', '2027-10-31']]],
  ['明年上半年拿出绩效改革方案，交职代会审议后实施。', [['明年上半年拿出', 'deliverable', '2027-06-30']]],
  ['10天之内把任务分到科室、分到人，每周对账。', [['10天之内把任务', 'deliverable', '2026-03-12'], ['每周对账', 'recurring']]],
  ['今年在去年基础上再降10%。', [['', 'target', '2026-12-31']]],
  ['管好自己的亲属，制定家访制度。', [['制定家访制度', 'deliverable']]],
  ['每半月到现场看一次。', [['每半月', 'recurring']]],
  ['每年10月底前报告一次。', [['每年10月底前', 'recurring', null]]],
  ['我承诺：所有项目不再新增欠款。', [['所有项目不再新增欠款', 'standing']]],
  ['整改工作虽有成效，但个别问题反弹风险较大。', []],
  ['去年以来，我们走访企业120家，解决难题36个。', []],
  ['各位评议员，大家好。', []],
];

const PROGRAMME: readonly (readonly [string, readonly Line[]])[] = [
  ['培育数据企业50家。', [['培育数据企业', 'target']]],
  ['开展文化惠民演出300场。', [['开展文化惠民演出', 'deliverable']]],
  ['收购存量商品房1000套用作保障性住房。', [['收购存量商品房', 'deliverable']]],
  ['提高城乡居民基础养老金标准，做好困难群众救助。', [['提高城乡居民基础养老金标准', 'standing'], ['做好困难群众救助', 'standing']]],
  ['争取省级低空经济试点。', [['争取省级低空经济试点', 'deliverable']]],
  ['推行“拿地即开工”，审批时限压缩至15个工作日以内。', [['推行', 'standing', null], ['审批时限', 'target', null]]],
  ['坚持“房住不炒”定位，因城施策促进房地产市场平稳健康发展。', []],
  ['健全物业评价机制，定期公布评价结果。', [['健全物业评价机制', 'standing'], ['定期公布', 'recurring']]],
  ['全面清理闲置账户，明确管护责任。', [['全面清理闲置账户', 'deliverable'], ['明确管护责任', 'deliverable']]],
  ['配合铁路部门完成站前广场改造。', [['配合铁路部门', 'deliverable']]],
  ['高新区、经开区分别建设人才公寓500套。', [['高新区、经开区', 'deliverable', null, '高新区、经开区']]],
  ['3月至5月开展集中整治。', [['3月至5月', 'deliverable', '2026-05-31']]],
  ['今明两年建成泵站2座。', [['今明两年', 'deliverable', '2027-12-31']]],
  ['春节后召开大会。', [['春节后召开大会', 'deliverable', null]]],
  ['端午节期间加强值守。', [['端午节期间', 'standing', null]]],
  ['利用三年时间完成改造。', [['利用三年时间', 'deliverable', '2029-03-02']]],
  ['加强耕地保护，新建高标准农田6万亩，粮食产量稳定在40万吨以上。', [['加强耕地保护', 'standing'], ['新建高标准农田', 'deliverable'], ['粮食产量', 'target']]],
];

/** What belongs together in one line, and what does not. */
const ONE_LINE: readonly (readonly [string, readonly Line[]])[] = [
  ['会议研究了礼堂维修事宜，同意对礼堂屋面进行维修，由办公室按照有关规定组织实施，费用控制在15万元以内。', [['对礼堂屋面进行维修', 'deliverable', null, '办公室']]],
  ['成立项目推进专班，统筹推进征地拆迁，专班办公室设在县发改局，负责日常协调工作。', [['成立项目推进专班', 'deliverable', null]]],
  ['召开全县档案工作会议，进一步明确职责任务。', [['召开全县档案工作会议', 'deliverable']]],
  ['严格渣土运输执法，对沿途抛洒行为零容忍。', [['严格渣土运输执法', 'standing']]],
  ['市政府总值班室每天抽查，脱岗漏岗的当场通报。', [['市政府总值班室每天抽查', 'recurring', null, '市政府总值班室']]],
  ['排名后三位的由县住建局约谈，连续两次垫底的清出市场。', [['排名后三位的', 'standing', null, '县住建局'], ['连续两次垫底', 'standing']]],
  ['重点扶持小作坊，为小作坊统一配备冷藏设备300台。', [['为小作坊统一配备', 'deliverable']]],
  ['除法律法规另有规定外，不得入企检查。', [['除法律法规另有规定外，不得', 'standing']]],
  ['屡查屡犯的，停业整顿。', [['屡查屡犯的，停业整顿', 'standing']]],
  ['资金缺口超过100万元的，要编制融资方案。', [['资金缺口超过100万元的', 'standing']]],
  ['加快老城停车场建设，确保停车场年底前建成投用。', [['加快老城停车场建设', 'deliverable', '2026-12-31']]],
  ['分类推进复工，对规上企业一企一策，对小微企业一片一策。', [['分类推进复工', 'standing']]],
  ['各镇要建立台账；要加强日常巡查。', [['各镇要建立台账', 'deliverable', null, '各镇'], ['加强日常巡查', 'standing', null, '各镇']]],
  ['我打算从三件小事做起：每周至少蹲点一个班组，年底前把食堂二楼改成职工书屋。', [['每周至少蹲点', 'recurring'], ['年底前把食堂二楼', 'deliverable', '2026-12-31']]],
  ['新馆主体工程4月完工，6月9日“国际档案日”当天对外开放。', [['新馆主体', 'deliverable', '2026-04-30'], ['6月9日', 'deliverable', '2026-06-09']]],
  ['要对全市126个停工项目逐一会诊。', [['对全市126个停工项目', 'deliverable']]],
  ['出台一批支持企业发展的举措。', [['出台一批', 'deliverable']]],
  ['坚决克服麻痹思想和侥幸心理。', []],
  ['要把食品安全与业务工作同部署、同检查、同考核。', []],
];

const SORTS: readonly (readonly [string, readonly Line[]])[] = [
  ['各镇街都要有一本明白账。', [['各镇街都要有一本明白账', 'deliverable', null, '各镇街']]],
  ['6月起推行“预约办”。', [['6月起推行', 'deliverable', '2026-06-30']]],
  ['应急物资由县粮储局统一编组。', [['应急物资由县粮储局统一编组', 'deliverable', null, '县粮储局']]],
  ['将每月15日设为“局长接待日”。', [['', 'deliverable']]],
  ['推动旅游接待人次增长20%以上。', [['推动旅游接待人次', 'target']]],
  ['开展专场招聘活动20场以上。', [['开展专场招聘活动', 'deliverable']]],
  ['增加学位3200个。', [['增加学位', 'target']]],
  ['能马上改的本月内改到位，需要市里支持的形成专题请示。', [['能马上改的', 'deliverable', '2026-03-31'], ['', 'deliverable']]],
  ['投放创业担保贷款5亿元。', [['投放创业担保贷款', 'target']]],
  ['尽快落实补偿资金。', [['尽快落实', 'deliverable', null]]],
  ['要立即开展线路排查。', [['', 'deliverable', null]]],
  ['全面核查低保对象收入。', [['全面核查', 'deliverable']]],
  ['推动热电联产项目并网投产。', [['推动热电', 'deliverable']]],
  ['持续加强线路巡查。', [['持续加强', 'standing']]],
  ['上半年出台积分管理办法，在两个镇先行试点。', [['上半年出台', 'deliverable', '2026-06-30'], ['在两个镇先行试点', 'deliverable', '2026-06-30']]],
  ['对全县危桥进行全面检测。', [['对全县危桥', 'standing']]],
  ['为环卫工人购买意外伤害保险。', [['为环卫工人', 'deliverable']]],
  ['为加快建设物流园，制定招商方案。', [['制定招商方案', 'deliverable']]],
  ['设置党员示范岗。', [['设置党员示范岗', 'deliverable']]],
  ['依托党群服务中心举办专场招聘会。', [['依托党群', 'deliverable']]],
  ['围绕茶产业链招引配套企业。', [['围绕茶', 'standing']]],
  ['以村为单位建立防汛台账。', [['以村为单位', 'deliverable', null, null]]],
  ['推行“首席服务员”制度，为重点项目配备专属服务员。', [['推行', 'standing'], ['为重点项目', 'standing']]],
  ['抓紧办理用地手续。', [['', 'deliverable']]],
  ['修改完善旧城改造方案。', [['修改完善', 'deliverable']]],
  ['做好老校区移交工作。', [['做好老校区', 'deliverable']]],
  ['材料齐全的，当日受理。', [['材料齐全的', 'standing', null]]],
  ['抢险队伍30分钟内到达现场。', [['抢险队伍', 'standing', null]]],
  ['受到处分的干部两年内不得提拔使用。', [['受到处分的干部', 'standing', null]]],
  ['企业开办1个工作日内办结。', [['企业开办', 'standing', null, null]]],
  ['中标后20日内签订合同、30日内进场施工。', [['中标后20日内', 'deliverable', null]]],
  ['符合条件的5个工作日内拨付补助。', [['符合条件的', 'standing', null]]],
  ['各县区主要负责同志每月外出招商不少于2次。', [['各县区主要负责同志', 'recurring', null, '各县区主要负责同志']]],
];

const check = (text: string, lines: readonly Line[]): void => {
  const { drafts } = read(text);
  expect(drafts.map((d) => d.quote)).toHaveLength(lines.length);
  lines.forEach(([words, kind, due, lead], i) => {
    const draft = drafts[i]!;
    expect(draft.quote.startsWith(words) ? words : draft.quote).toBe(words);
    expect([draft.quote, draft.kind]).toEqual([draft.quote, kind]);
    if (due !== undefined) expect([draft.quote, draft.due?.value.date ?? null]).toEqual([draft.quote, due]);
    if (lead !== undefined) expect([draft.quote, draft.lead?.value ?? null]).toEqual([draft.quote, lead]);
  });
};

describe('sentences of our own in each kind of text', () => {
  it.each(MINUTES)('minutes: %s', check);
  it.each(MOBILISING)('mobilising: %s', check);
  it.each(REPORTING)('reporting: %s', check);
  it.each(PROGRAMME)('programme: %s', check);
  it.each(ONE_LINE)('in one line: %s', check);
  it.each(SORTS)('of its kind: %s', check);

  it('lets a heading or an opening set the limit of what stands below', () => {
    const { drafts } = read('下半年工作安排\n（一）加快项目建设。\n新建配水管网18公里。\n（二）优化服务。\n9月底前启用新大厅。');
    expect(drafts.map((d) => d.due?.value.date)).toEqual(['2026-12-31', '2026-09-30']);
    expect(drafts[0]?.due?.provenance).toMatchObject({ kind: 'derived', rule: 'due/heading' });
  });
});
