/** What can be told from an evidence file's content: its text's signature, when it was last changed, and a secrecy mark. */
import { Archive } from './docx/archive';
import { readDocx } from './docx/read-docx';
import type { EvidenceKind } from './evidence-kind';
import { signatureOf } from './likeness';
import { DEFAULT_LIMITS } from './limits';
import { decodeText } from './plain-text';
import { Refused } from './refusal';
import { findSecrecyMark } from './secrecy-mark';

export interface EvidenceContent {
  /** False where there should be a text but none could be read: damaged, too large, or pages of pictures. */
  readonly read: boolean;
  readonly signature: readonly number[] | null;
  /** Civil date on which the file says it was last changed, or a picture taken; null where it says nothing. */
  readonly madeOn: string | null;
}
export interface PdfText { readonly text: string; readonly changed: string | null }

export const TEXT_KINDS: readonly EvidenceKind[] = ['pdf', 'docx', 'text'];
const OFFICE_XML: readonly EvidenceKind[] = ['docx', 'xlsx', 'pptx'];

/** A year that a camera or computer without a clock makes up is no date. */
const plausible = (year: number): boolean => year >= 1990 && year <= 2100;
const civil = (year: string | undefined, month: string | undefined, day: string | undefined): string | null =>
  (year !== undefined && month !== undefined && day !== undefined && plausible(Number(year)) && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 ? `${year}-${month}-${day}` : null);

/** Of an instant written with Z or an offset: the day in the office (+08:00). */
const officeDay = (instant: string): string | null => {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return null;
  const [year, month, day] = new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10).split('-');
  return civil(year, month, day);
};

const changedInOffice = async (bytes: Buffer): Promise<string | null> => {
  const archive = await Archive.open(bytes, DEFAULT_LIMITS);
  if (!archive.has('docProps/core.xml')) return null;
  let xml = '';
  for await (const piece of archive.text('docProps/core.xml')) xml += piece;
  const stamp = /<dcterms:modified[^>]*>([^<]{1,40})</.exec(xml)?.[1] ?? /<dcterms:created[^>]*>([^<]{1,40})</.exec(xml)?.[1];
  return stamp === undefined ? null : officeDay(stamp);
};

/** `D:20260105103000+08'00'` (ISO 32000, 7.9.4); without an offset the day as written. */
export const pdfDay = (stamp: string | null): string | null => {
  const found = stamp === null ? null : /^D?:?(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?(?:(Z)|([+-]\d{2})'?(\d{2})?)?/.exec(stamp);
  if (!found) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', zulu, hours, minutes = '00'] = found;
  const offset = zulu === 'Z' ? 'Z' : hours === undefined ? null : `${hours}:${minutes}`;
  return offset === null ? civil(year, month, day) : officeDay(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
};

/** The latest stamp in the Exif segment (`2026:01:05 10:30:00`): a camera writes the shot, a program its change. */
export const exifDay = (head: Buffer): string | null => {
  const at = head.indexOf('Exif\0\0', 0, 'latin1');
  if (at < 0) return null;
  const stamps = [...head.subarray(at).toString('latin1').matchAll(/(\d{4}):(\d{2}):(\d{2}) \d{2}:\d{2}:\d{2}\0/g)].map(([, year, month, day]) => civil(year, month, day));
  return stamps.filter((day) => day !== null).sort().at(-1) ?? null;
};

const judged = (text: string, furniture: readonly string[], name: string): readonly number[] | null => {
  const mark = findSecrecyMark(text, furniture, name);
  if (mark !== null) {
    throw new Refused('secrecyMark', `文件带有密级或内部标志“${mark.mark}”。本系统不处理国家秘密、工作秘密和内部文件，文件未予保存。请只提交可以公开、不带密级或内部标志的佐证。`);
  }
  return signatureOf(text);
};

/**
 * @param readPdf reads a PDF's text apart from this process's work; null where it could not
 * @throws Refused for a secrecy mark in name or text; a text that cannot be read is no reason to refuse
 */
export const readContent = async (kind: EvidenceKind, bytes: Buffer, name: string, readPdf: (bytes: Buffer) => Promise<PdfText | null>): Promise<EvidenceContent> => {
  try {
    const madeOn = OFFICE_XML.includes(kind) ? await changedInOffice(bytes) : kind === 'jpeg' ? exifDay(bytes) : null;
    switch (kind) {
      case 'docx': {
        const { raw, furniture } = await readDocx(bytes, DEFAULT_LIMITS);
        return { read: true, signature: judged(raw, furniture, name), madeOn };
      }
      case 'text':
        return { read: true, signature: judged(decodeText(bytes).raw, [], name), madeOn };
      case 'pdf': {
        const found = await readPdf(bytes);
        if (found === null) return { read: false, signature: judged('', [], name), madeOn: null };
        return { read: found.text.trim() !== '', signature: judged(found.text, [], name), madeOn: pdfDay(found.changed) };
      }
      default:
        return { read: true, signature: judged('', [], name), madeOn };
    }
  } catch (error) {
    if (!(error instanceof Refused) || error.code === 'secrecyMark' || error.code === 'zipBomb') throw error;
    return { read: false, signature: null, madeOn: null };
  }
};
