/**
 * What may be asked of a commitment now: a dry run of the rules, nothing written. One place for the page of one commitment and
 * the preview of many.
 */
import { COMMAND_NAMES, COMMAND_TITLES, type Command, type CommandName } from '../domain/commands';
import { decide, passMoments, type Context, type Decision } from '../domain/decide';
import { openProposals } from '../domain/proposals';
import { isRefusal, type Refusal } from '../domain/refusals';
import type { Commitment, Rules } from '../domain/state';
import { addDays, civilDateOf, type Instant } from '../domain/time';
import { OPENED_BY_INSTRUCTION } from '../domain/vocabulary';
import type { AccessObject, Action } from './access';
import { REFUSAL_STATUS } from './problems';

/** The rules' answer without any consequence. */
export const dryRun = (state: Commitment, command: Command, context: Omit<Context, 'updateId'>, rules: Rules): Decision | Refusal =>
  decide(state, command, { ...context, updateId: null }, rules);

export interface PossibleCommand {
  readonly name: CommandName;
  readonly title: string;
  readonly possible: boolean;
  /** Units that it may be given for now; empty where it is for none in particular. */
  readonly units: readonly string[];
  readonly why?: string;
  readonly hint?: string;
}

/** Words and ids of a dry run: they only have to pass for filled in. */
const SOME = '试';
const SOME_UNIT = '~';
/** Later than any present date, near enough for every rule on how far a date may go. */
const later = (state: Commitment, at: Instant): string => addDays([state.due, civilDateOf(at)].sort().at(-1) ?? state.due, 1);

type Body<N extends CommandName> = Omit<Extract<Command, { readonly name: N }>, 'name'>;
/** The command as somebody would fill it in who may choose freely; null where there is nothing to choose from. */
const SAMPLES: { readonly [N in CommandName]: (state: Commitment, unit: string, at: Instant, rules: Rules) => Body<N> | null } = {
  dispatch: () => ({}),
  sign: (_state, unit) => ({ unit }),
  refuse: (_state, unit) => ({ unit, reason: SOME }),
  rule: (_state, unit) => ({ unit, ruling: 'same', reason: SOME }),
  report: (_state, unit) => ({ unit, unchanged: true, causeCode: 'other' }),
  evidence: ({ acceptance }, unit) => ({ unit, id: SOME_UNIT, criterion: acceptance[0]?.id ?? '', fileName: SOME, size: 1, sha256: SOME }),
  requestClosure: (_state, unit) => ({ unit, summary: SOME }),
  review: () => ({ result: 'accepted', text: SOME }),
  amend: (state, _unit, at) => ({ due: later(state, at), reason: SOME }),
  lookBack: () => ({ result: 'passed', text: SOME }),
  terminate: () => ({ reason: SOME }),
  requestExtension: (state, unit, at) => ({ unit, to: later(state, at), reason: SOME, progress: SOME }),
  decideExtension: () => ({ result: 'refused', text: SOME }),
  suspend: () => ({ reason: SOME, counterparty: { kind: 'external', name: SOME } }),
  resume: () => ({ text: SOME }),
  transfer: (_state, unit) => ({ unit, toUnit: SOME_UNIT, reason: SOME }),
  raise: (state, _unit, at) => ({ toUnit: SOME_UNIT, due: later(state, at), reason: SOME }),
  instruct: (state, _unit, at) => ({ leader: SOME, text: SOME, ...(OPENED_BY_INSTRUCTION.includes(state.status) ? { newDue: later(state, at) } : {}) }),
  setTarget: ({ measures: [first] }) => (first ? { measure: first.id, target: 1, reason: SOME } : null),
  decompose: (state) => ({ children: [{ title: SOME, lead: SOME_UNIT, due: state.due, acceptance: [SOME] }] }),
  completeStage: ({ stages }) => {
    const stage = stages.find((one) => one.done === null) ?? stages.at(-1);
    return stage ? { stage: stage.code, note: SOME, documentNumber: SOME } : null;
  },
  gradeStage: ({ units }, unit, _at, { pack: { stageReview } }) => {
    if (stageReview === null) return null;
    const stages = units.find((part) => part.unit === unit)?.stages ?? [];
    return { unit, stage: (stages.find(({ grade }) => grade === null) ?? stages.at(-1))?.code ?? SOME, grade: stageReview.grades[0]?.name ?? '', text: SOME };
  },
  decideProposal: (state, _unit, _at, rules) => {
    const [open] = openProposals(state, rules);
    return open ? { proposal: open.proposal, result: 'declined', text: SOME } : null;
  },
  notPursue: () => ({ reason: SOME }),
  reopen: (state, _unit, at) => ({ reason: SOME, newDue: later(state, at) }),
  // Shown before it is done, for many at once: on the rules' own page.
  repin: () => null,
};

/** Whether nothing but what is filled in stands against it: with other fields it would be accepted now (`problems.ts`). */
const isOfFields = ({ refused }: Refusal): boolean => REFUSAL_STATUS[refused] === 422;

export type May = (action: Action, object: AccessObject) => boolean;
/** A command that names a unit is given for that one, which answers for itself; another one concerns all. */
export const mayGive = (may: May, name: CommandName, { units, sponsor }: Commitment, unit: string | null): boolean =>
  may(`command.${name}`, { units: unit === null ? units.map((part) => part.unit) : [unit], sponsor });

/**
 * Every command that this person may ever give here, with whether the rules take it now; what is not for the person is left out.
 * @param may of the policy table, for the asking person
 */
export const possibleCommands = (stated: Commitment, { at, ...context }: Omit<Context, 'updateId'>, rules: Rules, may: May): PossibleCommand[] => {
  const { state } = passMoments(stated, rules, at);
  const all = state.units.map(({ unit }) => unit);
  return COMMAND_NAMES.flatMap((name): PossibleCommand[] => {
    const title = COMMAND_TITLES[name];
    const sampled = SAMPLES[name](state, all[0] ?? '', at, rules);
    if (sampled === null) return [];
    const perUnit = 'unit' in sampled;
    const own = (perUnit ? all : ['']).filter((unit) => mayGive(may, name, state, perUnit ? unit : null));
    const tries = own.map((unit) => ({ unit, result: dryRun(state, { name, ...SAMPLES[name](state, unit, at, rules) } as Command, { ...context, at }, rules) }));
    const units = tries.flatMap(({ unit, result }) => (isRefusal(result) && !isOfFields(result) ? [] : [unit]));
    if (units.length > 0) return [{ name, title, possible: true, units: perUnit ? units : [] }];
    const refusal = tries.map(({ result }) => result).find(isRefusal);
    return refusal ? [{ name, title, possible: false, units: [], why: refusal.text, hint: refusal.hint }] : [];
  });
};
