/** Keys that rotate, as settings write them: `id:secret`, several by comma; the first does the work, the others still read what they did. */
export interface Key { readonly id: string; readonly secret: string }
export type Keys = readonly [Key, ...Key[]];

const KEY = /^([A-Za-z0-9_-]{1,20}):([\x21-\x2b\x2d-\x7e]{32,200})$/;
export const keysForm = (use: '签名' | '加密'): string => `应为 编号:密钥，多个用逗号分开，第一个用于${use}；编号为1至20个字母数字，密钥至少32个字符且不含逗号`;

/** @returns null where the text is not a list of keys with ids of their own */
export const parseKeys = (text: string): Keys | null => {
  const keys = text.split(',').flatMap((one): Key[] => {
    const [, id, secret] = KEY.exec(one.trim()) ?? [];
    return id === undefined || secret === undefined ? [] : [{ id, secret }];
  });
  const [first, ...others] = keys;
  if (!first || keys.length !== text.split(',').length || new Set(keys.map((key) => key.id)).size !== keys.length) return null;
  return [first, ...others];
};
