/**
 * Reports written down as a wake writes them, at a steady rate, in a process of its own as a worker is: `node --import tsx bench/support/page-writer.ts '{…}'`.
 * Ends with its standard input, and prints one line of JSON: when each was written.
 */
import { createApplyEffects } from '../../activities/apply-effects';
import { createClock } from '../../config/clock';
import { decide } from '../../domain/decide';
import { isRefusal } from '../../domain/refusals';
import { msOf, toInstant } from '../../domain/time';
import { openStores } from '../../stores';

export interface WriterWanted {
  readonly mongoUri: string;
  readonly updates: number;
  readonly lanes: number;
  readonly clockOffsetMs: number;
  /** Ids are `p<part>-<index>`. */
  readonly count: number;
  readonly part: number;
}
/** Moments of the machine's clock, in ms. */
export interface Written { readonly writtenAt: readonly number[] }

const main = async (): Promise<void> => {
  const wanted = JSON.parse(process.argv[2] ?? '{}') as WriterWanted;
  const stores = await openStores(wanted.mongoUri);
  const clock = createClock(wanted.clockOffsetMs);
  const nothing = (): Promise<never> => Promise.reject(new Error('a report starts no life and counts no strike'));
  // Nobody sends here what a report may owe.
  const { applyEffects } = createApplyEffects({ stores, temporal: { startNotice: () => Promise.resolve(), startCommitment: nothing, strikeCounted: nothing } });
  const began = performance.now();
  const writtenAt: number[] = [];
  let next = 0;
  let running = true;
  process.stdin.resume().on('end', () => { running = false; });
  const lane = async (): Promise<void> => {
    while (running) {
      const due = Math.floor(((performance.now() - began) / 1000) * wanted.updates);
      if (next >= due) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        continue;
      }
      const index = (next * 7_919) % wanted.count;
      next += 1;
      const id = `p${Math.floor(index / wanted.part)}-${index % wanted.part}`;
      const document = await stores.commitments.get(id);
      if (!document) throw new Error(`no commitment ${id}`);
      const rules = await stores.rules.forCommitment(document.state);
      const at = toInstant(Math.max(msOf(clock.now()), msOf(document.updatedAt) + 1));
      const unit = document.state.units[0]?.unit ?? '';
      // What is late must say why.
      const decision = decide(document.state, { name: 'report', unit, line: '正在按计划推进', causeCode: 'dependsOnOthers' }, { at, actor: { person: 'officer', name: '承办人' }, updateId: null }, rules);
      if (isRefusal(decision)) throw new Error(decision.text);
      await applyEffects({ commitment: id, facts: decision.facts, asOf: at });
      writtenAt.push(Date.now());
    }
  };
  await Promise.all(Array.from({ length: wanted.lanes }, lane));
  await stores.close();
  console.log(JSON.stringify({ writtenAt } satisfies Written));
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
