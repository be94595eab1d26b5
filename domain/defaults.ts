/** 默认时限和事项模板: what an office takes where nothing else is said; as data in versions, and as a clerk reads it. */
import { defaultLimitsSchema, SOURCE_KIND_NAMES, URGENCY_NAMES, type DefaultLimits } from './default-limits';
import { templatesSchema, type Template } from './templates';

export interface Defaults { readonly limits: DefaultLimits; readonly templates: readonly Template[] }
export const DEFAULT_NAMES = ['limits', 'templates'] as const satisfies readonly (keyof Defaults)[];
export type DefaultName = (typeof DEFAULT_NAMES)[number];
export const DEFAULT_TITLES: Readonly<Record<DefaultName, string>> = { limits: '默认时限', templates: '事项模板' };
export const DEFAULT_SCHEMAS = { limits: defaultLimitsSchema, templates: templatesSchema } as const;

export interface DefaultLine { readonly path: string; readonly label: string; readonly value: string; readonly basis: string | null; readonly suggested: boolean }

const limitLines = ({ pack, limits, standingReview }: DefaultLimits): DefaultLine[] => [
  ...limits.map(({ kind, urgency, sets, days, basis, suggested }, index) => ({
    path: `limits.${index}`, label: `${SOURCE_KIND_NAMES[kind]}${urgency === null ? '' : `（${URGENCY_NAMES[urgency]}）`}`, basis, suggested,
    value: sets === 'due' ? `办结期限为来文或收录后${days}天` : `建议复核日期为来文或收录后${days}天，由人确定`,
  })),
  { path: 'standingReview', label: '长期和周期性事项', value: `每${standingReview.days}天复核`, basis: standingReview.basis, suggested: standingReview.suggested },
  { path: 'pack', label: '没有另选规则的', value: `用“${pack}”`, basis: null, suggested: false },
];

const templateLines = (templates: readonly Template[]): DefaultLine[] => templates.map(({ name, summary, stages, spawnsChildren }, index) => ({
  path: `${index}`, label: name, basis: null, suggested: false,
  value: [summary, stages.length === 0 ? '不分环节' : `环节：${stages.map((stage) => `${stage.name}${stage.numbered ? '（须有文号）' : ''}`).join('、')}`, ...(spawnsChildren ? ['须分解任务'] : [])].join('；'),
}));

/** One line a limit or a template, in the words of 规则. */
export const defaultLines = (of: Partial<Defaults>): DefaultLine[] => [...(of.limits ? limitLines(of.limits) : []), ...(of.templates ? templateLines(of.templates) : [])];

export interface DefaultChange { readonly label: string; readonly from: string | null; readonly to: string | null }
const words = ({ value, basis, suggested }: DefaultLine, beside: DefaultLine | undefined): string =>
  [value, ...(basis === null || basis === beside?.basis ? [] : [`依据：${basis}`]), ...(suggested === (beside?.suggested ?? false) ? [] : [suggested ? '建议值' : '不是建议值'])].join('；');

/** What reads otherwise; null on the side that has no such line. */
export const defaultChanges = (before: readonly DefaultLine[], after: readonly DefaultLine[]): DefaultChange[] => [
  ...after.flatMap((line) => {
    const was = before.find(({ label }) => label === line.label);
    const [from, to] = [was === undefined ? null : words(was, line), words(line, was)];
    return from === to ? [] : [{ label: line.label, from, to }];
  }),
  ...before.flatMap((line) => (after.some(({ label }) => label === line.label) ? [] : [{ label: line.label, from: words(line, undefined), to: null }])),
];
