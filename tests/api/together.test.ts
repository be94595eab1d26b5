/** Rounds of reads and writes: who shares one, and whose failure is whose. */
import { readTogether, writeTogether } from '../../stores/together';

const gate = (): { readonly open: () => void; readonly opened: Promise<void> } => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => { open = resolve; });
  return { open, opened };
};

test('who asks while a read runs shares the next one, which begins after he asked', async () => {
  const gates = [gate(), gate(), gate()];
  const begun: string[] = [];
  const read = readTogether(async (key) => {
    const round = begun.push(key);
    await gates[round - 1]?.opened;
    return `${key}${round}`;
  });
  const first = read('a');
  const [second, third, other] = [read('a'), read('a'), read('b')];
  expect(begun).toEqual(['a', 'b']);
  gates.forEach(({ open }) => open());
  expect(await Promise.all([first, second, third, other])).toEqual(['a1', 'a3', 'a3', 'b2']);
  expect(await read('a')).toBe('a4');
});

test('a read that fails fails for those who shared it, and the next one is made all the same', async () => {
  let rounds = 0;
  const read = readTogether(async () => {
    rounds += 1;
    if (rounds === 1) throw new Error('away');
    return rounds;
  });
  const [first, second] = await Promise.allSettled([read('a'), read('a')]);
  expect([first.status, second]).toEqual(['rejected', { status: 'fulfilled', value: 2 }]);
});

test('what is to be written while a round runs goes with the next; a refusal is its own document\'s, a failure the whole round\'s', async () => {
  const { open, opened } = gate();
  const rounds: number[][] = [];
  const write = writeTogether<number>(async (items) => {
    rounds.push([...items]);
    await opened;
    if (items.includes(9)) throw new Error('away');
    return new Map(items.flatMap((item, index) => (item === 3 ? [[index, new Error('taken')] as const] : [])));
  });
  const outcomes = Promise.allSettled([1, 2, 3, 4].map((item) => write(item)));
  open();
  expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(rounds).toEqual([[1], [2, 3, 4]]);
  expect((await Promise.allSettled([5, 8, 9].map((item) => write(item)))).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  await write(6);
  expect(rounds).toEqual([[1], [2, 3, 4], [5], [8, 9], [6]]);
});

test('no round is larger than two hundred', async () => {
  const sizes: number[] = [];
  const write = writeTogether<number>(async (items) => {
    sizes.push(items.length);
    return new Map();
  });
  await Promise.all(Array.from({ length: 450 }, (_, index) => write(index)));
  expect(sizes).toEqual([1, 200, 200, 49]);
});
