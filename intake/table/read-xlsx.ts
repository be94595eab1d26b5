/** The first sheet of an .xlsx as text: what each cell shows, as far as the file itself says so. */
import { Archive } from '../docx/archive';
import { XmlReader, type Tag, type XmlHandler } from '../docx/xml-reader';
import type { IntakeLimits } from '../limits';
import { Refused } from '../refusal';
import type { TableRow } from './read-table';

const readPart = async (archive: Archive, name: string, handler: XmlHandler): Promise<void> => {
  if (!archive.has(name)) return;
  const reader = new XmlReader(handler);
  for await (const piece of archive.text(name)) reader.write(piece);
  reader.end();
};

/** Local name: the sheets' namespace has no usual prefix. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Column of a cell's place, from 0: `AB12` is 27. */
const columnOf = (place: string): number => {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(place)?.[0] ?? 'A') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

const sharedStrings = async (archive: Archive): Promise<string[]> => {
  const strings: string[] = [];
  let now: string | null = null;
  let inText = false;
  let phonetic = false;
  await readPart(archive, 'xl/sharedStrings.xml', {
    open(tag: Tag) {
      const name = local(tag.name);
      if (name === 'si') now = '';
      if (name === 'rPh') phonetic = true;
      if (name === 't') inText = true;
    },
    close(full) {
      const name = local(full);
      if (name === 'rPh') phonetic = false;
      if (name === 't') inText = false;
      if (name === 'si') {
        strings.push(now ?? '');
        now = null;
      }
    },
    text(value) {
      if (now !== null && inText && !phonetic) now += value;
    },
  });
  return strings;
};

/** Number formats that show a date: Excel's own, and those that a file adds. */
const DATE_FORMATS: ReadonlySet<number> = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const dateStyles = async (archive: Archive): Promise<Set<number>> => {
  const own = new Set<number>();
  const styles = new Set<number>();
  let inCells = false;
  let index = 0;
  await readPart(archive, 'xl/styles.xml', {
    open(tag: Tag) {
      const name = local(tag.name);
      if (name === 'numFmt' && /[ymd年月日]/i.test((tag.get('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]/g, ''))) own.add(Number(tag.get('numFmtId')));
      if (name === 'cellXfs') inCells = true;
      if (inCells && name === 'xf') {
        const format = Number(tag.get('numFmtId') ?? 0);
        if (DATE_FORMATS.has(format) || own.has(format)) styles.add(index);
        index += 1;
      }
    },
    close(full) {
      if (local(full) === 'cellXfs') inCells = false;
    },
    text() {},
  });
  return styles;
};

/** Days since 1899-12-30, the first of which Excel never had right; whole days only. */
const dayOf = (serial: number): string => new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);

/** @throws Refused where it is no workbook, or a bomb */
export const readXlsx = async (bytes: Buffer, limits: IntakeLimits, maxRows: number): Promise<TableRow[]> => {
  const archive = await Archive.open(bytes, limits);
  const sheet = archive.has('xl/worksheets/sheet1.xml') ? 'xl/worksheets/sheet1.xml' : [...archive.names()].filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).sort()[0];
  if (!archive.has('xl/workbook.xml') || sheet === undefined) throw new Refused('unsupported', '文件不是 Excel 工作簿（.xlsx）');
  const [strings, dates] = [await sharedStrings(archive), await dateStyles(archive)];
  const rows: TableRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let type = '';
  let style = -1;
  let value = '';
  let inValue = false;
  const shown = (): string => {
    if (type === 's') return strings[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? '是' : '否';
    if (type === '' || type === 'n') return value !== '' && dates.has(style) && Number(value) > 0 && Number(value) < 2_958_466 ? dayOf(Number(value)) : value;
    return value;
  };
  await readPart(archive, sheet, {
    open(tag: Tag) {
      const name = local(tag.name);
      if (name === 'row') {
        row = Number(tag.get('r') ?? row + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        const place = tag.get('r');
        column = place === undefined ? column + 1 : columnOf(place);
        type = tag.get('t') ?? '';
        style = Number(tag.get('s') ?? -1);
        value = '';
      } else if (name === 'v' || (name === 't' && type === 'inlineStr')) inValue = true;
    },
    close(full) {
      const name = local(full);
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'c' && column >= 0 && column < 200) {
        while (cells.length < column) cells.push('');
        cells[column] = shown();
      }
      if (name === 'row' && cells.some((cell) => cell.trim() !== '')) {
        if (rows.length > maxRows) throw new Refused('tooLarge', `表格超过${maxRows}行`);
        rows.push({ row, cells });
      }
    },
    text(part) {
      if (inValue) value += part;
    },
  });
  return rows;
};
