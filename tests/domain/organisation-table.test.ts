/** The office's list as a table: read from .xlsx or .csv, every fault told by row, nothing of a faulty one taken. */
import { xlsx } from '../../api/spreadsheet';
import { changesOf, leftInOffice, withEnded } from '../../domain/organisation-changes';
import { COLUMNS, NEEDED, withTable } from '../../domain/organisation-table';
import type { Organisation } from '../../domain/organisation';
import { readTable } from '../../intake/table/read-table';

const now: Organisation = {
  units: [{ id: 'sjj', name: '市数据局', aliases: ['我局'], shortForms: [] }],
  posts: [{ id: 'handler@sjj', kind: 'handler', unit: 'sjj', name: '市数据局承办人' }],
  people: [{ id: 'gushuning', name: '顾书宁', mail: 'gushuning@example.gov.invalid' }],
  holdings: [{ post: 'handler@sjj', person: 'gushuning', from: '2025-01-01', to: null }],
};
const read = async (text: string) => withTable(now, (await readTable(Buffer.from(text), COLUMNS, NEEDED)).rows);

test('a successor, a vacant post and a post of no unit are added; what is not named stays', async () => {
  const { organisation, faults } = await read([
    '单位编号,单位名称,岗位类别,人员编号,姓名,邮箱,任职日期,离任日期', 'sjj,,承办人,gushuning,,,2025-01-01,2026年2月28日', 'sjj,,承办人,,秦守正,qin@example.gov.invalid,2026/3/1,',
    'czj,市财政局,单位主要负责人,,,,,', ',,督查室,jian,"简书言",,2025.1.1,',
  ].join('\r\n'));
  expect(faults).toEqual([]);
  expect(organisation.holdings).toEqual([
    { post: 'handler@sjj', person: 'gushuning', from: '2025-01-01', to: '2026-02-28' }, { post: 'handler@sjj', person: 'qin', from: '2026-03-01', to: null }, { post: 'registrar', person: 'jian', from: '2025-01-01', to: null },
  ]);
  expect(organisation.units[0]).toEqual(now.units[0]);
  expect(changesOf(now, organisation)).toEqual({
    units: { added: [{ id: 'czj', name: '市财政局' }], changed: [], same: 1 },
    posts: { added: [{ id: 'unitHead@czj', name: '市财政局单位主要负责人' }, { id: 'registrar', name: '督查室' }], changed: [], same: 1 },
    people: { added: [{ id: 'qin', name: '秦守正' }, { id: 'jian', name: '简书言' }], changed: [], same: 1 },
    holdings: {
      added: [{ id: 'handler@sjj qin', name: '市数据局承办人：秦守正' }, { id: 'registrar jian', name: '督查室：简书言' }],
      changed: [{ id: 'handler@sjj gushuning', name: '市数据局承办人：顾书宁', fields: [{ field: '离任日期', from: '在任', to: '2026-02-28' }] }], same: 0,
    },
  });
  expect(leftInOffice(now, organisation)).toEqual([]);
});

test('a successor’s row names the holder who would stay in office beside him, and ends his term where that is wanted; a deputy’s does not', async () => {
  const head = '单位编号,岗位类别,人员编号,姓名,任职日期,离任日期';
  const { organisation, faults } = await read([head, 'sjj,承办人,qin,秦守正,2026-03-01,'].join('\n'));
  expect(faults).toEqual([]);
  const left = leftInOffice(now, organisation);
  expect(left).toEqual([{ post: 'handler@sjj', postName: '市数据局承办人', person: 'gushuning', name: '顾书宁', since: '2025-01-01', successor: '秦守正', from: '2026-03-01' }]);
  const ended = withEnded(organisation, left);
  expect(ended.holdings[0]).toEqual({ post: 'handler@sjj', person: 'gushuning', from: '2025-01-01', to: '2026-02-28' });
  expect(leftInOffice(now, ended)).toEqual([]);
  const deputy = await read([head, 'sjj,承办人,qin,秦守正,2026-03-01,2026-03-20'].join('\n'));
  expect(leftInOffice(now, deputy.organisation)).toEqual([]);
});

test('a table that knows nothing of a closing leaves a closed unit closed', async () => {
  const closed: Organisation = { ...now, units: now.units.map((one) => ({ ...one, closedFrom: '2026-04-01' })) };
  const { organisation } = withTable(closed, (await readTable(Buffer.from('单位编号,单位名称,岗位类别\nsjj,市数据管理局,承办人'), COLUMNS, NEEDED)).rows);
  expect(organisation.units).toEqual([{ id: 'sjj', name: '市数据管理局', aliases: ['我局'], shortForms: [], closedFrom: '2026-04-01' }]);
});

test('every fault of every row is told, by row and column', async () => {
  const { faults } = await read([
    '单位编号,单位名称,岗位类别,人员编号,姓名,邮箱,任职日期,离任日期', 'czj,,承办人,a,甲,a@b,2026-02-30,', 'sjj,,处长,b,乙,,2026-01-01,', 'sjj,,承办人,c,丙,"x@y.cn\nBcc: z@y.cn",2026-05-01,2026-04-01', 'sjj,,承办人,,丁,,2026-01-01,', 's j,丑局,承办人,,,,,',
  ].join('\n'));
  expect(faults.map(({ row, column, message }) => `${row} ${column} ${message}`)).toEqual([
    '2 单位名称 新的单位须写明名称', '2 邮箱 不是单个邮箱地址', '2 任职日期 不是存在的日期', '3 岗位类别 不在可选范围内', '4 邮箱 不是单个邮箱地址', '4 离任日期 早于任职日期', '6 人员编号 必须填写', '7 单位编号 编号不符合要求',
  ]);
});

test('what was written as .xlsx reads the same, dates as Excel keeps them and headings in any order', async () => {
  const rows = [['承办人', 'sjj', 'qin', '秦守正', '2026-03-01', "'=1+1"]];
  const table = await readTable(xlsx('机构', ['岗位类别', '单位编号（必填）', '人员编号', '姓名', '任职日期', '备注'].map((title) => ({ title, width: 10 })), rows), COLUMNS, NEEDED);
  expect(table).toEqual({ rows: [{ row: 2, cells: { 岗位类别: '承办人', 单位编号: 'sjj', 人员编号: 'qin', 姓名: '秦守正', 任职日期: '2026-03-01' } }], unknown: ['备注'], missing: [] });
  expect((await readTable(Buffer.from('姓名\n甲'), COLUMNS, NEEDED)).missing).toEqual(['单位编号', '岗位类别']);
  await expect(readTable(Buffer.from('PK\x03\x04nothing'), COLUMNS, NEEDED)).rejects.toMatchObject({ code: 'brokenDocx' });
});
