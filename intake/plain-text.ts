import { TextDecoder } from 'node:util';
import { DAMAGE_SHARE } from './clean-text';
import { Refused, ACCEPTED } from './refusal';

export type TextEncodingName = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';

export interface DecodedText {
  readonly raw: string;
  readonly encoding: TextEncodingName;
  readonly notes: readonly string[];
}

/** Below this share of everyday characters, bytes that happen to be valid GB18030 are something else. */
const GB_CERTAIN = 0.6;
const GB_POSSIBLE = 0.3;

/** Bytes of a text file to characters: byte order mark first, then UTF-8 against GB18030 by plausibility. */
export function decodeText(bytes: Buffer): DecodedText {
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  if (bytes.includes(0)) {
    throw new Refused('notText', `文件含有空字符，不是文本文件。如为不带 BOM 的 UTF-16 文本，请另存为 UTF-8 后重新提交。${ACCEPTED}`);
  }
  const utf8 = strictly(bytes, 'utf-8');
  const everyday = everydayShare(bytes);
  if (utf8 !== null) {
    if (readsAsForeignLetters(utf8) && everyday === 1) {
      const gb = strictly(bytes, 'gb18030');
      if (gb !== null) return { raw: gb, encoding: 'GB18030', notes: [] };
    }
    return { raw: utf8, encoding: 'UTF-8', notes: [] };
  }
  const brokenUtf8 = undecodable(bytes, 'utf-8');
  const gb = strictly(bytes, 'gb18030');
  if (gb !== null && (everyday >= GB_CERTAIN || (everyday >= GB_POSSIBLE && brokenUtf8.share > 0.05))) {
    return { raw: gb, encoding: 'GB18030', notes: [] };
  }
  return damaged(bytes, brokenUtf8, everyday);
}

interface Attempt {
  readonly raw: string;
  readonly holes: number;
  readonly share: number;
}

/** A few unreadable bytes in an otherwise sound text are shown as such; more of them are no text. */
function damaged(bytes: Buffer, utf8: Attempt, everyday: number): DecodedText {
  const gb = undecodable(bytes, 'gb18030');
  const gbWins = everyday >= GB_CERTAIN && gb.share < utf8.share;
  const best = gbWins ? gb : utf8;
  if (best.share > DAMAGE_SHARE) {
    throw new Refused('notText', `文件内容无法按 UTF-8 或 GB18030 识别，不是文本文件或已损坏。${ACCEPTED}`);
  }
  return {
    raw: best.raw,
    encoding: gbWins ? 'GB18030' : 'UTF-8',
    notes: [`有 ${best.holes} 处字节无法识别，已以“\ufffd”标出，请对照原件核实`],
  };
}

function byMark(bytes: Buffer): DecodedText | null {
  const marks = [
    { mark: [0xef, 0xbb, 0xbf], label: 'utf-8', encoding: 'UTF-8' },
    { mark: [0xff, 0xfe], label: 'utf-16le', encoding: 'UTF-16LE' },
    { mark: [0xfe, 0xff], label: 'utf-16be', encoding: 'UTF-16BE' },
  ] as const;
  for (const { mark, label, encoding } of marks) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue;
    const raw = strictly(bytes, label);
    if (raw !== null) return { raw, encoding, notes: [] };
    const attempt = undecodable(bytes, label);
    if (attempt.share > DAMAGE_SHARE) {
      throw new Refused('notText', `文件标明为 ${encoding} 编码，但内容无法按该编码识别。${ACCEPTED}`);
    }
    return { raw: attempt.raw, encoding, notes: [`有 ${attempt.holes} 处字节无法识别，已以“\ufffd”标出，请对照原件核实`] };
  }
  return null;
}

function strictly(bytes: Buffer, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function undecodable(bytes: Buffer, label: string): Attempt {
  const raw = new TextDecoder(label).decode(bytes);
  let holes = 0;
  for (let at = raw.indexOf('\ufffd'); at >= 0; at = raw.indexOf('\ufffd', at + 1)) holes += 1;
  return { raw, holes, share: raw.length === 0 ? 0 : holes / raw.length };
}

/** Two-byte UTF-8 only: a few short GB18030 words read as Greek, Cyrillic or Arabic letters that way. */
function readsAsForeignLetters(text: string): boolean {
  let foreign = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code > 0x7ff) return false;
    if (code >= 0x80) foreign += 1;
  }
  return foreign > 0;
}

/**
 * Share of the two-byte characters, read as GB18030, that lie in the rows of everyday use:
 * punctuation and full-width forms (A1, A3) and the 3,755 common characters (B0 to D7).
 */
function everydayShare(bytes: Buffer): number {
  let all = 0;
  let everyday = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    all += 1;
    if (trail >= 0xa1 && (lead === 0xa1 || lead === 0xa3 || (lead >= 0xb0 && lead <= 0xd7))) everyday += 1;
    at += trail >= 0x30 && trail <= 0x39 ? 3 : 1;
  }
  return all === 0 ? 0 : everyday / all;
}
