/** What the 台账 can be narrowed down by, and how each is called; ids are named by the API. */
import { computed, shallowRef, watch, type Ref } from 'vue';
import { get } from '../../api/http';
import { organisation } from '../../api/known';
import type { Answer, Organisation } from '../../api/types';
import { clockOf, dateOf, dateWords, KIND_WORDS, listed } from '../../words';
import { OPEN } from './ledger';

export const FILTERS = [
  'unit', 'lead', 'source', 'section', 'status', 'colour', 'kind', 'find', 'dueFrom', 'dueTo', 'overdueFrom', 'overdueTo', 'sponsor', 'stretch', 'timely', 'ids', 'pack', 'matterClass', 'registeredFrom', 'registeredTo', 'clock', 'asOf', 'sort',
] as const;
export type Filter = (typeof FILTERS)[number];
export type Asked = Readonly<Partial<Record<Filter, string>>>;

/** Filters that come by a link alone; what has a control of its own shows its value there. */
export const LINKED = ['unit', 'section', 'stretch', 'timely', 'ids', 'pack', 'matterClass', 'clock', 'registeredFrom', 'registeredTo', 'asOf'] as const satisfies readonly Filter[];
export const LINKED_WORDS: Readonly<Record<(typeof LINKED)[number], string>> = { unit: '单位', section: '章节', stretch: '力争', timely: '按时', ids: '所列', pack: '规则', matterClass: '事项类别', clock: '时限', registeredFrom: '立项自', registeredTo: '立项至', asOf: '截至' };
const TIMELY: Readonly<Record<string, string>> = { onTime: '按时', late: '迟办', owing: '仍未办结' };
/** As the figures of `/api/clocks` name what they are of. */
const STANDINGS: Readonly<Record<string, string>> = { owed: '应办', met: '已完成', inTime: '按时完成', late: '超时完成', running: '时限未到', missed: '超时未完成' };
export const DUE_FILTERS = ['dueFrom', 'dueTo', 'overdueFrom', 'overdueTo'] as const satisfies readonly Filter[];

/** @returns null where the due date narrows nothing */
export const dueWords = ({ dueFrom, dueTo, overdueFrom, overdueTo }: Asked): string | null => {
  const dates = dueFrom !== undefined && dueTo !== undefined ? `${dateWords(dueFrom)}—${dateWords(dueTo)}` : dueFrom !== undefined ? `${dateWords(dueFrom)}起` : dueTo !== undefined ? `至${dateWords(dueTo)}` : null;
  const past = overdueTo !== undefined ? `逾期${overdueFrom ?? '1'}—${overdueTo}天` : overdueFrom === '1' ? '已过期限' : overdueFrom !== undefined ? `逾期${overdueFrom}天以上` : null;
  return dates === null ? past : past === null ? dates : `${dates}，${past}`;
};

export interface Choice { readonly value: string; readonly label: string; readonly names: readonly string[] }
type Sources = Answer<'/api/sources'>['items'];
/** As many titles as the API gives at once; older ones are found by the search field. */
const TITLES = 200;
export const NONE = '-';

/** Names for what stands in the address, and the choices of each filter. */
export const useNames = (query: Ref<Asked>) => {
  const office = shallowRef<Organisation>();
  const sources = shallowRef<Sources>();
  const readSources = async (): Promise<void> => { sources.value ??= (await get<Answer<'/api/sources'>>('/api/sources', { limit: TITLES })).items; };
  // Without them the ids stand there, and the search field still finds.
  organisation().then((read) => { office.value = read; }, () => undefined);
  watch(() => query.value.source, (source) => { if (source !== undefined && source !== NONE) readSources().catch(() => undefined); }, { immediate: true });

  // How a clock and a class are called, the pack's own report says.
  const clocks = shallowRef<Answer<'/api/clocks'>>();
  watch(() => (query.value.clock !== undefined || query.value.matterClass !== undefined ? query.value.pack ?? '' : null), (pack) => {
    if (pack !== null) get<Answer<'/api/clocks'>>('/api/clocks', { pack }).then((read) => { clocks.value = read; }, () => undefined);
  }, { immediate: true });
  const rows = computed(() => clocks.value?.packs.flatMap((one) => one.rows) ?? []);
  const clockWords = (value: string): string => {
    const [code, limit, standing = '', unit] = value.split(',');
    const row = rows.value.find((one) => one.code === code && `${one.limit.offset}${one.limit.days}` === limit);
    return [row === undefined ? code : `${row.name}（${row.limit.text}）`, ...(unit === undefined ? [] : [named(units.value, unit)]), STANDINGS[standing] ?? standing].join('，');
  };

  const units = computed((): Choice[] => (office.value?.units ?? []).map(({ id, name, aliases, shortForms }) => ({ value: id, label: name, names: [name, ...aliases, ...shortForms] })));
  const sponsors = computed((): Choice[] => (office.value?.posts ?? []).filter(({ kind }) => kind === 'sponsor').map(({ id, name }) => ({ value: id, label: name, names: [name] })));
  const titles = computed((): Choice[] => [...(sources.value ?? []).map(({ id, title }) => ({ value: id, label: title, names: [title] })), { value: NONE, label: '无来文', names: ['无来文'] }]);
  const statuses = computed((): Choice[] => (office.value?.statuses ?? []).map(({ status, name }) => ({ value: status, label: name, names: [name] })));
  const kinds: readonly Choice[] = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label, names: [label] }));
  const named = (choices: readonly Choice[], values: string): string => listed(values.split(',').map((value) => choices.find((one) => one.value === value)?.label ?? value));

  /** @returns null where the filter is not set */
  const wordsOf = (one: Filter): string | null => {
    const value = query.value[one];
    if (value === undefined) return null;
    switch (one) {
      case 'unit': case 'lead': return named(units.value, value);
      case 'sponsor': return named(sponsors.value, value);
      case 'source': return named(titles.value, value);
      case 'status': return value === OPEN ? '在办' : named(statuses.value, value);
      case 'kind': return named(kinds, value);
      case 'timely': return listed(value.split(',').map((part) => TIMELY[part] ?? part));
      case 'stretch': return value === 'true' ? '只列力争' : '不列力争';
      case 'ids': return `${value.split(',').length}项`;
      case 'asOf': return /T/.test(value) ? `${dateWords(dateOf(value))}${clockOf(value)}` : dateWords(value);
      case 'registeredFrom': case 'registeredTo': return dateWords(value);
      case 'matterClass': return value === NONE ? '不分类别' : rows.value.find((one) => one.matterClass?.code === value)?.matterClass?.name ?? value;
      case 'clock': return clockWords(value);
      case 'section': return value === NONE ? '未分章节' : value;
      default: return value;
    }
  };
  return { units, sponsors, titles, statuses, kinds, readSources, wordsOf };
};
