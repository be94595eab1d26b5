/** The layout of GB/T 9704 as the file itself says it: margins, type area, 22 lines of 28 characters, fonts by name. */
import { strFromU8, unzipSync } from 'fflate';
import { slipFile, type SlipContent } from '../../documents/slip';

const slip: SlipContent = {
  office: '云岭市政府督查室', number: '督催〔2026〕3号', document: '催办单', matter: '制定数据共享管理办法', matterNumber: '督〔2026〕1号', to: ['市数据局'], copies: ['分管领导'],
  opening: '办结期限为3月31日，逾期1个工作日，尚未办结，现予催办', facts: [['承办单位', '市数据局（牵头）']], asks: ['请尽快办结'], next: [], date: '2026-04-01',
};
const TWIPS_A_MM = 1440 / 25.4;
const number = (xml: string, tag: string, attribute: string): number => Number(new RegExp(`<w:${tag}\\b[^>]*\\bw:${attribute}="(-?\\d+)"`).exec(xml)?.[1]);
const millimetres = (twips: number): number => Math.round(twips / TWIPS_A_MM * 10) / 10;

test('a slip is laid out as an official document', async () => {
  const files = unzipSync(await slipFile(slip));
  const xml = strFromU8(files['word/document.xml']!);
  expect(['w', 'h'].map((side) => millimetres(number(xml, 'pgSz', side)))).toEqual([210, 297]);
  expect(['top', 'left', 'right', 'bottom'].map((side) => millimetres(number(xml, 'pgMar', side)))).toEqual([37, 28, 26, 35]);
  expect(/<w:docGrid\b[^>]*w:type="linesAndChars"/.test(xml)).toBe(true);
  // 22 lines fill 225 mm and a 23rd has no room; a character of 16 pt with its space is a 28th of 156 mm.
  const pitch = number(xml, 'docGrid', 'linePitch');
  expect([Math.floor(225 * TWIPS_A_MM / pitch), Math.floor(156 * TWIPS_A_MM / 20 / (16 + number(xml, 'docGrid', 'charSpace') / 4096) + 0.001)]).toEqual([22, 28]);
  for (const face of ['仿宋_GB2312', '方正小标宋简体', '黑体']) expect(xml).toContain(`w:eastAsia="${face}"`);
  const words = xml.split('</w:p>').map((paragraph) => [...paragraph.matchAll(/<w:t\b[^>]*>([^<]*)/g)].map(([, text]) => text).join('')).filter((text) => text !== '');
  expect(words).toEqual([
    '云岭市政府督查室', '督催〔2026〕3号', '催办单', '市数据局：', '办结期限为3月31日，逾期1个工作日，尚未办结，现予催办。', '一、办理事项', '制定数据共享管理办法（督〔2026〕1号）。', '承办单位：市数据局（牵头）。',
    '二、办理要求', '请尽快办结。', '请勿在回复或填报中涉及国家秘密、工作秘密。', '云岭市政府督查室', '2026年4月1日', '抄送：分管领导。', '云岭市政府督查室　2026年4月1日印发',
  ]);
  expect(strFromU8(files['word/footer1.xml']!)).toContain('— ');
});
