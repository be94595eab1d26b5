/**
 * Signed links: who may answer one mail without an account. A token is `key id . claim . HMAC-SHA-256`, all base64url;
 * nothing is stored for it, so it cannot be lost, and a mail sent again carries the same one.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { keysForm, parseKeys, type Key, type Keys } from './keys';

/** What a link is bound to: one commitment, one step (the notice that asks), one post, one mailbox. */
export interface LinkClaim {
  readonly commitment: string;
  /** Occasion and period of the notice: with commitment and post they are its id. */
  readonly step: string;
  readonly period: string;
  readonly post: string;
  readonly unit: string;
  /** `addressHash` of the mailbox it was sent to. */
  readonly address: string;
  /** 0 in the mail; each use hands out one link more to the person who used it. */
  readonly round: number;
  /** Last second in which it is good, since 1970. */
  readonly expires: number;
}

/** The first one signs; the others are still taken, so that links in old mails live through a rotation. */
export type LinkKeys = Keys;

export const newLinkKeys = (): LinkKeys => [{ id: `k${randomBytes(3).toString('hex')}`, secret: randomBytes(32).toString('base64url') }];

/** The keys kept in the data folder, made at the first start. To rotate: put a new `id:secret` line on top, remove the old one when its links have expired. */
export const keptLinkKeys = (dataFolder: string): LinkKeys => {
  const file = join(dataFolder, 'link-keys.txt');
  mkdirSync(dataFolder, { recursive: true });
  try {
    writeFileSync(file, `${newLinkKeys().map(({ id, secret }) => `${id}:${secret}`).join('\n')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const keys = parseKeys(readFileSync(file, 'utf8').trim().split(/\s*\n\s*/).join(','));
  if (keys === null) throw new Error(`${file}：每行一个密钥，${keysForm('签名')}`);
  return keys;
};

/** 96 bits: enough that no second mailbox matches, and the address itself stands in no URL. */
export const addressHash = (address: string): string => createHash('sha256').update(address.toLowerCase(), 'utf8').digest().subarray(0, 12).toString('base64url');

/** Kept short: it stands in a URL in a mail. The order is part of the form. */
const claimSchema = z.tuple([z.literal(1), z.string(), z.string(), z.string(), z.string(), z.string(), z.string(), z.int().min(0), z.int().min(0)]);

const mac = (key: Key, payload: string): Buffer => createHmac('sha256', key.secret).update(`${key.id}.${payload}`, 'utf8').digest();

export const signLink = (keys: LinkKeys, claim: LinkClaim): string => {
  const [key] = keys;
  const { commitment, step, period, post, unit, address, round, expires } = claim;
  const payload = Buffer.from(JSON.stringify([1, commitment, step, period, post, unit, address, round, expires]), 'utf8').toString('base64url');
  return `${key.id}.${payload}.${mac(key, payload).toString('base64url')}`;
};

/** @returns the claim of a token that one of the keys signed, expired or not; null for everything else */
export const readLink = (keys: LinkKeys, token: string): LinkClaim | null => {
  const [id, payload, signature, ...rest] = token.split('.');
  const key = keys.find((one) => one.id === id);
  if (!key || payload === undefined || signature === undefined || rest.length > 0 || token.length > 2_000) return null;
  const expected = mac(key, payload);
  const given = Buffer.from(signature, 'base64url');
  // The text too: base64url has spellings that decode alike, and a token must have one only.
  if (given.length !== expected.length || !timingSafeEqual(given, expected) || signature !== expected.toString('base64url')) return null;
  const parsed = claimSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  if (!parsed.success) return null;
  const [, commitment, step, period, post, unit, address, round, expires] = parsed.data;
  return { commitment, step, period, post, unit, address, round, expires };
};
