/** `npm run doctor`: what is there, what fits, what is missing; one line each, with the variable to set where something is wrong. */
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { scanForViruses } from '../api/virus-scan';
import { loadCalendar } from '../config/calendars';
import { loadPolicies } from '../config/policies';
import { parseSettings } from '../config/settings';
import { hasSm3 } from '../stores/evidence';
import { startEngines } from './engines';

type Line = readonly [ok: boolean, words: string];

/** Without a reference clock at hand, the database's is one: they should agree to the second. */
const CLOCK_TOLERANCE_MS = 2_000;

const check = async (name: string, work: () => Promise<string>): Promise<Line> => {
  try {
    return [true, `${name}：${await work()}`];
  } catch (error) {
    return [false, `${name}：${error instanceof Error ? error.message : String(error)}`];
  }
};

const main = async (): Promise<number> => {
  const settings = parseSettings(process.env);
  const lines: Line[] = [];
  lines.push([true, `Node ${process.versions.node}（需要20.19以上）`]);
  let engines: Awaited<ReturnType<typeof startEngines>> | null = null;
  lines.push(await check('引擎', async () => {
    // Configured engines are looked at where they are; own ones are tried out with throw-away data.
    engines = await startEngines({ mode: 'temporary', say: () => undefined, env: process.env });
    return `MongoDB ${engines.versions.mongo}（${engines.source.mongo}），Temporal ${engines.versions.temporal}（${engines.source.temporal}）`;
  }));
  if (engines !== null) {
    const { mongoUri } = engines as Awaited<ReturnType<typeof startEngines>>;
    const { connectMongo } = await import('../stores/connection');
    lines.push(await check('副本集', async () => {
      const connection = await connectMongo(mongoUri);
      try {
        const hello = await connection.db?.command({ hello: 1 });
        const drift = Math.abs(Date.now() - new Date(String(hello?.['localTime'])).getTime());
        lines.push([drift < CLOCK_TOLERANCE_MS, `时钟：与数据库相差${drift}毫秒`]);
        return `${String(hello?.['setName'])}，可用事务`;
      } finally {
        await connection.close();
      }
    }));
    await (engines as Awaited<ReturnType<typeof startEngines>>).stop();
  }
  lines.push(await check('SMTP', async () => {
    if (settings.SMTP_URL === undefined) return '未设置 SMTP_URL，邮件将存入文件夹，不发往任何人';
    await createTransport(settings.SMTP_URL).verify();
    return `${new URL(settings.SMTP_URL).host} 可用`;
  }));
  lines.push(settings.YANXING_PUBLIC_URL === undefined
    ? [true, `对外地址：未设置 YANXING_PUBLIC_URL，邮件中的链接只在本机（端口${settings.YANXING_PORT}）打得开`]
    : [true, `对外地址：${settings.YANXING_PUBLIC_URL}；监听 ${settings.YANXING_HOST}:${settings.YANXING_PORT}，前置代理${settings.YANXING_PROXIES}层`]);
  lines.push([true, settings.YANXING_LINK_KEYS === undefined ? `链接密钥：保存在 ${settings.YANXING_DATA} 目录；api 与 worker 分机运行的，请设置 YANXING_LINK_KEYS` : '链接密钥：由 YANXING_LINK_KEYS 设置']);
  lines.push([true, settings.YANXING_PAYLOAD_KEYS === undefined ? 'Temporal 中的内容：以明文保存（可设置 YANXING_PAYLOAD_KEYS 加密）' : `Temporal 中的内容：以密钥 ${settings.YANXING_PAYLOAD_KEYS[0].id} 加密，另有${settings.YANXING_PAYLOAD_KEYS.length - 1}个旧密钥可读`]);
  lines.push(await check('病毒扫描', async () => {
    if (settings.YANXING_CLAMD === undefined) return '未设置 YANXING_CLAMD，佐证文件不作病毒扫描';
    const found = await scanForViruses(settings.YANXING_CLAMD, Readable.from([Buffer.from('yanxing')]));
    if (found.kind !== 'clean') throw new Error(found.kind === 'failed' ? `不可用（${found.why}），佐证文件将暂缓提供` : `对无害内容报告“${found.what}”`);
    return '可用';
  }));
  lines.push([true, `SM3：${hasSm3 ? '可用' : '本机 Node 不提供，佐证文件只记 SHA-256'}`]);
  lines.push([true, `时区：进程为${Intl.DateTimeFormat().resolvedOptions().timeZone}；期限一律按北京时间（+08:00）计算，与此无关`]);
  lines.push(await check('日历', () => {
    const { years } = loadCalendar();
    const published = Object.values(years).filter((year) => year.published).map((year) => year.year);
    const thisYear = new Date().getUTCFullYear();
    if (!published.includes(thisYear)) return Promise.reject(new Error(`${thisYear}年的放假安排尚未导入，期限按周一至周五暂算`));
    return Promise.resolve(`已有${published.join('、')}年；${thisYear + 1}年${published.includes(thisYear + 1) ? '已导入' : '尚未公布或未导入，届时按暂定计算并注明'}`);
  }));
  lines.push(await check('规则', () => Promise.resolve(loadPolicies().map((pack) => `${pack.name}第${pack.version}版${pack.suggested.length > 0 ? `（建议值待确认：${pack.suggested.join('、')}）` : ''}`).join('；'))));
  lines.forEach(([ok, words]) => console.log(`${ok ? '✓' : '✗'} ${words}`));
  return lines.every(([ok]) => ok) ? 0 : 1;
};

main().then((code) => process.exit(code), (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
