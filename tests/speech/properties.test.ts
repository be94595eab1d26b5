import fc from 'fast-check';
import { reassemble } from '../../speech/analyse';
import { gist, read } from './support';

const PIECES = [
  '一、提高认识', '（二）抓好落实', '1.加强组织领导。', '我局将于9月底前建成电子档案库，', '力争全年引进项目30个；', '去年新建公园8个，已全部开放。', '要加强巡查，', '由市水务局牵头、市财政局配合，',
  '每季度通报一次。', '“一网通办”平台', '《管理办法》', '（责任单位：市档案局）', '压减5%，', '投资*亿元。', '各县（市、区）要', '制定方案！', '怎么办？', '12:30前', '1,200人', '，', '。', '“', '（', '》', '*', '要', '的', '年', 'ABC x1',
];
const BREAKS = ['\n', '\r\n', '\n\n', '\u3000\u3000', ' ', ''];
const texts = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom(...BREAKS)), { maxLength: 40 }).map((parts) => parts.flat().join(''));

const fullWidth = (text: string): string => text.replace(/[0-9A-Za-z%*]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
const halfWidth = (text: string): string => text.replace(/，/g, ',').replace(/；/g, ';').replace(/：/g, ':').replace(/！/g, '!').replace(/？/g, '?').replace(/（/g, '(').replace(/）/g, ')');

describe('a reading of any text', () => {
  it('gives back the text from its sentences and what stands between them', () => {
    fc.assert(fc.property(texts, (text) => {
      const { sentences } = read(text);
      expect(reassemble(text, sentences)).toBe(text);
      let at = 0;
      for (const s of sentences) {
        expect(s.start).toBeGreaterThanOrEqual(at);
        expect(s.end).toBeGreaterThan(s.start);
        expect(s.text).toBe(text.slice(s.start, s.end));
        expect(text.slice(at, s.start)).toMatch(/^[\s\u3000\d—–-]*$/);
        at = s.end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
    }), { numRuns: 300 });
  });

  it('keeps every span inside its sentence, and drafts apart from each other', () => {
    fc.assert(fc.property(texts, (text) => {
      const { sentences, drafts, coverage } = read(text);
      const byId = new Map(sentences.map((s) => [s.id, s]));
      let end = -1;
      for (const d of drafts) {
        const s = byId.get(d.sentenceId)!;
        expect(d.start).toBeGreaterThanOrEqual(Math.max(s.start, end));
        expect(d.end).toBeLessThanOrEqual(s.end);
        expect(d.end).toBeGreaterThan(d.start);
        expect(d.quote).toBe(text.slice(d.start, d.end));
        expect(d.title.length).toBeGreaterThan(0);
        expect(d.title.length).toBeLessThanOrEqual(40);
        for (const mask of d.masked) expect(text.slice(mask.start, mask.end)).toMatch(/^[*＊]+$/);
        end = d.end;
      }
      expect(coverage.tracked + coverage.untracked).toBe(coverage.sentences);
      expect(sentences.every((s) => s.draftIds.length > 0 || s.reason !== '')).toBe(true);
    }), { numRuns: 300 });
  });

  it('is the same every time', () => {
    fc.assert(fc.property(texts, (text) => expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)))), { numRuns: 60 });
  });

  it('does not depend on line ends, byte order mark or widths', () => {
    fc.assert(fc.property(texts, (text) => {
      const unix = text.replace(/\r\n/g, '\n');
      const plain = gist(read(unix));
      expect(gist(read(unix.replace(/\n/g, '\r\n')))).toEqual(plain);
      expect(gist(read(`\ufeff${unix}`))).toEqual(plain);
      expect(gist(read(fullWidth(unix)))).toEqual(plain);
    }), { numRuns: 200 });
  });

  it('reads half-width punctuation as full-width', () => {
    const text = '一、工作打算\n我局将于9月底前建成档案库（含库房3间），制定管理办法；每季度通报一次。';
    expect(gist(read(halfWidth(text)))).toEqual(gist(read(text)));
  });

  it('mends lines broken in mid-sentence, and skips page numbers', () => {
    const text = '我局将于9月底前建成覆盖全市各县区的电子档案库，配齐库房设备，并制定全市统一的档案数字化管理办法，每季度向市政府报告一次进展情况，年底前实现市县两级数据互通。';
    const wrapped = (text.match(/.{1,24}/g) ?? []).join('\n');
    expect(read(wrapped).drafts.map((d) => d.title)).toEqual(read(text).drafts.map((d) => d.title));
    const paged = `${text.slice(0, 24)}\n— 3 —\n${text.slice(24)}`;
    expect(read(paged).drafts.map((d) => d.title)).toEqual(read(text).drafts.map((d) => d.title));
    expect(read(`${text}\n第3页\n${text}`).sentences).toHaveLength(2);
  });
});
