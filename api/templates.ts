/** 事项模板 at the API: the list to choose from, and a registration filled in from one. */
import { loadTemplates } from '../config/templates';
import { fromTemplate, type Registration } from '../domain/register';
import { invalidInput } from './problems';

export const templates = loadTemplates();

/** @throws Problem 400 where no template has that name, or where its stages were also given by hand */
export const withTemplate = (asked: Registration): Registration => {
  const draft = fromTemplate(asked, templates);
  if ('path' in draft) throw invalidInput([{ ...draft, accepted: draft.message }]);
  return draft;
};
