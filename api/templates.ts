/** 事项模板 at the API: a registration filled in from one. */
import { fromTemplate, type Registration } from '../domain/register';
import type { ApiDeps } from './deps';
import { invalidInput } from './problems';

/** @throws Problem 400 where no template has that name, or where its stages were also given by hand */
export const withTemplate = async ({ stores }: Pick<ApiDeps, 'stores'>, asked: Registration): Promise<Registration> => {
  const draft = fromTemplate(asked, asked.template === undefined ? [] : (await stores.defaults.current('templates')).value);
  if ('path' in draft) throw invalidInput([{ ...draft, accepted: draft.message }]);
  return draft;
};
