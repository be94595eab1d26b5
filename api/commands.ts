/** A command on its way to the commitment's workflow and back. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { commandSchemas, type Command, type CommandBody, type CommandName } from '../domain/commands';
import { canonicalJson } from '../domain/ledger-chain';
import type { PolicyPack } from '../domain/policy';
import { unitFault } from '../domain/organisation';
import { decide } from '../domain/decide';
import { isRefusal } from '../domain/refusals';
import { evidenceSchema, type Actor, type Commitment, type Rules } from '../domain/state';
import { civilDateOf, type Instant } from '../domain/time';
import { assertNever, ENDED_STATES, type PostKind } from '../domain/vocabulary';
import type { Stores } from '../stores';
import type { StoredAnswer } from '../stores/idempotency';
import type { CommandAnswer, CommandInput } from '../workflows/commitment.messages';
import type { ApiDeps } from './deps';
import { fileIdOf, releaseFile } from './evidence-files';
import { idSchema } from './fields';
import { sha256 } from './idempotency';
import { invalidInput, Problem, staleVersion, unavailable } from './problems';
import { startLife } from './registration';
import { commitmentView } from './views';

/** What a person sends: the domain's schemas, but name, size and hash of evidence are read from the file that was uploaded. */
export const commandBodies = {
  ...commandSchemas,
  evidence: evidenceSchema.pick({ unit: true, criterion: true }).extend({ id: idSchema }),
  requestClosure: commandSchemas.requestClosure.extend({ evidence: z.array(evidenceSchema.pick({ criterion: true }).extend({ id: idSchema })).max(20, '一次不超过20份').optional() }),
} as const;
export type SentBody<N extends CommandName> = z.infer<(typeof commandBodies)[N]>;

/** @throws Problem where the file was not uploaded first */
const withFile = async <T extends { readonly id: string }>(deps: ApiDeps, commitment: string, sent: T): Promise<T & { fileName: string; size: number; sha256: string }> => {
  const file = await deps.stores.evidence.find(fileIdOf(commitment, sent.id));
  if (!file) throw new Problem('evidenceFileMissing');
  await releaseFile(deps, file);
  return { ...sent, fileName: file.name, size: file.size, sha256: file.sha256 };
};

/** The route parsed `body` with the schema of `name`; the compiler cannot follow that pairing through the table. */
const commandOf = async (deps: ApiDeps, commitment: string, name: CommandName, body: unknown): Promise<Command> => {
  const { stores, clock } = deps;
  if (name === 'evidence') {
    return { name, ...(await withFile(deps, commitment, body as SentBody<'evidence'>)) };
  }
  if (name === 'requestClosure') {
    const { evidence, ...sent } = body as SentBody<'requestClosure'>;
    return { name, ...sent, ...(evidence === undefined ? {} : { evidence: await Promise.all(evidence.map((one) => withFile(deps, commitment, one))) }) };
  }
  if (name === 'rule' || name === 'transfer' || name === 'raise') {
    const { toUnit } = body as CommandBody<'rule' | 'transfer' | 'raise'>;
    const fault = toUnit === undefined ? null : unitFault(await stores.organisation.unit(toUnit), toUnit, civilDateOf(clock.now()));
    if (fault !== null) throw invalidInput([{ path: 'toUnit', ...fault }]);
  }
  if (name === 'decompose') {
    const { children = [] } = body as CommandBody<'decompose'>;
    const { unitsById } = await stores.organisation.directory();
    const faults = children.flatMap(({ lead }, index) => {
      const fault = unitFault(unitsById.get(lead), lead, civilDateOf(clock.now()));
      return fault === null ? [] : [{ path: `children.${index}.lead`, ...fault }];
    });
    if (faults.length > 0) throw invalidInput(faults);
  }
  return { name, ...(body as object) } as Command;
};

/** Commands that may move a date: of a child, not past its parent's as it stands now. */
const MOVES_DATE: readonly CommandName[] = ['amend', 'decideExtension', 'raise', 'lookBack', 'instruct', 'reopen'];
const parentDueOf = async ({ stores }: ApiDeps, id: string, name: CommandName): Promise<{ parentDue?: string }> => {
  if (!MOVES_DATE.includes(name)) return {};
  const parent = (await stores.commitments.get(id))?.state.parent ?? null;
  const due = parent === null ? undefined : (await stores.commitments.get(parent.id))?.state.due;
  return due === undefined ? {} : { parentDue: due };
};

/** A registrar decides for the office; a sponsor, a reviewer, a unit's head only in what is theirs. */
export const holdsOf = async (stores: Stores, { sponsor, reviewer, units }: Commitment, actor: Actor, at: Instant): Promise<PostKind[]> => {
  const posts = await stores.organisation.postsHeldBy(actor.person, civilDateOf(at));
  const own = (post: { readonly id: string; readonly kind: PostKind; readonly unit: string | null }): boolean =>
    post.kind === 'registrar' || post.id === sponsor || post.id === reviewer || (post.unit !== null && units.some(({ unit }) => unit === post.unit));
  return posts.filter(own).map((post) => post.kind);
};

/** Commands of which the pack says whose they are. */
const BY_POST: readonly CommandName[] = ['decideExtension', 'gradeStage', 'decideProposal'];
const holdsFor = async ({ stores, clock }: ApiDeps, id: string, name: CommandName, actor: Actor): Promise<{ holds?: readonly PostKind[] }> => {
  const document = BY_POST.includes(name) ? await stores.commitments.get(id) : null;
  return document === null ? {} : { holds: await holdsOf(stores, document.state, actor, clock.now()) };
};

/** What the rules ask of the world beside the matter itself: posts that he holds there, and how far its parent goes. */
export const surroundingsOf = async (deps: ApiDeps, id: string, name: CommandName, actor: Actor): Promise<{ holds?: readonly PostKind[]; parentDue?: string }> =>
  ({ ...(await holdsFor(deps, id, name, actor)), ...(await parentDueOf(deps, id, name)) });

/** @throws Problem where the pack is not one that an item may be moved to */
export const packOf = async ({ stores }: Pick<ApiDeps, 'stores'>, { pack: name, version }: Pick<CommandBody<'repin'>, 'pack' | 'version'>): Promise<PolicyPack> => {
  const found = await stores.rules.packVersion({ name, version });
  if (found?.inUse) return found.pack;
  const inUse = (await stores.rules.packVersions()).filter((one) => one.inUse).map(({ pack }) => `“${pack.name}”第${pack.version}版`);
  throw invalidInput([{ path: found === null ? 'pack' : 'version', message: found === null ? `没有“${name}”第${version}版` : `“${name}”第${version}版尚未启用`, accepted: `已启用的规则：${inUse.join('、')}` }]);
};

const PROJECTION_WAIT_MS = 1_000;
const PROJECTION_POLL_MS = 20;

/** A list read next should agree with this answer; where the write is slow, the answer does not wait for ever. */
const awaitProjection = async ({ stores }: ApiDeps, id: string, version: number): Promise<string | null> => {
  const until = Date.now() + PROJECTION_WAIT_MS;
  for (;;) {
    const document = await stores.commitments.get(id);
    if (document && document.version >= version) return document.number;
    if (Date.now() >= until) return document?.number ?? null;
    await pause(PROJECTION_POLL_MS);
  }
};

const answerDone = async (deps: ApiDeps, { state, seq }: CommandAnswer): Promise<StoredAnswer> => {
  const [number, rules, names] = await Promise.all([
    awaitProjection(deps, state.id, seq), deps.stores.rules.forCommitment(state), deps.stores.organisation.unitNames(),
  ]);
  return { status: 200, body: { commitment: commitmentView({ state, number, rules, names, at: deps.clock.now() }), version: seq } };
};

const staleProblem = async (deps: ApiDeps, id: string, given: number): Promise<Problem> => {
  const { stores } = deps;
  await awaitProjection(deps, id, given + 1);
  const [document, last] = await Promise.all([stores.commitments.get(id), stores.ledger.last(id)]);
  return staleVersion(given, { version: document?.version ?? 0, by: last?.actor ?? null, at: last?.recordedAt ?? null });
};

/** After its end the projection answers; only `reopen` begins the life again, from it (design, section 5, "Ends"). */
const reopen = async (deps: ApiDeps, ended: Commitment, rules: Rules, input: CommandInput): Promise<void> => {
  if (input.version !== undefined && input.version !== ended.seq) throw await staleProblem(deps, ended.id, input.version);
  const decision = decide(ended, input.command, { ...input, at: deps.clock.now() }, rules);
  if (isRefusal(decision)) throw new Problem(decision);
  await startLife(deps, { ...ended, clockShiftMs: deps.clock.offsetMs }, rules, input);
};

/** No run under this id: ended, never started because of a crash between insert and start, or no such commitment. */
const revive = async (deps: ApiDeps, id: string, input: CommandInput): Promise<void> => {
  const document = await deps.stores.commitments.get(id);
  if (!document) throw new Problem('notFound', { detail: `没有编号为“${id}”的事项` });
  const rules = await deps.stores.rules.forCommitment(document.state);
  if (ENDED_STATES.includes(document.state.status)) return reopen(deps, document.state, rules, input);
  await startLife(deps, document.state, rules);
  deps.log.warn({ commitment: id, version: document.version }, 'workflow was missing and has been started from the projection');
};

const run = async (deps: ApiDeps, id: string, input: CommandInput, mayRevive: boolean): Promise<StoredAnswer> => {
  const outcome = await deps.temporal.command(id, input);
  switch (outcome.kind) {
    case 'done':
      return answerDone(deps, outcome.answer);
    case 'refused':
      throw new Problem(outcome.refusal);
    case 'unknown':
      throw unavailable();
    case 'stale':
      throw await staleProblem(deps, id, input.version ?? 0);
    case 'notRunning':
      if (!mayRevive) throw unavailable();
      await revive(deps, id, input);
      return run(deps, id, input, false);
    default:
      return assertNever(outcome);
  }
};

/**
 * The update's id holds actor, command and body beside the key: the same key from another person, for another command or,
 * after a 503, with other contents must not be answered with what the first one did.
 */
const updateIdOf = (actor: Actor, key: string, command: Command): string =>
  `${key}~${sha256(canonicalJson([actor.person, command])).slice(0, 16)}`;

/**
 * Sends the command.
 * @param version that the caller goes by, where it named one @throws Problem with the rules' refusal, 404, 412, or 503 where the outcome is unknown
 */
export const giveCommand = async (deps: ApiDeps, id: string, name: CommandName, body: unknown, actor: Actor, key: string, version: number | null = null): Promise<StoredAnswer> => {
  const command = await commandOf(deps, id, name, body);
  const pack = command.name === 'repin' ? { pack: await packOf(deps, command) } : {};
  return run(deps, id, { command, actor, updateId: updateIdOf(actor, key, command), ...(version === null ? {} : { version }), ...pack, ...(await surroundingsOf(deps, id, name, actor)) }, true);
};
