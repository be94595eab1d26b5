import * as nouns from './lexicon/nouns';
import * as markers from './lexicon/markers';
import * as verbs from './lexicon/verbs';
import * as words from './lexicon/words';
import * as clauses from './clause';
import * as places from './verb-place';
import type { Clause } from './clause';

// Bound once: run as it stands, TypeScript asks two getters at each use of an import, and these are used at every letter.
const { ABSTRACT, CONCRETE } = nouns;
const { ADVERBS, AIM_ADVERBS } = markers;
const { PURPOSE, verbAt } = verbs;
const { needs } = words;
const { LONGEST } = clauses;
const { innerVerb } = places;

/** What a clause does in its sentence; each has its rule in rules.ts. */
export type Role =
  | 'action' | 'target' | 'event' | 'ban'
  | 'limit'      // a deadline and its verb alone, of the action before: …，国庆节前完成评审
  | 'purpose' | 'attitude' | 'slogan' | 'adverbial' | 'topic' | 'past' | 'comment' | 'other';

export interface RoleReading {
  readonly role: Role;
  readonly rule: string;
}

const is = (role: Role, rule: string): RoleReading => ({ role, rule });

/** Verbs of raising something: with an abstract object they say what for. */
const RISE = /^(?:弘扬|传承|压实|压紧|压紧压实|厚植|严肃|拓展|创造|巩固拓展|营造|提升|增强|提高|促进|推动|改善|优化|激发|释放|营造|凝聚|汇聚|打造|夯实|筑牢|加快|扩大|形成|构建|实现|丰富|增加|拓展|建设|创造|发展|培育|助力|守护|维护好?|保障|巩固|塑造|转化|保持|创建|强化|提速|提质增效|推进|奠定|壮大|打赢|守牢|守住|守好|织密|织牢|扎牢|兜牢|畅通|盘活|破解|解决|切实解决|打响|抓|把握|做大做强|做大|做强)$/;
const SOFT_RISE = /^(?:提升|增强|提高|促进|改善|激发|释放|营造|凝聚|汇聚|夯实|筑牢|形成|实现|塑造|转化|奠定|守护|丰富|推动形成|加快形成)$/;
const MEASURE_VERB = /[\u4e00-\u9fa5][到至](?=[\d*])|达到?|增长|下降|控制|稳定|保持|不低于|不少于|不得低于|不得少于|不得高于|不得超过|提高到?|提升到?|突破|超过|以上|以内|以下|左右|新增|降低|减少|压减|完成|进入|跻身|翻番|清零|全覆盖|增至|至少|化解|不突破|不超过|零|实现|争取|力争|转移|就业|到位|安排|培训|建成|压缩|缩短|前[一二三四五六七八九十\d]|约|占比|居|翻|再/;
const LEVELISH = /[压升降减控提扩增涨][到至](?=[\d*])|达到|增长|下降|控制在|稳定在|保持在|不低于|不少于|不超过|不高于|提高到|提升到|突破|以上|以内|以下|进入|跻身|翻番|增至|降至|比例|比重|只减不增|全覆盖|零/;
const SLOGAN = /^[\u4e00-\u9fa5]{2}一[\u4e00-\u9fa5](?:、[\u4e00-\u9fa5]{2}一[\u4e00-\u9fa5])+$|^(?:[\u4e00-\u9fa5□“”]{3}[、]){1,}[\u4e00-\u9fa5□“”]{3}$|^(?:[\u4e00-\u9fa5]{4}、){2,}[\u4e00-\u9fa5]{4}$/;
const COMMENT = /^未尽事宜|(?:[低高]于|落后于|不及|只有)[^，]{0,10}(?:平均|邻[市县区]|一半|[一二三四五六七八九]成)|(?:缺口|差距)?(?:仍有|尚有|还有|存在(?![^，]{1,12}的)|还缺|尚缺)|^(?:届时|[离距][^，]{1,8}(?:只有|还有|仅有|仅剩|只剩|不到|不足)|是|就是|也是|既是|这是|那是|这(?!个?[月周季]|次|项)|那|关键[是在]|重点是|意味着|事关|关系|关乎|不是|没有(?![^，]{1,14}的)|存在|尚有|仍有|还有|仍然|依然|说明|表明|体现|彰显|标志|得益于|归根到底|有的|有些|部分|个别|一些|如何|可以|需要[^要]{0,3}(?:时间|过程))/;
/** Endings that state how things are, where no deed opens the clause. */
const STATE = /(?:存在|突出|不足|不高|不够|不强|偏低|偏少|薄弱|严峻|明显|普遍|任务艰巨|压力较?大|难度|较大|繁重|堪忧|短板|滞后|欠账较多|频发|多发|紧迫|时间紧|任务重|艰巨)$|(?:之年|的关键|关键在|的根本|的必然|的使命|的责任|的职责|的要求|的举措|的期盼)/;
const TIME_TAIL = /(?:以后|之后|之际|之时|期间|过程中|的同时|(?<![及准实临])时|(?<!落)后|(?<![提超])前|(?<!集)中|(?<![网线跟赶])上|(?<![拿定留])下|方面|为契机|为抓手|为重点|为统领|为目标|为导向|为引领|为主线|为牵引|为核心|为支撑|为载体|为突破口|为龙头|为依托|为基础|为根本|为总抓手|的原则|的要求|的思路|的目标|的理念|的总要求|的方针|等方面|的情况下|等?特点|等情况|的实际|等实际|为主攻方向|为着力点|为切入点|为遵循|为指导|为主题|为己任|为中心)$/;
const VAGUE_WORK = /(?:(?:工作|措施|举措|任务|部署|责任|要求|精神)(?:的)?(?:落实|落实到位|落地|落地见效|落细落实)|(?:的|各项|工作|重要)落实|阻击战|硬仗|(?<=[打赢]一?[场好]?)攻坚战|翻身仗|主动仗|落细落实|落实落细|落地落实|落实落地|落地生根|开花结果|取得实效|见到实效|取得新成效|走深走实|做细做实|见行见效|落到实处|抓出成效|取得更大成效|不断提升|不断提高|不断增强|有序推进|顺利进行|更好发展|快速发展|又好又快发展|健康发展|做大做强|做强做大|提质增效|提档升级|早[\u4e00-\u9fa5]{2}、早[\u4e00-\u9fa5]{2})$/;

export const isAbstract = (object: string): boolean => ABSTRACT.endsWith(object.replace(/[”』》]$/, '')) !== null;
export const isConcrete = (object: string): boolean => CONCRETE.has(object.slice(0, 160));

/** 我区承担的12项任务: which ones, before what is done of them. */
const TAKEN_ON = /^(?:承担|负责|牵头|分管|包抓|联系|领办)的(?=[^，]{2,}$)/;
/** 分三个阶段进行: how it is divided. */
const DIVIDED = /^(?:[^，分]{2,8})?分[^，]{2,24}(?:阶段|步骤)(?:进行|推进|实施|开展)$/;
/** 请大家认真学习借鉴, 抓好落实: said at every meeting. */
const AT_EVERY_MEETING = /^(?:请)?(?:大家|各位|同志们)?(?:认真|切实|结合实际)*(?:学习借鉴|抓好落实|抓好贯彻落实|对照落实)$/;
/** 吸取事故教训: nothing to check. */
const LESSONS = /(?:吸取|汲取)[^，]{0,30}教训$/;
/** 选择3个小区先行试点: a deed whose verb names many other things. */
const CHOSEN = /^选[择取][\d一二两三四五六七八九十][^，]*(?:试点|示范)/;
/** 推动各项工作走在前列: praise of no matter. */
const GENERAL_PRAISE = /各项(?:工作|事业|任务)[^，]{0,3}(?:干在实处|走在前|再上|迈上|落地见效|取得|见到)/;
/** 报告把转型列为七项重点任务之一; 只要用起来，完全可以走出一条路: told, not undertaken. */
const SAID_OF_IT = /(?:列为|作为|确定为|列入)[^，]*之一$|^只(?:要|有)|^(?:就|也|完全|一定)*(?:可以|能够?)(?:走|干|闯|做)出/;
/** 全年财政缺口约3亿元: what is missing. */
const SHORTFALL = /(?:缺口|差额|赤字|缺额)(?:约|近|达|为|有|在)*[\d*][^，]{0,8}$/;
/** 还有12个村未通硬化路: how things stand. */
const STANDS = /^(?:还|仍|尚)?有[\d*一二三四五六七八九十两几]+[^，]{1,10}(?:未|没有|尚|仍|不[能通达])/;
/** 收入增速高于全省平均水平: beside an undertaking, a level to be reached without a figure. */
const ABOVE_OTHERS = /(?:增速|增幅|收入|率|占比|比重|指数|得分)[^，]{0,4}(?:高于|快于|优于|低于)(?:全[国省市县]|同类|同期)[^，]{0,4}(?:平均(?:水平|值)?|水平)$/;

/** Supporting others is an action whatever is supported: 引导企业创新发展. */
const HELP = /^(?:引导|鼓励|支持|帮助|督促|指导|扶持|鼓励支持|引导支持|组织|推广|学习|宣传)/;
/** 把…作为首要任务, 把责任扛在肩上: an attitude in the form of an action. */
const AS_ATTITUDE = /^(?:把|将|以).{1,40}?(?:作为|当作|当成|转化为|变为|变成|兑现为|贯穿|融入|落到|落实到|挺在|摆在|放在|摆上|扛在|抓在|记在|刻在|统一到|凝聚到|投入到|体现到|体现在|转到|用在|聚焦到|聚集到|同部署|同谋划|一同部署|一起部署)(?!台账|清单|网格|人头|项目)/;
/** Chances and strengths are means: 抓住…机遇, 发挥…优势, 运用大数据. */
const AS_MEANS = /^(?:用好|用足|用活)[^，]{0,8}(?:专项债券?|特别国债|国债|债券|资金|指标)$|^(?:抓住|抢抓|把握|用好|利用|充分利用|发挥|充分发挥|运用|借助|依托|调动|充分调动|积极抢抓|紧抓|牢牢把握).{0,60}(?:机遇|时机|机会|契机|窗口期|优势|作用|功效|功能|资源|技术|手段|平台|契机|积极性|力量|大数据|经验|成果|形式|方式|渠道|载体|阵地|媒介)/;
/** A warded-off ill after an action is its aim. */
const WARD_OFF = /^(?:解除|方便|免除|减轻.{0,8}负担|减少.{0,6}接触|防止|遏制|坚决遏制|避免|缓解|降低.{0,8}风险|减少.{0,6}(?:损失|风险|聚集)|杜绝|做[热强大优活精]|唱响|擦亮)/;
/** An object that names no matter: 推进各项工作. */
/** Management talk without a matter, beside an undertaking: 加强组织领导, 压实属地责任, 形成合力. */
const TALK = /^(?:对.{2,12}的?)?(?:各方|各级|各地|属地|部门|主体|监管|领导|层层|自身|政治|工作|思想|岗位|行业|单位|四方|相关|有关)*(?:组织领导|领导|责任|统筹协调|组织保障|思想认识|政治站位|协作配合|沟通配合|协调配合|作风|担当|信心|合力|纪律|工作合力|大局意识|底线思维|风险意识|忧患意识|薄弱环节|短板弱项|短板|弱项|力度|责任落实|工作落实|措施落实|末端落实|认识|意识)$/;
/** 明确责任, 细化措施, 倒排工期: how one sets about it. */
const BARE_OBJECT = /^(?:具体|相应|针对性|有效|工作|主体|任务|职责|各自|部门|时间|完成)*(?:责任|分工|责任分工|任务分工|职责|职责分工|责任人|任务|措施|举措|办法措施|时限|节点|时间节点|步骤|重点|思路|路径|工期|进度|力量|人员|人手|底数|弱项|要求|环节|漏洞|合力|方法|(?:整改|完成|办理|落实|推进)(?:时限|措施|责任|要求))$/;
/** 加强部门协作, 认真剖析原因, 抓住关键环节: an object of nothing but the words of management. */
const MANAGEMENT = /^(?:各项|各类|各方|各级|具体|相关|有关|主要|突出|薄弱|关键|重点|重要|存在|自身|工作|环节|问题|不足|短板|弱项|差距|症结|原因|根源|经验|教训|改进|整改|措施|举措|办法|思路|目标|任务|分工|责任|职责|人员|时间|节点|时限|步骤|部门|单位|协作|协调|配合|沟通|联动|衔接|合力|统筹|方式|方法|手段|作风|方向|要求|落实|的|和|与|及|、)+$/;
const GENERIC_OBJECT = /^(?:各项|各方面|一切|所有|相关|有关|本职)?(?:工作|任务|事业|问题|落实|事情|举措|措施|职责|使命)$/;
const IN_SPIRIT = /^(?:要)?以[^，]{2,24}(?:精神|姿态|态度|状态|作风|劲头|热情|干劲|决心|勇气|担当|信念|自觉|标准|力度)/;
/** 做好三个方面的工作, 办好以下几件事: what follows says which. */
const ANNOUNCES = /(?:(?:在|从|要?抓好|做好|做到|把握|突出|处理好)(?:以下|如下)?[一二两三四五六七八九十几\d]{1,2}(?:个|大)?(?:方面|层面|环节|点|个字)(?:上)?(?:抓落实|发力|下功夫|用力|着手|入手|抓起|做文章|求突破|持续发力|落实|用劲|努力)|[一二三四五六七八几\d]{1,2}(?:个方面|个|项|件|方面|点)(?:的)?(?:重点|主要|具体)?(?:工作|任务|事情|事|文章|举措|措施)|以下(?:几|工作|事项|方面|任务|举措|措施|重点|[一二三四五六七八九十\d])[^，]{0,6}|如下[^，]{0,4})$/;
/** 把任务清单逐条认领下来, 把基地搬到园区: a deed with its result. */
const DONE_TO = /[\u4e00-\u9fa5](?:下来|上来|出来|起来|回来|出去|进来|清楚|明白|一遍|[理算摸查分厘]清|[办配备补]全|[送发]各[\u4e00-\u9fa5]{2,6}|好|完|齐|到位|[到至给进在成](?!位|底|家)[\u4e00-\u9fa5“”□]{2,14})$/;
/** 派一名联络员, 建一个照料点: a deed in one letter, counted. */
export const DEED_COUNTED = /(?:^|[\u4e00-\u9fa5、])[派建配设修买装换种拆聘招选挑编印开办搞组立签挂贴架铺挖栽盖腾备推树评](?:出|好|齐|足|起|上|满|成)?(?:不少于|至少|约)?(?:[一两二三四五六七八九十几]{1,3}|\d+)(?:个|名|支|套|条|座|处|所|家|张|本|批|部|台|辆|间|块|场|期|项|份|栋|口|位)[\u4e00-\u9fa5“”□]{2,}$/;
/** 送戏300场, 每村修渠至少2公里: a deed in one letter, and how much of it. */
export const COUNTED_DEED = /(?:^|至少|再|全部|各|每[\u4e00-\u9fa5]{1,3}|底前|年内|月|要|将)(?:再|至少|都要|要)?[派建配设修买装换种拆清拉跑送办开挖补铺填运搬栽植访查练讲编绘腾][\u4e00-\u9fa5]{1,8}?(?:不少于|至少|约)?\d/;
/** 电梯更新由住建部门扎口管理: what is left to a unit. */
const BY_UNIT = /^[^，由]{2,20}由[^，由]{0,14}(?:局|办|委|部门|单位|公司|街道|镇|乡|村|社区|领导|成员|财政|科|站|所|队|组|中心|院|行|企业|镇里|县里|市里)(?:统一|全额|分头|分别|集中|扎口|兜底|承担|负担|负责|牵头|包干|包保|管理|办理|落实|实施|审核|审批|组织|监管|调度|协调|把关|收集|汇总|解决)/;
/** 专项用于…: what the means just named are for. */
const FOR_USE = /^(?:专项|专门|主要|重点|全部|优先|统筹)用于/;
/** 从三件小事做起：; 分三个阶段推进：. */
const BEGINS_LIST = /(?:从[^，]{0,8}[一两二三四五六七八九十几\d]{1,2}[件项个点步][\u4e00-\u9fa5]{0,8}(?:做起|抓起|入手|着手|发力|突破)|分[一两二三四五六七八九十\d]{1,2}(?:个|步|批|大)?(?:阶段|步|批次?|期|环节)?(?:推进|进行|实施|开展|组织|走))$/;
/** 4月10日前为动员阶段: how a campaign is divided. */
const STAGE = /为[\u4e00-\u9fa5“”□]{2,14}阶段$/;
/** 亲自部署、亲自过问; 决不让一个项目停工. */
const IN_PERSON = /^.{0,12}(?:不放松|不松劲|不动摇|不懈怠|一项抓落实|见成效|见实效|求实效|求突破|出实招|见真章|作表率|勇争先)$|^(?:坚决)?打(?:一场|好|赢)?[^，]{0,2}(?:攻坚战|歼灭战|持久战|主动仗|翻身仗)$|亲自(?:部署|过问|上手|挂帅|协调|督办|研究|谋划|调度|推动)|^(?:决不|绝不|坚决不|不)让/;
/** 若年底前达不到95%: the case in which something else is done. */
const CASE_WITH_FIGURE = /^(?:如果?|若(?!干)|一旦|倘若|要是|凡是?)[^，]{0,24}(?:未|不|没|低于|少于|超过|高于)/;
const ONLY_UNITS = /(?:为(?:第一)?(?:牵头|责任|主办)(?:单位|部门)|牵头|配合|负责|参与|协助|主办|承办)$/;
/** An adverb of manner before the verb, a measure of the deed after it: what a topic undergoes. */
const TOPIC_ACTS = /(?:全部|逐步|陆续|分批|一律|当场|依法|逐一|逐项|统一|足额|集中|挂牌|限期|同步|一对一|全程|严肃|顶格|按时|按期|免费|直接|实质性|重点|专人|专班|直送|直达)[\u4e00-\u9fa5]{2,}|应([\u4e00-\u9fa5])尽\1|一([\u4e00-\u9fa5])一\2|一[\u4e00-\u9fa5]{1,3}一(?:个|套|本|份)?(?:方案|对策|专班|台账|档案|清单|策|档|案)|一([\u4e00-\u9fa5])[\u4e00-\u9fa5]{1,2}一\3$|(?:下沉|延伸|推广|扩大|拓展|覆盖|搬|迁|送)[到至](?:所有|全部|每个|各|家门口|[\u4e00-\u9fa5]{0,3}(?:村|社区|乡镇|园区)$)|[发送交报贴传派配讲][到至给](?:每|各|所有|全部)?[\u4e00-\u9fa5]{1,8}(?:手[里中上]|单位|村|户|人|部门|岗位|基层|一线|网格|委|组)$|作出?(?:检讨|说明|检查|述职|解释)|[\u4e00-\u9fa5](?:一遍|一次|一轮|到底|到位|到户|到人|到人头|到边|到岗)$/;

/** 谈一次心, 练一回: a deed that is counted. */
const COUNTED = /[\u4e00-\u9fa5](?:一|两|[二三四五六七八九十]|\d{1,3})(?:次|遍|回|轮|趟|场|堂|期)[\u4e00-\u9fa5“”□]{0,6}$/;
/** 每个村配一部电话, 每人包一户. */
const EACH = /(?:每|各)[\u4e00-\u9fa5]{1,6}?[包配设建联帮派选交报种养修拆清办开挂][好齐足上]?(?:[一两二三四五六七八九十]|\d{1,4})[\u4e00-\u9fa5]{1,2}/;
/** 连续两次垫底的清出市场, 需要支持的形成请示: what is to be done with those that…. */
const relativeDeed = (bones: string, from: number, to: number): boolean => {
  const at = bones.lastIndexOf('的', to - 5);
  if (at < from + 2) return false;
  const verb = verbAt(bones, at + 1);
  return verb !== null && verb.word.length >= 2 && at + 1 + verb.word.length < to - 1 && !/^[的是性率之]/.test(bones.charAt(at + 1 + verb.word.length));
};

/** What the speaker takes upon himself should he fail. */
export const PENALTY = /一票否决|(?:主动|自愿|引咎|自请|当场|立即)(?:提出)?(?:辞职|请辞|让贤|辞去)|就地免职|年度考核不(?:评|得)|不评优|扣发(?:绩效|奖金)|取消(?:评优|评先)/;

/** 提前介入、容缺受理; 挂图作战; 线上比对、线下核查: how it is done, in phrases of four letters that open with no verb of ours. */
const FOURS = /^(?:[\u4e00-\u9fa5]{4}、)+[\u4e00-\u9fa5]{4}$/;
const isManner = (bones: string, c: Clause, end: number): boolean => {
  const from = Math.max(c.subject && c.subject.kind !== 'topic' ? c.subject.end : c.core, c.core);
  if (end - from < 9 || end - from > 40 || !/、/.test(bones.slice(from + 4, from + 7))) return false;
  const said = bones.slice(from, end).replace(/^(?:要|将|必须|须|应)/, '');
  if (!FOURS.test(said) || c.prep !== null || c.dues.length > 0 || c.cadence || c.measures.length > 0) return false;
  return said.split('、').every((four) => {
    const verb = verbAt(four, 0);
    return verb === null || verb.word.length === 4 || /^[不无免]/.test(four);
  });
};

const hasLimit = (c: Clause): boolean => c.dues.some((d) => d.strength !== 'period');

/** 国庆节前完成评审: the verb only ends what was begun; 5月底前出台细则 is a work of its own. */
const NO_WORK_OF_ITS_OWN = /完成|通过|实现|达到|取得|进行|开展|报|提交|见|形成|具备|恢复|交付|投入/;

/** After a deadline nothing but a short verb: the limit of what was just said. */
const isBareLimit = (c: Clause, bones: string): boolean => {
  const first = c.dues[0];
  if (first && first.start - c.core > 2 && !/^(?:确保|力争|争取|必须|务必|要|将|并|此项工作)+$/.test(bones.slice(c.core, first.start))) return false;
  if (c.measures.length > 0 || !c.dues.some((d) => d.strength !== 'period') && !/^(?:按期|如期|按时|尽快|尽早|同步|早日)/.test(c.adverbs)) return false;
  if (c.subject?.kind === 'topic' && c.subject.end > c.subject.start + 1 && c.modal || c.subject?.kind === 'unit') return false;
  const from = c.dues.reduce((last, d) => Math.max(last, d.end), c.start);
  const rest = bones.slice(from, Math.min(c.end, from + LONGEST)).replace(/^(?:要|将|必须|须|力争|争取|确保|务必|应|全部|基本|全面|按期|如期)+/, '');
  if (c.event && rest.length <= 6) return true;
  if (c.verb && c.verbAt >= from && c.object.length <= 4 && rest.length <= 8 && (c.object === '' || NO_WORK_OF_ITS_OWN.test(c.verb.word))) return true;
  if (/^再?[\u4e00-\u9fa5]{1,3}(?:一遍|一次|一轮)[\u4e00-\u9fa5]{0,3}$/.test(rest)) return true;
  return /^(?:必须|全部|基本)?(?:见到|取得|兑现|见)/.test(rest) && rest.length <= 10;
};

export const BANS = needs('严禁不一律遏防');
const [ASKS, BEGS, LISTS, PENALISES, PERSONAL, COUNTS, APPOINTS, WATCHED, BUILDS, USES] = [
  needs('怎如么哪'), needs('请'), needs('、'), needs('辞免评扣贤否'), needs('亲让战仗不见求抓出作争'), needs('个项件方点层环以下如字'), needs('任'), needs('督抓责'), needs('设'), needs('用'),
];

/** The role of one clause; `acted` tells that an action stands before it in the sentence. */
export const roleOf = (c: Clause, bones: string, acted: boolean, governed: boolean): RoleReading => {
  if (c.bare) return c.cadence?.rule === 'cadence/one-one' ? is('action', 'clause/rhythm') : is('adverbial', 'clause/units');
  const end = Math.min(c.end, c.start + LONGEST);
  const said = bones.slice(c.core, end);
  const placed = bones.slice(c.verbAt, end);
  const measured = c.measures.length > 0;
  const limited = hasLimit(c);
  const has = c.letters;
  if (c.subject?.kind === 'speaker' && c.core >= c.start && !c.modal && end - c.start <= 9 && /^(?:各位|同志们|尊敬的)/.test(bones.slice(c.start, end))) return is('other', 'clause/other');
  if ((has & ASKS) !== 0 && /怎么|怎样|如何(?!$)|^为什么|哪里.{0,14}哪里|^什么是/.test(said) && !measured && !limited) return is('comment', 'clause/comment');
  if (c.ask && /[给为对向]我(?:们|[局镇县区委办院校])|[给予]予支持/.test(bones.slice(c.start, end))) return is('comment', 'clause/comment');
  if ((has & BEGS) !== 0 && /请(?:大家|各位|组织|同志们|领导|社会各界|群众|代表们|委员们)[^，]{0,6}(?:监督|批评|指正|放心|支持|问责|审议|评议|见证|谅解|理解)/.test(bones.slice(c.start, end))) return is('attitude', 'clause/attitude');
  // 查出的问题要列清单、建台账、限时改: three short deeds ordered of a matter are one undertaking.
  const ordered = c.modal && c.subject !== null && c.subject.kind !== 'speaker' && c.subject.end - c.subject.start >= 2 && /清单|台账|责任人|时限|限时|限期|整改|闭环/.test(said);
  if (ordered && SLOGAN.test(placed)) return is('action', 'clause/modal');
  if ((has & LISTS) !== 0 && (SLOGAN.test(placed) && !measured || SLOGAN.test(said))) return is('slogan', 'clause/slogan');
  if (/^(?:组织|抽调|抽派|集中)(?:精干|专业|骨干|专门|各方面?)*(?:力量|人员|专人|骨干|专班|人手)$/.test(placed) && !limited) return is(c.subject?.kind === 'unit' ? 'topic' : 'adverbial', 'clause/means');
  if ((c.units.lead || c.units.support.length > 0) && ONLY_UNITS.test(said)) {
    return is(/明确|决定|确定/.test(said) ? 'adverbial' : 'topic', 'clause/units');
  }
  if (c.subject?.kind === 'unit' && /^[^，]{2,16}(?:配合|协助|参与)$/.test(said) && !limited && !measured) return is(acted ? 'other' : 'topic', 'clause/units');
  if (/^[离距]离?[^，]{1,10}(?:只有|还有|仅有|仅剩|只剩|不到|不足|已不)/.test(said)) return is('comment', 'clause/comment');
  if (!c.past && (has & PENALISES) !== 0 && PENALTY.test(said)) return is('action', 'clause/penalty');
  // 我区承担的12项任务，9月底前完成8项: which, not what is done.
  if (c.prep === null && c.event === null && !c.modal && !limited && (c.verb !== null && c.object.startsWith('的') || TAKEN_ON.test(said))) return is('topic', 'clause/fronted-object');
  if (CHOSEN.test(said)) return is('action', 'clause/undertaking');
  if (!limited && !measured && (LESSONS.test(said) || AT_EVERY_MEETING.test(said))) return is('attitude', 'clause/attitude');
  if (!limited && !measured && GENERAL_PRAISE.test(said)) return is('attitude', 'clause/attitude');
  if (!c.modal && !limited && SAID_OF_IT.test(said)) return is('comment', 'clause/comment');
  if (!c.modal && SHORTFALL.test(said)) return is('comment', 'clause/comment');
  if (!limited && (STANDS.test(said) || DIVIDED.test(said))) return is('comment', 'clause/comment');
  if (c.copula && !limited) return is('comment', 'clause/copula');
  if (!c.modal && !measured && /(?:干不成|办不到|完不成|达不到|做不到|未完成|没完成)(?:任务|目标|的)?$/.test(said)) return is('other', 'clause/case');
  if (!c.modal && /^(?:如果?|若(?!干)|一旦|倘若|凡是?)/.test(bones.slice(c.dues[0] && c.dues[0].start - c.core <= 1 ? c.dues[0].end : c.core, end)) && !measured && c.verb === null) return is('topic', 'clause/case');
  if (acted && (isBareLimit(c, bones) || c.dues.length > 0 && /^(?:要|全部|力争|确保)?应(.)尽\1$/.test(bones.slice(c.dues[c.dues.length - 1]?.end ?? c.end, end)))) return is('limit', 'clause/limit-of-action');
  if (/[：]/.test(bones.charAt(c.end)) && /几件|几项|以下|如下|几方面|个方面|件事|项工作|件[\u4e00-\u9fa5]{0,4}实事|个一批|件大事/.test(said)) return is('comment', 'clause/announces');
  if (bones.charAt(c.end) === '：' && BEGINS_LIST.test(said)) return is('comment', 'clause/announces');
  if (said.endsWith('阶段') && STAGE.test(said)) return is('comment', 'clause/copula');
  if (!c.modal && measured && /(?:共|总共|合计|一共)(?:安排|涉及|排定|确定|梳理|排查|收到|申报|征集)/.test(said)) return is('other', 'clause/other');
  if (bones.charAt(c.end) === '，' && CASE_WITH_FIGURE.test(said)) return is('topic', 'clause/case');
  if (said.endsWith('的') && !c.copula && c.end < bones.length - 1 && bones.charAt(c.end) === '，' && !/是[^，]*的$/.test(said)) return is('topic', 'clause/case');
  if ((has & PERSONAL) !== 0 && IN_PERSON.test(said) && !measured && !limited && !c.cadence) return is('attitude', 'clause/attitude');
  if (c.prep && !measured && !limited && AS_ATTITUDE.test(bones.slice(c.prepAt, end))) return is('attitude', 'clause/attitude-in-form-of-action');
  if ((has & COUNTS) !== 0 && ANNOUNCES.test(said) && !c.subject?.kind.startsWith('unit')) return is('comment', 'clause/announces');
  if ((has & APPOINTS) !== 0 && /^由.{2,16}(?:担任|兼任|任(?:副?组长|副?指挥长|主任|副?总指挥|队长|召集人|河长|联系人))/.test(said)) return is('other', 'clause/other');
  const led = c.verb !== null && (c.verb.verbClass === 'make' || c.verb.verbClass === 'carry') && c.prep === null && c.object.length >= 4 && c.verbAt - c.core <= 8;
  if (acted && !measured && ABOVE_OTHERS.test(said)) return is('target', 'clause/threshold');
  if (!c.modal && !limited && !(c.verb && measured) && (COMMENT.test(said) || !led && STATE.test(said))) return is('comment', 'clause/comment');
  if ((has & LISTS) !== 0 && isManner(bones, c, end)) return is(c.modal && (c.subject?.kind === 'unit' || !acted) ? 'topic' : 'adverbial', 'clause/manner');
  if ((has & BANS) !== 0 && (/^(?:严禁|禁止|不得|不准|不许|一律|决不允许|绝不允许|坚决遏制|坚决防止|严防)/.test(placed) || /(?<![来舍由见离少怪免容顾])不得|严禁|一律|禁止|不再(?=[\u4e00-\u9fa5]{2})(?!是|有|出现|发生)|(?:承诺|保证)不/.test(said))) {
    return measured && /不得[低少高超]/.test(said) ? is('target', 'clause/threshold') : is('ban', 'clause/ban');
  }
  // 为环卫工人购买保险: for whom, not what for; the deed stands behind the one it is done for.
  if (c.prep === '为' && c.verb?.verbClass === 'make' && c.verbAt >= c.prepAt + 3 && c.object.length >= 2 && !isAbstract(c.object) && verbAt(bones, c.prepAt + 1) === null && verbAt(bones, c.prepAt + 1 + (ADVERBS.at(bones, c.prepAt + 1)?.length ?? 0)) === null) return is('action', 'clause/undertaking');
  if (c.prep && /^(?:为了?)$/.test(c.prep) && !measured && !limited) {
    return acted || !c.modal ? is(acted ? 'purpose' : 'adverbial', 'clause/for') : is('action', 'clause/undertaking');
  }
  if (c.prep === '对' && !c.verb && !limited && !c.cadence && /的[\u4e00-\u9fa5]{1,3}$/.test(said)) return is('topic', 'clause/means');
  if (c.prep === '对' && /[的者]$/.test(said) && !measured && !limited) return is('topic', 'clause/means');
  if (c.prep && !c.verb && (limited || c.cadence || COUNTED.test(said) || c.event !== null && /^[把将]$/.test(c.prep)) && (c.modal || c.cadence || c.event !== null || /^[对把将]$/.test(c.prep) || c.subject?.kind === 'speaker')) return is('action', 'clause/fronted-object');
  if (c.prep && !c.verb && /^[把将]$/.test(c.prep) && (c.modal && c.end - c.prepAt >= 8 || DONE_TO.test(said))) return is('action', 'clause/fronted-object');
  if (c.prep && (!c.verb || TIME_TAIL.test(said) && !c.cadence)) {
    if (measured && (c.modal || c.dues.length > 0)) return /^[对把将]$/.test(c.prep) && !LEVELISH.test(said) ? is('action', 'clause/fronted-object') : is('target', 'clause/target');
    if (/^(?:给|为|向)/.test(c.prep) && !c.verb && DEED_COUNTED.test(said)) return is('action', 'clause/topic-acts');
    return is(/^(?:对|把|将|由)/.test(c.prep) ? 'topic' : 'adverbial', c.verb ? 'clause/frame' : 'clause/means');
  }
  if ((has & WATCHED) !== 0 && /(?:接受|主动接受).{0,16}监督|亲自抓|负总责|具体抓|带头抓/.test(said) && !limited) return is('attitude', 'clause/attitude');
  if ((has & BUILDS) !== 0 && /^[^，]{0,6}(?:干部|队伍|党员|自身|思想|政治|工作)?(?:作风|思想|政治|自身)建设$/.test(said) && !limited) return is('attitude', 'clause/attitude');
  const verb = c.verb;
  if (!acted && /(?:做到|实现|确保)(?:[^，]{0,10}应(.)尽\1|不[^，、]{1,5}、不|[^，]{0,6}零[差延投积拖])/.test(said)) return is('action', 'clause/topic-acts');
  if (verb?.verbClass === 'attitude') {
    if (measured && !/^(?:坚定|增强|强化)/.test(verb.word)) return is('target', 'clause/attitude-with-figure');
    if (c.cadence) return is('action', 'clause/attitude-with-rhythm');
    if (c.dues.some((d) => d.strength === 'limit') && isConcrete(c.object)) return is('action', 'clause/undertaking');
    return is('attitude', 'clause/attitude');
  }
  if (/^(?:克服|纠正|消除|破除|摆脱|防止|杜绝)$/.test(verb?.word ?? '') && /(?:思想|心理|情绪|心态|倾向|观念|思维|习气)$/.test(c.object)) return is('attitude', 'clause/attitude');
  if (/^(?:以更|以饱满|以昂扬|以实际|向.{1,10}交)/.test(said)) return is('attitude', 'clause/attitude');
  if (/^(?:管好|管住|管好用好|约束|教育管理|带好)$/.test(verb?.word ?? '') && /^(?:自己|[^，]{0,4}(?:队伍|班子|团队)$|自身|家人|家属|亲属|亲友|配偶|身边)/.test(c.object)) return is('attitude', 'clause/attitude');
  if (verb?.word === '遵守' && c.subject?.kind !== 'unit' && /(?:规定|纪律|规矩|准则|要求|法律法规|条例)$/.test(c.object) && !limited) return is('attitude', 'clause/attitude');
  if (verb?.word === '用于' || (has & USES) !== 0 && FOR_USE.test(said)) return is('purpose', 'clause/aim');
  if (c.ensures && !measured && !limited && VAGUE_WORK.test(said)) return is('purpose', 'clause/aim');
  if (c.ensures && !acted && !measured && !isAbstract(c.object) && !isAbstract(said) && !VAGUE_WORK.test(said) && c.end - c.core >= 7) return is(c.event && c.end - c.verbAt > c.event.length + 1 ? 'event' : 'action', 'clause/aim-of-its-own');
  if (c.ensures && acted && !measured && !limited) {
    if (c.event && c.end - c.verbAt > c.event.length + 1 && !VAGUE_WORK.test(said)) return is('event', 'clause/aim-that-comes-to-pass');
    return is('purpose', 'clause/aim');
  }
  if (!verb && c.event && c.verbAt + c.event.length < c.end) return is('event', 'clause/event');
  if (acted && WARD_OFF.test(placed) && !measured && !limited) return is('purpose', 'clause/aim');
  if (AS_MEANS.test(placed) && !measured && !limited) return is('adverbial', 'clause/means');
  if (acted && /^(?:解决|化解|破解)$/.test(verb?.word ?? '') && /有效|切实|着力/.test(c.adverbs) && !limited) return is('purpose', 'clause/aim');
  if (measured && verb && verb.verbClass === 'carry' && !LEVELISH.test(said) && !c.event) return is('action', 'clause/undertaking');
  if (measured && MEASURE_VERB.test(said)) return is(verb && verb.verbClass === 'make' ? 'action' : 'target', 'clause/target');
  if (!verb) {
    if (placed !== '' && ADVERBS.at(placed, 0) === placed && !limited) return is('adverbial', 'clause/means');
    if (c.event) return acted && !c.modal && c.dues.length === 0 ? is('purpose', 'clause/aim') : is('event', 'clause/event');
    if (c.inner && (acted || governed || limited || measured || c.modal)) return is('action', 'clause/topic-verb');
    if (c.cadence && c.end - c.start > 5) return is('action', 'clause/rhythm');
    if (measured && (c.modal || c.dues.length > 0 || acted || governed) && !/^(?:共计|合计|共|总计|还剩|剩余?|剩下|涉及|约合|折合|占|每[人户亩公平吨])/.test(said)) return is('target', 'clause/target');
    if (COUNTED.test(said) && (c.modal || c.dues.length > 0 || c.subject?.kind === 'speaker' || c.subject?.kind === 'unit')) return is('action', 'clause/topic-acts');
    if ((said.includes('每') || said.includes('各')) && EACH.test(said)) return is('action', 'clause/topic-acts');
    if (DEED_COUNTED.test(said) || measured && c.end - (c.measures[c.measures.length - 1]?.end ?? 0) <= 1 && COUNTED_DEED.test(said)) return is('action', 'clause/topic-acts');
    if (TOPIC_ACTS.test(said) && (acted || c.modal || c.end - c.core >= 7)) return is('action', 'clause/topic-acts');
    if ((c.modal || limited) && (limited || c.subject?.kind === 'unit' || isConcrete(c.object)) && c.end - c.verbAt >= 3) return is('action', 'clause/modal');
    if (c.units.lead || BY_UNIT.test(said)) return is('action', 'clause/unit-acts');
    if (acted && relativeDeed(bones, c.verbAt, end)) return is('action', 'clause/topic-verb');
    if ((acted || governed) && innerVerb(bones, c.verbAt, end, true)) return is('action', 'clause/topic-verb');
    return is(TIME_TAIL.test(said) ? 'adverbial' : 'other', 'clause/other');
  }
  if (TIME_TAIL.test(said) && !c.modal && !c.cadence && !limited && !measured) return is('adverbial', 'clause/frame');
  if (/^(?:做到|努力做到)$/.test(verb.word) && /^[二两三四五六七八九十]个“/.test(c.object)) return is('action', 'clause/undertaking');
  if (/^(?:提高|提升|降低|扩大|放宽)$/.test(verb.word) && !(acted && /^(?:不断|切实|逐步|持续)/.test(c.adverbs)) && /(?:标准|待遇|补贴|补助|养老金|工资|额度|门槛|限额|报销比例|覆盖面|收费|费率|税率|成本|规模)$/.test(c.object) && c.object.length >= 4) return is('action', 'clause/undertaking');
  if (verb.verbClass === 'purpose' || PURPOSE.at(verb.word, 0) === verb.word && acted && SOFT_RISE.test(verb.word)) {
    if (c.event && c.object.length > c.event.length + 1) return is('event', 'clause/aim-that-comes-to-pass');
    if (c.cadence) return is('action', 'clause/rhythm');
    if (limited || (c.stretch || !acted) && c.dues.length > 0) return is('action', 'clause/aim-with-deadline');
    if (!acted && isConcrete(c.object) && !isAbstract(c.object)) return is('action', 'clause/aim-of-its-own');
    return is('purpose', 'clause/aim');
  }
  if (limited || c.cadence || measured) return is('action', 'clause/undertaking');
  if (acted && HELP.test(verb.word) && /(?:渡过难关|纾困解难|解困|发展壮大|做大做强|做强做优|健康发展)$/.test(c.object)) return is('purpose', 'clause/aim');
  if (HELP.test(verb.word)) return is('action', 'clause/undertaking');
  if (isAbstract(c.object) && !acted && (c.modal || c.adverbs !== '' || c.object.length >= 10) && c.object.length >= 8 && !SOFT_RISE.test(verb.word)) return is('action', 'clause/undertaking');
  if (c.adverbs.includes('优先') && /^(?:保障|安排|支持)$/.test(verb.word) && c.object.length >= 4) return is('action', 'clause/undertaking');
  if (isAbstract(c.object) && (RISE.test(verb.word) || acted && AIM_ADVERBS.test(c.adverbs))) return is('purpose', 'clause/abstract-aim');
  if (TALK.test(c.object) && verb.word !== '完成') return is('purpose', 'clause/generic-object');
  if (acted && c.subject?.kind !== 'unit' && c.prep === null && c.end - c.core <= 10 && BARE_OBJECT.test(c.object)) return is('purpose', 'clause/generic-object');
  if (GENERIC_OBJECT.test(c.object) || (verb.verbClass !== 'make' || verb.word === '明确') && c.object.length >= 2 && c.object.length <= 12 && MANAGEMENT.test(c.object)) return is('purpose', 'clause/generic-object');
  if (IN_SPIRIT.test(bones.slice(c.prepAt, end)) && c.prep === '以' && !isConcrete(c.object)) return is('attitude', 'clause/attitude');
  if (VAGUE_WORK.test(c.object)) return is('purpose', 'clause/aim');
  if (acted && /^(?:打造|锻造|建设|建强)$/.test(verb.word) && /^[^，、]{0,12}队伍$/.test(c.object) && !/[\d支]/.test(c.object)) return is('purpose', 'clause/aim');
  if (verb.word === '打造' && /^“/.test(c.object)) return is('purpose', 'clause/figure-of-speech');
  if (c.prep === '以' && (acted || isAbstract(c.object)) && /^(?:促进|推动|带动|引领|保障)$/.test(verb.word)) return is('purpose', 'clause/aim');
  if (c.object.length === 0 && c.event && c.dues.length > 0) return is('event', 'clause/event');
  if (c.object.length === 0 && c.subject?.kind !== 'topic' && c.subject?.kind !== 'unit' && c.prep === null && c.units.lead === null) return is(acted ? 'other' : 'purpose', 'clause/bare-verb');
  return is('action', 'clause/undertaking');
};
