/**
 * The layout of an official document, GB/T 9704-2012: A4, type area 156 × 225 mm, 22 lines of 28 characters, body in size-3 仿宋.
 * Pure: words in, a .docx out. Fonts are named, not embedded; where 小标宋 or 仿宋_GB2312 is not installed, Word takes the nearest.
 */
import { AlignmentType, BorderStyle, Document, DocumentGridType, Footer, Packer, PageNumber, Paragraph, TextRun, type ISectionOptions } from 'docx';

/** 1 mm in twips (1/1440 inch). */
const MM = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * MM);
const PAGE = { width: mm(210), height: mm(297) };
/** 天头 37 mm, 订口 28 mm; what is left of A4 beside the type area. */
const MARGIN = { top: mm(37), left: mm(28), right: mm(210 - 28 - 156), bottom: mm(297 - 37 - 225), footer: mm(28) };
/** Half points: 2号 is 22 pt, 3号 16 pt, 4号 14 pt. */
const SIZE = { two: 44, three: 32, four: 28 } as const;
const BODY_PT = 16;
/** 225 mm in 22 lines. */
const LINE_PITCH = Math.floor(mm(225) / 22);
/** How much closer than its own width a character stands, in 1/4096 pt: 156 mm hold 28 of them. */
const CHAR_SPACE = Math.round(((156 / 25.4) * 72 / 28 - BODY_PT) * 4096);

const font = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name, cs: name });
export const FONTS = { body: font('仿宋_GB2312'), title: font('方正小标宋简体'), heading: font('黑体'), page: font('宋体') } as const;

const run = (text: string, size: number, face: ReturnType<typeof font>, more: { readonly color?: string } = {}): TextRun => new TextRun({ text, size, font: face, ...more });
/** Two characters of indent, as every paragraph of the body has. */
const INDENT = 2 * BODY_PT * 20;
const RED = 'FF0000';

export interface OfficialDocument {
  /** 发文机关标志, in red at the head. */
  readonly office: string;
  /** 发文字号, 督催〔2026〕12号. */
  readonly number: string;
  readonly title: string;
  /** 主送, as written before the colon. */
  readonly to: string;
  /** `heading`: in 黑体; else running text. */
  readonly paragraphs: readonly { readonly text: string; readonly heading?: boolean }[];
  /** 成文日期, 2026年3月2日. */
  readonly date: string;
  /** 抄送; empty where nobody is copied. */
  readonly copies: string;
  /** 印发, the last line of the 版记. */
  readonly issued: string;
}

const line = (edge: 'top' | 'bottom', size: number, color: string) => ({ border: { [edge]: { style: BorderStyle.SINGLE, size, color, space: 1 } } });
const small = (text: string, border: object): Paragraph => new Paragraph({ ...border, indent: { left: 14 * 20, right: 14 * 20 }, children: [run(text, SIZE.four, FONTS.body)] });

/** @returns the .docx */
export const officialDocument = async (document: OfficialDocument): Promise<Buffer> => {
  const { office, number, title, to, paragraphs, date, copies, issued } = document;
  const section: ISectionOptions = {
    properties: { page: { size: PAGE, margin: MARGIN }, grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: LINE_PITCH, charSpace: CHAR_SPACE } },
    footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: SIZE.four, font: FONTS.page })] })] }) },
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: mm(10), after: LINE_PITCH }, children: [run(office, 72, FONTS.title, { color: RED })] }),
      new Paragraph({ ...line('bottom', 12, RED), alignment: AlignmentType.CENTER, children: [run(number, SIZE.three, FONTS.body)] }),
      new Paragraph({ children: [] }),
      new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: LINE_PITCH }, children: [run(title, SIZE.two, FONTS.title)] }),
      new Paragraph({ children: [run(`${to}：`, SIZE.three, FONTS.body)] }),
      ...paragraphs.map(({ text, heading }) => new Paragraph({ indent: { firstLine: INDENT }, children: [run(text, SIZE.three, heading ? FONTS.heading : FONTS.body)] })),
      new Paragraph({ children: [] }),
      new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: 4 * BODY_PT * 20 }, children: [run(office, SIZE.three, FONTS.body)] }),
      new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: 4 * BODY_PT * 20 }, spacing: { after: LINE_PITCH }, children: [run(date, SIZE.three, FONTS.body)] }),
      ...(copies === '' ? [] : [small(`抄送：${copies}。`, line('top', 8, '000000'))]),
      small(issued, { border: { top: { style: BorderStyle.SINGLE, size: copies === '' ? 8 : 4, color: '000000', space: 1 }, bottom: { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 1 } } }),
    ],
  };
  return Packer.toBuffer(new Document({
    creator: office, title, description: number,
    styles: { default: { document: { run: { size: SIZE.three, font: FONTS.body }, paragraph: { spacing: { line: LINE_PITCH, lineRule: 'exact' } } } } },
    sections: [section],
  }));
};
