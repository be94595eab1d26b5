import { createSlipFiles } from '../../activities/mail/slip-files';
import type { SlipContent } from '../../documents/slip';

const content = { number: '督催〔2026〕1号' } as SlipContent;

test('a slip\'s document is made once for all who get it', async () => {
  let made = 0;
  const fileOf = createSlipFiles(async () => Buffer.from(String(made += 1)));
  expect(await Promise.all([fileOf('a', content), fileOf('a', content), fileOf('b', content)])).toEqual([Buffer.from('1'), Buffer.from('1'), Buffer.from('2')]);
});

test('a document that could not be made is made at the next try', async () => {
  let tries = 0;
  const fileOf = createSlipFiles(async () => {
    tries += 1;
    if (tries === 1) throw new Error('no memory');
    return Buffer.from('made');
  });
  await expect(fileOf('a', content)).rejects.toThrow('no memory');
  expect(await fileOf('a', content)).toEqual(Buffer.from('made'));
});

test('no more than a hundred are kept', async () => {
  let made = 0;
  const fileOf = createSlipFiles(async () => Buffer.from(String(made += 1)));
  for (let index = 0; index <= 100; index += 1) await fileOf(`s${index}`, content);
  await fileOf('s100', content);
  expect(made).toBe(101);
  await fileOf('s0', content);
  expect(made).toBe(102);
});
