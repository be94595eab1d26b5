import { needs } from './lexicon/words';
import type { ActionDue } from './actions';
import type { Clause, Reading } from './clause';
import type { Measure } from './measures';
import type { RoleReading } from './roles';
import type { Span } from './types';

/** A line while its sentence is read. */
export interface Building {
  start: number;
  end: number;
  clause: Clause;
  role: RoleReading;
  stretch: boolean;
  due: ActionDue | null;
  lead: { span: Span; rule: string } | null;
  support: Span[];
  measures: Measure[];
  /** Figures that only say from what to what, or what it may cost: the kind is that of the deed. */
  aside: Measure[];
}


/** 由甲局负责实施: who does what was just said. */
const DOER = /^(?:此项工作|该项工作|这项工作|该项目|具体|具体工作|相关工作|上述工作)?由[^，]{2,30}(?:(?:负责|牵头|具体)(?:组织|统筹|具体|牵头)?(?:实施|落实|办理|抓好|推进|建设|承办|抓落实|执行|推动|落实到位)?|(?:组织实施|依法办理|依法依规办理|办理相关手续|抓好落实|跟踪落实|负责落实|牵头落实|具体落实|规定办理|程序办理|办理))$/;
/** Said with the doing, not only with the charge. */
const DOES = /(?:实施|落实|办理|抓好|推进|建设|承办|抓落实|执行|推动|落实到位|手续)$/;
/** What pays for it, and where its office is: part of the action before. */
const PROVISION = /^[\u4e00-\u9fa5]{0,4}?(?:资金|经费|费用|用地|用房)[^，]{0,16}(?:列支|安排|保障|承担|统筹|解决|负担|出$)|(?:予以|预算中?|预备费中?|经费中?|资金中?)(?:列支|解决|安排)$|(?:资金|经费|费用|不足部分)[^，]{0,16}(?:自筹|自行解决|自行承担)$|(?:资金|经费|费用)[^，]{0,14}(?:列入|纳入)[^，]{0,6}预算$|办公室(?:设在|挂靠)/;
const MONEY = needs('资经费用公预予足');
/** Passed on with no object of its own: 及时报告市政府, 提交下次会议研究, 按程序印发. */
const PASSED_ON = /^(?:并|再|及时|按程序|按规定|适时|一并|同步|随后|定期|尽快|统一|报经|按时|依程序|后)*(?:(?:报|交|上报|报送|提交|提请|报请|呈报|报告|反馈|抄送|报备)(?!名|批材料|[^，]{0,24}(?:方案|情况|结果|清单|台账|总结|报告$|计划|材料|进展|名单|数据))[^，]{0,24}|(?:印发|备案|审议|公布|公示|公开|通报|反馈|归档|存档|落实|实施|执行|推开|推广|报批)(?:实施|执行|落实)?)$/;

/** 调整补助标准，由20万元提高到24万元: from what to what the action before moves it. */
const HOW_MUCH = /^比(?:上年|去年|上一年|年初)[^，]{0,8}(?:增加|减少|提高|下降|增长|降低)|^(?:标准|分值|额度|金额|比例|限额|补助)?由[^，]{0,10}[\d*]+[^，]{0,6}(?:提高|增加|压缩|调整|降低|缩短|减少|提升|上调|下调)[到至为]/;
/** 惠及居民4600户: who gains by it. */
const GAIN = /^(?:直接)?(?:惠及|受益)[^，]{0,10}[\d*]/;

/** 费用控制在15万元以内: what it may cost. */
const COST = /^(?:总?(?:费用|投资|造价|预算|经费|资金)|所需经费)[^，]{0,6}(?:控制在|不超过|不得超过|约)[\d*]/;

/** 成立专班，统筹推进…，负责…: a body's duty is said with the body. */
const BODY_MADE = /^(?:成立|组建|设立|建立|抽调|选派)/;
const BODY_NAME = /(?:专班|小组|工作组|指挥部|委员会|办公室|工作队|中心|组|队伍)$/;
const BODY_DUTY = /^(?:统筹|负责|专门|专职|具体负责|全面负责|统一|承担|牵头负责)/;

/** 对拒不整改的，…: a rule for a case, which goes on. */
const CASE_OPENS = /^对[^，]{2,18}的，/;

/** 召开专题会议，听取进展汇报: what the meeting is for. */
const MEETING_HELD = /(?:召开|开好?|举行|召集)[^，]{0,16}(?:会|会议)$/;
const MEETING_BUSINESS = /^(?:听取|研究(?!制定|提出|出台|拟)|部署|分析|研判|总结|通报|传达|会商|协调|解决|讨论|审议|调度)/;

/** 对偷排偷放者出重拳, 一查到底, 绝不姑息: how hard the action before is meant. */
const HARSH = /^[^，]{0,8}“?零容忍”?$|^(?:对[^，]{2,20})?(?:要|坚决|始终|必须)?(?:重拳出击|出重拳|亮红牌|亮剑|“?零容忍”?|严惩不贷|严肃处理|一查到底|一追到底|露头就打|说不|绝不姑息|决不姑息|绝不手软|决不手软|毫不手软|绝不护短|决不迁就|绝不含糊)$/;

/** 召开会议，进一步明确任务: what a thing made is to make clearer or better is part of it. */
const FURTHER = /^进一步(?:优化|明确|完善|规范|健全|细化|理顺|厘清|压实|畅通|统一|丰富|简化|强化|增强|拓宽|充实)/;

/**
 * Rule `action/consequence`: 每天抽查，脱岗漏岗的当场通报. What follows for those who fail belongs to the action it guards,
 * unless it names an actor, a threshold (连续三次) or a time of its own, or stands in a row of such cases.
 */
const CONSEQUENCE = /^[^，]{2,16}的(?:一律|当场|依法|依规|严肃|坚决|顶格|从严|公开|全县|全市|全区|予以|要|将)*(?:通报|处罚|问责|追责|追究|曝光|约谈|处理|处置|移送|查处|清退|取缔|警告|停职|免职|扣分|取消|批评|惩处)[\u4e00-\u9fa5]{0,8}$/;
const isConsequence = (previous: Building, c: Clause, r: Reading, said: string): boolean =>
  c.dues.length === 0 && c.measures.length === 0 && c.cadence === null && c.units.lead === null && c.subject?.kind !== 'unit' && previous.end + 1 >= c.start
  && CONSEQUENCE.test(said) && !/[一两二三四五六七八九十\d](?:次|个|位|名|周|月|天|起)/.test(said) && !/^(?:对)?[^，]{2,16}的/.test(r.bones.slice(previous.start, previous.end));

/**
 * Rule `action/comes-to-pass`: 加快老城停车场建设，确保年底前建成投用. Work pushed on, and the day or the way it is done with:
 * one line, where the second names no matter of its own.
 */
export const comesToPass = (previous: Building, c: Clause, r: Reading): boolean => {
  const verb = previous.clause.verb;
  if (c.event === null || c.measures.length > 0 || previous.due !== null || previous.role.role !== 'action' || verb?.verbClass !== 'carry' || !/推进|加快|推动|抓好|做好|抓紧|支持/.test(verb.word)) return false;
  let rest = '';
  for (let i = c.core; i < c.end - c.event.length; i += 1) if (!c.dues.some((d) => i >= d.start && i < d.end)) rest += r.bones.charAt(i);
  rest = rest.replace(/确保|力争|争取|保证|要|将|务必|必须|全部|尽快|如期|按期|早日|年内|实现|基本|全面|正式|项目|工程|主体|一期|二期|建设|并/g, '');
  if (rest.length === 0) return true;
  const said = r.bones.slice(previous.start, previous.end);
  if (rest.length === 1) return said.includes(rest);
  for (let i = 0; i + 2 <= rest.length; i += 1) if (!said.includes(rest.slice(i, i + 2))) return false;
  return true;
};

const plain = (c: Clause): boolean => c.measures.length === 0 && c.cadence === null;

/** 限时整改到位, 逐一销号: how what was listed ends, though a clause of manner stands between. */
const OUTCOME = /^(?:限时|限期|逐一|逐项|按期|及时|全部)*(?:整改|销号|办结|清零|闭环|落实)(?:到位|完毕|销号|管理|见底)?$/;

/** Clauses that say the duty of a body just set up, the harshness or the further use of what was just undertaken. */
const partOf = (previous: Building, c: Clause, said: string, before: string): string | null => {
  const { verb, object } = previous.clause;
  if (BODY_DUTY.test(said) && verb !== null && BODY_MADE.test(verb.word) && BODY_NAME.test(object)) return 'action/body-duty';
  if (MEETING_BUSINESS.test(said) && c.units.lead === null && c.subject === null && MEETING_HELD.test(before)) return 'action/meeting-business';
  if (c.units.lead === null && CASE_OPENS.test(before) && /^(?:并|同时)?(?:在|予以|依法|严肃|公开)?[^，]{0,6}(?:曝光|通报|追究|问责|处罚|公开)/.test(said)) return 'action/consequence';
  if (HARSH.test(said)) return 'action/harshness';
  if (c.verb === null && c.event !== null && c.end - c.core <= 6 && c.end - c.core - c.event.length <= 4 && c.units.lead === null) return 'action/outcome';
  return FURTHER.test(said) && verb?.verbClass === 'make' && c.subject === null ? 'action/further' : null;
};

/**
 * Rules `action/…`: what a clause says of the action before it (who does it, what pays for it, what becomes of those who fail).
 * Takes the clause into that action and names the rule; null where the clause is no part of it.
 */
export const absorb = (previous: Building, c: Clause, r: Reading, said: string, pending: boolean, isLast: boolean): string | null => {
  const next = previous.end + 1 >= c.start;
  if (plain(c) && c.dues.length === 0 && !c.modal && previous.end + 16 >= c.start && OUTCOME.test(said)) return taken(previous, c, 'action/outcome');
  if (c.cadence === null && (HOW_MUCH.test(said) || GAIN.test(said)) && c.dues.length === 0 && !c.modal && next) return aside(previous, c, 'action/how-much');
  if (!pending && isConsequence(previous, c, r, said)) return taken(previous, c, 'action/consequence');
  if (COST.test(said)) return aside(previous, c, 'action/provision');
  if (!plain(c)) return null;
  const part = c.dues.length === 0 && !c.modal && next ? partOf(previous, c, said, r.bones.slice(previous.start, previous.end)) : null;
  if (part !== null) return taken(previous, c, part);
  if (DOER.test(said) && c.units.lead && c.dues.length === 0) {
    previous.lead ??= { span: c.units.lead, rule: 'lead/named' };
    if (previous.support.length === 0) previous.support = [...c.units.support];
    if (isLast || DOES.test(said)) return taken(previous, c, 'action/doer');
  }
  if ((c.letters & MONEY) !== 0 && PROVISION.test(said)) {
    if (c.units.lead) previous.support = [...previous.support, c.units.lead];
    return taken(previous, c, 'action/provision');
  }
  if (pending || !PASSED_ON.test(said) || c.dues.length > 0 && previous.due !== null) return null;
  const due = c.dues[0];
  if (due) previous.due ??= { due, rule: due.rule };
  return taken(previous, c, 'action/passed-on');
};

const taken = (previous: Building, c: Clause, rule: string): string => {
  previous.end = c.end;
  return rule;
};

const aside = (previous: Building, c: Clause, rule: string): string => {
  previous.aside = [...previous.aside, ...c.measures];
  return taken(previous, c, rule);
};
