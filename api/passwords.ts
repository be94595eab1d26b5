/** Passwords: slow hashes with their own parameters, and two profiles of what a password must be. */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** OWASP's password storage cheat sheet: N=2^15, r=8, p=3; 32 MiB a hash. Kept with each hash, so they can be raised later. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const BYTES = 32;
/** A hash from elsewhere must not make us spend without limit. */
const MEMORY = 128 * 1024 * 1024;

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> => new Promise((resolve, reject) => {
  // NFKC: the same characters typed on another keyboard are the same password.
  scrypt(password.normalize('NFKC'), salt, BYTES, { ...options, maxmem: MEMORY }, (error, key) => (error ? reject(error) : resolve(key)));
});

/** @returns `scrypt$N$r$p$salt$key`, salt and key in base64url */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$');
};

/** What an unknown account is checked against, so that its answer takes as long as a known one's. */
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, Buffer.alloc(16).toString('base64url'), Buffer.alloc(BYTES).toString('base64url')].join('$');

/** @param stored null for an account that does not exist or has no password: takes the same time, is never right */
export const verifyPassword = async (password: string, stored: string | null): Promise<boolean> => {
  const [kind, n, r, p, salt, key] = (stored ?? NOBODY).split('$');
  if (kind !== 'scrypt' || salt === undefined || key === undefined) return false;
  const found = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(n), r: Number(r), p: Number(p) });
  const expected = Buffer.from(key, 'base64url');
  return found.length === expected.length && timingSafeEqual(found, expected) && stored !== null;
};

export const PASSWORD_PROFILES = ['asvs', 'dengbao'] as const;
export type PasswordProfile = (typeof PASSWORD_PROFILES)[number];

export interface PasswordRules {
  readonly shortest: number;
  readonly longest: number;
  /** Of: lower case, upper case, digit, other. */
  readonly kinds: number;
  /** Days until another must be set; null: never (ASVS 6.2.10 forbids it). */
  readonly maxAgeDays: number | null;
  /** How many former ones may not come back. */
  readonly remembered: number;
}
/** asvs: OWASP ASVS 5.0, 6.2 (length, no composition, no rotation). dengbao: what assessors of GB/T 22239 ask for, 8.1.4.1. [std] */
export const PASSWORD_RULES: Readonly<Record<PasswordProfile, PasswordRules>> = {
  asvs: { shortest: 12, longest: 128, kinds: 1, maxAgeDays: null, remembered: 1 },
  dengbao: { shortest: 10, longest: 64, kinds: 3, maxAgeDays: 90, remembered: 5 },
};

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];
/** Stems of the lists that guessers begin with, in any case. */
const COMMON = ['password', 'passw0rd', 'qwerty', 'asdfgh', 'zxcvbn', '1qaz2wsx', '123456', '654321', '111111', '000000', 'abc123', 'abcdef', 'admin', 'yanxing', 'letmein', 'welcome', 'iloveyou', 'woaini'];

/** @returns what is wrong with it, for the person who chooses it; empty if it will do */
export const passwordFaults = (password: string, account: string, profile: PasswordProfile): string[] => {
  const { shortest, longest, kinds } = PASSWORD_RULES[profile];
  const length = [...password].length;
  const plain = password.normalize('NFKC').toLowerCase();
  // What is left when the guessers' stems are taken out must still be worth something.
  const rest = COMMON.reduce((text, stem) => text.replaceAll(stem, ''), plain.replaceAll(account.toLowerCase(), ''));
  return [
    ...(length < shortest || length > longest ? [`应为${shortest}至${longest}个字符`] : []),
    ...(KINDS.filter((kind) => kind.test(password)).length < kinds ? [`应含大写字母、小写字母、数字、其他符号中的至少${kinds}种`] : []),
    ...(new Set(plain).size < 5 || rest.length < 6 ? ['过于常见或过于简单，也不要用账号名作口令'] : []),
  ];
};

/** Whether another must be set before anything else is done. */
export const isExpired = (changedAt: Date, now: Date, profile: PasswordProfile): boolean => {
  const { maxAgeDays } = PASSWORD_RULES[profile];
  return maxAgeDays !== null && now.getTime() - changedAt.getTime() > maxAgeDays * 86_400_000;
};

/** Read aloud or copied from a screen without mistake: no 0/O, 1/l/I. About 93 bits. */
export const oneTimePassword = (): string => {
  const letters = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  // 256 is no multiple of the alphabet's length: what lies above the last whole multiple is thrown away.
  const fair = 256 - (256 % letters.length);
  let text = '';
  while (text.length < 16) for (const byte of randomBytes(32)) if (byte < fair && text.length < 16) text += letters[byte % letters.length] ?? '';
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}-${text.slice(12)}`;
};
