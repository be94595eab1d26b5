/**
 * Three lives in one world, under whatever time zone this process has: what silence brings over a weekend, what it brings
 * over May Day, and a signature deemed given on the Saturday worked for it. Prints the instants as JSON, with the zone's offset.
 */
import { instantAt } from '../../domain/time';
import { createWorld } from '../support/world';

const main = async (): Promise<void> => {
  const world = await createWorld({ start: instantAt('2026-04-20', '09:00') });
  try {
    const weekend = await world.register({ due: '2026-04-24' });
    const holiday = await world.register({ due: '2026-04-30' });
    await world.until('2026-05-08', '10:00');
    const silent = await world.register({ due: '2026-06-30', lead: 'czj' });
    await world.until('2026-05-09', '17:29');
    const before = (await world.state(silent)).status;
    await world.until('2026-05-31');
    const deemed = (await world.state(silent)).units[0];
    const rungs = async (id: string): Promise<string[]> =>
      (await world.office.stores.ledger.chain(id)).flatMap(({ fact }) => (fact.type === 'rungReached' ? [`${fact.at} ${fact.rung}`] : []));
    console.log(JSON.stringify({
      offset: new Date(2026, 6, 1).getTimezoneOffset(),
      weekend: await rungs(weekend), holiday: await rungs(holiday), before, deemed: { deemed: deemed?.deemed, signedAt: deemed?.signedAt },
      mails: await world.mails(),
    }));
  } finally {
    await world.stop();
  }
};

main().then(() => process.exit(0), (error: unknown) => {
  console.error(error);
  process.exit(1);
});
