/** A table that somebody filled in, as .xlsx or .csv: rows of text under the headings that they name. */
import { DEFAULT_LIMITS } from '../limits';
import { Refused } from '../refusal';
import { readCsv } from './read-csv';
import { readXlsx } from './read-xlsx';

export interface TableRow {
  /** As the program shows it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}
export interface Table {
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, string>> }[];
  readonly unknown: readonly string[];
  readonly missing: readonly string[];
}

export const TABLE_ROWS = 20_000;
const plain = (text: string): string => text.normalize('NFC').replace(/[\p{Cc}\p{Cf}\u00a0]/gu, ' ').trim();
/** The apostrophe that our own export puts before what might run as a formula. */
const unguarded = (text: string): string => text.replace(/^'(?=[\s]*[=+\-@＝＋－＠])/, '');
const asHeading = (text: string): string => plain(text).replace(/[\s*（(].*$/, '');

/** @param headings that may stand in the first row, in any order @throws Refused where the file is no table */
export const readTable = async (bytes: Buffer, headings: readonly string[], needed: readonly string[]): Promise<Table> => {
  const all = bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04' ? await readXlsx(bytes, DEFAULT_LIMITS, TABLE_ROWS) : readCsv(bytes, TABLE_ROWS);
  const [head, ...rest] = all;
  if (!head) throw new Refused('empty', '表格是空的');
  if (rest.length > TABLE_ROWS) throw new Refused('tooLarge', `表格超过${TABLE_ROWS}行`);
  const found = head.cells.map(asHeading);
  const rows = rest.map(({ row, cells }) => ({
    row, cells: Object.fromEntries(found.flatMap((heading, index): [string, string][] => (headings.includes(heading) ? [[heading, unguarded(plain(cells[index] ?? ''))]] : []))),
  }));
  return {
    rows, unknown: found.filter((heading) => heading !== '' && !headings.includes(heading)), missing: needed.filter((heading) => !found.includes(heading)),
  };
};
