/** A real MongoDB and a real SMTP server for one test file. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { createDeliverNotice } from '../../activities/deliver-notice';
import { createDigestActivities } from '../../activities/digest';
import type { MailDeps } from '../../activities/mail/deps';
import { createMailTransport, type MailTransport } from '../../activities/mail/transport';
import type { Commitment } from '../../domain/state';
import { startEngines, type Engines } from '../../scripts/engines';
import { startMailSink, type MailSink } from '../../scripts/mail-sink';
import { connectMongo, rawCollection } from '../../stores/connection';
import { createDigestStore, digestIndexes } from '../../stores/digests';
import { ensureIndexes } from '../../stores/index-spec';
import { createNoticeStore, noticeIndexes } from '../../stores/notices';
import { createOrganisationStore, organisationIndexes } from '../../stores/organisation';
import { createSlipStore, slipIndexes } from '../../stores/slips';
import { office, projection, rules } from './support';

type Projection = ReturnType<typeof projection>;

export const startWorld = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yanxing-mail-'));
  const engines: Engines = await startEngines({ mode: 'temporary', temporal: false, ignoreConfigured: true, say: () => undefined, env: process.env });
  const connection: Connection = await connectMongo(engines.mongoUri);
  await ensureIndexes(connection, [...noticeIndexes, ...digestIndexes, ...organisationIndexes, ...slipIndexes, { collection: 'commitments', name: 'lines_at', keys: { 'lines.at': 1 } }]);
  const sink: MailSink = await startMailSink({ folder });
  const transport: MailTransport = createMailTransport({ url: sink.url, from: { name: '云岭市政府督查室', address: 'ducha@office.example' }, ratePerSecond: 0, maxConnections: 5 });
  const stores = { notices: createNoticeStore(connection), digests: createDigestStore(connection), organisation: createOrganisationStore(connection), slips: createSlipStore(connection) };
  const deps: MailDeps = {
    connection, ...stores, transport, retryDelaysMs: [1_000, 2_000],
    rules: { forCommitment: async () => rules, calendar: async () => rules.calendar },
    fact: async () => null,
  };
  const commitments = rawCollection<Projection>(connection, 'commitments');
  return {
    engines, connection, sink, transport, ...stores, deps, commitments,
    ...createDeliverNotice(deps), ...createDigestActivities(deps),
    /** Writes the projection as a wake does. */
    async write(state: Commitment): Promise<void> {
      await commitments.replaceOne({ _id: state.id }, projection(state), { upsert: true });
    },
    async reset(): Promise<void> {
      await Promise.all(['commitments', 'notices', 'digests', 'digestRuns'].map((name) => connection.collection(name).deleteMany({})));
      await stores.organisation.importAll(office);
      sink.script(() => 'accept');
    },
    async stop(): Promise<void> {
      transport.close();
      await sink.stop();
      await connection.close();
      await engines.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
export type World = Awaited<ReturnType<typeof startWorld>>;
