/** RFC 9457 problem details: closed lists of codes, each with its HTTP status, a Chinese title and what would be accepted. */
import { isRefusal, type Refusal } from '../domain/refusals';
import type { Actor } from '../domain/state';
import { civilDateOf, timeOfDay, type Instant } from '../domain/time';
import { REFUSAL_CODES, type RefusalCode } from '../domain/vocabulary';

/** One field that is wrong. `path`: `title` in the body, `query.limit`, `path.id`. */
export interface InputFault { readonly path: string; readonly message: string; readonly accepted: string }

/**
 * 403 where another person may do it, 409 where the matter stands differently (look again, then decide),
 * 422 where the same request with other fields would be accepted now.
 */
export const REFUSAL_STATUS: Readonly<Record<RefusalCode, number>> = {
  wrongState: 409, unknownUnit: 422, alreadySigned: 409, alreadyDispatched: 409, refusalPending: 409, noRefusalPending: 409, noProposal: 409, refusalsUsedUp: 409,
  signFirst: 409, reportEmpty: 422, percentBackwards: 422, causeRequired: 422, onlyLead: 403, unknownCriterion: 422, evidenceMissing: 409,
  sameEvidence: 409, tooMuchEvidence: 409, reviewerIsSubmitter: 403, reasonCodeRequired: 422, dueNotLater: 422, dueInPast: 422, dueUnchanged: 422,
  newDueRequired: 422, ended: 409,
  extensionPending: 409, noExtensionPending: 409, approverIsRequester: 403, extensionDateRequired: 422, dueNotExtended: 422, suspensionTooLong: 422, notSuspended: 409,
  suspended: 409, unitTakesPart: 422, notEnded: 409, neverDispatched: 409,
  childrenThere: 409, childrenMissing: 409, tooManyChildren: 422, dueAfterParent: 422, unknownStage: 422, stageDone: 409, stageOrder: 409, stagesMissing: 409,
  documentNumberRequired: 422, unknownPeriod: 422, reviewTooFar: 422, unknownMeasure: 422, targetUnfit: 422, targetUndetermined: 409,
  approverTooLow: 403, samePack: 409, unknownPack: 422, unknownClass: 422,
  stagesNotGraded: 409, stageNotReported: 409, stageGraded: 409, unknownGrade: 422, graderNotNamed: 403, leaderDecides: 403, graderIsReporter: 403,
};

const API_PROBLEMS = {
  invalidInput: [400, '填写内容有误', '请按各项说明修改后重新提交'],
  malformedJson: [400, '请求内容不是有效的 JSON', '请检查引号、逗号和括号'],
  idempotencyKeyMissing: [400, '缺少 Idempotency-Key', '请为每次操作生成一个新的键，重试时沿用原来的键'],
  idempotencyKeyInvalid: [400, 'Idempotency-Key 不符合要求', '1至200个可见的 ASCII 字符，不含空格'],
  notLoggedIn: [401, '尚未登录或登录已失效', '请重新登录；系统对接请在 Authorization 中提供有效的令牌'],
  loginFailed: [401, '账号或口令不正确', '请核对后重试；多次输错将暂时锁定'],
  csrfMissing: [403, '请求缺少防伪令牌', '请在 X-CSRF-Token 中写明登录时取得的 csrfToken'],
  forbidden: [403, '您的职责不包括此项操作', '请由有此职责的人员办理'],
  passwordMustChange: [403, '须先修改口令', '请先设置新的口令，再办理其他事项'],
  notFound: [404, '没有找到', '请核对地址和编号'],
  idempotencyKeyInFlight: [409, '同一操作正在办理', '请稍候，用同一个键再试'],
  evidenceFileMissing: [409, '佐证文件尚未上传', '请先上传文件，再提交佐证'],
  evidenceFileExists: [409, '该编号已有另一份佐证文件', '已上传的文件不能替换，请使用新的编号'],
  accountExists: [409, '账号或人员已存在', '一人一个账号，请使用其他账号名，或修改已有的账号'],
  evidenceHeld: [409, '病毒扫描未能进行，文件暂不提供', '文件已收存，不必重传；扫描恢复后即可使用，请稍候再试'],
  sourceExists: [409, '该编号已有另一份来文', '重新导入请用 reimport，新来文请使用新的编号'],
  holdingServed: [409, '任期已经开始，不能删除', '尚未到任或当天录入的可以删除；其余请填写离任日期'],
  notResent: [409, '这一通知不能重发', '请查看它现在的结果'],
  registrationRunning: [409, '该来文有事项正在立项', '请待立项完成后再试'],
  versionStale: [412, '内容已被他人更新', '请查看现在的内容，再决定是否修改'],
  contentTooLarge: [413, '内容超过上限', '请减小后重新提交'],
  badMediaType: [415, '内容类型不受支持', '一般请求用 application/json，上传文件用 application/octet-stream，均不压缩'],
  badHost: [421, '不接受以此主机名访问', '请用本机地址，或 YANXING_PUBLIC_URL 所写的地址访问'],
  evidenceRefused: [422, '佐证文件不能收录', '请按说明处理后重新提交'],
  sourceRefused: [422, '来文不能收录', '请按说明处理后重新提交'],
  tableRefused: [422, '表格不能读取', '请提供 .xlsx 或 .csv 文件，第一行为列名'],
  correctionRefused: [422, '不能这样修改', '请刷新后再试'],
  draftsIncomplete: [422, '所选事项还不能立项', '请按各项说明补全，或只选择已补全的事项'],
  rolesConflict: [422, '系统管理员、安全管理员、审计管理员不得由同一人担任', '请只保留其中一项'],
  idempotencyKeyReused: [422, '同一个 Idempotency-Key 已用于另一项内容', '内容不同的操作请使用新的键'],
  preconditionRequired: [428, '缺少 If-Match', '请在 If-Match 中写明所依据的版本，如 "3"'],
  tooManyAttempts: [429, '尝试次数过多，暂时锁定', '请在 Retry-After 所示的秒数之后再试，或请安全管理员解除锁定'],
  tooManyRequests: [429, '操作过于频繁', '请在 Retry-After 所示的秒数之后再试'],
  internal: [500, '系统内部出错', '请将请求编号告诉管理员'],
  evidenceAltered: [500, '佐证文件与登记的校验值不符，不予提供', '请将请求编号告诉管理员，核查文件是否被改动'],
  unavailable: [503, '系统暂时无法办理', '请稍候再试；重试写入操作时沿用原来的 Idempotency-Key'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string, hint: string]>>;
export type ApiProblemCode = keyof typeof API_PROBLEMS;
export type ProblemCode = ApiProblemCode | RefusalCode;
/** Closed: a new one is a change of the contract. */
export const PROBLEM_CODES: readonly ProblemCode[] = [...(Object.keys(API_PROBLEMS) as ApiProblemCode[]), ...REFUSAL_CODES];

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly hint: string;
  readonly errors?: readonly InputFault[];
  readonly instance?: string;
}

interface ProblemOptions {
  readonly detail?: string;
  readonly hint?: string;
  readonly errors?: readonly InputFault[];
  /** Members of this problem's own (RFC 9457, section 3.2). */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a handler throws to refuse a request. */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A refusal is an answer of the rules, so it is kept under its Idempotency-Key; other problems may be tried again. */
  readonly isRefusal: boolean;
  readonly body: ProblemBody;

  constructor(cause: ApiProblemCode | Refusal, options: ProblemOptions = {}) {
    const [code, status, title, hint] = typeof cause === 'string'
      ? [cause, ...API_PROBLEMS[cause]] as const
      : [cause.refused, REFUSAL_STATUS[cause.refused], cause.text, cause.hint] as const;
    super(`${code}: ${options.detail ?? title}`);
    this.status = status;
    this.isRefusal = typeof cause !== 'string' && isRefusal(cause);
    this.headers = { ...options.headers, ...(options.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(options.retryAfterSeconds) }) };
    this.body = {
      type: `urn:yanxing:problem:${code}`, title, status, code, detail: options.detail ?? title, hint: options.hint ?? hint,
      ...(options.errors ? { errors: options.errors } : {}),
      ...options.extra,
    };
  }
}

export const invalidInput = (errors: readonly InputFault[]): Problem =>
  new Problem('invalidInput', { errors, detail: `${errors.length}处有误` });

/** What stands now where an edit went by an older version: who wrote it and when, so that the caller knows whom to ask. */
export interface Standing { readonly version: number; readonly by: Actor | null; readonly at: Instant | null }
export const staleVersion = (given: number, { version, by, at }: Standing): Problem => new Problem('versionStale', {
  detail: `所依据的是第${given}版，现在是第${version}版${by === null || at === null ? '' : `，由${by.name}于${civilDateOf(at)} ${timeOfDay(at)}更新`}`,
  headers: { ETag: `"${version}"` }, extra: { givenVersion: given, currentVersion: version, changedBy: by && { person: by.person, name: by.name }, changedAt: at },
});

export const unavailable = (): Problem => new Problem('unavailable', { retryAfterSeconds: 2 });

const field = (value: unknown, name: string): unknown =>
  (typeof value === 'object' && value !== null && name in value ? (value as Readonly<Record<string, unknown>>)[name] : undefined);

const MONGO_AWAY = /^Mongo(ose)?(ServerSelection|Network|NetworkTimeout|NotConnected|NotPrimary|TopologyClosed|PoolCleared|PoolClosed|WaitQueueTimeout|ExpiredSession|ClientClosed|OperationTimeout)/;
/** Not primary, node recovering, shutting down, no longer primary. */
const MONGO_STEPDOWN: ReadonlySet<unknown> = new Set([89, 91, 189, 10107, 11600, 11602, 13435, 13436]);
/** gRPC: deadline exceeded, resource exhausted, aborted, unavailable. */
const GRPC_AWAY: ReadonlySet<unknown> = new Set([4, 8, 10, 14]);

/** A connection that broke while something was being written to it: the driver hands on the socket's own error, without a name of its own (seen with MongoDB killed, mongodb 7). */
const SOCKET_BROKEN: ReadonlySet<unknown> = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'ETIMEDOUT', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

/** Whether an engine is away, so that the same request may succeed later. Told by name and code: no engine's client is imported here. */
export const isEngineAway = (error: unknown): boolean => {
  for (let cause: unknown = error, depth = 0; cause !== undefined && cause !== null && depth < 5; cause = field(cause, 'cause'), depth += 1) {
    const name = String(field(cause, 'name'));
    const code = field(cause, 'code');
    if (MONGO_AWAY.test(name) || SOCKET_BROKEN.has(code)) return true;
    if (name.startsWith('Mongo') && (MONGO_STEPDOWN.has(code) || String(field(cause, 'message')).includes('buffering timed out'))) return true;
    if (field(cause, 'details') !== undefined && field(cause, 'metadata') !== undefined && GRPC_AWAY.has(code)) return true;
  }
  return false;
};

/** Faults that Express and its body parser raise, as problems of ours; null for what is our own failure. */
export const problemOf = (error: unknown): Problem | null => {
  if (error instanceof Problem) return error;
  if (isEngineAway(error)) return unavailable();
  switch (field(error, 'type')) {
    case 'entity.parse.failed': return new Problem('malformedJson');
    case 'entity.too.large': return new Problem('contentTooLarge', { detail: 'JSON 请求不超过1 MB' });
    case 'encoding.unsupported': case 'charset.unsupported': return new Problem('badMediaType');
    case 'request.aborted': case 'request.size.invalid': return new Problem('malformedJson', { detail: '请求没有完整送达' });
    default:
  }
  // A percent sign that decodes to nothing, in the path.
  return error instanceof URIError ? new Problem('notFound') : null;
};
