import { Chars } from './lexicon/words';
import { numberOf } from './numerals';
import type { MeasureDirection, MeasureValue, Span } from './types';

export interface Measure extends Span {
  readonly value: MeasureValue;
  readonly rule: string;
}

const UNITS = [
  '个百分点', '百分点', '立方', '公升', '里', '学位', '席', '站', '镇街', '乡镇', '园区', '校区', '社区', '小区', '平方公里', '平方千米', '平方米', '立方米', '万千瓦时', '千瓦时', '万千瓦', '千伏安', '千伏', '千瓦', '兆瓦', '吉瓦', '公里', '千米', '公顷', '人次', '架次', '班次', '床位', '标箱', '标准箱', '吨', '斤', '公斤', '千克', '升', '亩', '米', '度',
  '美元', '港元', '人民币', '元', '人', '户', '家', '个', '项', '件', '条', '座', '处', '所', '名', '套', '台', '辆', '架', '艘', '部', '栋', '幢', '间', '张', '份', '篇', '册', '场', '场次', '期', '批次', '次', '位', '对', '支', '只', '头', '株', '棵', '颗', '宗', '起', '例', '门', '节', '列', '班', '趟', '桩', '盏', '块', '片', '根', '口', '眼', '孔', '管', '枚', '款', '类', '种', '集', '部门', '村', '镇', '县', '校', '倍', '成', '分', '秒', '毫克', '微克', '微克/立方米', '吨标准煤', '小时', '分钟', '天', '个工作日', '工作日', '岁', '枪', '泊位', '组', '本', '路', '把', '代表队', '单', '箱', '瓶', '袋', '顶', '双', '样', '个点', 'PFLOPS', 'P', 'MW', 'GW', 'km', '%', '％', '‰',
].sort((a, b) => b.length - a.length).map((unit) => unit.replace(/[/.]/g, '\\$&')).join('|');

const LEAD = '(不少于|不低于|不高于|不超过|不突破|不得低于|不得少于|不得高于|不得超过|至少|超过|突破|达到|达|增至|提高到|提升到|提高至|降低到|降到|降至|控制在|压缩到|压减到|缩短至|(?<![签节违条合预公解])约|近|逾|超|再|增长|增加|减少|下降|降低|压减|提高|提升)?';
const ARABIC = '(\\*+(?:\\.\\*+)?|\\d[\\d,]*(?:\\.\\d+)?)(?:[—\\-~～至]\\d[\\d,.]*)?';
const FIGURE = new RegExp(`${LEAD}(?:${ARABIC}|([二两三四五六七八九十百千]{1,4}|一[百千万十]))(多|余|来)?(万亿|亿|千万|百万|万|千|百)?(${UNITS})(以上|及以上|以内|以下|之内|左右|内)?`, 'y');
/** Letters that make another word of a one-letter unit: 项目, 管理, 场所. */
const WORD_WITH: Readonly<Record<string, string>> = {
  项: '目', 管: '理网控道线', 本: '土地市级届次年月周', 部: '门署队委分', 场: '所景馆地', 条: '例件', 家: '庭属长园', 人: '民才员口均大工社', 名: '单录牌优师校医', 台: '账区',
  处: '理置罚', 位: '置于', 对: '接口外标', 门: '诊槛前', 分: '别类级解', 成: '立为果本效绩功熟长都', 班: '子', 节: '能约点前后', 支: '持部撑付', 期: '间限末', 组: '织建', 元: '旦宵',
  片: '区', 列: '入', 把: '握', 度: '假', 路: '网', 户: '籍外', 间: '接', 单: '位元一独价个品据', 级: '别', 例: '如', 件: '事', 口: '岸', 块: '状', 类: '型', 种: '植', 集: '中团', 头: '部', 校: '园', 县: '城区', 村: '民委', 镇: '街', 分钟: '',
};
const RANK = /(?:进入|跻身|位居|位列|居|保持在?|稳居|排名|达到|冲刺|列)?(?:全[国省市区县州]|同类[\u4e00-\u9fa5]{0,4}|全[国省市]同[\u4e00-\u9fa5]{1,4})?[\u4e00-\u9fa5]{0,4}?(前[一二两三四五六七八九十百\d]{1,3}(?:名|位|强)?|前列|首位|第[一二三四五六七八九十\d]{1,2}(?:名|位)|第一方阵|第一梯队|上游|先进行列|百强)/y;
const WHOLE = /全覆盖(?![\u4e00-\u9fa5])|零增长|零发生|零死亡|零事故|零新增|零积压|零容忍(?=\d)|动态清零|全部清零|全部见底|清零|翻番|翻一番|双过半|达标率100%|百分之百|只增不减|只减不增|正增长/y;

const direction = (lead: string | undefined, tail: string | undefined, before: string): MeasureDirection => {
  const said = lead ?? '';
  if (/不少于|不低于|至少|不得低于|不得少于/.test(said) || tail === '以上' || tail === '及以上') return 'atLeast';
  if (/不高于|不超过|不突破|控制在|不得高于|不得超过/.test(said) || tail === '以内' || tail === '以下' || tail === '之内') return 'atMost';
  if (/增长|增加|提高$|提升$|新增/.test(said) || /(?:增长|新增|增加|提高)$/.test(before)) return 'increase';
  if (/减少|下降|降低|压减/.test(said) || /(?:压减|减少|下降|降低)$/.test(before)) return 'decrease';
  return 'reach';
};

/** What a rate is a share of, where the words before it name it: 城镇调查失业率. */
const denominator = (before: string, unit: string): string | null => {
  if (!/[%‰]|百分点|成/.test(unit)) return null;
  const named = /([\u4e00-\u9fa5□“”]{2,20}?(?:率|比例|比重|占比|强度))[\u4e00-\u9fa5]{0,6}$/.exec(before);
  return named?.[1]?.replace(/^(?:要|将|力争|确保|使|实现|其中|年底前|全年)+/, '') ?? null;
};

const BEGINS = new Chars('0123456789*二两三四五六七八九十百千一不至超突达增提降控压缩约近逾再减下进跻位居保稳排列冲全同前首第上先零动清翻双百只正');

/** Figures and ranks to be reached between two places of a sentence; `taken` holds deadline and rhythm words. */
export const findMeasures = (text: string, bones: string, from: number, to: number, taken: readonly Span[]): Measure[] => {
  const measures: Measure[] = [];
  for (let i = from; i < to; i += 1) {
    if (!BEGINS.at(bones, i)) continue;
    const inside = taken.find((span) => i >= span.start && i < span.end);
    if (inside) {
      i = inside.end - 1;
      continue;
    }
    const found = figureAt(text, bones, i, from, to) ?? wordsAt(text, i, from, to);
    if (!found) continue;
    measures.push(found);
    i = found.end - 1;
  }
  return measures;
};

const NUMERAL = new Chars('0123456789*二两三四五六七八九十百千一');
/** A figure's number stands at once or behind its longest lead (不得低于). */
const numberNear = (text: string, at: number): boolean => {
  for (let i = at; i <= at + 4; i += 1) if (NUMERAL.at(text, i)) return true;
  return false;
};
const WHOLE_BEGINS = new Chars('全零动清翻双达百只正');
const RANK_BEGINS = new Chars('进跻位居保稳排达冲列前首第先百');

const figureAt = (text: string, bones: string, at: number, from: number, to: number): Measure | null => {
  if (!numberNear(text, at)) return null;
  // G345, S219: the number of a road, not of anything counted.
  if (at > 0 && /[\d.第A-Za-z]/.test(text.charAt(at - 1))) return null;
  FIGURE.lastIndex = at;
  const f = FIGURE.exec(text);
  if (!f) return null;
  const end = at + f[0].length;
  if (end > to) return null;
  const [, lead, arabic, chinese, , scale = '', unit = '', tail] = f;
  const after = text.slice(end, end + 8);
  const before = text.slice(Math.max(from, at - 16), at);
  if (/^(?:月|日|号|届|年代|周年)/.test(after) || /第$/.test(before)) return null;
  if (/^(?:小时|分钟|天|个工作日|工作日|岁|度|秒)$/.test(unit) && !lead && !tail && !/(?:缩短|压缩|压减|精简|提速|控制|不超过|不少于|不低于)/.test(before)) return null;
  if (unit === '岁' && /^[\u4e00-\u9fa5]/.test(after)) return null;
  if (unit === '小时' && /^(?:值班|服务|在岗|不间断|自助|应急)/.test(after)) return null;
  // 总结提升三个阶段: what rises rises by a share, not by so many pieces.
  if (chinese && lead !== undefined && /^(?:提升|提高|增长|下降|降低)$/.test(lead) && !/[%‰成倍]|百分点/.test(unit)) return null;
  if (chinese && !lead && !tail && !/[%成倍]|百分点/.test(unit)) {
    if (after.startsWith('“') || /^(?:阶段|步骤|维度|方面|维护|意识|自信|确立|环节|层面|关键|结合|转变|坚持|统筹|务必|体系|文明|服务|时代|问题导向)/.test(after) || /[这那各几数第头多]$/.test(before)) return null;
    if (!/[个家所名座条项件套户]/.test(unit)) return null;
  }
  if (unit.length === 1 && (WORD_WITH[unit] ?? '').includes(after.charAt(0)) && after !== '') return null;
  if (/^规定|^措施$/.test(after) && chinese) return null;
  // A capacity in a project's name (百万吨炼化, 35万千瓦机组) is no figure to be reached.
  if (/吨|千瓦|兆瓦/.test(unit) && /^[\u4e00-\u9fa5]/.test(after) && !/^(?:以上|以内|的(?:任务|目标))/.test(after) && !/(?:完成|新增|建成|达到|实现|生产|供应)$/.test(before) || /[×x]$/.test(before)) return null;
  if (unit === '次' && /^(?:全会|会议|党代会)/.test(after)) return null;
  // A threshold that only says who is meant: 亩均税收低于3万元的企业, 所得额100万元至300万元部分.
  if (/^(?:的|部分|至|及以上的|以上的|以下的|以内的)/.test(after) && /元|%|岁|年/.test(unit) && /(?:对|凡|低于|高于|超过|所得额|满)/.test(text.slice(Math.max(from, at - 24), end)) && !/总投资/.test(before)) return null;
  const masked = arabic?.includes('*') === true;
  const figure = masked ? null : arabic ? arabic.replace(/,/g, '') : String(numberOf(chinese ?? '') ?? chinese ?? '');
  return {
    start: at, end, rule: 'measure/figure',
    value: { value: figure, unit: scale + unit, direction: direction(lead, tail, before), denominator: denominator(bones.slice(Math.max(from, at - 24), at), unit), words: f[0] },
  };
};

const wordsAt = (text: string, at: number, from: number, to: number): Measure | null => {
  WHOLE.lastIndex = at;
  const whole = WHOLE_BEGINS.at(text, at) ? WHOLE.exec(text) : null;
  if (whole && at + whole[0].length <= to) {
    return { start: at, end: at + whole[0].length, rule: 'measure/whole', value: { value: whole[0], unit: '', direction: 'reach', denominator: null, words: whole[0] } };
  }
  if (!RANK_BEGINS.at(text, at)) return null;
  RANK.lastIndex = at;
  const rank = RANK.exec(text);
  const words = rank?.[1];
  if (!rank || words === undefined) return null;
  const end = at + rank[0].length;
  const start = end - words.length;
  if (end > to) return null;
  const lead = text.slice(Math.max(from, start - 14), start);
  if (!/(?:进入|跻身|位居|位列|居|保持|稳居|排名|达到|冲刺|力争|争取|全[国省市区县州])/.test(lead) || /走在$|第$/.test(lead)) return null;
  if (/^(?:第[一二三四五六七八九十\d]+(?:名|位))$/.test(words) && /^[书记]/.test(text.slice(end, end + 1))) return null;
  const scope = /(全[国省市区县州])[\u4e00-\u9fa5]{0,4}$/.exec(lead)?.[1] ?? null;
  return { start: scope ? start - (lead.length - lead.lastIndexOf(scope)) : start, end, rule: 'measure/rank', value: { value: words, unit: '位次', direction: 'rank', denominator: scope, words: (scope ? lead.slice(lead.lastIndexOf(scope)) : '') + words } };
};
