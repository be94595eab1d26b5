/** RFC 4180, with the separators that Excel and WPS write: comma, semicolon or tab, whichever the first line has more of. */
import { decodeText } from '../plain-text';
import type { TableRow } from './read-table';

export const readCsv = (bytes: Buffer, maxRows: number): TableRow[] => {
  const text = decodeText(bytes).raw.replace(/^\ufeff/, '');
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const counted = [',', ';', '\t'].map((separator) => [separator, firstLine.split(separator).length] as const);
  const [separator] = counted.reduce((best, one) => (one[1] > best[1] ? one : best));
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let began = 1;
  const endRow = (): void => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) rows.push({ row: began, cells });
    cells = [];
    cell = '';
    began = line;
  };
  for (let at = 0; at < text.length && rows.length <= maxRows; at += 1) {
    const char = text[at] ?? '';
    if (char === '\n') line += 1;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === separator) {
      cells.push(cell);
      cell = '';
    } else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
};
