/** A form from a page without JavaScript: small fields and at most one file, which is streamed on as it comes. */
import type { Readable } from 'node:stream';
import busboy from '@fastify/busboy';
import type { Request } from 'express';
import { MEASURE_LIMIT } from '../../domain/measures';
import { Problem } from '../problems';

/** A report may have a figure of each measure. */
const FIELDS = 12 + MEASURE_LIMIT;
const LIMITS = { fields: FIELDS, fieldNameSize: 40, fieldSize: 4_096, files: 1, parts: FIELDS + 2, headerPairs: 20, headerSize: 4_096 } as const;

export interface Form<T> { readonly fields: Readonly<Record<string, string>>; readonly file: T | null }

/**
 * @param onFile takes the whole file in; what it throws ends the reading
 * @throws Problem where it is no form, has too many parts or too large fields, or broke off
 */
export const readForm = async <T>(request: Request, onFile: (content: Readable, name: string) => Promise<T>): Promise<Form<T>> => {
  const type = request.get('Content-Type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw new Problem('badMediaType', { hint: '请用本页的表单提交' });
  const tooMuch = (): Problem => new Problem('contentTooLarge', { detail: '表单的项目过多或过长', headers: { Connection: 'close' } });
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  const files: Promise<T>[] = [];
  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown): void => {
      request.unpipe();
      reject(error instanceof Problem ? error : new Problem('malformedJson', { detail: '表单没有完整送达', hint: '请返回重新提交' }));
    };
    let parser: ReturnType<typeof busboy>;
    try {
      parser = busboy({ headers: { ...request.headers, 'content-type': type }, limits: LIMITS });
    } catch (error) {
      fail(error);
      return;
    }
    parser.on('field', (name: string, value: string, nameCut: boolean, valueCut: boolean) => {
      if (nameCut || valueCut) fail(tooMuch());
      // The first one counts: a second field of the same name is not of our making.
      else fields[name] ??= value.replaceAll('\r\n', '\n');
    });
    parser.on('file', (_field: string, content: Readable, name: string | undefined) => {
      content.on('error', () => undefined); // told through the parser
      if (name === undefined || name === '') {
        content.resume(); // a file field left empty
        return;
      }
      const file = onFile(content, name);
      files.push(file);
      file.catch(fail);
    });
    for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(event, () => fail(tooMuch()));
    parser.on('error', fail);
    parser.on('finish', () => resolve());
    request.on('error', fail);
    request.pipe(parser);
  });
  return { fields, file: (await files[0]) ?? null };
};
