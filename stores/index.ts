/** All stores over one connection, and all indexes as data. */
import type { Connection } from 'mongoose';
import { accountIndexes, createAccountStore } from './accounts';
import { createTokenStore, tokenIndexes } from './api-tokens';
import { bandIndexes, createBandStore } from './bands';
import { commitmentIndexes, createCommitmentStore } from './commitments';
import { connectMongo } from './connection';
import { createDigestStore, digestIndexes } from './digests';
import { createEvidenceStore } from './evidence';
import { createIdempotencyStore, idempotencyIndexes } from './idempotency';
import { ensureIndexes, type IndexSpec } from './index-spec';
import { createLedgerStore, ledgerIndexes } from './ledger';
import { createLedgerViewStore, ledgerViewIndexes } from './ledger-views';
import { attemptIndexes, createAttemptStore } from './login-attempts';
import { createNoticeStore, noticeIndexes } from './notices';
import { createNumberStore, numberIndexes } from './numbers';
import { createOrganisationStore, organisationIndexes } from './organisation';
import { createRegistrationStore, registrationIndexes } from './registrations';
import { createRulesStore } from './rules';
import { createSessionStore, sessionIndexes } from './sessions';
import { createSourceStore, sourceIndexes } from './sources';
import { createStrikeStore } from './strikes';

export const allIndexes: readonly IndexSpec[] = [
  ...commitmentIndexes, ...bandIndexes, ...ledgerIndexes, ...numberIndexes, ...idempotencyIndexes, ...noticeIndexes, ...digestIndexes, ...organisationIndexes,
  ...sourceIndexes, ...registrationIndexes, ...ledgerViewIndexes, ...accountIndexes, ...sessionIndexes, ...tokenIndexes, ...attemptIndexes,
];

export const createStores = (connection: Connection) => ({
  connection,
  commitments: createCommitmentStore(connection),
  bands: createBandStore(connection),
  ledger: createLedgerStore(connection),
  numbers: createNumberStore(connection),
  rules: createRulesStore(connection),
  idempotency: createIdempotencyStore(connection),
  evidence: createEvidenceStore(connection),
  notices: createNoticeStore(connection),
  digests: createDigestStore(connection),
  organisation: createOrganisationStore(connection),
  sources: createSourceStore(connection),
  strikes: createStrikeStore(connection),
  registrations: createRegistrationStore(connection),
  ledgerViews: createLedgerViewStore(connection),
  accounts: createAccountStore(connection),
  sessions: createSessionStore(connection),
  tokens: createTokenStore(connection),
  attempts: createAttemptStore(connection),
  ensureIndexes: (): Promise<void> => ensureIndexes(connection, allIndexes),
  close: (): Promise<void> => connection.close(),
});
export type Stores = ReturnType<typeof createStores>;

/** @throws Error where MongoDB is away or a standalone server */
export const openStores = async (uri: string): Promise<Stores> => createStores(await connectMongo(uri));
