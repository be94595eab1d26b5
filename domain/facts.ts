/** What has happened to a commitment: append-only, in sequence, the content of its ledger. */
import type { Actor, Commitment, Evidence, Report, UnitPart } from './state';
import type { CivilDate, Instant } from './time';
import type { PeriodOutcome, Start } from './periods';
import type { PackRef, Rung } from './policy';
import type { CounterpartyKind, Lateness, LightColour, NoticeOutcome, PostKind, Proposal, ReturnCode, SuppressionReason } from './vocabulary';

/** Under which rules it goes on, and every limit that they set otherwise; null or left out: as it was. */
export interface Replan {
  readonly cause: 'pack' | 'calendar';
  readonly reason: string;
  readonly pack: { readonly from: PackRef; readonly to: PackRef };
  readonly calendar: { readonly from: string; readonly to: string };
  readonly matterClass: string | null;
  /** Whether T lies in a year without a published notice. */
  readonly provisional: { readonly from: boolean; readonly to: boolean };
  readonly signBy: readonly { readonly unit: string; readonly signBy: Instant }[];
  readonly reviewBy: Instant | null;
  readonly lookBackAt: Instant | null;
  readonly decideBy: Instant | null;
  readonly wakeAt: Instant | null;
  readonly periodDue: CivilDate | null;
  /** Of the new pack's rungs, counted as done. */
  readonly rungsDone: number;
  /** Codes of all rungs reached in this round so far. */
  readonly rungsTold: readonly string[];
  readonly notBefore: Instant | null;
  /** When pending refusals are to be ruled on; null: no longer limited. */
  readonly ruleBy?: readonly { readonly unit: string; readonly ruleBy: Instant | null }[];
  /** Stages that have the time which was left under the rules before. */
  readonly clocks?: ClocksSet;
  /** Clocks that had run out before this pack came: never owed. */
  readonly clocksPassed: readonly string[];
}

/** Limits of clocks set anew, by the clock's key; null: no longer owed. */
export type ClocksSet = readonly { readonly key: string; readonly by: Instant | null }[];

export type FactBody =
  | { readonly type: 'registered'; readonly state: Commitment }
  | { readonly type: 'dispatched'; readonly units: readonly { readonly unit: string; readonly signBy: Instant }[]; readonly period?: Start }
  | { readonly type: 'signed'; readonly unit: string; readonly deemed: boolean }
  | { readonly type: 'refused'; readonly unit: string; readonly reason: string; /** Where the pack limits the ruling. */ readonly ruleBy?: Instant }
  /** Not ruled on in time: `to` is told; `next`: when somebody higher is, if it lies on. */
  | { readonly type: 'rulingOverdue'; readonly unit: string; readonly to: PostKind; readonly next: Instant | null }
  | { readonly type: 'ruled'; readonly unit: string; readonly ruling: 'same'; readonly signBy: Instant; readonly reason: string }
  | { readonly type: 'ruled'; readonly unit: string; readonly ruling: 'other'; readonly to: UnitPart; readonly reason: string }
  /** `stage`: the pack's stage that it answers, where the pack grades them. `paused`: said while the clock stood, it answers nothing that is owed. `anew`: it caught up, and this rung (of the pack's list) comes again should it lag anew. */
  | { readonly type: 'reported'; readonly unit: string; readonly report: Report; readonly stage?: string; readonly paused?: boolean; readonly anew?: number }
  | { readonly type: 'evidenceAdded'; readonly evidence: Evidence }
  | { readonly type: 'closureRequested'; readonly summary: string; readonly inTime: boolean; readonly reviewBy: Instant; readonly colour: LightColour; readonly silent?: readonly string[]; /** The pack's stage that it answers, where the pack grades them. */ readonly stage?: string }
  | { readonly type: 'accepted'; readonly text: string; readonly doneOn: CivilDate; readonly lookBackAt: Instant }
  | { readonly type: 'returned'; readonly reasonCode: ReturnCode; readonly text: string; readonly notBefore: Instant; readonly wasRed: boolean; readonly clocks?: ClocksSet }
  | { readonly type: 'reviewOverdue' }
  | { readonly type: 'amended'; readonly from: CivilDate; readonly to: CivilDate; readonly reason: string; readonly newRound: boolean; readonly wasRed: boolean }
  | { readonly type: 'rungReached'; readonly rung: Rung['code']; readonly round: number; readonly index: number; readonly collapsed: readonly Rung['code'][]; readonly waitingFor: readonly string[] }
  /** Its moment has come; filed with the supervision office first, it is issued (`rungReached`) when that has its outcome. */
  | { readonly type: 'rungFiled'; readonly rung: Rung['code']; readonly round: number; readonly index: number; readonly collapsed: readonly Rung['code'][]; readonly waitingFor: readonly string[] }
  | { readonly type: 'noticeSettled'; readonly noticeId: string; readonly outcome: NoticeOutcome; readonly reason: SuppressionReason | null; readonly notBefore: Instant | null; /** The slip that the deputy is now tried with. */ readonly deputy?: string | null; /** The deputy's mail, where the next rung waits for it as well. */ readonly waitsFor?: readonly string[] }
  | { readonly type: 'lookBackDue' }
  | { readonly type: 'writtenOff'; readonly text: string }
  /** `cause`: none where a look-back failed. `signBy`: of units that had not signed when it ended. `again`: clocks told missed that a new closure starts anew. */
  | { readonly type: 'reopened'; readonly text: string; readonly newDue: CivilDate; readonly cause?: 'instruction' | 'decision'; readonly period?: Start; readonly signBy?: readonly { readonly unit: string; readonly signBy: Instant }[]; readonly ruleBy?: readonly { readonly unit: string; readonly ruleBy: Instant }[]; readonly clocks?: ClocksSet; readonly again?: readonly string[] }
  | { readonly type: 'terminated'; readonly reason: string }
  | { readonly type: 'extensionRequested'; readonly unit: string; readonly from: CivilDate; readonly to: CivilDate; readonly reason: string; readonly progress: string; readonly lateness: Lateness; readonly approver: PostKind; readonly decideBy: Instant }
  | { readonly type: 'extensionDecided'; readonly granted: boolean; readonly text: string; readonly from: CivilDate; readonly to: CivilDate; readonly newRound: boolean; readonly wasRed: boolean }
  | { readonly type: 'extensionOverdue'; readonly to: PostKind }
  | { readonly type: 'suspended'; readonly reason: string; readonly counterparty: { readonly kind: CounterpartyKind; readonly name: string }; readonly until: CivilDate; readonly wakeAt: Instant }
  | { readonly type: 'resumed'; readonly by: 'limit' | 'person'; readonly text: string | null; readonly since: Instant; readonly from: CivilDate; readonly to: CivilDate; readonly plan: Commitment['plan']; readonly periodDue: CivilDate | null; readonly signBy: readonly { readonly unit: string; readonly signBy: Instant }[]; readonly feedbackBy?: readonly { readonly unit: string; readonly day: CivilDate }[]; readonly clocks?: ClocksSet; readonly notBefore: Instant }
  | { readonly type: 'transferred'; readonly unit: string; readonly to: UnitPart; readonly reason: string; readonly notBefore: Instant }
  | { readonly type: 'raised'; readonly unit: string; readonly to: UnitPart; readonly from: CivilDate; readonly due: CivilDate; readonly reason: string; readonly wasRed: boolean; readonly notBefore: Instant }
  | { readonly type: 'instructed'; readonly leader: string; readonly text: string }
  | { readonly type: 'notPursued'; readonly reason: string }
  | { readonly type: 'targetSet'; readonly measure: string; readonly from: number | null; readonly to: number; readonly reason: string; /** No slip for lagging behind it before. */ readonly notBefore?: Instant }
  | { readonly type: 'periodEnded'; readonly index: number; readonly due: CivilDate; readonly outcome: PeriodOutcome; readonly next: Start }
  | { readonly type: 'decomposed'; readonly children: readonly Commitment['children']['items'][number][]; readonly none: string | null }
  | { readonly type: 'stageCompleted'; readonly stage: string; readonly note: string; readonly documentNumber: string | null }
  /** `redoBy`: sent back, to be reported anew by then. */
  | { readonly type: 'stageGraded'; readonly unit: string; readonly stage: string; readonly grade: string; readonly redoBy: Instant | null; readonly text: string }
  /** `limit`: when it should have been done. */
  | { readonly type: 'clockMissed'; readonly clock: string; readonly unit: string; readonly limit: Instant }
  | { readonly type: 'struck'; readonly unit: string; readonly round: number }
  /** `n`: the how-manieth of the unit within the pack's window; `earlier`: the commitments of those before it. */
  | { readonly type: 'strikeCounted'; readonly unit: string; readonly round: number; readonly n: number; readonly since: Instant; readonly earlier: readonly string[] }
  | { readonly type: 'proposalDecided'; readonly proposal: Proposal; readonly round: number; readonly approved: boolean; readonly text: string }
  | ({ readonly type: 'replanned' } & Replan)
  | { readonly type: 'planned' };

export interface FactHead {
  /** 1 for the first; no gaps. */
  readonly seq: number;
  /** The nominal moment, or the time of the command. */
  readonly at: Instant;
  /** When it was decided: later than `at` where a wake came late. */
  readonly recordedAt: Instant;
  readonly actor: Actor;
  /** The update that brought it about. */
  readonly updateId: string | null;
  /** From here on it reads the rules so: the first command that this release gave to a life begun by an older one. */
  readonly readings?: number;
}
export type Fact = FactHead & FactBody;
export type FactOf<T extends FactBody['type']> = Extract<FactBody, { readonly type: T }>;
export type FactType = FactBody['type'];
