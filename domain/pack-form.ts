/**
 * What may be filled in on a pack, for the page on which an office edits it: the pack's own schema with a clerk's words.
 * Kinds, bounds and choices are read from the schema; a list's elements have `*` in their path.
 */
import { z } from 'zod';
import { ANCHORS, ENDS, PER, STARTS, UNITS, WEEKDAYS } from './pack-words';
import { policyPackSchema } from './policy';
import { OCCASION_NAMES, POST_NAMES } from './vocabulary';

export const PACK_FIELD_KINDS = ['number', 'text', 'flag', 'choice', 'choices', 'parts', 'list', 'record'] as const;
export interface PackField {
  /** `rungs.*.offset`. */
  readonly path: string;
  /** Where it stands among the lines of the reading page; null below the top. */
  readonly group: string | null;
  readonly label: string;
  readonly kind: (typeof PACK_FIELD_KINDS)[number];
  readonly choices: readonly { readonly value: string | number; readonly name: string }[];
  readonly min: number | null;
  readonly max: number | null;
  /** What stands before it says enough: 3 个工作日. */
  readonly quiet: boolean;
  /** May be left out. */
  readonly nullable: boolean;
  /** What begins when one is added, or what was left out is wanted; null where the page offers neither. */
  readonly blank: unknown;
}

/** The page's order. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  时间: ['hours', 'wakeSpreadMinutes'], 签收与反馈: ['signFor', 'firstFeedback', 'weekly', 'refusalsAllowed', 'refusalRuling'], 分段时限: ['clocks'], 阶段审核: ['stageReview'], 事项类别: ['classes'],
  临期提醒: ['reminders', 'reminderTo'], 逐级督办: ['rungs'], 计次: ['strikes'], 亮灯: ['light'], 延期: ['extension'], 暂停: ['longestSuspensionDays'],
  审核与回头看: ['review', 'lookBack'], 清零: ['clearance'], 通报: ['bulletin'], 寄送: ['sending'],
};

/** By path, else by the last name in it. */
const LABELS: Readonly<Record<string, string>> = {
  'hours': '时点', 'hours.opening': '提醒、督办和灯色变化', 'hours.cutoff': '各项期限截止', 'wakeSpreadMinutes': '错峰（分钟）',
  'signFor': '签收：交办后', 'firstFeedback': '首次反馈：交办后', 'refusalsAllowed': '每个单位可以退单（次）', 'refusalRuling': '退单裁定：退单后',
  'weekly': '周报', 'weekly.weekday': '每周', 'weekly.at': '几点前', 'weekly.rollTo': '当天放假的，为其后第几个工作日', 'weekly.minWorkingDays': '不足几个工作日的一周不报',
  'clocks': '时限', 'clocks.*': '时限', 'clocks.*.from': '起算', 'clocks.*.until': '到何时为止', 'clocks.*.reports': '第几次反馈', 'clocks.*.limit': '时限', 'clocks.*.content': '反馈写明', 'clocks.*.announced': '临期在每日汇总中提醒', 'clocks.*.missed': '超时另发文书', 'clocks.*.light': '超时亮灯（可不选）',
  'stageReview': '阶段审核', 'stageReview.by': '由谁评分', 'stageReview.grades': '等次（由高到低）', 'stageReview.grades.*': '等次', 'stageReview.grades.*.returned': '退回重报', 'stageReview.redoWithin': '退回后重报',
  'classes': '类别', 'classes.*': '类别', 'classes.*.signFor': '签收：交办后', 'classes.*.clocks': '各项时限', 'classes.*.clocks.*': '时限',
  'reminders': '提醒', 'reminders.*': '期限前', 'reminders.*.before': '数目', 'reminderTo': '提醒对象',
  'rungs': '督办', 'rungs.*': '一级', 'rungs.*.code': '信件样式', 'rungs.*.anchor': '起算', 'rungs.*.offset': '起算后（负数为起算前）', 'rungs.*.orRedWeeks': '或连续几次周报亮红灯（可不填）', 'rungs.*.tolerance': '按落后序时进度发的：落后几个百分点以内不发', 'rungs.*.filedFirst': '先报督查室备案，再发出', 'rungs.*.answerWithin': '须书面反馈，期限',
  'strikes': '计次', 'strikes.offset': '期限后仍未办结，数目', 'strikes.windowMonths': '累计期间（月）', 'strikes.steps': '各次', 'strikes.steps.*': '一次', 'strikes.steps.*.code': '信件样式',
  'light': '灯色', 'light.blueBefore': '蓝灯：期限前', 'light.yellowBefore': '黄灯：期限前（不填则只看序时进度）', 'light.redAfter': '红灯：期限后第',
  'extension': '延期', 'extension.leadDays': '期限前至少多久提出', 'extension.free': '前几次由首位审批人审批', 'extension.approvers': '审批人（由低到高）', 'extension.decision': '审批时限',
  'extension.byLength': '时间长的延期', 'extension.byLength.*': '一档', 'extension.byLength.*.overDays': '超过原期限（天）', 'extension.byLength.*.approver': '至少由谁审批',
  'longestSuspensionDays': '最长暂停（天）', 'review': '审核：申请办结后', 'review.overdueTo': '超期告知', 'lookBack': '回头看：办结后', 'lookBack.to': '由谁进行',
  'clearance': '清零核对', 'clearance.on': '日期', 'clearance.on.*': '月-日', 'clearance.to': '列入谁的每日汇总',
  'bulletin': '月通报', 'bulletin.dataClosesOn': '数据截至（日）', 'bulletin.publishedBy': '次月发布（日）',
  'sending': '寄送', 'sending.window': '发送时段', 'sending.window.from': '自', 'sending.window.to': '至', 'sending.window.workingDaysOnly': '只在工作日', 'sending.urgent': '不受时段和封数限制的文书',
  'sending.throttle': '封数上限', 'sending.throttle.*': '一条', 'sending.throttle.*.per': '按', 'sending.throttle.*.max': '至多（封）', 'sending.throttle.*.hours': '几小时内',
  'offset': '数目', 'days': '单位', 'name': '名称', 'document': '文书名称', 'series': '文号字头', 'to': '主送', 'copy': '抄送',
};

const CHOICE_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = { days: UNITS, anchor: ANCHORS, from: STARTS, until: ENDS, per: PER, light: { yellow: '黄灯', red: '红灯' }, code: OCCASION_NAMES, urgent: OCCASION_NAMES };
const WEEK = WEEKDAYS.map((name, index) => ({ value: index + 1, name }));

const BLANKS: Readonly<Record<string, unknown>> = {
  'refusalRuling': { offset: 2, days: 'wd' },
  'firstFeedback': { offset: 3, days: 'wd' }, 'weekly': { weekday: 5, at: '17:00', rollTo: 2, minWorkingDays: 2 },
  'reminders': { before: 1, days: 'wd' }, 'rungs.*.answerWithin': { offset: 3, days: 'wd' },
  'rungs': { code: 'circulate', name: '通报', anchor: 'due', offset: 1, days: 'wd', orRedWeeks: null, document: '', series: '', to: ['unitHead'], copy: [], filedFirst: false, answerWithin: null },
  'clocks.*.missed': { document: '催办单', series: '督催', to: ['handler'], copy: [] },
  'extension.byLength': { overDays: 30, approver: 'sponsor' }, 'clearance': { on: ['12-31'], to: ['registrar'] }, 'clearance.on': '12-31',
  'sending.window': { from: '08:00', to: '20:00', workingDaysOnly: false }, 'sending.throttle': { per: 'person', max: 20, hours: 24 }, 'stageReview.grades': { name: '', returned: false },
};
/** Given with the pack, or what other parts of it go by: changed in the file. */
const HIDDEN: readonly string[] = ['name', 'version', 'suggested', 'clocks.*.code', 'classes.*.code'];

interface Shape {
  readonly type?: string; readonly enum?: readonly string[]; readonly minimum?: number; readonly maximum?: number;
  readonly anyOf?: readonly Shape[]; readonly properties?: Readonly<Record<string, Shape>>; readonly additionalProperties?: Shape | boolean; readonly items?: Shape;
}

const last = (path: string): string => path.split('.').at(-1) ?? path;
const groupOf = (path: string): string | null => Object.entries(GROUPS).find(([, parts]) => parts.includes(path))?.[0] ?? null;

const fieldsUnder = (given: Shape, path: string): PackField[] => {
  if (HIDDEN.includes(path)) return [];
  const shape = given.anyOf?.find(({ type }) => type !== 'null') ?? given;
  const field = (kind: PackField['kind'], beside: Partial<PackField> = {}): PackField => ({
    path, group: groupOf(path), label: LABELS[path] ?? LABELS[last(path)] ?? last(path), kind, quiet: last(path) === 'days' || (last(path) === 'offset' && LABELS[path] === undefined), choices: [], min: null, max: null, nullable: given.anyOf !== undefined, blank: BLANKS[path] ?? null, ...beside,
  });
  const named = (values: readonly string[]): Partial<PackField> => ({ choices: values.map((value) => ({ value, name: (CHOICE_NAMES[last(path)] ?? POST_NAMES as Readonly<Record<string, string>>)[value] ?? value })) });
  switch (shape.type) {
    case 'object': {
      if (shape.properties) return [field('parts'), ...Object.entries(shape.properties).flatMap(([key, inner]) => fieldsUnder(inner, `${path}.${key}`))];
      return [field('record'), ...(typeof shape.additionalProperties === 'object' ? fieldsUnder(shape.additionalProperties, `${path}.*`) : [])];
    }
    case 'array':
      if (shape.items?.enum) return [field('choices', named(shape.items.enum))];
      return [field('list'), ...(shape.items ? fieldsUnder(shape.items, `${path}.*`) : [])];
    case 'boolean':
      return [field('flag')];
    case 'integer': case 'number':
      return [path === 'weekly.weekday' ? field('choice', { choices: WEEK }) : field('number', { min: shape.minimum ?? null, max: shape.maximum ?? null })];
    default:
      return [shape.enum ? field('choice', named(shape.enum)) : field('text')];
  }
};

/** Every field, each part before what stands in it, in the order of the reading page. */
export const packForm = (): PackField[] => {
  const { properties = {} } = z.toJSONSchema(policyPackSchema, { io: 'output', reused: 'inline' }) as Shape;
  const order = Object.values(GROUPS).flat();
  return Object.entries(properties).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).flatMap(([key, shape]) => fieldsUnder(shape, key));
};
