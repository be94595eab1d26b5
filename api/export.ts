/** The 台账 as a file: the same filter, order and columns as on the page. */
import { z } from 'zod';
import { civilDateOf } from '../domain/time';
import type { Stores } from '../stores';
import { asOfSchema, commaList, type AsOf } from './fields';
import { countCommitments, filterFields, itemsOf, pageOf, SORTS } from './listing';
import type { Reach } from './access';
import { Problem } from './problems';
import { csv, dateWords, xlsx, type Cell, type Column } from './spreadsheet';
import type { UnitNames } from './views';

type Item = Awaited<ReturnType<typeof itemsOf>>[number];

const spoken = (text: string): string => text.replace(/\d{4}-\d\d-\d\d/g, dateWords);
const KINDS: Readonly<Record<Item['kind'], string>> = { deliverable: '交付', target: '指标', recurring: '周期', standing: '持续' };
const COLUMNS = {
  number: [{ title: '文号', width: 18 }, (item) => item.number],
  light: [{ title: '灯', width: 8 }, (item) => item.light.name],
  reasons: [{ title: '原因', width: 40 }, (item) => spoken(item.light.reasons.join('；'))],
  title: [{ title: '事项', width: 44 }, (item) => item.title],
  kind: [{ title: '类别', width: 8 }, (item) => KINDS[item.kind]],
  lead: [{ title: '牵头单位', width: 22 }, (item) => item.lead.name],
  status: [{ title: '状态', width: 10 }, (item) => item.statusName],
  due: [{ title: '期限', width: 16 }, (item) => ({ date: item.due })],
  distance: [{ title: '工作日', width: 16 }, (item) => item.distance],
  originalDue: [{ title: '原定期限', width: 16 }, (item) => ({ date: item.originalDue })],
  progress: [{ title: '进度（%）', width: 10 }, (item) => item.progress.actual],
  planned: [{ title: '序时（%）', width: 10 }, (item) => (item.progress.planned === null ? null : Math.round(item.progress.planned * 10) / 10)],
  level: [{ title: '层级', width: 8 }, (item) => item.level],
  word: [{ title: '最近一句', width: 44 }, (item) => item.lastWord?.text ?? null],
  source: [{ title: '来源', width: 24 }, (item) => item.source?.title ?? null],
  section: [{ title: '章节', width: 24 }, (item) => item.source?.section ?? null],
} as const satisfies Readonly<Record<string, readonly [Column, (item: Item) => Cell]>>;
export const COLUMN_NAMES = Object.keys(COLUMNS) as [keyof typeof COLUMNS, ...(keyof typeof COLUMNS)[]];

export const exportQuery = z.strictObject({ ...filterFields, asOf: asOfSchema, sort: z.enum(SORTS).default('due'), columns: commaList(COLUMN_NAMES).optional() });
export type ExportQuery = z.infer<typeof exportQuery>;

const PAGE = 200;
/** A file that Excel still opens at ease, written in well under a second. */
export const EXPORT_LIMIT = 20_000;

export interface ExportFile { readonly name: string; readonly type: string; readonly bytes: Buffer; readonly rows: number }

/** @throws Problem where there are more rows than fit */
export const exportFile = async (stores: Stores, { columns: wanted, ...query }: ExportQuery, asOf: AsOf, names: UnitNames, form: 'xlsx' | 'csv', reach: Reach | null): Promise<ExportFile> => {
  const columns = (wanted ?? COLUMN_NAMES).map((name) => COLUMNS[name] as readonly [Column, (item: Item) => Cell]);
  // Counted first: twenty thousand rows would be read to be thrown away.
  if ((await countCommitments(stores, query, asOf, names, reach, EXPORT_LIMIT)).more) throw new Problem('contentTooLarge', { detail: `符合条件的超过${EXPORT_LIMIT}项`, hint: '请缩小筛选范围后再导出' });
  const rows: Cell[][] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await pageOf(stores, { ...query, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }, asOf, names, reach);
    const items = await itemsOf(stores, page.rows, names, asOf.at);
    rows.push(...items.map((item) => columns.map(([, value]) => value(item))));
    cursor = page.next;
  }
  const heads = columns.map(([head]) => head);
  const name = `台账-${civilDateOf(asOf.at)}.${form}`;
  return form === 'xlsx'
    ? { name, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: xlsx('台账', heads, rows), rows: rows.length }
    : { name, type: 'text/csv; charset=utf-8', bytes: csv(heads, rows), rows: rows.length };
};
