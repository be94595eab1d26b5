/** Tables for Excel: one sheet as XLSX, or CSV. No value a person typed may run as a formula when the file is opened. */
import { strToU8, zipSync } from 'fflate';

/** `date`: a civil date, a real one for Excel, so that it sorts and filters by month. */
export type Cell = string | number | { readonly date: string } | null;
export interface Column { readonly title: string; /** In characters. */ readonly width: number }

/** What Excel, WPS or an importer takes for the start of a formula or a command; the full-width ones are folded by some input methods (OWASP ASVS 5, 1.2.10). */
const DANGEROUS = /^[\s\u0000]*[=+\-@\t\u0000＝＋－＠]/;

/** A leading apostrophe makes it text wherever it is opened; in a typed cell it shows, which is the price of being safe after "save as CSV". */
export const harmless = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** XML 1.0 knows no other control characters, and Excel refuses the whole file over one. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const xml = (text: string): string => text.replace(NOT_XML, '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const letters = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : `${letters(Math.floor(index / 26) - 1)}${letters(index % 26)}`);

/** Excel's day nought, as it counts after February 1900. */
const EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** 2026年3月31日 */
export const dateWords = (date: string): string => `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;

const cell = (value: Cell, row: number, column: number, head: boolean): string => {
  const place = `r="${letters(column)}${row}"${head ? ' s="1"' : ''}`;
  if (value === null) return '';
  if (typeof value === 'object') return `<c r="${letters(column)}${row}" s="2"><v>${Math.round((Date.parse(value.date) - EPOCH_MS) / DAY_MS)}</v></c>`;
  return typeof value === 'number' ? `<c ${place}><v>${value}</v></c>` : `<c ${place} t="inlineStr"><is><t xml:space="preserve">${xml(harmless(value))}</t></is></c>`;
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The first row stays in sight and filters. @param name of the sheet, at most 31 characters */
export const xlsx = (name: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Buffer => {
  const all = [columns.map(({ title }) => title), ...rows];
  const range = `A1:${letters(columns.length - 1)}${all.length}`;
  const sheet = [
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`,
    ...all.map((row, index) => `<row r="${index + 1}">${row.map((value, column) => cell(value, index + 1, column, index === 0)).join('')}</row>`),
    `</sheetData><autoFilter ref="${range}"/></worksheet>`,
  ].join('');
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${xml(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf fontId="0" xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), { level: 6 }));
};

const csvCell = (value: Cell): string => {
  const text = value === null ? '' : typeof value === 'number' ? String(value) : typeof value === 'object' ? dateWords(value.date) : harmless(value).replaceAll('\u0000', '');
  return `"${text.replaceAll('"', '""')}"`;
};

/** With a byte order mark, without which Excel reads Chinese in the machine's code page. */
export const csv = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): Buffer =>
  Buffer.from(`\ufeff${[columns.map(({ title }) => title), ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`, 'utf8');
