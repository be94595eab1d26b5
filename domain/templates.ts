/** 事项模板: what kinds of matters have in common, as data: stages to go through, or children that must come of it. */
import { z } from 'zod';
import { text } from './text';

const stage = {
  code: z.string().regex(/^[a-z][A-Za-z0-9]{0,29}$/, '1至30个字母或数字，以小写字母开头'),
  name: text().trim().min(1, '不能为空').max(40, '不超过40字'),
  /** Done only with the number of a document, e.g. 文号. */
  numbered: z.boolean().default(false),
};
export const askedStageSchema = z.strictObject(stage);
export const askedStagesSchema = z.array(askedStageSchema).max(20).superRefine((stages, context) => {
  stages.forEach((one, index) => {
    if (stages.findIndex((other) => other.code === one.code) !== index) context.addIssue({ code: 'custom', path: [index, 'code'], message: '环节代码不得重复' });
  });
});
export const stageSchema = z.strictObject({
  ...stage,
  done: z.strictObject({ at: z.iso.datetime({ precision: 3 }), by: z.string(), note: z.string(), documentNumber: z.string().nullable() }).nullable(),
});

export const templateSchema = z.strictObject({
  name: text().trim().min(1, '不能为空').max(40, '不超过40字'),
  summary: text().trim().min(1, '不能为空').max(200, '不超过200字'),
  stages: askedStagesSchema,
  /** A meeting is not done before its minutes have become children, or it is said why there are none. */
  spawnsChildren: z.boolean(),
});
export type Template = z.infer<typeof templateSchema>;

export const templatesSchema = z.array(templateSchema).max(30, '不超过30个').superRefine((templates, context) => {
  templates.forEach(({ name }, index) => {
    if (templates.findIndex((other) => other.name === name) !== index) context.addIssue({ code: 'custom', path: [index, 'name'], message: '模板名称不得重复' });
  });
});
