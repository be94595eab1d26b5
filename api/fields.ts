/** Fields that several routes take. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { civilDateSchema, type Actor } from '../domain/state';
import { civilDateOf, instantAt, isCivilDate, msOf, toInstant, type Instant } from '../domain/time';
import { invalidInput } from './problems';

/** Ids stand in URLs, workflow ids and file names. */
export const idSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@~-]{0,99}$/, '1至100个字母、数字或 . _ @ ~ -，以字母或数字开头');
export const commitmentParams = z.strictObject({ id: idSchema });

/** In the schema of a parameter that is a comma list: what may stand in it. */
export const COMMA_LIST = 'x-comma-list';

/** A comma list without repeats, each of `values`; the contract says them as an array in one parameter. */
export const commaList = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.string().transform((text) => [...new Set(text.split(','))]).pipe(z.array(z.enum(values))).meta({ [COMMA_LIST]: values });

export const limitSchema = z.string().regex(/^[1-9]\d{0,3}$/, '应为整数').transform(Number).pipe(z.number().min(1).max(200, '应为1至200的整数')).default(50);

/** One key always means one commitment, so a retry after a crash finds what it had begun. */
export const commitmentIdOf = (actor: Actor, key: string): string =>
  `c${createHash('sha256').update(JSON.stringify([actor.person, key]), 'utf8').digest('hex').slice(0, 16)}`;

export const asOfSchema = z.union([
  civilDateSchema,
  z.iso.datetime({ offset: true }),
], { error: '应为日期 2026-03-02，或时刻 2026-03-02T08:30:00.000+08:00' }).optional();

export interface AsOf {
  readonly at: Instant;
  /** Read from what was written down then, not from the present state. */
  readonly past: boolean;
}

const LAST_MS_OF_DAY = 59_999;

/**
 * A civil date means the end of that day in the office; today means now.
 * @throws Problem where it lies ahead: what will be is told by `upcoming`, not by a figure
 */
export const resolveAsOf = (given: string | undefined, now: Instant): AsOf => {
  if (given === undefined) return { at: now, past: false };
  if (isCivilDate(given)) {
    if (given === civilDateOf(now)) return { at: now, past: false };
    if (given < civilDateOf(now)) return { at: toInstant(msOf(instantAt(given, '23:59')) + LAST_MS_OF_DAY), past: true };
  } else {
    const at = toInstant(msOf(given));
    if (at <= now) return { at, past: at < now };
  }
  throw invalidInput([{ path: 'query.asOf', message: '晚于现在', accepted: `不晚于${now}` }]);
};
