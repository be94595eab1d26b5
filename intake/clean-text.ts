import { Refused, ACCEPTED } from './refusal';

/** At most this share of control characters or undecodable bytes is a damaged text; above it is no text. */
export const DAMAGE_SHARE = 0.005;

const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// Written out: C0 without tab and line feed, DEL, C1.
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

export interface CleanText {
  readonly text: string;
  readonly notes: readonly string[];
}

/** One kind of line end, no control characters, nothing invisible that would make the shown text differ from the kept one. */
export function cleanText(raw: string): CleanText {
  const notes: string[] = [];
  if (raw.includes('\u0000')) {
    throw new Refused('notText', `文件含有空字符，不是文本文件。如为不带 BOM 的 UTF-16 文本，请另存为 UTF-8 后重新提交。${ACCEPTED}`);
  }
  const lines = raw.replace(LINE_ENDS, '\n').replace(/\u001a+$/, '');
  const controls = count(lines, CONTROLS);
  if (controls > lines.length * DAMAGE_SHARE) {
    throw new Refused('notText', `文件含有大量控制字符（${controls} 个），不是文本文件。${ACCEPTED}`);
  }
  let text = lines;
  if (controls > 0) {
    text = text.replace(CONTROLS, '');
    notes.push(`已去除 ${controls} 个控制字符`);
  }
  const invisible = count(text, INVISIBLE);
  if (invisible > 0) {
    text = text.replace(INVISIBLE, '');
    notes.push(`已去除 ${invisible} 个不可见字符（零宽字符或文字方向控制符）`);
  }
  return { text, notes };
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const match of text.matchAll(pattern)) found += match[0].length;
  return found;
}
