/** Where a list goes on: the last place shown, opaque to the caller. */
import { z } from 'zod';
import { invalidInput } from './problems';

export const cursorSchema = z.string().max(400).optional();

export const cursorOf = (place: Readonly<Record<string, string>>): string => Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');

/** @throws Problem where it is none of ours */
export const placeIn = <S extends z.ZodType>(schema: S, cursor: string | undefined, path = 'query.cursor'): z.output<S> | null => {
  if (cursor === undefined) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw invalidInput([{ path, message: '不是有效的翻页位置', accepted: '上一页返回的 next，原样传回' }]);
  }
};
