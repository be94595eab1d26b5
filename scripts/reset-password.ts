/** `npm run reset-password -- ACCOUNT`: a one-time password for somebody whom nobody in the office may help, the last security administrator first of all. */
import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import { resetPassword } from '../api/accounts.routes';
import type { Stores } from '../stores';
import { runOnce, withStores } from './with-stores';

/** @param by who sits at the machine, as it knows him @returns the one-time password @throws Error where there is no such account */
export const resetAtTheMachine = async (stores: Stores, id: string, auditDays: number, by: string): Promise<string> => {
  const account = await stores.accounts.get(id);
  if (!account) throw new Error(`没有账号“${id}”`);
  const now = new Date();
  // As over the API: nothing is changed that is not written down first.
  await stores.audit.begin({
    _id: randomUUID(), at: now.toISOString(), person: null, name: '服务器命令行', via: null, address: by, action: 'account.edit', operation: '服务器命令 npm run reset-password', object: id, detail: '在服务器上重置口令', status: 200,
    expiresAt: new Date(now.getTime() + auditDays * 86_400_000),
  });
  const fresh = await resetPassword(stores, account, account.version);
  if (fresh === null) throw new Error('账号刚被他人修改，请再试一次');
  await stores.attempts.clear(`account:${id}`);
  return fresh.password;
};

if (require.main === module) {
  runOnce(async () => {
    const [id] = process.argv.slice(2);
    if (id === undefined) throw new Error('用法：npm run reset-password -- 账号');
    await withStores(async (stores, { YANXING_AUDIT_DAYS }) => {
      console.log(`账号 ${id} 的一次性口令 ${await resetAtTheMachine(stores, id, YANXING_AUDIT_DAYS, `${userInfo().username}@${hostname()}`)}（只显示这一次，首次登录须修改）`);
    });
  });
}
