/** 督办文书 (交办单, 催办单, 督办通知单, 三色督办单 …) as an official document. */
import type { CivilDate } from '../domain/time';
import { officialDocument, type OfficialDocument } from './official';

/** What a slip says, fixed when it first goes out: every recipient and every later download reads the same. */
export interface SlipContent {
  readonly office: string;
  readonly number: string;
  /** 催办单 */
  readonly document: string;
  /** The matter and its own number, 督〔2026〕12号. */
  readonly matter: string;
  readonly matterNumber: string | null;
  readonly to: readonly string[];
  readonly copies: readonly string[];
  readonly opening: string;
  readonly facts: readonly (readonly [label: string, text: string])[];
  readonly asks: readonly string[];
  readonly next: readonly string[];
  readonly date: CivilDate;
}

/** 2026年3月2日 */
export const officialDate = (date: CivilDate): string => `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

const ORDINALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const stop = (text: string): string => (/[。？；：]$/.test(text) ? text : `${text}。`);

export const slipDocument = (slip: SlipContent): OfficialDocument => {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['办理事项', [`${slip.matter}${slip.matterNumber === null ? '' : `（${slip.matterNumber}）`}。`, ...slip.facts.map(([label, text]) => stop(`${label}：${text}`))]],
    ['办理要求', slip.asks.map(stop)], ['后续安排', slip.next.map(stop)],
  ];
  return {
    office: slip.office, number: slip.number, title: slip.document, to: slip.to.join('、'), copies: slip.copies.join('、'), date: officialDate(slip.date), issued: `${slip.office}　${officialDate(slip.date)}印发`,
    paragraphs: [
      { text: stop(slip.opening) },
      ...parts.filter(([, texts]) => texts.length > 0).flatMap(([heading, texts], index) => [{ text: `${ORDINALS[index] ?? ''}、${heading}`, heading: true }, ...texts.map((text) => ({ text }))]),
      { text: '请勿在回复或填报中涉及国家秘密、工作秘密。' },
    ],
  };
};

export const slipFile = (slip: SlipContent): Promise<Buffer> => officialDocument(slipDocument(slip));
/** 催办单 督催〔2026〕12号.docx */
export const slipFileName = (slip: Pick<SlipContent, 'document' | 'number'>): string => `${slip.document} ${slip.number}.docx`;
