/** What a registrar fills in, at the desk or for a matter that comes from no text: each field's shape and name, written once. */
import { z } from 'zod';
import { askedMeasureSchema, MEASURE_LIMIT } from './measures';
import { rhythmSchema } from './periods';
import { civilDateSchema, instantSchema } from './state';
import { text } from './text';

const id = text().trim().min(1, '不能为空').max(100, '不超过100字');

export const FIELD_SHAPES = {
  lead: id,
  coUnits: z.array(id).max(50),
  due: civilDateSchema,
  reviewDate: civilDateSchema,
  dispatchOn: civilDateSchema,
  acceptance: z.array(text().trim().min(1).max(300)).min(1, '至少写明一条验收标准').max(20),
  sponsor: id,
  registrar: id,
  reviewer: id,
  pack: text().trim().min(1).max(100, '不超过100字'),
  /** One of the pack's classes, where it has any. */
  matterClass: text().trim().min(1).max(31),
  /** When a citizen's matter came in; the clock of its acceptance starts here. */
  arrivedAt: instantSchema,
  /** 每周、每月、每季度 or an agreed rhythm; only of what recurs or stands. */
  rhythm: rhythmSchema,
  measures: z.array(askedMeasureSchema).max(MEASURE_LIMIT),
  /** Name of a template: its stages and its rule about children come with it. */
  template: text().trim().min(1).max(40),
  plan: z.array(z.strictObject({ date: civilDateSchema, percent: z.number().min(0).max(100) })).max(60).superRefine((points, context) => {
    points.forEach((point, index) => {
      const before = points[index - 1];
      if (before && (before.date >= point.date || before.percent > point.percent)) context.addIssue({ code: 'custom', path: [], message: '序时进度的日期须递增，进度不得减少' });
    });
  }),
};
export type FieldName = keyof typeof FIELD_SHAPES;
export const FIELD_TITLES: Readonly<Record<FieldName, string>> = {
  lead: '牵头单位', coUnits: '配合单位', due: '办结期限', reviewDate: '复核日期', dispatchOn: '交办日期', acceptance: '验收标准', sponsor: '分管领导',
  registrar: '立项岗位', reviewer: '审核岗位', pack: '规则', matterClass: '事项类别', arrivedAt: '来件时间', rhythm: '周期', measures: '指标', template: '事项模板', plan: '序时进度',
};

const MEASURE_TITLES: Readonly<Record<string, string>> = {
  name: '名称', unit: '单位', denominator: '分母', baseline: '基数', target: '目标值', direction: '升降', stretch: '力争值', curve: '进度方式', points: '节点',
};
const OTHER_TITLES: Readonly<Record<string, string>> = { title: '标题', kind: '类型', stretch: '力争', quote: '原话', source: '来文', stages: '环节', spawnsChildren: '分解任务' };

export interface RegistrationFault { readonly path: string; readonly message: string }

/** 指标第1项目标值：…; a path of no field says nothing to people and is left out. */
export const faultWords = ({ path, message }: RegistrationFault): string => {
  const [name = '', index, inner] = path.split('.');
  const title = (FIELD_TITLES as Readonly<Record<string, string>>)[name] ?? OTHER_TITLES[name];
  if (title === undefined || message.startsWith(title)) return message;
  const place = index !== undefined && /^\d+$/.test(index) ? `第${Number(index) + 1}项` : '';
  return `${title}${place}${inner === undefined || name !== 'measures' ? '' : (MEASURE_TITLES[inner] ?? '')}：${message}`;
};
