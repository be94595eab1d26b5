/**
 * Who may do what: one table, role × action × relation to the object, and the one question asked of it.
 * Pure. Routes, pages and the matrix test ask only this file.
 */
import { COMMAND_NAMES, COMMAND_TITLES, type CommandName } from '../domain/commands';
import type { PostKind } from '../domain/vocabulary';

export const ROLES = ['registrar', 'handler', 'unitHead', 'reviewer', 'leader', 'systemAdmin', 'securityAdmin', 'auditAdmin'] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  registrar: '督查员', handler: '承办人', unitHead: '单位负责人', reviewer: '审核员', leader: '市领导',
  systemAdmin: '系统管理员', securityAdmin: '安全管理员', auditAdmin: '审计管理员',
};

/** What a post brings with it: a successor may at once what the predecessor might, and who left may nothing. */
export const ROLE_OF_POST: Readonly<Record<PostKind, Role>> = {
  registrar: 'registrar', handler: 'handler', unitHead: 'unitHead', deputy: 'unitHead', reviewer: 'reviewer', sponsor: 'leader',
};

/** 三员分立 (GB/T 22239, 三权分立): running the system, granting rights and looking at what was done are three people. [std] */
export const ADMINISTRATORS = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[];
/** @returns the administrators' roles in `roles`, where there is more than one; empty if `roles` may be granted to one person */
export const conflictingRoles = (roles: readonly Role[]): Role[] => {
  const held = ADMINISTRATORS.filter((role) => roles.includes(role));
  return held.length > 1 ? held : [];
};
export const isAdministrator = (roles: readonly string[]): boolean => ADMINISTRATORS.some((role) => roles.includes(role));

export const OTHER_ACTIONS = [
  'commitment.read', 'commitment.register', 'evidence.read', 'evidence.upload', 'notice.read', 'notice.resend', 'summary.read', 'overview.read', 'burden.read',
  'source.read', 'source.import', 'source.correct', 'source.register',
  'ledger.read', 'ledger.export', 'bulletin.read', 'bulletin.issue',
  'rules.read', 'rules.edit', 'calendar.read', 'calendar.edit', 'organisation.read', 'organisation.edit',
  'account.read', 'account.edit', 'account.grant', 'account.unlock', 'token.own', 'token.revoke', 'outcome.own', 'audit.read', 'engine.read',
] as const;
export type Action = (typeof OTHER_ACTIONS)[number] | `command.${CommandName}`;
const OTHER_NAMES: Readonly<Record<(typeof OTHER_ACTIONS)[number], string>> = {
  'commitment.read': '查看事项', 'commitment.register': '立项', 'evidence.read': '查看佐证', 'evidence.upload': '上传佐证', 'notice.read': '查看通知', 'notice.resend': '重发通知',
  'summary.read': '查看统计', 'overview.read': '查看总览', 'burden.read': '查看负担', 'source.read': '查看来文', 'source.import': '导入来文', 'source.correct': '修改拟办', 'source.register': '由来文立项',
  'ledger.read': '查看台账记录', 'ledger.export': '导出台账记录', 'bulletin.read': '查看通报', 'bulletin.issue': '印发通报', 'rules.read': '查看规则', 'rules.edit': '修改规则',
  'calendar.read': '查看日历', 'calendar.edit': '修改日历', 'organisation.read': '查看机构', 'organisation.edit': '维护机构', 'account.read': '查看账号', 'account.edit': '维护账号',
  'account.grant': '授予角色', 'account.unlock': '解除锁定', 'token.own': '本人令牌', 'token.revoke': '吊销令牌', 'outcome.own': '查询本人操作结果', 'audit.read': '查看审计', 'engine.read': '查看运行状况',
};

/** The least relation that a role needs: any object; one of an own unit; one of a sponsor's post that is held. */
export const RELATIONS = ['any', 'unit', 'sponsor'] as const;
export type Relation = (typeof RELATIONS)[number];

type Grants = Readonly<Partial<Record<Action, Relation>>>;

const EVERYBODY: Grants = { 'organisation.read': 'any', 'calendar.read': 'any', 'rules.read': 'any', 'token.own': 'any', 'outcome.own': 'any' };
/** Sources are the plenary's own words, published to all units; what became of another unit's sentence is not. */
const UNIT: Grants = {
  ...EVERYBODY,
  'source.read': 'unit', 'commitment.read': 'unit', 'evidence.read': 'unit', 'evidence.upload': 'unit', 'notice.read': 'unit', 'summary.read': 'unit', 'burden.read': 'unit', 'ledger.read': 'unit',
  'command.sign': 'unit', 'command.refuse': 'unit', 'command.report': 'unit', 'command.evidence': 'unit', 'command.requestClosure': 'unit', 'command.requestExtension': 'unit',
  'command.completeStage': 'unit', 'command.decompose': 'unit',
};
const OFFICE: Grants = {
  ...EVERYBODY,
  'source.read': 'any', 'commitment.read': 'any', 'evidence.read': 'any', 'notice.read': 'any', 'summary.read': 'any', 'overview.read': 'any', 'burden.read': 'any', 'ledger.read': 'any', 'bulletin.read': 'any',
};
const ADMINISTRATOR: Grants = { ...EVERYBODY };

/** Who approves an extension and who grades a stage the pack names; the domain checks that, and that nobody decides on what is his own. */
export const POLICY: Readonly<Record<Role, Grants>> = {
  handler: UNIT,
  unitHead: UNIT,
  reviewer: { ...OFFICE, 'command.review': 'any', 'command.gradeStage': 'any', 'command.lookBack': 'any', 'ledger.export': 'any' },
  registrar: {
    ...OFFICE,
    'commitment.register': 'any', 'evidence.upload': 'any', 'notice.resend': 'any', 'source.import': 'any', 'source.correct': 'any', 'source.register': 'any',
    'ledger.export': 'any', 'bulletin.issue': 'any', 'rules.edit': 'any', 'calendar.edit': 'any', 'organisation.edit': 'any',
    'command.dispatch': 'any', 'command.rule': 'any', 'command.review': 'any', 'command.gradeStage': 'any', 'command.amend': 'any', 'command.lookBack': 'any', 'command.terminate': 'any',
    'command.decideExtension': 'any', 'command.suspend': 'any', 'command.resume': 'any', 'command.transfer': 'any', 'command.raise': 'any', 'command.instruct': 'any',
    'command.setTarget': 'any', 'command.decompose': 'any', 'command.completeStage': 'any', 'command.notPursue': 'any', 'command.reopen': 'any', 'command.repin': 'any',
    // What a unit says by telephone or on paper is entered for it; the ledger names who entered it.
    'command.sign': 'any', 'command.refuse': 'any', 'command.report': 'any', 'command.evidence': 'any', 'command.requestClosure': 'any', 'command.requestExtension': 'any',
  },
  leader: {
    ...OFFICE, 'ledger.export': 'any',
    'command.instruct': 'sponsor', 'command.decideExtension': 'sponsor', 'command.review': 'sponsor', 'command.raise': 'sponsor', 'command.suspend': 'sponsor', 'command.resume': 'sponsor', 'command.notPursue': 'sponsor',
    'command.decideProposal': 'sponsor',
  },
  systemAdmin: { ...ADMINISTRATOR, 'organisation.edit': 'any', 'account.read': 'any', 'account.edit': 'any', 'engine.read': 'any' },
  securityAdmin: { ...ADMINISTRATOR, 'account.read': 'any', 'account.grant': 'any', 'account.unlock': 'any', 'token.revoke': 'any' },
  auditAdmin: { ...ADMINISTRATOR, 'account.read': 'any', 'audit.read': 'any', 'ledger.read': 'any', 'ledger.export': 'any' },
};

/** How somebody came in. */
export const VIAS = ['session', 'token', 'link', 'oidc'] as const;
export type Via = (typeof VIAS)[number];
export const VIA_NAMES: Readonly<Record<Via, string>> = { session: '登录', token: '令牌', link: '邮件链接', oidc: '统一认证' };

export interface Principal {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Units of the posts held today. */
  readonly units: readonly string[];
  /** Posts held today. */
  readonly posts: readonly string[];
  readonly via: Via;
  /** What a token or a link is limited to; null: whatever the roles allow. */
  readonly scope: readonly Action[] | null;
}

/** What is asked about. */
export interface AccessObject {
  /** Units that take part; of a command, the one it is given for. */
  readonly units: readonly string[];
  /** The sponsor's post. */
  readonly sponsor: string | null;
}

const relates = (principal: Principal, relation: Relation, object: AccessObject): boolean => {
  switch (relation) {
    case 'any': return true;
    case 'unit': return object.units.some((unit) => principal.units.includes(unit));
    case 'sponsor': return object.sponsor !== null && principal.posts.includes(object.sponsor);
  }
};

/** @param object without it: whether there is any object at all on which the action may be allowed (a list, a menu entry) */
export const mayDo = (principal: Principal, action: Action, object?: AccessObject): boolean =>
  (principal.scope === null || principal.scope.includes(action)) && principal.roles.some((role) => {
    const relation = POLICY[role][action];
    return relation !== undefined && (object === undefined || relates(principal, relation, object));
  });

/** How far a read reaches: everything, or these units and sponsors' posts only. It goes into the store's query. */
export interface Reach { readonly units: readonly string[]; readonly sponsors: readonly string[] }
/** @returns null for everything; empty lists for nothing */
export const reachOf = (principal: Principal, action: Action): Reach | null => {
  const relations = principal.scope !== null && !principal.scope.includes(action) ? [] : principal.roles.flatMap((role) => POLICY[role][action] ?? []);
  if (relations.includes('any')) return null;
  return { units: relations.includes('unit') ? principal.units : [], sponsors: relations.includes('sponsor') ? principal.posts : [] };
};

export const ACTIONS: readonly Action[] = [...OTHER_ACTIONS, ...COMMAND_NAMES.map((name): Action => `command.${name}`)];
export const ACTION_NAMES: Readonly<Record<Action, string>> = {
  ...OTHER_NAMES, ...Object.fromEntries(COMMAND_NAMES.map((name) => [`command.${name}`, COMMAND_TITLES[name]])) as Record<`command.${CommandName}`, string>,
};
export const isAction = (text: string): text is Action => ACTIONS.some((action) => action === text);
/** For menus: what this person may do at all. */
export const permissionsOf = (principal: Principal): Action[] => ACTIONS.filter((action) => mayDo(principal, action));

/** Of an account, as far as rules ask. */
export interface Account { readonly person: string; readonly roles: readonly string[] }
/**
 * Who resets a password is told it: an administrator's is not the system administrator's to reset, and nobody's own. The last
 * security administrator's is reset at the machine (`npm run reset-password`).
 * @param grants whether he grants roles here
 */
export const mayEditAccount = (by: Principal, grants: boolean, target: Account): boolean =>
  (isAdministrator(target.roles) ? grants && target.person !== by.person : mayDo(by, 'account.edit'));

/**
 * Nobody appoints himself, and nobody an administrator: what he may do is the security administrator's to say.
 * @param gaining persons who would hold more than before
 * @returns of whom it is refused, and why; null where it is not
 */
export const whyNotAppoint = (by: string, gaining: ReadonlySet<string>, administrators: ReadonlySet<string>): { readonly person: string; readonly text: string; readonly hint: string } | null => {
  if (gaining.has(by)) return { person: by, text: '不能为自己安排或延长任职', hint: '请由另一名系统管理员或督查员办理' };
  const administrator = [...gaining].find((person) => administrators.has(person));
  return administrator === undefined ? null : { person: administrator, text: `“${administrator}”是系统、安全或审计管理员，不得由此任职`, hint: '请安排其他人员；确需兼任的，由安全管理员授予角色' };
};
