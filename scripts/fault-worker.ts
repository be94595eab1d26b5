/**
 * A worker in a process of its own, for the crash tests: engines and mail server by the usual variables, the place of its
 * death by those of `activities/fault-points.ts`. Says `ready` on its standard output and ends with its parent.
 */
import { parseSettings } from '../config/settings';
import { openOffice } from './office';

const main = async (): Promise<void> => {
  const settings = parseSettings(process.env);
  const { MONGODB_URI: mongoUri, TEMPORAL_ADDRESS: temporalAddress, SMTP_URL: smtpUrl } = settings;
  if (mongoUri === undefined || temporalAddress === undefined || smtpUrl === undefined) throw new Error('set MONGODB_URI, TEMPORAL_ADDRESS and SMTP_URL');
  const office = await openOffice({ settings, mongoUri, temporalAddress, smtpUrl, parts: { api: false, worker: true } });
  // The pipe closes when the test ends, however it ends: no worker is left behind.
  process.stdin.on('end', () => process.exit(0)).resume();
  console.log('ready');
  await office.workers?.running;
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
