/** Addresses as they go to nodemailer: objects and an explicit envelope, never a string it would have to parse. */
import { isAddrSpec } from '../../domain/organisation';

export interface MailAddress { readonly name: string; readonly address: string }

export { isAddrSpec };

/** @throws RangeError where it is not one strict ASCII addr-spec; callers have judged it before */
export const mailAddress = (name: string, address: string): MailAddress => {
  if (!isAddrSpec(address)) throw new RangeError('not one strict ASCII addr-spec');
  return { name: oneLine(name), address };
};

/** Header text in one line: nodemailer neutralises line breaks too, but the text should not depend on it. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
