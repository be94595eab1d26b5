/**
 * `npm run demo`: 120 days of an office in minutes, on engines of its own: real MongoDB, real Temporal, real SMTP.
 * Tells the story as it happens, closes with tables, checks its own expectations, exits 0 only if all hold.
 */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { titleOf } from '../api/timeline';
import { createClock } from '../config/clock';
import { parseSettings } from '../config/settings';
import { isWorkingDay } from '../domain/calendar';
import { organisationSchema } from '../domain/organisation';
import type { Commitment } from '../domain/state';
import { addDays, instantAt, msOf, toInstant, type CivilDate } from '../domain/time';
import { ENDED_STATES, NOTICE_STATE_NAMES, OCCASION_NAMES } from '../domain/vocabulary';
import { SEARCH_ATTRIBUTES } from '../workflows/search-attributes';
import { actsOf, CHARACTER_WORDS, type Character } from './demo/characters';
import { chooseByFile, chooseByRules, DEMO_RULES, type Assignment } from './demo/choose';
import { createDesk } from './demo/desk';
import { makeLogins } from './demo/logins';
import { checkExpectations, type Closing } from './demo/expectations';
import { countBy, endingsTable, lightCounts, sentenceOf, stamp, tellCoverage, type Ending } from './demo/story';
import { EngineError, startEngines } from './engines';
import { carryForward } from './engines/time-skipping';
import { startMailSink } from './mail-sink';
import { openOffice } from './office';
import { verifyLedger } from './verify';
import { buildWeb } from './web';
import { installRuntime } from './worker-runtime';

/** A Monday inside the published calendars, whatever day the demo runs on. */
const FIRST_DAY: CivilDate = '2026-03-02';
const DAYS = 120;
/** The day on which the speech in `examples/` is given; `--date` for another. */
const SPEECH_DAY: CivilDate = '2026-02-27';

const say = (line = ''): void => console.log(line);

const main = async (): Promise<number> => {
  const { values } = parseArgs({ options: { json: { type: 'string' }, stay: { type: 'boolean' }, speech: { type: 'string' }, date: { type: 'string' } } });
  const began = Date.now();
  const took = (): string => `${Math.round((Date.now() - began) / 100) / 10} s`;
  const folder = mkdtempSync(join(tmpdir(), 'yanxing-demo-mails-'));

  // On a slow machine the SDK's core warns of each task that took its time: the story would drown in it.
  installRuntime('ERROR');
  say('言行演示：一篇发言，十八项承诺，两套规则，一百二十天，真实的引擎与邮件。');
  const engines = await startEngines({
    mode: 'temporary', ignoreConfigured: true, timeSkipping: true, uiPort: values.stay === true ? 0 : false, searchAttributes: SEARCH_ATTRIBUTES, say, env: process.env,
  });
  const sink = await startMailSink({ folder });
  const clock = createClock(msOf(instantAt(FIRST_DAY, '09:00')) - Date.now());
  const settings = parseSettings({ YANXING_PORT: '0', YANXING_WAKE_SPREAD_MINUTES: '0', YANXING_MAIL_RATE: '1000', YANXING_READS_A_MINUTE: '0', YANXING_WRITES_A_MINUTE: '0', YANXING_PAYLOAD_KEYS: process.env['YANXING_PAYLOAD_KEYS'] });
  const office = await openOffice({
    settings, mongoUri: engines.mongoUri, temporalAddress: engines.temporalAddress, smtpUrl: sink.url, parts: { api: true, worker: true }, log: pino({ level: 'silent' }), clock,
  });
  const { stores, temporal } = office;
  await stores.organisation.importAll(organisationSchema.parse(JSON.parse(readFileSync(join(__dirname, '../examples/organisation.json'), 'utf8'))));
  await temporal.ensureDigestSchedule('08:30');
  say(`引擎就绪 ${took()}：MongoDB ${engines.versions.mongo}，Temporal ${engines.versions.temporal}`);

  const desk = createDesk(office);
  const examples = join(__dirname, '..', 'examples');
  const file = values.speech ?? join(examples, 'speech.txt');
  const source = await desk.importSpeech(readFileSync(file), basename(file), '在市委全会上的交流发言', values.date ?? SPEECH_DAY);
  tellCoverage(source, say);
  const posts = await stores.organisation.posts();
  if (values.speech !== undefined) say(DEMO_RULES);
  const choices = values.speech === undefined
    ? chooseByFile(source, JSON.parse(readFileSync(join(examples, 'assignments.json'), 'utf8')) as readonly Assignment[])
    : chooseByRules(source, (await stores.organisation.units()).map((unit) => unit.id), posts.filter((post) => post.kind === 'sponsor').map((post) => post.id), FIRST_DAY);
  if (choices.length === 0) {
    say('这篇文字里没有可以立项的事项，演示到此为止。');
    await office.stop();
    await sink.stop();
    await engines.stop();
    return 1;
  }
  for (const { draft, fields } of choices) await desk.assign(source.id, draft.id, fields);
  const ids = await desk.register(source.id, choices.map(({ draft }) => draft.id));
  const parts = new Map<string, Character>(choices.map(({ character }, index) => [ids[index] ?? '', character]));
  const twin = choices.find(({ character }) => character === 'silent');
  if (twin) {
    await desk.switchOn('三色督办单');
    const { lead, due, acceptance, sponsor } = twin.fields;
    parts.set(await desk.registerOne({
      title: `${twin.draft.title.value}（按三色督办单）`.slice(0, 120), kind: 'deliverable', lead, due, acceptance, sponsor, pack: '三色督办单', plan: [{ date: FIRST_DAY, percent: 0 }, { date: due, percent: 100 }],
    }), 'twin');
  }
  const [first] = choices;
  if (first) {
    parts.set(await desk.registerOne({
      title: '每月通报各部门数据更新及时率', kind: 'recurring', rhythm: { every: 'month' }, lead: first.fields.lead, reviewDate: addDays(FIRST_DAY, DAYS + 60), acceptance: ['当月通报印发件'], sponsor: first.fields.sponsor,
    }), 'monthly');
  }
  await desk.settle();
  say(`已立项${parts.size}项 ${took()}`);
  say();

  const names = await stores.organisation.unitNames();
  const told = new Map<string, number>();
  const tell = async (): Promise<void> => {
    for (const id of parts.keys()) {
      const document = await stores.commitments.get(id);
      if (!document || document.version === told.get(id)) continue;
      const rules = await stores.rules.forCommitment(document.state);
      for (const { fact } of (await stores.ledger.chain(id)).filter(({ seq }) => seq > (told.get(id) ?? 0))) {
        const sentence = sentenceOf(fact, document.state, rules.pack, (unit) => names.get(unit) ?? unit);
        if (sentence !== null) say(`${stamp(fact.at)}  ${document.number ?? ''} ${document.state.title}：${sentence}`);
      }
      told.set(id, document.version);
    }
  };
  const carryAll = async (day: CivilDate, time: string): Promise<void> => {
    const until = instantAt(day, time);
    await Promise.all([...parts.keys()].map(async (id) => {
      const state = await desk.state(id);
      if (!ENDED_STATES.includes(state.status)) await carryForward(temporal, await stores.rules.forCommitment(state), id, until, desk.settle);
    }));
    clock.setOffset(msOf(until) - Date.now());
  };

  const calendar = await stores.rules.calendar();
  for (let n = 0; n < DAYS; n += 1) {
    const day = addDays(FIRST_DAY, n);
    if (n > 0) {
      await carryAll(day, '08:31');
      await tell();
      await desk.digest(day);
    }
    if (!isWorkingDay(calendar, day)) continue;
    await carryAll(day, '10:00');
    for (const [id, character] of parts) {
      const state: Commitment = await desk.state(id);
      if (ENDED_STATES.includes(state.status)) continue;
      for (const act of actsOf(character, state, await stores.rules.forCommitment(state), day)) await desk.act(id, act);
    }
    await tell();
  }
  await desk.settle();

  const at = toInstant(msOf(clock.now()));
  const endings: Ending[] = [];
  for (const id of parts.keys()) {
    const document = await stores.commitments.get(id);
    if (document) endings.push({ number: document.number ?? '', state: document.state, rules: await stores.rules.forCommitment(document.state), facts: (await stores.ledger.chain(id)).map(({ fact }) => fact) });
  }
  const mails = await sink.mails();
  const notices = await stores.notices.countByOccasionAndState();
  const verification = await verifyLedger(stores);
  const closing: Closing = {
    days: DAYS, commitments: parts.size, states: countBy(endings, ({ state }) => state.status), lights: lightCounts(endings, at), notices, mails: mails.length,
    distinctMessageIds: new Set(mails.map((mail) => mail.messageId)).size, ledger: verification, seconds: Math.round((Date.now() - began) / 1000),
  };

  say();
  say(`—— ${DAYS}天之后（${stamp(at)}）——`);
  say(endingsTable(endings, at));
  say();
  say('邮件（事由 / 结果 / 件数）：');
  for (const { occasion, state, count } of notices) say(`  ${OCCASION_NAMES[occasion].padEnd(10, '　')} ${NOTICE_STATE_NAMES[state].padEnd(6, '　')} ${count}`);
  say(`  共发出${closing.mails}封，Message-ID 各不相同的${closing.distinctMessageIds}封；原件在 ${folder}`);
  say(`台账：${verification.chains}条链、${verification.entries}条记录，${verification.faults.length === 0 ? '完整，未见改动' : verification.faults.join('；')}`);
  const silent = [...parts].find(([, character]) => character === 'silent');
  if (silent) {
    say();
    say(`最长的一条：${CHARACTER_WORDS.silent}`);
    for (const { fact } of await stores.ledger.chain(silent[0])) say(`  ${stamp(fact.at)}  ${titleOf(fact)}${fact.type === 'rungReached' ? `：${OCCASION_NAMES[fact.rung]}` : ''}`);
  }
  const broken = checkExpectations(closing, endings, parts, { coverage: source.coverage.percent, at, whole: values.speech === undefined });
  say();
  broken.forEach((line) => say(`✗ ${line}`));
  say(broken.length === 0 ? `全部预期成立。用时 ${took()}` : `${broken.length}项预期不成立。用时 ${took()}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ ...closing, broken }, null, 2)}\n`);

  if (values.stay === true) {
    await buildWeb();
    say('登录（口令只用于本次运行）：');
    for (const { role, account, name, password } of await makeLogins(stores, at)) say(`  ${role.padEnd(6, '　')} ${account.padEnd(16)} ${password}  ${name}`);
    say(`保持运行：网页 ${office.api?.url ?? ''} ；Temporal 界面 ${engines.temporalUi ?? ''} ；邮件 ${folder} 。按 Ctrl-C 结束。`);
    await new Promise<void>((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  }
  await office.stop();
  await sink.stop();
  await engines.stop();
  return broken.length === 0 ? 0 : 1;
};

main().then((code) => process.exit(code), (error: unknown) => {
  console.error(error instanceof EngineError ? error.message : error);
  process.exit(1);
});
