/** Whether a name matches what is typed: a part of it, or pinyin, whole or initials (sjcy finds 数据产业科). The library comes when first needed. */
type Match = (text: string, typed: string) => boolean;

let loading: Promise<Match> | null = null;
export const loadMatch = (): Promise<Match> => {
  loading ??= import('pinyin-pro').then(({ match }) => (text: string, typed: string) => match(text, typed, { continuous: true }) !== null);
  return loading;
};

/** @param names all that the thing is called */
export const fits = (names: readonly string[], typed: string, match: Match | null): boolean => {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return true;
  return names.some((name) => name.toLowerCase().includes(wanted)) || (match !== null && /^[a-z]+$/.test(wanted) && names.some((name) => match(name, wanted)));
};
