/** How a commitment is shown. What only the machinery needs (answered keys, clock shift, waiting notices) stays inside. */
import { isProvisional } from '../domain/calendar';
import { clockKey, clockLimit, clocksOf, clockStart, clockStopped, gradedNow } from '../domain/clocks';
import { distanceWords, light, lightSentence, type Light } from '../domain/light';
import { lightClass, lightName } from '../domain/light-name';
import { plannedPercent } from '../domain/planned';
import { behindWords, measureWords, plannedValue, type Measure } from '../domain/measures';
import { nextMoment, type Moment } from '../domain/moments';
import { owedPeriods, pastLight, presentLight, RHYTHM_NAMES } from '../domain/periods';
import { partLight } from '../domain/part-light';
import { isStage } from '../domain/policy';
import { lightNotes } from '../domain/remedy';
import { leadOf, type Commitment, type Rules, type UnitPart } from '../domain/state';
import { civilDateOf, timeOfDay, type CivilDate, type Instant } from '../domain/time';
import { POST_NAMES, STATUS_NAMES, type CommitmentStatus, type PostKind } from '../domain/vocabulary';
import { packId } from '../stores/rules';
import { circumstancesOf } from './circumstances';

export type UnitNames = ReadonlyMap<string, string>;
export const nameOf = (names: UnitNames, unit: string): string => names.get(unit) ?? unit;

/** 市数据局承办人, 市数据局主要负责人, 督查室: a post as one says it, with its unit where it is a unit's. */
export const postWords = (names: UnitNames, kind: PostKind, unit: string): string =>
  (kind === 'handler' || kind === 'unitHead' || kind === 'deputy' ? `${nameOf(names, unit)}${POST_NAMES[kind].replace(/^单位/, '')}` : POST_NAMES[kind]);

const MOMENT_NAMES: Readonly<Record<Moment['kind'], string>> = {
  birth: '登记入账', dispatch: '交办', signLimit: '签收期限，逾期视为签收', rung: '逐级督办', reviewLimit: '审核期限', lookBack: '回头看', extensionLimit: '延期审批期限', rulingLimit: '退单裁定期限', suspensionEnd: '暂停到期，恢复办理', periodEnd: '本期截止',
  horizon: '续排提醒', clock: '时限届满', strike: '计入问责次数',
};

/** The office's word for a moment; a rung by its pack's name. */
export const momentWords = (moment: Moment, rules: Rules): string =>
  (moment.kind === 'rung' ? (rules.pack.rungs[moment.index]?.name ?? MOMENT_NAMES.rung)
    : moment.kind === 'clock' ? `${rules.pack.clocks.find((clock) => clock.code === moment.code)?.name ?? ''}${MOMENT_NAMES.clock}` : MOMENT_NAMES[moment.kind]);

export const momentView = (moment: Moment | null, rules: Rules) =>
  (moment === null ? null : { kind: moment.kind, at: moment.at, date: civilDateOf(moment.at), text: momentWords(moment, rules) });

/** `text`: the whole in one sentence, 黄：距办结期限还有2个工作日，进度30%低于序时进度60%. @param of the due date it is measured by, on `day` */
export const lightView = (light: Light, of: { readonly status: CommitmentStatus; readonly due: CivilDate }, day: CivilDate) =>
  ({ colour: lightClass({ ...of, colour: light.colour }), name: lightName({ ...of, colour: light.colour }, day), reasons: [...light.reasons], text: lightSentence(light) });

export const selfOf = (id: string): string => `/api/commitments/${id}`;

/** How a commitment stood at an instant, from whatever source: its present state, or a band of that time. */
export interface Standing {
  readonly status: CommitmentStatus;
  readonly light: Light;
  readonly due: string;
  readonly lead: string;
  readonly next: Moment | null;
  /** Of a day gone by: what only today's state tells is left out. */
  readonly past?: true;
}

/** As the state says it at `at`. */
export const standingOf = (state: Commitment, rules: Rules, at: Instant): Standing =>
  ({ status: state.status, light: light(state, rules, at), due: state.due, lead: leadOf(state).unit, next: nextMoment(state, rules) });

export interface Shown {
  readonly state: Commitment;
  readonly number: string | null;
  readonly rules: Rules;
  readonly names: UnitNames;
  readonly at: Instant;
}

const lastWordOf = (state: Commitment): { at: Instant; text: string } | null => {
  const report = leadOf(state).lastReport;
  return report === null ? null : { at: report.at, text: report.unchanged && report.line === '' ? '没有变化' : report.line };
};

/** A line of a list. */
export const itemView = ({ state, number, rules, names, at }: Shown, standing: Standing) => ({
  self: selfOf(state.id),
  id: state.id,
  number,
  title: state.title,
  kind: state.kind,
  stretch: state.stretch,
  source: state.source === null ? null : { id: state.source.id, title: state.source.title, section: state.source.section },
  lead: { unit: standing.lead, name: nameOf(names, standing.lead) },
  status: standing.status,
  statusName: STATUS_NAMES[standing.status],
  due: standing.due,
  dueKind: state.dueKind,
  /** Lies in a year whose holidays are not published yet. */
  dueProvisional: isProvisional(rules.calendar, standing.due),
  light: lightView(standing.light, standing, civilDateOf(at)),
  distance: distanceWords(rules, civilDateOf(at), standing.due),
  nextMoment: momentView(standing.next, rules),
  originalDue: state.originalDue,
  progress: { planned: plannedPercent(state.plan, civilDateOf(at)), actual: standing.past ? null : leadOf(state).lastReport?.percent ?? null },
  /** 层级: the last rung of this round; null below the first. */
  level: standing.past ? null : rules.pack.rungs[state.ladder.done - 1]?.name ?? null,
  /** The lead's last report. */
  lastWord: standing.past ? null : lastWordOf(state),
});

const partView = (part: UnitPart, { state, rules, names, at }: Shown) => ({ ...part, name: nameOf(names, part.unit), light: lightView(partLight(state, part, rules, at), state, civilDateOf(at)) });

/** With what should be reached by now; the stretch beside it, as it colours nothing. */
const measureView = (measure: Measure, { state, at }: Shown) => ({
  ...measure, planned: plannedValue(measure, state.due, civilDateOf(at)), behind: behindWords(measure, state.due, civilDateOf(at)) !== null, text: measureWords(measure),
});

/** Every stage of every unit under a pack that grades them, with what it waits for. */
const stageReviewView = ({ state, rules, names }: Shown) => {
  const { stageReview } = rules.pack;
  if (stageReview === null) return null;
  const moment = (at: Instant): string => `${civilDateOf(at)} ${timeOfDay(at)}`;
  return {
    grades: stageReview.grades,
    stages: state.units.flatMap((part) => clocksOf(rules.pack, part).filter(isStage).map((clock) => {
      const reported = part.stages.find(({ code }) => code === clock.code);
      const start = clockStart(state, clock, part);
      const owed = start !== null && !clockStopped(state, clock, part) ? clockLimit(state, rules, clock, start, part) : null;
      const { grade = null, returns = 0 } = reported ?? {};
      return {
        unit: part.unit, unitName: nameOf(names, part.unit), code: clock.code, name: clock.name, reportedAt: reported?.at ?? null, returns,
        grade: grade === null ? null : { name: grade.name, text: grade.text, at: grade.at },
        awaited: reported !== undefined && grade === null && gradedNow(state, clock),
        text: grade !== null ? `${grade.name}${owed === null ? '' : `，退回，${moment(owed)}前重报`}`
          : reported ? '已报告，待评分' : owed !== null ? `${moment(owed)}前报告` : start === null ? '尚未交办' : '未单独报告',
      };
    })),
  };
};

/** The rules' other clocks, each unit's own: those that are graded stand as stages. */
const clocksView = ({ state, rules, names, at }: Shown) => state.units.flatMap((part) => clocksOf(rules.pack, part).filter((clock) => rules.pack.stageReview === null || !isStage(clock)).map((clock) => {
  const start = clockStart(state, clock, part);
  const stopped = clockStopped(state, clock, part);
  const limit = start === null ? null : clockLimit(state, rules, clock, start, part);
  const words = limit === null ? '' : `${civilDateOf(limit)} ${timeOfDay(limit)}`;
  const late = state.missedClocks.includes(clockKey(clock.code, part)) || (!stopped && limit !== null && limit < at);
  return {
    unit: part.unit, unitName: nameOf(names, part.unit), code: clock.code, name: clock.name, limit, late,
    text: limit === null ? '尚未起算' : stopped ? (late ? `应在${words}前，逾期后已办` : '已办') : late ? `应在${words}前，至今未办` : `${words}前`,
  };
}));

/** Each period with a light of its own. */
const periodsView = ({ state, rules, at }: Shown) => {
  if (state.periods === null) return null;
  const { rhythm, now, past, counts } = state.periods;
  const present = presentLight(state, rules, at);
  const lightOf = (light: Light, { due }: { readonly due: CivilDate }) => lightView(light, { status: 'IN_PROGRESS', due }, civilDateOf(at));
  return {
    rhythm: { ...rhythm, name: rhythm.every === 'days' ? `每${rhythm.days ?? 1}天` : RHYTHM_NAMES[rhythm.every] }, counts,
    now: now === null || present === null ? null : { ...now, light: lightOf(present, now) },
    past: past.map((period) => ({ ...period, light: lightOf(pastLight(period), period) })),
    /** Only the lead's report serves a period. */
    owed: owedPeriods(state.periods).map(({ index, due }) => ({ unit: leadOf(state).unit, index, due })),
  };
};

/** All of a commitment, without its timeline. */
export const commitmentView = (shown: Shown) => {
  const { state, rules, names, at } = shown;
  return {
    ...itemView(shown, standingOf(state, rules, at)),
    version: state.seq,
    lightNotes: lightNotes(state, rules, at),
    circumstances: circumstancesOf(shown),
    quote: state.quote,
    source: state.source,
    units: state.units.map((part) => partView(part, shown)),
    formerUnits: state.formerUnits.map((former) => ({ ...former, name: nameOf(names, former.unit) })),
    sponsor: state.sponsor,
    registrar: state.registrar,
    reviewer: state.reviewer,
    acceptance: state.acceptance.map((criterion) => ({ ...criterion, evidence: state.evidence.filter((e) => e.criterion === criterion.id).length })),
    evidence: state.evidence.map((one) => ({ ...one, file: `${selfOf(state.id)}/evidence/${one.id}/file` })),
    registeredAt: state.registeredAt,
    dispatchedAt: state.dispatchedAt,
    dispatchOn: state.dispatchOn,
    parent: state.parent === null ? null : { ...state.parent, self: selfOf(state.parent.id) },
    stages: state.stages,
    spawnsChildren: state.spawnsChildren,
    noChildren: state.children.none,
    stageReview: stageReviewView(shown),
    clocks: clocksView(shown),
    periods: periodsView(shown),
    extension: state.extension,
    suspension: state.suspension,
    raises: state.raises.map((raise) => ({ ...raise, fromName: nameOf(names, raise.from), toName: nameOf(names, raise.to) })),
    instructions: state.instructions,
    plan: state.plan,
    measures: state.measures.map((measure) => measureView(measure, shown)),
    closure: state.closure,
    returns: state.returns,
    doneOn: state.doneOn,
    closedAt: state.closedAt,
    lookBackAt: state.lookBackAt,
    endedAt: state.endedAt,
    endReason: state.endReason,
    ladder: { round: state.ladder.round, done: state.ladder.done, level: rules.pack.rungs[state.ladder.done - 1]?.name ?? null },
    wasRed: state.wasRed,
    rules: { pack: packId(state.pack), calendar: state.calendarVersion },
    asOf: at,
  };
};
export type CommitmentView = ReturnType<typeof commitmentView>;
