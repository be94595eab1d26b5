/** What the words of a draft propose for its registration: a rhythm, figures to be reached, a template. Concluded, never guessed: what is said two ways proposes nothing. */
import type { Proposed } from '../domain/corrections';
import type { DraftRecord, FieldValue, Held } from '../domain/drafts';
import { MEASURE_LIMIT } from '../domain/measures';
import { hasRhythm } from '../domain/vocabulary';
import { numberOf } from './numerals';

type Rhythm = FieldValue<'rhythm'>;
type AskedMeasure = FieldValue<'measures'>[number];
type Words = Pick<DraftRecord, 'said' | 'quote' | 'start'> & { readonly kind: { readonly value: DraftRecord['kind']['value'] }; readonly title: { readonly value: string } };

const derived = <T>(value: T, rule: string, words: string): Held<T> => ({ value, provenance: { kind: 'derived', rule, words } });

/** Shorter ones (每天) are how the work is done, not how often it is told; longer ones (每半年) have no period of their own. */
const RHYTHMS: readonly (readonly [form: RegExp, rhythm: Rhythm])[] = [
  [/^(?:每(?:两|二|2)个?(?:周|星期)|[双隔](?:周|星期))/, { every: 'days', days: 14 }],
  [/^每(?:个|逢|到)?(?:周|星期)|^[按逐分]周|^周周|^一周[一两二三]|^周(?!年)[\u4e00-\u9fa5]{2}/, { every: 'week', days: null }],
  [/^每半个?月/, { every: 'days', days: 15 }],
  [/^每个?旬|^一旬一|^旬[\u4e00-\u9fa5]{2}/, { every: 'days', days: 10 }],
  [/^每(?:个|到)?月|^[按逐分]月|^月月|^一月[一两二三]|^月[\u4e00-\u9fa5]{2}/, { every: 'month', days: null }],
  [/^每个?季|^[按逐分]季|^季季|^一季度?一|^季[\u4e00-\u9fa5]{2}/, { every: 'quarter', days: null }],
];

const rhythmOf = ({ kind, said: { cadence } }: Words): Held<Rhythm> | null => {
  if (!cadence || !hasRhythm(kind.value) || cadence.value.includes('、')) return null;
  const found = RHYTHMS.find(([form]) => form.test(cadence.value));
  return found ? derived(found[1], 'propose/rhythm', `“${cadence.value}”`) : null;
};

const AHEAD = /^(?:到(?=\d|年|月)|在|于|要|再|力争|争取|确保|努力|实现|推动|加快|使|将|把|年内|今年|全年|本年|\d{4}年|\d{1,2}月|[上下]半年|[一二三四]季度|年?底|月底|以?前|底)+/;
const BEHIND = /(?:由[\d*][^，]*|不低于|不少于|不高于|不超过|达到|达|为|至|到|约|在|保持|进入|跻身|位居|位列|稳居|冲刺|排名|排位|居|列|要|力争|争取)+$/;
const CHANGES = /^(?:压减|压缩|下降|降低|减少|增长|增加|提高|提升|缩短)(?![到至])/;
const NAME_LIMIT = 60;

/** 总体压减, 收录目录: the words before the figure in its clause. */
const nameOf = (words: string, at: number, quote: string, otherwise: string): string => {
  const clause = quote.slice(0, Math.max(0, at)).split(/[，。；：、！？\s（）]/).at(-1) ?? '';
  const name = `${clause.replace(AHEAD, '').replace(BEHIND, '')}${CHANGES.exec(words)?.[0] ?? ''}`;
  return (name === '' ? otherwise : name).slice(-NAME_LIMIT);
};

/** 前10名, 首位; 前列 names no place. */
const placeOf = (words: string): number | null => {
  if (words.includes('首位')) return 1;
  const found = /[前第]([一二三四五六七八九十百\d]{1,3})/.exec(words)?.[1];
  return found === undefined || /方阵|梯队/.test(words) ? null : numberOf(found);
};

/** Of what is made, a number says most often how large it is, not how far it has come. */
const SHARE = /[%％‰]|百分点/;

/** A masked figure stays 待定. */
const measuresOf = (draft: Words): Held<AskedMeasure[]> | null => {
  const said = draft.said.measures.filter(({ value: { unit } }) => (draft.kind.value === 'target' ? unit !== '' : SHARE.test(unit))).slice(0, MEASURE_LIMIT);
  const measures = said.map(({ value: { value, unit, direction, denominator, words }, provenance }): AskedMeasure => {
    const at = provenance.kind === 'explicit' ? provenance.start - draft.start : 0;
    const figure = direction === 'rank' ? placeOf(value ?? '') : value === null || !/^\d+(?:\.\d+)?$/.test(value) ? null : Number(value);
    const down = direction === 'rank' || direction === 'atMost' || /^(?:降低|降|压缩|压减|缩短)[到至]/.test(words);
    return {
      name: direction === 'rank' ? nameOf('', at, draft.quote, '位次') : (denominator ?? nameOf(words, at, draft.quote, draft.title.value)), unit: unit.slice(0, 20), denominator: null, baseline: null, target: figure,
      direction: down ? 'down' : 'up', stretch: null, curve: 'linear', points: [],
    };
  });
  return measures.length === 0 ? null : derived(measures, 'propose/measures', said.map(({ value }) => `“${value.words}”`).join('、'));
};

/** By the names of the shipped templates; an office without one of them is not offered it. */
const TEMPLATES: readonly (readonly [name: string, form: RegExp])[] = [
  ['制度文件', /(?:制定|制订|修订|出台|印发|起草)[^，。；]{0,30}?(?:办法|规定|细则|条例|规程|制度|意见|方案)[》”]?/],
  ['会议', /(?:召开|筹备|举办)[^，。；]{0,20}?(?:会议|推进会|部署会|现场会|座谈会|调度会|工作会|大会)/],
];
const templateOf = ({ kind, quote }: Words, names: readonly string[]): Held<string> | null => {
  if (kind.value !== 'deliverable') return null;
  const found = TEMPLATES.flatMap(([name, form]) => {
    const words = names.includes(name) ? form.exec(quote)?.[0] : undefined;
    return words === undefined ? [] : [derived(name, 'propose/template', `“${words}”`)];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
};

export const proposedOf = (draft: Words, templates: readonly string[]): Proposed =>
  ({ rhythm: rhythmOf(draft), measures: measuresOf(draft), template: templateOf(draft, templates) });
