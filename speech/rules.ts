/** What a rule says, in the reader's words, with a sentence of our own in which it fires (tests/speech/rules.test.ts holds each to it). */
export interface Rule {
  readonly says: string;
  readonly example: string;
}

const rule = (says: string, example: string): Rule => ({ says, example });

export const SENTENCE_RULES: Readonly<Record<string, Rule>> = {
  'sentence/commitment': rule('承诺今后完成、可以核查的事项', '我局将于9月底前建成电子档案库。'),
  'sentence/stretch': rule('力争、争取的目标', '力争全年引进项目30个。'),
  'sentence/standing': rule('持续推进或按节奏开展', '持续抓好食堂卫生管理。'),
  'sentence/achieved': rule('已完成的工作或成绩', '去年我们新建公园8个。'),
  'sentence/background': rule('背景、形势或说明', '本地山高路远，交通不便。'),
  'sentence/past': rule('回顾性叙述', '我们开展走访，了解民情。'),
  'sentence/past-context': rule('回顾部分中的叙述', '一、上年工作回顾\n推进河道整治，改善人居环境。'),
  'sentence/principle': rule('原则、理念', '坚持人民至上。'),
  'sentence/soft': rule('表态性语言，无可核查的对象', '我们将不忘初心、牢记使命，努力开创新局面。'),
  'sentence/rhetoric': rule('口号或修辞', '谁砸企业的饭碗，就让谁没有饭碗。'),
  'sentence/lead-in': rule('段首提示语，具体事项见后文', '一是强基础。'),
  'sentence/announces': rule('引出下文的提示语', '重点做好以下工作：'),
  'sentence/heading': rule('标题', '一、提高认识，增强责任感'),
  'sentence/title': rule('没有编号的标题', '在全市档案工作会议上的讲话'),
  'sentence/question': rule('设问句', '差距在哪里？'),
  'sentence/greeting': rule('称呼、致谢或过渡语', '各位代表，大家好。'),
  'sentence/meeting-opening': rule('会议情况的记述', '3月5日，区长主持召开常务会议。'),
  'sentence/request-upwards': rule('向上级或他方提出的请求、建议', '恳请省厅在资金上予以倾斜。'),
  'sentence/superior-demand': rule('转述上级或他人的要求', '省委要求，各地要守住耕地红线。'),
};

export const CLAUSE_RULES: Readonly<Record<string, Rule>> = {
  'clause/undertaking': rule('动词带对象的承诺', '制定档案管理办法。'),
  'clause/target': rule('要达到的数字或位次', '森林覆盖率提高到46%。'),
  'clause/threshold': rule('不得低于、不得超过的界限', '培训时间不得少于40小时。'),
  'clause/event': rule('事项在句末完成：开工、投用、到位', '新校区年底前投入使用。'),
  'clause/ban': rule('禁令和一律执行的规矩', '严禁违规收费。'),
  'clause/rhythm': rule('有节奏而无动宾结构', '领导小组每月碰头一次。'),
  'clause/modal': rule('主体加“要”“必须”', '各村要有一支应急队伍。'),
  'clause/topic-verb': rule('话题后的实行、开展', '全年，重点路段实行限时停车。'),
  'clause/topic-acts': rule('话题后的当场、依法、一律等处置', '开展夜查，超限货车当场卸载。'),
  'clause/fronted-object': rule('对、把、将提前的对象', '6月底前对5个堵点逐一“过筛”。'),
  'clause/unit-acts': rule('由某单位办理', '此事由县民政局。'),
  'clause/units': rule('只写牵头、配合单位', '由市教育局牵头，6月底前建成课程库。'),
  'clause/limit-of-action': rule('前一事项的时限', '编制专项规划，国庆节前完成评审。'),
  'clause/aim': rule('前一事项的目的', '建设实训基地，不断提升服务能力。'),
  'clause/aim-of-its-own': rule('确保、保证独立成项', '确保不发生群体性事件。'),
  'clause/aim-that-comes-to-pass': rule('确保某事完成', '推进路网建设，确保东环线建成通车。'),
  'clause/aim-with-deadline': rule('有时限的目的', '10月底前实现分质供水。'),
  'clause/abstract-aim': rule('提高、改善抽象的东西', '新建书屋20个，优化阅读环境。'),
  'clause/generic-object': rule('没有说明是什么工作', '扎实推进各项工作。'),
  'clause/figure-of-speech': rule('比喻', '改造办事大厅，打造“暖心港湾”。'),
  'clause/for': rule('为了什么', '为做好防汛准备，开展堤防检查。'),
  'clause/attitude': rule('态度、信念', '坚持实事求是，制定整改方案。'),
  'clause/attitude-in-form-of-action': rule('以动作形式表态：把…放在首位', '把群众利益放在首位，建立回访制度。'),
  'clause/attitude-with-figure': rule('坚持之后有数字', '坚持八成以上经费用于一线。'),
  'clause/attitude-with-rhythm': rule('坚持之后有节奏', '坚持每周研判一次。'),
  'clause/slogan': rule('三字、四字排比', '抓学习、强本领、树形象，制定培训计划。'),
  'clause/means': rule('办法、依据、手段', '按照统一部署，开展消防检查。'),
  'clause/frame': rule('时间、范围的框架', '推进整治过程中，发放补贴。'),
  'clause/announces': rule('引出下文的事项', '一是大力推进园区建设，要加快标准厂房建设。'),
  'clause/theme': rule('序号或“抓”字后的题目，具体事项见后文', '一是盘活存量，新建停车场2座。'),
  'clause/manner': rule('怎么做：四字并列的方式', '市审批局要提前介入、容缺受理，9月10日前发放许可证。'),
  'clause/case': rule('做不到时的情形', '完不成任务，我主动辞职。'),
  'clause/penalty': rule('完不成任务的自我问责', '完不成任务，我主动辞职。'),
  'clause/comment': rule('评论、说明', '存在不少短板，要制定实施方案。'),
  'clause/copula': rule('“是”字判断', '教育是最大的民生，要新建学校3所。'),
  'clause/of-which': rule('“其中”说明的部分', '全年发放贷款50亿元，其中涉农贷款达到20亿元。'),
  'action/doer': rule('由谁办理前一事项', '新建档案库房1处，由市城投公司负责实施。'),
  'action/provision': rule('前一事项的资金、场所保障', '新建档案库房1处，所需资金由市财政统筹解决。'),
  'action/how-much': rule('前一事项从多少到多少、惠及多少', '调整补助标准，由每台20万元提高到24万元。'),
  'action/passed-on': rule('前一事项的报送、印发', '制定档案管理办法，按程序印发。'),
  'clause/past': rule('已完成', '一期工程已经完工，二期工程10月底前开工。'),
  'clause/bare-verb': rule('只有动词', '出了问题，要解决。'),
  'clause/other': rule('无承诺', '山高坡陡，要修建护栏。'),
};

export const KIND_RULES: Readonly<Record<string, Rule>> = {
  'kind/rhythm': rule('有节奏为周期事项', '每季度通报一次。'),
  'kind/ban': rule('禁令为持续事项', '严禁公款吃喝。'),
  'kind/conditional': rule('遇事即办的时限为持续事项', '一经发现，3日内完成检修。'),
  'kind/conduct': rule('规定的处置方式为持续事项', '公布举报电话，处理结果同步公开。'),
  'kind/level': rule('比率、位次、覆盖面为指标', '实现公交村村通全覆盖。'),
  'kind/increase': rule('新增数量为指标', '新增规上企业12家。'),
  'kind/threshold': rule('以上、以内为指标', '引进项目20个以上。'),
  'kind/task': rule('完成任务、目标为指标', '完成年度减排任务。'),
  'kind/works': rule('有数量的工程为交付事项', '新建公厕15座。'),
  'kind/deadline': rule('有时限为交付事项', '8月底前清理台账。'),
  'kind/event': rule('开工、投用等为交付事项', '确保文化馆投入使用。'),
  'kind/made-once': rule('制定、建立、召开等为交付事项', '出台人才引进办法。'),
  'kind/once': rule('开展一次、一轮为交付事项', '对养老机构开展一轮体检。'),
  'kind/carried-on': rule('加强、推进、深化等为持续事项', '加强噪声治理。'),
};

export const FIELD_RULES: Readonly<Record<string, Rule>> = {
  'due/feast': rule('节日前一天', '中秋节前完成检修。'),
  'due/next-feast': rule('下一个节日前一天', '节前完成检修。'),
  'due/plan-period': rule('五年规划期末', '“十五五”末建成环线。'),
  'due/month': rule('某月、某月底、某日前', '9月底前完成检修。'),
  'due/range': rule('某月至某月，取末日', '3月至5月开展集中检修。'),
  'due/weekday': rule('周几之前', '周五前报送名单。'),
  'due/quarter': rule('某季度末', '三季度完成检修。'),
  'due/half-year': rule('上、下半年末', '下半年完成检修。'),
  'due/year-end': rule('年底、年内', '年底前完成检修。'),
  'due/whole-year': rule('全年', '全年完成检修300次。'),
  'due/year': rule('今年、某年', '到2028年，建成环线。'),
  'due/relative': rule('本月、本周、下月', '本月内完成检修。'),
  'due/day-of-month': rule('某日前', '25日前完成检修。'),
  'due/duration': rule('若干天、月、工作日内', '20个工作日内完成检修。'),
  'due/coming-years': rule('今后几年', '今后三年，建成水库2座。'),
  'due/school-term': rule('开学前、学期', '秋季开学前完成检修。'),
  'due/season': rule('汛期前等无定日的季节', '汛期前完成检修。'),
  'due/today': rule('当天、连夜', '连夜完成检修。'),
  'due/conditional': rule('遇事起算，没有固定日期', '一经发现，3日内完成检修。'),
  'due/governs': rule('句首时限管后文', '年内，建成泵站2座。'),
  'due/heading': rule('标题或段首时限管下文', '下半年，重点做好以下工作。\n新建泵站2座。'),
  'due/inherited': rule('沿用前文时限', '年内建成泵站2座，日供水能力达到3万吨。'),
  'cadence/every': rule('每日、每周、每月', '每周巡查一次。'),
  'cadence/one-one': rule('一月一调度', '实行一月一调度。'),
  'cadence/regularly': rule('定期、常态化', '定期开展回访。'),
  'cadence/by-period': rule('按月、逐季', '按月报送进度。'),
  'cadence/governs': rule('句首节奏管后文', '每月末，我们主动报送进度。'),
  'cadence/compound': rule('周调度、月通报', '坚持“周调度、月通报”。'),
  'lead/subject': rule('“要”之前的单位', '各街道要建立台账。'),
  'lead/named': rule('由…牵头、负责', '由市档案局牵头，建立台账。'),
  'support/named': rule('会同、配合单位', '会同市财政局制定办法。'),
  'measure/figure': rule('数字加单位', '新建泵站2座。'),
  'measure/rank': rule('位次', '力争进入全省前三。'),
  'measure/whole': rule('全覆盖、清零', '实现网点全覆盖。'),
};

export const RULES: Readonly<Record<string, Rule>> = { ...SENTENCE_RULES, ...CLAUSE_RULES, ...KIND_RULES, ...FIELD_RULES };

/** The rule's words for a line of `explain`. */
export const ruleText = (name: string): string => {
  const found = RULES[name];
  return found ? `（${found.says}）` : '';
};
