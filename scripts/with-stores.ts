/** For scripts that work on a running office's database and engine, by its addresses. */
import { parseSettings, type Settings } from '../config/settings';
import { openStores, type Stores } from '../stores';
import { connectTemporal, type TemporalGateway } from '../workflows/client';

export interface Reach { readonly settings: Settings; readonly stores: Stores; readonly temporal: TemporalGateway }

/** Runs a program of one go: a fault is told in one line, and ends it with exit code 1. */
export const runOnce = (main: () => Promise<void>): void => void main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

/** Runs `work` on the database alone, and closes it. @throws Error where `MONGODB_URI` is not set */
export const withStores = async (work: (stores: Stores, settings: Settings) => Promise<void>): Promise<void> => {
  const settings = parseSettings(process.env);
  if (settings.MONGODB_URI === undefined) throw new Error('请设置 MONGODB_URI（npm start 自带的数据库为 mongodb://127.0.0.1:27717/yanxing?replicaSet=yanxing）');
  const stores = await openStores(settings.MONGODB_URI);
  try {
    await work(stores, settings);
  } finally {
    await stores.close();
  }
};

/** Runs `work`, closes everything, sets the exit code. Faults are told in one line. */
export const withOffice = (work: (reach: Reach) => Promise<void>): void => runOnce(() => withStores(async (stores, settings) => {
  const { TEMPORAL_ADDRESS } = settings;
  if (TEMPORAL_ADDRESS === undefined) throw new Error('请设置 MONGODB_URI 与 TEMPORAL_ADDRESS（npm start 启动时会打印自带引擎的地址）');
  const temporal = await connectTemporal({ address: TEMPORAL_ADDRESS, namespace: settings.TEMPORAL_NAMESPACE, payloadKeys: settings.YANXING_PAYLOAD_KEYS });
  try {
    await work({ settings, stores, temporal });
  } finally {
    await temporal.close();
  }
}));
