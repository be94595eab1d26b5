/**
 * An office on real engines for one test file: MongoDB, Temporal, workers, api and a mail sink of its own.
 * Time begins on a fixed Monday of 2026 and moves only when the test says so.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { WorkflowNotFoundError } from '@temporalio/client';
import pino from 'pino';
import { parseSettings } from '../../config/settings';
import { hostOf, messageIdOf } from '../../activities/mail/message-id';
import { loadCalendar } from '../../config/calendars';
import { createClock } from '../../config/clock';
import { isWorkingDay } from '../../domain/calendar';
import type { Command } from '../../domain/commands';
import type { Commitment } from '../../domain/state';
import { addDays, civilDateOf, instantAt, msOf, timeOfDay, toInstant, type CivilDate, type Instant } from '../../domain/time';
import { ENDED_STATES } from '../../domain/vocabulary';
import { startEngines, type Engines } from '../../scripts/engines';
import { carryForward, letWait } from '../../scripts/engines/time-skipping';
import { startMailSink, type MailSink } from '../../scripts/mail-sink';
import { openOffice, type Office } from '../../scripts/office';
import { createDoor, type Door } from '../../scripts/door';
import { rebuild } from '../../scripts/rebuild';
import { rawCollection } from '../../stores/connection';
import type { CommitmentDocument } from '../../stores/commitments';
import type { DigestRecord } from '../../stores/digests';
import type { NoticeRecord } from '../../stores/notices';
import type { RegistrationDocument } from '../../stores/registrations';
import type { DigestResult } from '../../workflows/digest.workflow';
import { commitmentWorkflowId, noticeWorkflowId, registrationWorkflowId } from '../../workflows/ids';
import { SEARCH_ATTRIBUTES } from '../../workflows/search-attributes';
import { version as packageVersion } from '../../package.json';
import { version as sdkVersion } from '@temporalio/worker/package.json';
import { organisation } from './organisation';

/** Monday, 2 March 2026, 09:00 in the office: inside the published calendars whatever day the tests run on. */
export const FIRST_DAY: CivilDate = '2026-03-02';

export interface WorldOptions {
  readonly start?: Instant;
  /** Every run continues as new past so many events. */
  readonly historyLimit?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Temporal writes to disk as it does for `npm start`, and remembers when it is killed. */
  readonly onDisk?: boolean;
}

export interface World {
  readonly engines: Engines;
  readonly sink: MailSink;
  readonly office: Office;
  readonly url: string;
  /** Headers that act as this person: posts as in `organisation.ts`; who stands in no list is a registrar. */
  readonly as: Door;
  /** Registers over HTTP; due, units and the like by the test's word. @returns the id */
  register(draft?: Readonly<Record<string, unknown>>): Promise<string>;
  /** Sends a JSON body as the registrar would. @returns status and what was answered */
  ask<T = Record<string, unknown>>(path: string, body: unknown, version?: number): Promise<{ status: number; body: T }>;
  /** Switches a pack's newest version on, with everything confirmed that it leaves to the office. */
  switchOn(pack: string): Promise<void>;
  /** Sends a command over HTTP as `person` and demands that it is done. */
  act(id: string, command: Command, person?: string): Promise<Commitment>;
  /** The same, demanding a refusal. @returns its code */
  refused(id: string, command: Command, person?: string): Promise<string>;
  /** Carries the commitments (all of them, if none is named) to that day and hour; default 09:00. */
  until(day: CivilDate, time?: string, ids?: readonly string[]): Promise<void>;
  /** Runs that day's digest as its schedule would; once more, if it has run already. */
  digest(day: CivilDate): Promise<DigestResult>;
  /** Lives through the working days from..to: each morning all commitments carried to 08:31, then that day's digest. */
  through(from: CivilDate, to: CivilDate): Promise<void>;
  /** Hands in evidence for the one criterion, then asks for closure. */
  handIn(id: string, person?: string): Promise<Commitment>;
  /** Ends every worker and every run, lets time pass, then rebuilds all runs from MongoDB and starts workers (design, section 7). */
  outage(day: CivilDate, time?: string): Promise<void>;
  state(id: string): Promise<Commitment>;
  /**
   * Waits until every notice has its outcome.
   * @param of only the slips of this commitment; without it all mails, also those that nothing owed
   * @returns what arrived so far as `occasion→post`, digests as `digest→person`, sorted
   */
  mails(of?: string): Promise<string[]>;
  /** The same, for one person's mailbox. */
  mailsTo(person: string): Promise<string[]>;
  /** What stood in the digests sent so far, of one commitment: `2026-03-26 h-sjj: firstFeedback, reminder-3`. */
  lines(of: string): Promise<string[]>;
  /** Rungs reached so far: `2026-04-01 08:30 chase`; what collapsed into one in brackets. */
  rungs(id: string): Promise<string[]>;
  stop(): Promise<void>;
}

let keys = 0;

const HISTORIES = join(__dirname, '..', 'replay', 'histories');
/** Histories outlive the host that made them; its name and the process ids are nobody's business. */
const anonymous = (json: string): string => json.replaceAll(/"identity":"[^"]*"/g, '"identity":"worker"').replaceAll(/\d+@[\w.-]+/g, 'worker');

const officeTime = (at: Instant): string => `${civilDateOf(at)} ${timeOfDay(at)}`;
/** A reminder's period says which one it is; the other lines' occasion says enough. */
const lineLabel = ({ occasion, period }: NoticeRecord): string => (occasion === 'reminder' ? `reminder-${period.split('-').at(-1) ?? ''}` : occasion);

/** Polls `check` until it gives a value; the message says what was waited for. */
export const eventually = async <T>(what: string, check: () => Promise<T | null | undefined | false>, timeoutMs = 20_000): Promise<T> => {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await check();
    if (value !== null && value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

export const createWorld = async (options: WorldOptions = {}): Promise<World> => {
  const folder = await mkdtemp(join(tmpdir(), 'yanxing-mails-'));
  const engines = await startEngines({
    mode: 'temporary', say: () => undefined, env: process.env, ignoreConfigured: true, timeSkipping: true, searchAttributes: SEARCH_ATTRIBUTES,
    ...(options.onDisk === true ? { dataDir: join(folder, 'engines') } : {}),
  });
  const sink = await startMailSink({ folder });
  const start = options.start ?? instantAt(FIRST_DAY, '09:00');
  const clock = createClock(msOf(start) - Date.now());
  const settings = parseSettings({ NODE_ENV: 'test', YANXING_PORT: '0', YANXING_WAKE_SPREAD_MINUTES: '0', YANXING_MAIL_RATE: '1000', YANXING_READS_A_MINUTE: '0', YANXING_WRITES_A_MINUTE: '0', ...options.env });
  const office = await openOffice({
    settings, mongoUri: engines.mongoUri, temporalAddress: engines.temporalAddress, smtpUrl: sink.url, parts: { api: true, worker: true },
    log: pino({ level: process.env['API_TEST_LOG'] ?? 'silent' }), clock,
  });
  await office.stores.organisation.importAll(organisation);
  await office.temporal.ensureDigestSchedule('08:30');
  const { stores, temporal } = office;
  const url = office.api?.url ?? '';
  const { historyLimit } = options;
  if (historyLimit !== undefined) {
    const start = temporal.startCommitment;
    temporal.startCommitment = (input) => start({ ...input, historyLimit });
  }
  const { client } = temporal;
  const notices = rawCollection<NoticeRecord>(stores.connection, 'notices');
  const digests = rawCollection<DigestRecord>(stores.connection, 'digests');
  const commitments = rawCollection<CommitmentDocument>(stores.connection, 'commitments');
  const calendar = loadCalendar();

  const as = createDoor(stores, (person) => (person.startsWith('rev') ? ['reviewer'] : person.startsWith('audit') ? ['auditAdmin'] : organisation.people.some(({ id }) => id === person) ? [] : ['registrar']));
  const post = async (path: string, body: unknown, person: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> => fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `k${process.pid}-${(keys += 1)}`, ...(await as(person)), ...headers },
    body: JSON.stringify(body),
  });
  const state = async (id: string): Promise<Commitment> => {
    const document = await stores.commitments.get(id);
    if (!document) throw new Error(`no commitment ${id}`);
    return document.state;
  };
  const send = async (id: string, { name, ...body }: Command, person: string): Promise<Response> => {
    if (name !== 'evidence') return post(`/api/commitments/${id}/commands/${name}`, body, person);
    // The file itself goes first, as a person's browser would do it.
    const evidence = body as Extract<Command, { name: 'evidence' }>;
    const put = await fetch(`${url}/api/commitments/${id}/evidence/${evidence.id}/file?name=${encodeURIComponent(evidence.fileName)}`, {
      method: 'PUT', headers: { 'Content-Type': 'application/octet-stream', ...(await as(person)) }, body: `佐证 ${evidence.id}`,
    });
    if (!put.ok) return put;
    return post(`/api/commitments/${id}/commands/evidence`, { id: evidence.id, unit: evidence.unit, criterion: evidence.criterion }, person);
  };
  const allIds = async (): Promise<string[]> => {
    const ids: string[] = [];
    for await (const document of stores.commitments.all()) if (!ENDED_STATES.includes(document.state.status)) ids.push(document._id);
    return ids;
  };
  // Greylisting waits in real time, as the mail server does.
  const settled = async (): Promise<void> => {
    await eventually('every notice to have its outcome', async () =>
      (await notices.countDocuments({ $or: [{ state: { $in: ['claimed', 'deferred'] } }, { state: 'pending', nextAttemptAt: null }], factSeq: { $ne: null } })) === 0, 60_000);
  };
  /** What a send window or a throttle holds back until then goes, in the order in which it may. */
  const release = async (until: Instant): Promise<void> => {
    for (;;) {
      const held = await notices.find({ state: 'pending', nextAttemptAt: { $ne: null, $lte: until } }).sort({ nextAttemptAt: 1, _id: 1 }).limit(1).next();
      if (held === null) return;
      await letWait(client, noticeWorkflowId(held._id), msOf(held.nextAttemptAt ?? until) - msOf(held.claimedAt ?? until) + 1_000);
      await eventually(`${held._id} to go`, async () => {
        const now = await notices.findOne({ _id: held._id });
        return now?.state !== 'pending' || now.nextAttemptAt !== held.nextAttemptAt;
      });
      await settled();
    }
  };
  /** What arrived, matched to what was owed by its Message-ID; a mail that nothing owed shows by its subject. */
  const arrived = async (): Promise<{ label: string; to: string; of: string | null }[]> => {
    await settled();
    const [mails, owed, sent] = await Promise.all([sink.mails(), notices.find({ messageId: { $ne: null } }).toArray(), digests.find().toArray()]);
    const known = new Map<string, { label: string; of: string | null }>([
      ...owed.map((n): [string, { label: string; of: string | null }] => [String(n.messageId), { label: `${n.occasion}→${n.post}`, of: n.commitment }]),
      ...sent.map((d): [string, { label: string; of: string | null }] => [messageIdOf(d._id, hostOf(settings.YANXING_MAIL_FROM)), { label: `digest→${d.person}`, of: null }]),
    ]);
    return mails.map((mail) => ({
      ...(known.get(mail.messageId ?? '') ?? { label: `unexpected: ${mail.subject ?? ''}`, of: null }),
      to: [mail.to ?? []].flat().map((one) => one.text).join(),
    })).sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
  };
  const runOf = async (workflowId: string): Promise<{ runId: string; status: string } | null> => {
    try {
      const { runId, status } = await client.workflow.getHandle(workflowId).describe();
      return { runId, status: status.name };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  };
  /** Under the package's version, or a name of its own that keeps those recorded before: YANXING_RECORD=0.1.0-20261129 npm run -s jest -- tests/life/ladder */
  const record = async (): Promise<void> => {
    const asked = process.env['YANXING_RECORD'] ?? '1';
    const release = asked === '1' ? packageVersion : asked;
    const scenario = basename(expect.getState().testPath ?? 'life', '.test.ts');
    const save = async (name: string, workflowId: string, runId?: string): Promise<void> => {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
      if (before && runId === undefined) await save(`${name}-continued`, workflowId, before);
      await writeFile(join(HISTORIES, `${name}__${release}__sdk-${sdkVersion}.json`), anonymous(JSON.stringify(JSON.parse(historyToJSON(history)))));
    };
    // Those born by the score live as others do: of them the registrations are kept.
    const registrations = await rawCollection<RegistrationDocument>(stores.connection, 'registrations').find({}, { sort: { at: 1 } }).toArray();
    for (const [index, one] of registrations.entries()) await save(`${scenario}-${index + 1}`, registrationWorkflowId(one.source, one._id));
    if (registrations.length > 0) return;
    let count = 0;
    for await (const document of stores.commitments.all()) {
      count += 1;
      await save(`${scenario}-${count}`, commitmentWorkflowId(document._id));
    }
    const awaited = await notices.findOne({ awaited: true, state: { $ne: 'pending' } }, { sort: { _id: 1 } });
    if (awaited) await save(`${scenario}-notice`, noticeWorkflowId(awaited._id));
  };

  const world: World = {
    engines, sink, office, url, state, as,
    async register(draft = {}) {
      const response = await post('/api/commitments', {
        title: '制定数据共享管理办法', kind: 'deliverable', lead: 'sjj', sponsor: 'sponsor-a', acceptance: ['印发管理办法'], due: '2026-03-31', ...draft,
      }, 'registrar');
      const body = await response.json() as { id: string };
      if (response.status !== 201) throw new Error(`registration answered ${response.status}: ${JSON.stringify(body)}`);
      await eventually('the first wake', async () => (await stores.commitments.get(body.id))?.number);
      return body.id;
    },
    async ask<T>(path: string, body: unknown, version?: number) {
      const response = await post(path, body, 'registrar', version === undefined ? {} : { 'If-Match': `"${version}"` });
      return { status: response.status, body: await response.json() as T };
    },
    async switchOn(pack) {
      const newest = (await stores.rules.packVersions(pack))[0];
      if (!newest) throw new Error(`no pack ${pack}`);
      const { status, body } = await world.ask(`/api/policies/${encodeURIComponent(pack)}/versions/${newest.version}/on`, { confirmed: newest.pack.suggested }, newest.switches.length);
      if (status !== 200) throw new Error(`switching on ${pack} answered ${status}: ${JSON.stringify(body)}`);
    },
    async act(id, command, person = 'officer') {
      const response = await send(id, command, person);
      if (!response.ok) throw new Error(`${command.name} answered ${response.status}: ${await response.text()}`);
      return state(id);
    },
    async refused(id, command, person = 'officer') {
      const response = await send(id, command, person);
      const body = await response.json() as { code?: string };
      if (response.ok) throw new Error(`${command.name} was done, though a refusal was due`);
      return body.code ?? String(response.status);
    },
    async until(day, time = '09:00', ids) {
      await settled();
      const to = instantAt(day, time);
      await Promise.all((ids ?? await allIds()).map(async (id) => {
        const rules = await stores.rules.forCommitment(await state(id));
        await carryForward(temporal, rules, id, to, settled);
      }));
      await release(to);
      clock.setOffset(msOf(to) - Date.now());
      await settled();
    },
    async digest(day) {
      const at = instantAt(day, '08:30');
      const workflowId = `digest-${at.replace('.000Z', 'Z')}`;
      const before = await runOf(workflowId);
      await temporal.backfillDigests(toInstant(msOf(at) - 1_000), toInstant(msOf(at) + 1_000));
      const run = await eventually(`the digest of ${day}`, async () => {
        const now = await runOf(workflowId);
        return now !== null && now.runId !== before?.runId && now.status !== 'RUNNING' && now;
      });
      return await client.workflow.getHandle(workflowId, run.runId).result() as DigestResult;
    },
    async through(from, to) {
      for (let day = from; day <= to; day = addDays(day, 1)) {
        if (!isWorkingDay(calendar, day)) continue;
        await world.until(day, '08:31');
        await world.digest(day);
      }
    },
    async handIn(id, person = 'officer') {
      const { units, acceptance, evidence } = await state(id);
      const [unit, criterion] = [units[0]?.unit ?? '', acceptance[0]?.id ?? ''];
      const file = { id: `e${evidence.length + 1}`, unit, criterion, fileName: '印发稿.txt', size: 0, sha256: '' };
      await world.act(id, { name: 'evidence', ...file }, person);
      return world.act(id, { name: 'requestClosure', unit, summary: '管理办法已印发' }, person);
    },
    async outage(day, time = '09:00') {
      await settled();
      await office.workers?.stop();
      const to = instantAt(day, time);
      const shift = msOf(to) - Date.now();
      for (const id of await allIds()) {
        const known = await state(id);
        await client.workflow.getHandle(commitmentWorkflowId(id)).terminate('outage');
        await commitments.updateOne({ _id: id, version: known.seq }, { $set: { 'state.clockShiftMs': shift } });
      }
      clock.setOffset(shift);
      // Its own query for the state would wait for a worker, but no run is left to be asked.
      await rebuild(stores, temporal);
      await office.startWorkers();
      await eventually('all runs to have woken', async () => {
        const now = await Promise.all((await allIds()).map((id) => temporal.stateOf(id)));
        return now.every((one) => one !== null);
      });
    },
    async mails(of) {
      return (await arrived()).filter((mail) => of === undefined || mail.of === of).map((mail) => mail.label);
    },
    async mailsTo(person) {
      return (await arrived()).filter((mail) => mail.to.includes(`${person}@office.example`)).map((mail) => mail.label);
    },
    async lines(of) {
      const sent = await digests.find({ state: 'sent' }).sort({ date: 1, person: 1 }).toArray();
      const all = await Promise.all(sent.map(async ({ _id, date, person }) => {
        const own = await notices.find({ digest: _id, state: 'bundled', commitment: of }).toArray();
        return own.length === 0 ? [] : [`${date} ${person}: ${own.map(lineLabel).sort().join(', ')}`];
      }));
      return all.flat();
    },
    async rungs(id) {
      return (await stores.ledger.chain(id)).flatMap(({ fact }) =>
        (fact.type === 'rungReached' ? [`${officeTime(fact.at)} ${fact.rung}${fact.collapsed.length > 0 ? ` (${fact.collapsed.join(', ')})` : ''}`] : []));
    },
    async stop() {
      if (process.env['YANXING_RECORD'] !== undefined) await record();
      await office.stop();
      await sink.stop();
      await engines.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return world;
};

/** Today in the office of this world. */
export const todayIn = (world: World): CivilDate => civilDateOf(world.office.clock.now());
