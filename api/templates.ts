/** 事项模板 at the API: the list to choose from, and a registration filled in from one. */
import { loadTemplates } from '../config/templates';
import type { Registration } from '../domain/register';
import { invalidInput } from './problems';

export const templates = loadTemplates();

/** @throws Problem 400 where no template has that name, or where its stages were also given by hand */
export const fromTemplate = (draft: Registration): Registration => {
  const { template: name, ...rest } = draft;
  if (name === undefined) return rest;
  const template = templates.find((one) => one.name === name);
  if (!template) throw invalidInput([{ path: 'template', message: `没有名为“${name}”的模板`, accepted: templates.map((one) => one.name).join('、') }]);
  if (rest.stages.length > 0) throw invalidInput([{ path: 'stages', message: '选用模板的，环节随模板带入', accepted: '不填环节，或者不选模板' }]);
  return { ...rest, stages: template.stages, spawnsChildren: template.spawnsChildren };
};
