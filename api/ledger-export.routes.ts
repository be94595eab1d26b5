/** The ledger for those who check it: everything in lines of JSON, from which `npm run verify -- FILE` proves it without us. */
import { once } from 'node:events';
import { z } from 'zod';
import { civilDateOf } from '../domain/time';
import { ok, route, type ApiRouter } from './route';

const sealAnswer = z.strictObject({ n: z.int(), date: z.string().meta({ format: 'date' }), at: z.string().meta({ format: 'date-time' }), chains: z.int(), root: z.string(), prevHash: z.string(), hash: z.string() }).meta({ id: 'Seal' });

export const ledgerExportRoutes = (api: ApiRouter): void => {
  const { stores } = api.deps;

  route(api, {
    method: 'get', path: '/api/ledger/seals', summary: '每日封存：全部链头的根值，可印入通报', tag: '台账', action: 'ledger.export', answers: { 200: z.strictObject({ items: z.array(sealAnswer) }) },
  }, async () => ok({ items: await stores.seals.list() }));

  route(api, {
    method: 'get', path: '/api/ledger/export', summary: '台账全部记录和每日封存，每行一个 JSON，可离线核验', tag: '台账', action: 'ledger.export', answers: { 200: null }, media: 'application/x-ndjson', streaming: true,
  }, async (_input, { response, at }) => {
    response.status(200).set({ 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Content-Disposition': `attachment; filename="ledger-${civilDateOf(at)}.ndjson"` });
    const write = async (line: unknown): Promise<void> => {
      if (!response.write(`${JSON.stringify(line)}\n`)) await once(response, 'drain');
    };
    // Seals first: what is appended meanwhile lies beyond them, and its own chain proves it.
    for (const seal of await stores.seals.list()) {
      const heads = await stores.seals.headsOf(seal.date);
      await write({ type: 'seal', seal, heads: heads.map(({ commitment, seq, hash }) => [commitment, seq, hash]) });
    }
    for await (const entry of stores.ledger.entries()) await write({ type: 'entry', entry });
    response.end();
    return null;
  });
};
