import { MAKE } from './lexicon/verbs';
import { COUNTED_DEED, DEED_COUNTED, isConcrete } from './roles';
import type { Clause } from './clause';
import type { Role } from './roles';
import type { DraftKind } from './types';

export interface KindReading {
  readonly kind: DraftKind;
  readonly rule: string;
}

/** Deeds that a rule asks for whenever its case comes: 通报, 约谈, 公开. */
const CONDUCT = /公开|公示|通报|约谈|挂钩|直达|晾晒|挂牌督办|足额退还|足额发放|优先通行|轮岗|处罚|清出市场|包保到户|列支|排名|考核|问责|退出/;
/** 及时发布信息, 足额兑现补助: how it is done each time, no deed done once. */
const EACH_TIME_ADVERBS = /及时|严格|足额|按时|随时|实时|始终/;
const EACH_TIME_VERBS = /^(?:发布|公布|公开|公告|兑现|兑付|发放|拨付|下拨|报送|上报|报告|报|反馈|移交|移送|交办|更新|清理|清运|清除|告知|化解|办结|通报|归档|转运|收治|下发|传达|处置|退还|安排)$/;
/** 对困难企业返还保费的一半: how those of a kind are treated. */
const TREATED = /^(?:返还|补贴|补助|奖励|奖补|给予|减免|免收|减收|贴息|免征|减征|缓缴|缓收|免除)$/;
/** 将容积率由1.8调整为2.2: changed once. */
const CHANGED = /^(?:将|把)[^，]+(?:调整|变更|更改|更名|划转|移交|改|延长|缩短|上调|下调)[为到至给][^，]+/;
/** 乡镇卫生院全部配齐医生, 分三批轮训: done to all of them, one after another. */
const ALL_DONE = /(?:全部|一次性|分批|陆续|逐户|逐人)([\u4e00-\u9fa5]{2,4})/;
/** 把清单认领下来, 再清点一次: over with its result. */
const WITH_RESULT = /^[^，]{0,8}[把将][^，]+[\u4e00-\u9fa5](?:下来|上来|出来|回来|清楚|明白|好|完|齐|到位|[到至给进](?!位|底|家)[\u4e00-\u9fa5“”□]{2,14})$|(?:再|重新|集中|全部|统一)[^，]{1,8}一次$/;
/** 建立不少于50人的队伍: the figure is how big the thing made is. */
const OF_A_SIZE = /(?:不少于|不低于|不小于|超过)?[\d*]+[^，的]{1,6}的(?=[\u4e00-\u9fa5“]{2})/;
/** A paper handed in is handed in, however many lines it must have. */
const HANDED_IN = /^(?:报|报送|上报|提交|申报|推荐|组织申报)$/;
/** 一户一策, 一村一案: a way of working. */
const ONE_BY_ONE = /一[户企村楼校项案事镇县区栋品]一(?:策|档|案|方案|对策|专班)$/;
/** 组织技能比武: over when it is over. */
const HELD = /(?:比武|竞赛|大赛|比赛|演练|观摩|考试|招聘会|推介会|座谈会|运动会|验收|换届|义诊|拉练)$/;
/** 增幅高于全省平均, 与经济增长同步: a level without a figure. */
const COMPARED = /(?:增速|增幅|增长|收入|水平|率|占比|比重|指标|成绩|指数|得分)[^，]{0,6}(?:高于|快于|优于|好于|低于|不低于)[^，]{2,}|与[^，]{2,12}(?:增长|增速|发展)(?:保持)?(?:基本)?同步$/;
/** 对开工率低于70%的县区: the level says who is meant. */
const OF_THOSE = /^对[^，]*(?:高于|快于|低于|不低于)[^，]*的/;
/** Whatever a rule does when its case comes. */
const WHENEVER = /^(?:对[^，]{0,12}(?:发现|查出|排查出|检查出|存在)的[^，\d]{0,8}(?:问题|隐患|线索|苗头)|发生|遇有?|出现|发现|接到|一旦|一经|凡是?|逾期|对[^，]{2,16}的[，由]|[^，]{1,12}不(?:力|到位|合格|达标|过关)的)/;
/** 屡查屡犯的，…: whoever is meant by it. */
const OF_A_CASE = /^[^，]{2,24}[^目]的，/;
/** Ended by its object: 争取试点, 引进一家企业, 安排专项资金, 建设文化馆. */
const ENDS_BY = [
  [/^(?:争取|积极争取|组织申报|申报|申请|争创)$/, /试点|资格|批复|立项|示范|牌照|名额|基地|称号|核准|获批/],
  [/^(?:引进|引入|招引|引育|培育|选派|选聘|招聘|招录|选树|配备|增配|安排|落实|配置|投入|拿出)$/, /^(?:了)?(?:专人|专项|资金|(?:配套|补偿|所需|工作|项目)(?:资金|经费)|经费|场地|场所|房源|用地|车辆|设备|(?!\d+小时)[一两二三四五六七八九十\d]|一批|部分)/],
  [/^(?:建设|加快建设|推动建设|打造|建好|规划建设|布局建设)$/, /(?:场|馆|站|园|中心|厂|库|路|桥|平台|系统|基地|工程|项目|校|院|所|网|带|街区|示范区|综合体|大厦|楼|房|品牌|小镇|枢纽|专区|书房|驿站)[”]?$/],
  [/^(?:办理|完善|补办|优化|协调办理)$/, /(?:手续|许可证?|产权证|不动产证|设计|设计方案|实施方案|施工图)$/],
  [/^(?:开展|组织开展|深入开展|集中开展|组织)$/, /(?:普查|大检查|大排查|大清查|大整治|大走访|清查|百日攻坚|百日行动|集中攻坚|回头看)$|(?:评选|测评|体检|摸底)(?:活动|工作)?$/],
  [/^(?:细化|调整|深化)$/, /(?:方案|预案|设计|清单|计划|台账|图纸|名录|预算|编制|班子)$/],
  [/^(?:实施|谋划|策划|包装|选树|选拔|推介)$/, /^(?:了)?一批/],
  [/^(?:争取|积极争取|推动|推进|协调)$/, /(?:列入|纳入|落户|获批|立项|获评|入选)/],
  [/^(?:进入|列入|纳入|入选|跻身)$/, /试点|示范|名单|笼子|盘子/],
  [/^(?:配合|协助)/, /启动|完成|建成|开工|举办|制定|出台|编制|召开/],
] as const;
/** 甲局负责牵头制定方案: what it is charged with making. */
const CHARGED = /负责(?:牵头|具体|统筹)?(?:制定|制订|编制|起草|修订|出台|印发|组建|搭建|建成|召开|举办)/;
const endsByObject = (verb: string, object: string): boolean => ENDS_BY.some(([verbs, objects]) => verbs.test(verb) && objects.test(object));

const RELATIVE = /^[^，]{2,18}的(?:由|一律|要|必须|全部|当场|依法)?[^，]{2,20}$/;

/** 需要支持的形成请示: of each such case a paper is made. */
const MADE_OF_IT = /的(?:[\u4e00-\u9fa5]{0,3})(?:形成|列出|建立|制定|拿出|提出|编制)[^，]{2,}$/;
/** 对屋面进行维修: works have an end. */
const WORKED_ON = /(?:进行|实施)[^，]{0,6}(?:维修|改造|修缮|更换|加固|重建|扩建|改建|验收|招标|修订|选举|评选|公示)$/;
/** 有一本明白账, 有一支应急队伍: to have one is to make it. */
const HAVE_ONE = /(?:要|有|备|都有|均有)有?一(?:本|支|套|份|张|批|名|部|处)[\u4e00-\u9fa5“”□]{2,}$/;
/** 全面清理, 统一更换: done to all of it at once. */
const AT_ONCE = /(?:全面|全部|彻底|一次性|统一|集中)(?:清理|解决|供应|取消|停止|推开|关停|清退|更换|腾退|化解|编组|清查|摸底|排查一遍|整理|放开|取缔|拆除|注销|收回|归集|换发|移交|销号)(?!力度|工作|机制)/;
/** 推动项目开工, 督促企业投产: what is pushed is an end. */
const PUSHED = /^(?:推动|推进|加快推进|加快|促进|协调|督促|帮助|配合|力促)$/;
const END_OF_IT = /(?:开工|开工建设|建成|投产|竣工|投用|投入使用|投入运营|通车|封顶|达产|交付|交付使用|上市|签约|获批|完工|开业|动工)$/;
/** 尽快对接, 立即排查: said to be over soon. */
const SOON = /^(?:要|还要|并|且|我们|将|应)*(?:尽快|立即|马上|立刻|尽早)/;
const NEVER_OVER = /^(?:加强|强化|提高|提升|增强|深化|健全|巩固|扩大|坚持|保持|恢复|转变|形成|适应|融入)/;
/** 逐宗核实, 抓紧办理: of the matter at hand, and then done. */
const OF_THE_MATTER = /(?:逐[一项个户宗件条栋村校企]|抓紧|会后|全面)(?:[核审复]实|核查|核定|核对|复核|清查|摸排|摸清|梳理|评估|测算|论证|办理|拟定|修改|协商|会商|移交)/;
/** 6月起推行…, 下半年对…实行…: brought in on a day. */
const BROUGHT_IN = /^(?:推行|实行|试行|执行|施行|启用|上调|下调|取消|开放|调整|推出)$/;

/** 推动旅游收入增长20%: a level is what is to be moved. */
const MOVED = /(?:增长|下降|达到|突破|提高到?|提升到?|降至|降低|压减|控制在|稳定在)[^，]{0,4}[\d*]/;
/** Deeds that are counted off: 开展活动20场以上, 走访企业不少于60家. */
const COUNTED_OFF = /^(?:开展|组织|组织开展|举办|举行|承办|走访|走访慰问|宣讲|检查|抽查|巡查|暗访|调研|演练|培训|轮训|选派|派出|推出|打造)$/;

/** 审批时限再压减20%, 产量达38万吨, 总额增长6%、…: a figure that something is moved by or to. */
const RATE_MOVED = /(?:增长|下降|提高|降低|压减|减少|提升|缩短)(?:约|近)?[\d*][\d.*]*(?:%|‰|个百分点)|(?:量|额|值|数|收入|面积|规模|人次)(?:将|力争|要)?达到?[\d*]/;
/** 研发经费投入强度达到2.3%: whatever verb its name holds. */
const RATE_REACHED = /(?:时间|时限|用时|周期|时长)[^，]{0,4}(?:压缩|缩短|压减)(?:约|近)?[\d*]|(?:率|强度|比重|占比|比例|指数)(?:要|将|力争|均|分别)?(?:达到?|保持在|稳定在|控制在|提高到|提升到|不低于|不超过)[\d*]/;

const LEVEL = /率|比例|比重|占比|增速|增长|下降|降低|提高到|提升到|控制在|稳定在|达到|突破|进入|前列|位次|指数|强度|总量|总额|收入|产值|投资|覆盖|清零|见底|零增长|翻番|不低于|不少于|不得低于|不超过|增加到|减少|压减|增加值|人次|满意度|总值|生产总值|规模|排放|浓度|用时|时限|签约率|(?<!不)达标(?!排放)/;
const WORKS = /新建|建成|改造|建设|开工|加装|安装|铺设|筹集|拆除|投放|购置|采购|补充|配备|选派|修复|更换|维修|扩建|打通|布设|配建|开发|种植|整治|评选|培训|举办|组建|打造|制定|出台|编制/;
/** Done once by its very sense, without a figure or a day: 制定, 建成, 召开. The other verbs of making go on where nothing ends them. */
const ONCE = /修改|设置|聘请|购买|设为|定为|列为|配齐|补齐|配足|拨付|划拨|收购|补办|换发|张贴|下发|归档|抢修|清运|修好|办成|做完|建完|定下|列出|选定|立案|移送|招聘|招录|选派|抽调|调集|拿下|敲定|封顶|新签|续签|办结|增设|印制|传达|交接|梳理|厘清|核定|确权|划转|整合组建|建立|建起|建成|建好|设立|成立|组建|开设|增设|新设|筹[办建备]|制定|制订|出台|印发|颁布|发布|公布|公示|编制|编印|编写|起草|拟[订定]|修订|修编|草拟|召开|举办|举行|承办|完成|完工|竣工|交付|投用|投产|达产|启用|启动|开工|开建|复工|上线|开通|接通|贯通|新建|改建|扩建|迁建|续建|修建|修缮|修复|兴建|建造|搭建|重构|翻新|加装|更换|更新|购置|创建|争创|创成|打造|评选|评定|认定|遴选|选聘|签约|签订|签署|拆除|关停|关闭|取缔|撤销|合并|搬迁|迁出|退出|移交|划转|报送|上报|提交|提请|报请|呈报|形成|分解|绘制|建档|建账|立项|申报|申请|获批|评审|验收|审议|审定|修通|发行|上市|兑现|推出|揭牌|挂牌|摸清|并网|补选|换届|划定|确定|拿出|提出|摘牌|编组|汇总|推动建设|建设|改造|谋划启动|清零|销号|引入|试运行|升级改造|开展.{0,2}试点|纳入|列入|整合|谋划实施|组织实施|归集|接入|布设|铺设|安装|建齐/;
/** A share of a whole that can be used up: 剩余平房, 一批道路, 全部. */
const BOUNDED = /为期|一批|剩余|全部|所有|首批|第[一二三四五六七八九十\d]+批|一次|一轮|一遍|一个|部分|全面解决|遗留/;

/** Not finished by a quantity: 支持…, 联系2个村. */
const STEADY = /推进|加快|支持|鼓励|完善|加强|强化|坚持|保持|保障|联系|健全|紧盯|盯紧|盯住|推动|引导|落实|巩固|深化|开展|包联|结对|服务|对接|聚焦|依托|发展|管好|用好|培育|扶持|帮扶|抓好|做好|扩大|拓展/;

/** Done whenever there is something to do it to: 收治, 反馈, 供应. The other verbs of making end with what they make. */
const AS_IT_COMES = /^(?:供应|供地|发放|颁发|发出|下发|收治|转运|培训|轮训|走访|调研|采集|反馈|告知|回访|核查|核实|核拨|核发|培育壮大|盘活处置|化解|化解处置|消除|开放|对外开放|收储|收购|收缴|收回|审批|审结|研发|开发|投放|招收|出让|交办|报|报备|报送|报来|报上级|备案|登记|征收|免征|减征|减半征收|免除|清障|清运|清淤|清除|清扫|清理规范|清理整顿|清理|招标|公开招标|暗访|明察暗访|巡查|陪餐|兜底|整合|整改|摸排|普查|下放|下拨|兑付|偿还|封堵|追回|挽回|罚没|垫付|输送|补充|绿化|造林|种植|栽植|播种|扩面|提标|落实到位|部署|明确|解决|调运|调剂|转贷|会签|答复|检修|维修|采购|订购|筹措|筹集|募集|配备|配置|招引落地|引进落地|新增|净增|配套|培养|领办|认领|布置|组织施工|组织参加|坐班|派驻|派出|派发|派员|派人|赋权|宣读|刊发|播出|寄送|送达|送到|疏通|补植|复绿|开行|入库|捐赠|奖补|集中到|赴)$/;
/** Carried on although the verb is one of making: 实施…计划, 推行…制度. */
const CARRIED_ON = /^(?:实施|实行|执行|开展|试点|组织|安排|整合|解决|清理|建设|培育|化解|落实|推行|推广|免征|减征|征收|开放|供应|部署|明确|调研|走访|发放)$/;
const WORK_OBJECT = /工程|项目(?!管理|建设力度)|回头看|试点$|一次|一轮|一批|一遍|全部|会议|大会|培训班|路$|改造|小区|管网|站$|厂$|房$|桥|校区|整治$|立法/;

export const kindOf = (role: Role, c: Clause, quote: string, limit: boolean, limitRule: string | null, yearLong = false): KindReading => {
  const deed = c.verb ?? (role === 'action' || c.inner?.verbClass === 'make' ? c.inner : null);
  const verb = deed?.word ?? '';
  const made = deed?.verbClass === 'make' || (verb !== '' && MAKE.at(verb, 0) === verb);
  if (c.cadence) return { kind: 'recurring', rule: 'kind/rhythm' };
  if (limitRule === 'due/conditional') return { kind: 'standing', rule: 'kind/conditional' };
  if (role === 'ban') return { kind: 'standing', rule: 'kind/ban' };
  if (c.measures.length > 0) {
    if ((c.verb === null || /^(?:完成|实现|达到)$/.test(verb)) && RATE_MOVED.test(quote) || RATE_REACHED.test(quote)) return { kind: 'target', rule: 'kind/level' };
    if (/^选[择取]/.test(quote) && c.verb === null) return { kind: 'deliverable', rule: 'kind/works' };
    const level = LEVEL.test(quote);
    const last = c.measures[c.measures.length - 1];
    const counted = last !== undefined && last.value.direction === 'reach' && c.end - last.end <= 1;
    if (counted && verb === '储备' && !/项目|人才|企业/.test(c.object)) return { kind: 'deliverable', rule: 'kind/works' };
    if (counted && !level && /^(?:拓展|培育|培养|引进|引育|招引|引入|发展|吸引|扶持|带动|孵化|认定|壮大|扩大|争取|力争|优培|培优|新招|招收|吸纳|服务|惠及|新签|签约|谋划|储备|包装|盘活|处置|消化|化解|腾退|清退|转化)/.test(verb)) return { kind: 'target', rule: 'kind/increase' };
    // 投放贷款50亿元: an amount to be reached, not a thing to be made.
    if (counted && /元$/.test(last.value.unit) && (/^完成$/.test(verb) && /投资|税收|收入|产值|营收|利润|销售/.test(c.object) || /^(?:实际)?(?:发放|投放|争取|募集|引进|引入|到位|销售|盘活|化解|清收|追缴|压减|节约|撬动|拉动|使用|利用|实现)/.test(verb))) return { kind: 'target', rule: 'kind/increase' };
    if (counted && !level && /^(?:开展|组织|组织开展|举办|落实|安排|举行|承办)/.test(verb)) return { kind: 'deliverable', rule: 'kind/works' };
    if (c.prep === '对' && TREATED.test(verb) && !limit) return { kind: 'standing', rule: 'kind/conduct' };
    if (verb === '' && counted && /^[万千百]?(?:场|场次)$/.test(last.value.unit) && !level) return { kind: 'deliverable', rule: 'kind/works' };
    if (made && ONCE.test(verb) && OF_A_SIZE.test(c.object) && !LEVEL.test(c.object.replace(OF_A_SIZE, ''))) return { kind: 'deliverable', rule: 'kind/works' };
    if (quote.includes('一') && ONE_BY_ONE.test(quote) && !limit) return { kind: 'standing', rule: 'kind/carried-on' };
    const whole = c.measures.some((m) => m.rule === 'measure/whole' || m.value.direction === 'rank');
    if (whole) return { kind: 'target', rule: 'kind/level' };
    if (/^新增|^净增|^增加/.test(verb) || /(?:力争|争取|确保|实现)?新增/.test(quote.slice(0, 10))) return { kind: 'target', rule: 'kind/increase' };
    if (/^(?:坚持|始终坚持)$/.test(verb)) return { kind: 'standing', rule: 'kind/carried-on' };
    if (/^(?:推动|促进|带动)$/.test(verb) && MOVED.test(quote)) return { kind: 'target', rule: 'kind/level' };
    if (/^(?:推进|加快|加快推进|推动|支持|继续推进|加快建设)$/.test(verb)) return { kind: 'standing', rule: 'kind/carried-on' };
    if (/^(?:完成|全面完成|实施|组织实施)$/.test(verb) && /改造|征拆|建设|安置|整治|安装|任务|工程|提升/.test(c.object)) return { kind: 'deliverable', rule: 'kind/works' };
    if (c.event && !level && c.measures.every((m) => m.value.direction === 'reach')) return { kind: 'deliverable', rule: 'kind/event' };
    if (c.measures.some((m) => m.value.direction === 'atLeast' || m.value.direction === 'atMost') && COUNTED_OFF.test(verb) && !LEVEL.test(c.object.replace(/不[少低]于/, ''))) return { kind: 'deliverable', rule: 'kind/works' };
    if (HANDED_IN.test(verb) || verb === '' && COUNTED_DEED.test(quote) && !level) return { kind: 'deliverable', rule: 'kind/works' };
    if (c.measures.some((m) => m.value.direction === 'atLeast' || m.value.direction === 'atMost') && !WORKS.test(verb)) return { kind: 'target', rule: 'kind/threshold' };
    if (limit && !level && (c.event !== null || made)) return { kind: 'deliverable', rule: 'kind/deadline' };
    if (role === 'target' && verb !== '' && !level && !STEADY.test(verb)) return { kind: 'deliverable', rule: 'kind/works' };
    if (role === 'target' && verb === '' && counted && !level && COUNTED_DEED.test(quote)) return { kind: 'deliverable', rule: 'kind/works' };
    if (role === 'target') return { kind: made && WORKS.test(verb) ? 'deliverable' : 'target', rule: made ? 'kind/works' : 'kind/level' };
    if (verb !== '' && !level && !STEADY.test(verb)) return { kind: 'deliverable', rule: 'kind/works' };
    if (/(?:提高|提升|压缩|压减|缩短|降低|减少|增加|扩大|控制|稳定|降|增)(?:到|至|在)(?:约|近)?[\d*]/.test(quote)) return { kind: 'target', rule: 'kind/level' };
    if (WORKS.test(verb) || verb === '' && /逐(?:一|个|项|户|条|件|栋|村|校|企|宗)/.test(quote)) return { kind: 'deliverable', rule: 'kind/works' };
    if (level && !made) return { kind: 'target', rule: 'kind/level' };
    if (c.stretch && /任务|目标/.test(quote)) return { kind: 'target', rule: 'kind/task' };
  }
  if (COMPARED.test(quote) && !OF_THOSE.test(quote)) return { kind: 'target', rule: 'kind/level' };
  if (!limit && (WHENEVER.test(quote) || OF_A_CASE.test(quote)) && role !== 'target') return { kind: 'standing', rule: 'kind/conditional' };
  if (/(?:修改|完善|研究|审核|修订)后.{0,10}(?:印发|报|提交|提请|发布|实施|公布)/.test(quote)) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (/(?:完成|实现).{0,24}(?:任务|目标)$/.test(quote) && c.measures.length === 0) return { kind: 'target', rule: 'kind/task' };
  const over = /[把将次]/.test(quote) && quote.split('，').some((part) => WITH_RESULT.test(part)) || /(?:一|两)(?:遍|轮|回|趟)/.test(quote);
  if (!limit && !over && (role === 'event' || role === 'action') && !made && (CONDUCT.test(c.event ?? '') || RELATIVE.test(quote) && c.verb === null && !MADE_OF_IT.test(quote))) return { kind: 'standing', rule: 'kind/conduct' };
  if (role === 'event') return { kind: 'deliverable', rule: 'kind/event' };
  if (limit && /^(?:达到|突破|超过|赶上|进入)$/.test(verb)) return { kind: 'target', rule: 'kind/level' };
  if (limit && yearLong && !made && c.event === null && STEADY.test(verb)) return { kind: 'standing', rule: 'kind/carried-on' };
  if (limit) return { kind: 'deliverable', rule: 'kind/deadline' };
  if (CHARGED.test(quote)) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (endsByObject(verb, c.object)) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (AT_ONCE.test(quote) || verb !== '' && WORKED_ON.test(quote) || !made && MADE_OF_IT.test(quote) || verb === '' && HAVE_ONE.test(quote)) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (PUSHED.test(verb) && c.event !== null && END_OF_IT.test(c.event) && !/^(?:持续|继续|不断)/.test(c.adverbs)) return { kind: 'deliverable', rule: 'kind/event' };
  if (verb !== '' && !NEVER_OVER.test(verb) && (SOON.test(quote) || /尽快|立即|马上|尽早/.test(c.adverbs)) || OF_THE_MATTER.test(quote)) return { kind: 'deliverable', rule: 'kind/soon' };
  if (limitRule !== null && BROUGHT_IN.test(verb) && !/^(?:持续|继续|长期)/.test(c.adverbs) && !/值班|值守|带班|巡|管控|戒备|执勤/.test(c.object)) return { kind: 'deliverable', rule: 'kind/brought-in' };
  if (EACH_TIME_ADVERBS.test(c.adverbs) && EACH_TIME_VERBS.test(verb) && !BOUNDED.test(quote)) return { kind: 'standing', rule: 'kind/conduct' };
  if (quote.includes('一') && ONE_BY_ONE.test(quote) && !made) return { kind: 'standing', rule: 'kind/carried-on' };
  if (/结果[^，]{0,12}(?:公布|公开|公示|通报|反馈)/.test(quote) && !limit) return { kind: 'standing', rule: 'kind/conduct' };
  const all = ALL_DONE.exec(quote);
  if (all && verb === '' && ONCE.test(MAKE.at(all[1] ?? '', 0) ?? '')) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (over) return { kind: 'deliverable', rule: 'kind/once' };
  if (verb === '' && DEED_COUNTED.test(quote.replace(/，.*$/, '')) || /为期[^，]{1,6}的/.test(c.object)) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (/解决|处理|化解/.test(verb) && /遗留|历史|^(?:了|好)?原/.test(c.object)) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (verb === '取消' && !/^(?:持续|继续|逐步)/.test(c.adverbs) && !/活动|聚集|聚餐|集会|会议|庙会|展会/.test(c.object)) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (verb === '打造' && /最[^，]{1,8}最|一流|优质|良好/.test(c.object)) return { kind: 'standing', rule: 'kind/carried-on' };
  if (CHANGED.test(quote) || /^(?:组织|开展|组织开展|举行)$/.test(verb) && HELD.test(c.object)) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (/^(?:先行)?试点$/.test(verb) && c.object === '') return { kind: 'deliverable', rule: 'kind/made-once' };
  const last = verb === '' && role === 'action' ? MAKE.endsWith(quote) : null;
  if (last !== null && last.length >= 2 && ONCE.test(last)) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (made) {
    if (/^明确$/.test(verb) && !/^(?:持续|继续|进一步)/.test(c.adverbs)) return { kind: 'deliverable', rule: 'kind/made-once' };
    if (CARRIED_ON.test(verb) && !WORK_OBJECT.test(c.object) && !/为期/.test(quote) && c.measures.length === 0) return { kind: 'standing', rule: 'kind/carried-on' };
    if (!ONCE.test(verb) && AS_IT_COMES.test(verb) && !BOUNDED.test(quote) && !WORK_OBJECT.test(c.object)) return { kind: 'standing', rule: 'kind/carried-on' };
    if (/^(?:加快|继续|持续|深入|不断)/.test(c.adverbs) && CARRIED_ON.test(verb)) return { kind: 'standing', rule: 'kind/carried-on' };
    return { kind: 'deliverable', rule: 'kind/made-once' };
  }
  if (/^(?:实施|组织实施|深入实施|大力实施|重点实施)$/.test(verb) && WORK_OBJECT.test(c.object) && !/^(?:持续|继续|深入|不断)/.test(c.adverbs)) return { kind: 'deliverable', rule: 'kind/works' };
  if (/^(?:做好|全力做好|抓好)$/.test(verb) && /(?:编制|立法|换届|普查|申报|修编|验收|筹备|评审|移交|交接|收尾|扫尾|清算|结算|搬迁|征拆|迁改|招标|报批|报建|交付|开园|开馆)(?:工作|等工作)?$/.test(c.object)) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (/^(?:办好|开好)$/.test(verb) && /(?:会|节|展|赛|论坛|活动|实事)$/.test(c.object)) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (/^(?:积极|全力|努力)?争取.{2,30}(?:试点|示范|资格|牌照|立项|批复|核准)/.test(quote)) return { kind: 'deliverable', rule: 'kind/made-once' };
  if (/(?:开展|组织|来|搞|进行).{0,20}(?:一次|一轮)|[\u4e00-\u9fa5](?:一|两)场/.test(quote)) return { kind: 'deliverable', rule: 'kind/once' };
  if (/^推动建设|^加快建成/.test(verb) && isConcrete(c.object)) return { kind: 'deliverable', rule: 'kind/made-once' };
  return { kind: 'standing', rule: 'kind/carried-on' };
};
