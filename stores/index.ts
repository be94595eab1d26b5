/** All stores over one connection, and all indexes as data. */
import type { Connection } from 'mongoose';
import { auditIndexes, createAuditStore } from './access-audit';
import { accountIndexes, createAccountStore } from './accounts';
import { createTokenStore, tokenIndexes } from './api-tokens';
import { bandIndexes, createBandStore } from './bands';
import { commitmentIndexes, createCommitmentStore } from './commitments';
import { connectMongo } from './connection';
import { createDefaultStore, defaultIndexes } from './defaults';
import { createDigestStore, digestIndexes } from './digests';
import { createEvidenceStore, evidenceIndexes } from './evidence';
import { createIdempotencyStore, idempotencyIndexes } from './idempotency';
import { ensureIndexes, type IndexSpec } from './index-spec';
import { createLedgerStore, ledgerIndexes } from './ledger';
import { createLedgerViewStore, ledgerViewIndexes } from './ledger-views';
import { attemptIndexes, createAttemptStore } from './login-attempts';
import { createNoticeStore, noticeIndexes } from './notices';
import { createNumberStore, numberIndexes } from './numbers';
import { createOidcLoginStore, oidcLoginIndexes } from './oidc-logins';
import { createOrganisationStore, organisationIndexes } from './organisation';
import { createRegistrationStore, registrationIndexes } from './registrations';
import { createRulesStore } from './rules';
import { createSessionStore, sessionIndexes } from './sessions';
import { createSlipStore, slipIndexes } from './slips';
import { createSourceStore, sourceIndexes } from './sources';
import { createSealStore, sealIndexes } from './seals';
import { createStrikeStore } from './strikes';

export const allIndexes: readonly IndexSpec[] = [
  ...commitmentIndexes, ...bandIndexes, ...ledgerIndexes, ...numberIndexes, ...idempotencyIndexes, ...noticeIndexes, ...digestIndexes, ...organisationIndexes,
  ...sourceIndexes, ...registrationIndexes, ...ledgerViewIndexes, ...slipIndexes, ...accountIndexes, ...sessionIndexes, ...tokenIndexes, ...attemptIndexes, ...evidenceIndexes, ...sealIndexes, ...auditIndexes, ...oidcLoginIndexes, ...defaultIndexes,
];

export const createStores = (connection: Connection) => ({
  connection,
  commitments: createCommitmentStore(connection),
  bands: createBandStore(connection),
  ledger: createLedgerStore(connection),
  seals: createSealStore(connection),
  numbers: createNumberStore(connection),
  rules: createRulesStore(connection),
  defaults: createDefaultStore(connection),
  idempotency: createIdempotencyStore(connection),
  evidence: createEvidenceStore(connection),
  notices: createNoticeStore(connection),
  digests: createDigestStore(connection),
  organisation: createOrganisationStore(connection),
  sources: createSourceStore(connection),
  slips: createSlipStore(connection),
  strikes: createStrikeStore(connection),
  registrations: createRegistrationStore(connection),
  ledgerViews: createLedgerViewStore(connection),
  audit: createAuditStore(connection),
  oidcLogins: createOidcLoginStore(connection),
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
