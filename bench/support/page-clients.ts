/**
 * Fifty people at their screens, in a process of their own: `node --import tsx bench/support/page-clients.ts '{…}'`.
 * Prints one line of JSON: for each question, its rounds.
 */
import { Agent, request } from 'node:http';
import { connectMongo } from '../../stores/connection';

export interface ClientsWanted {
  readonly mongoUri: string;
  readonly url: string;
  readonly authorization: string;
  readonly units: number;
  readonly pages: Readonly<Record<string, string>>;
  readonly clients: number;
  readonly rounds: number;
  readonly roundMs: number;
}
/** Latencies in ms; the round itself from and to moments of the machine's clock, in ms. */
export interface Round { readonly from: number; readonly to: number; readonly latencies: readonly number[] }
export type Rounds = Readonly<Record<string, readonly Round[]>>;

const get = (agent: Agent, url: string, authorization: string): Promise<void> => new Promise((resolve, reject) => {
  request(url, { agent, headers: { Authorization: authorization } }, (response) => {
    response.resume().on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`${url} answered ${response.statusCode}`)))).on('error', reject);
  }).on('error', reject).end();
});

const main = async (): Promise<void> => {
  const wanted = JSON.parse(process.argv[2] ?? '{}') as ClientsWanted;
  const connection = await connectMongo(wanted.mongoUri);
  const commitments = connection.collection('commitments');
  let asked = 0;
  const questions: Record<string, (agent: Agent) => Promise<unknown>> = {
    count: () => commitments.countDocuments({ 'state.units.unit': `u${(asked += 1) % wanted.units}`, 'state.due': { $lt: '2026-04-03' } }),
    ...Object.fromEntries(Object.entries(wanted.pages).map(([name, path]) => [name, (agent: Agent) => get(agent, `${wanted.url}${path}`, wanted.authorization)])),
  };
  const found: Record<string, Round[]> = Object.fromEntries(Object.keys(questions).map((name) => [name, []]));
  // A round of each in turn; the first warms caches and is not counted.
  for (let round = 0; round <= wanted.rounds; round += 1) {
    for (const [name, ask] of Object.entries(questions)) {
      const latencies: number[] = [];
      const from = Date.now();
      // Connections of this round alone: between two the server closes what rests, and a request would meet the closing.
      const agent = new Agent({ keepAlive: true, maxSockets: wanted.clients });
      const end = performance.now() + wanted.roundMs;
      await Promise.all(Array.from({ length: wanted.clients }, async () => {
        while (performance.now() < end) {
          const began = performance.now();
          await ask(agent);
          latencies.push(performance.now() - began);
        }
      }));
      agent.destroy();
      if (round > 0) found[name]?.push({ from, to: Date.now(), latencies });
    }
  }
  await connection.close();
  console.log(JSON.stringify(found satisfies Rounds));
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
