/** What a registration is filled in from: the packs in use with their classes, templates, rhythms; and what the office always takes. */
import { z } from 'zod';
import { CURVES } from '../domain/measures';
import { RHYTHM_NAMES, RHYTHMS } from '../domain/periods';
import { FIELD_TITLES, type FieldName } from '../domain/registration-fields';
import type { CivilDate } from '../domain/time';
import { COMMITMENT_KINDS, hasRhythm } from '../domain/vocabulary';
import { held } from './answers';
import type { ApiDeps } from './deps';
import { usualOf } from './source-import';

const named = <C extends readonly string[]>(codes: C) => z.array(z.strictObject({ code: z.enum(codes as unknown as [string, ...string[]]), name: z.string() }));
const usualField = held(z.string()).nullable();
export const registrationFormAnswer = z.strictObject({
  fields: z.array(z.strictObject({ name: z.enum(Object.keys(FIELD_TITLES) as [FieldName, ...FieldName[]]), title: z.string() })),
  packs: z.array(z.strictObject({
    name: z.string(), classes: z.array(z.strictObject({ code: z.string(), name: z.string() })).describe('按类别定时限的规则，立项时须选其一'),
    arrival: z.boolean().describe('有从来件起算的时限，宜填来件时间'),
  })),
  templates: z.array(z.strictObject({ name: z.string(), summary: z.string() })),
  rhythms: named(RHYTHMS), curves: named(CURVES),
  kinds: z.array(z.strictObject({ kind: z.enum(COMMITMENT_KINDS), rhythm: z.boolean().describe('可以设周期') })),
  usual: z.strictObject({ pack: usualField, registrar: usualField, reviewer: usualField }).describe('本单位一向所用，及其由来'),
});

const CURVE_NAMES: Readonly<Record<(typeof CURVES)[number], string>> = { linear: '匀速', steps: '分段', points: '按节点' };

export const registrationForm = async (deps: Pick<ApiDeps, 'stores'>, today: CivilDate): Promise<z.input<typeof registrationFormAnswer>> => {
  const { rules, organisation, defaults } = deps.stores;
  const [names, { posts }, templates] = await Promise.all([rules.packNames(), organisation.offered(today), defaults.current('templates')]);
  const usual = await usualOf(deps, posts);
  const packs = (await Promise.all(names.map((name) => rules.packInUse(name)))).filter((pack) => pack !== null);
  return {
    fields: (Object.entries(FIELD_TITLES) as [FieldName, string][]).map(([name, title]) => ({ name, title })),
    packs: packs.map(({ name, classes, clocks }) => ({ name, classes: classes.map(({ code, name: title }) => ({ code, name: title })), arrival: clocks.some(({ from }) => from === 'arrival') })),
    templates: templates.value.map(({ name, summary }) => ({ name, summary })),
    rhythms: RHYTHMS.map((code) => ({ code, name: RHYTHM_NAMES[code] })), curves: CURVES.map((code) => ({ code, name: CURVE_NAMES[code] })),
    kinds: COMMITMENT_KINDS.map((kind) => ({ kind, rhythm: hasRhythm(kind) })),
    usual: { pack: usual.pack ?? null, registrar: usual.registrar ?? null, reviewer: usual.reviewer ?? null },
  };
};
