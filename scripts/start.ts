/** `npm start`: api, worker and mail in one process, on configured engines or on own, persistent ones. `--only api|worker` starts a part. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { keptLinkKeys } from '../config/links';
import { firstAccount } from '../api/accounts.routes';
import { parseSettings } from '../config/settings';
import { organisationSchema } from '../domain/organisation';
import { SEARCH_ATTRIBUTES } from '../workflows/search-attributes';
import { EngineError, startEngines } from './engines';
import { startMailSink } from './mail-sink';
import { openOffice } from './office';
import { keepReconciled } from './reconcile';
import { buildWeb } from './web';
import { readFileSync } from 'node:fs';

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, organisation: { type: 'string' } } });
  if (values.only !== undefined && values.only !== 'api' && values.only !== 'worker') throw new Error('--only takes api or worker');
  const settings = parseSettings(process.env);
  const say = (line: string): void => console.log(line);
  const data = resolve(settings.YANXING_DATA);
  mkdirSync(data, { recursive: true });
  if (values.only !== 'worker') await buildWeb();

  const engines = await startEngines({ mode: 'persistent', dataDir: join(data, 'engines'), say, env: process.env, searchAttributes: SEARCH_ATTRIBUTES });
  const folder = join(data, 'mails');
  const sink = settings.SMTP_URL === undefined && values.only !== 'api' ? await startMailSink({ folder }) : null;
  const office = await openOffice({
    settings,
    mongoUri: engines.mongoUri,
    temporalAddress: engines.temporalAddress,
    smtpUrl: settings.SMTP_URL ?? sink?.url ?? 'smtp://127.0.0.1:25',
    parts: { api: values.only !== 'worker', worker: values.only !== 'api' },
    log: pino({ level: settings.YANXING_LOG }),
    linkKeys: settings.YANXING_LINK_KEYS ?? keptLinkKeys(data),
  });
  if (values.organisation !== undefined) {
    await office.stores.organisation.importAll(organisationSchema.parse(JSON.parse(readFileSync(values.organisation, 'utf8'))));
  }
  const pack = await office.stores.rules.packInUse('标准');
  say(`日报定时：${await office.temporal.ensureDigestSchedule(pack?.hours.opening ?? '08:30')}`);
  const reconciler = values.only === 'api' ? null : keepReconciled(office.stores, office.temporal, office.clock);

  say(`言行已启动。网页与接口 ${office.api?.url ?? '（本进程不提供）'}；Temporal 界面 ${engines.temporalUi ?? engines.temporalAddress}；邮件 ${settings.SMTP_URL === undefined ? folder : '发往已配置的服务器'}`);
  const first = await firstAccount(office);
  if (first) say(`首次启动：系统管理员账号 ${first.account}，一次性口令 ${first.password}（只显示这一次，首次登录须修改）`);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    say('正在停止……');
    reconciler?.stop();
    void office.stop().then(() => sink?.stop()).then(() => engines.stop()).then(() => process.exit(0), (error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // A worker that dies on its own must not leave a process that looks alive.
  await office.workers?.running.catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
    stop();
  });
};

main().catch((error: unknown) => {
  console.error(error instanceof EngineError || error instanceof Error ? error.message : error);
  process.exit(1);
});
