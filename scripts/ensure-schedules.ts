/** `npm run schedules [-- --remove]`: makes the schedules agree with the code. */
import { withOffice } from './with-stores';

withOffice(async ({ stores, temporal }) => {
  if (process.argv.includes('--remove')) {
    await temporal.removeDigestSchedule();
    console.log('日报定时已删除');
    return;
  }
  const pack = await stores.rules.packInUse('标准');
  if (!pack) throw new Error('尚无规则“标准”，请先运行 npm start');
  console.log(`日报定时${pack.hours.opening}：${(await temporal.ensureDigestSchedule(pack.hours.opening)) === 'created' ? '已建立' : '已更新'}`);
});
