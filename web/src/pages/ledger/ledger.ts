/** What the columns of the 台账 show, with their widths in rem; the title has at least its own and all that is left. */
export const COLUMNS = [
  { name: 'number', title: '文号', rem: 8 }, { name: 'light', title: '灯', rem: 4.4 }, { name: 'title', title: '事项', rem: 15 },
  { name: 'lead', title: '牵头单位', rem: 8.2 }, { name: 'due', title: '期限', rem: 8.7 }, { name: 'distance', title: '工作日', rem: 4.9 },
  { name: 'progress', title: '进度｜序时', rem: 7.6 }, { name: 'level', title: '层级', rem: 5.4 }, { name: 'word', title: '最近一句', rem: 11 },
  { name: 'source', title: '来源', rem: 7.3 }, { name: 'status', title: '状态', rem: 4.6 }, { name: 'kind', title: '类别', rem: 3.6 }, { name: 'originalDue', title: '原定期限', rem: 8.2 },
] as const;
export type ColumnName = (typeof COLUMNS)[number]['name'];
/** Of the box before each row. */
const PICK_REM = 2;
/** Which go first where there is no room for all: what is longest and least asked for. */
const SPARED: readonly ColumnName[] = ['source', 'word', 'originalDue', 'kind', 'level', 'status', 'progress'];
/** As many of the chosen as leave the title its width: a narrow window or large text must not squeeze it to nothing. */
export const fitting = <T extends (typeof COLUMNS)[number]>(chosen: readonly T[], rem: number): T[] => {
  const kept = [...chosen];
  const wide = (): number => kept.reduce((sum, column) => sum + column.rem, PICK_REM);
  for (const name of SPARED) {
    if (wide() <= rem) break;
    const at = kept.findIndex((column) => column.name === name);
    if (at >= 0) kept.splice(at, 1);
  }
  return kept;
};
export const FIRST_COLUMNS: readonly ColumnName[] = ['number', 'light', 'title', 'lead', 'due', 'distance', 'progress', 'level', 'word', 'source'];

export const OPEN = 'REGISTERED,DISPATCHED,SIGNED,IN_PROGRESS,UNDER_REVIEW,SUSPENDED';
/** Views that everybody has. */
export const COMMON_VIEWS = [
  { name: '在办', query: `status=${OPEN}&sort=light` },
  { name: '逾期', query: 'colour=red&overdueFrom=1&sort=light' },
  { name: '预警', query: 'colour=yellow&sort=light' },
  { name: '等签收', query: 'status=DISPATCHED&sort=due' },
  { name: '待审核', query: 'status=UNDER_REVIEW&sort=due' },
  { name: '已办结', query: 'status=CLOSED,WRITTEN_OFF&sort=-due' },
  { name: '全部', query: 'sort=light' },
] as const;

/** Of a day gone by only what that day's bands tell is shown. */
export const TODAYS: readonly ColumnName[] = ['progress', 'level', 'word'];
/** As the file holds them: 序时 has a column of its own there. */
export const fileColumns = (chosen: readonly ColumnName[]): string[] => chosen.flatMap((name) => (name === 'progress' ? ['progress', 'planned'] : [name]));
const KEPT = 'yanxing.columns';
/** As this browser kept them. */
export const keptColumns = (): ColumnName[] => {
  try {
    const kept = (localStorage.getItem(KEPT) ?? '').split(',');
    const known = COLUMNS.map(({ name }) => name).filter((name) => kept.includes(name));
    return known.length > 0 ? known : [...FIRST_COLUMNS];
  } catch {
    return [...FIRST_COLUMNS];
  }
};
export const keepColumns = (columns: readonly ColumnName[]): void => {
  try {
    localStorage.setItem(KEPT, columns.join(','));
  } catch {
    // A browser that keeps nothing shows what was chosen until the page is left.
  }
};

/** The distance as it stands under the head 工作日: 还有3, 逾期18. */
export const shortDistance = (words: string): string => words.replace('个工作日', '').replace('还有不到1', '不到1').replace('今天到期', '今天');
/** Commands that make sense for many at once, with their fields. */
export const BULK = [
  { name: 'amend', title: '调整期限', fields: [{ name: 'due', title: '新的期限', type: 'date' }, { name: 'reason', title: '理由', type: 'text' }] },
  { name: 'instruct', title: '批示', fields: [{ name: 'leader', title: '批示领导', type: 'text' }, { name: 'text', title: '批示内容', type: 'text' }] },
  { name: 'transfer', title: '转办', fields: [{ name: 'toUnit', title: '转给单位', type: 'unit' }, { name: 'reason', title: '理由', type: 'text' }] },
  { name: 'dispatch', title: '交办', fields: [] },
  { name: 'notPursue', title: '不再推进', fields: [{ name: 'reason', title: '理由', type: 'text' }] },
] as const;
