/** For scripts that work on a running office's database and engine, by its addresses. */
import { parseSettings, type Settings } from '../config/settings';
import { openStores, type Stores } from '../stores';
import { connectTemporal, type TemporalGateway } from '../workflows/client';

export interface Reach { readonly settings: Settings; readonly stores: Stores; readonly temporal: TemporalGateway }

/** Runs `work`, closes everything, sets the exit code. Faults are told in one line. */
export const withOffice = (work: (reach: Reach) => Promise<void>): void => {
  const run = async (): Promise<void> => {
    const settings = parseSettings(process.env);
    const { MONGODB_URI, TEMPORAL_ADDRESS } = settings;
    if (MONGODB_URI === undefined || TEMPORAL_ADDRESS === undefined) throw new Error('请设置 MONGODB_URI 与 TEMPORAL_ADDRESS（npm start 启动时会打印自带引擎的地址）');
    const stores = await openStores(MONGODB_URI);
    const temporal = await connectTemporal({ address: TEMPORAL_ADDRESS, namespace: settings.TEMPORAL_NAMESPACE, payloadKeys: settings.YANXING_PAYLOAD_KEYS });
    try {
      await work({ settings, stores, temporal });
    } finally {
      await temporal.close();
      await stores.close();
    }
  };
  run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
};
