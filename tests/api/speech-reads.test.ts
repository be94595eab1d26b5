/** What the speech page reads: the text, the lights of its tasks, their turns week by week, and changes as they are written. */
import { createDoor } from '../../scripts/door';
import { draft, freshKey, openOffice, until, type Office } from './support';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.startWorker();
});
afterAll(() => office.close());

const TEXT = '同志们：\n一、打牢数据底座\n市财政局要在3月底前公布费用定额标准。数据越集中，责任越重大。';

interface Item { readonly id: string }

/** Reads the stream until `wanted` has come; nothing is left open. */
const heard = async (path: string, wanted: (text: string) => boolean, meanwhile: () => Promise<unknown>, headers?: { Authorization: string }): Promise<string> => {
  const cut = new AbortController();
  const response = await fetch(`${office.api.url}${path}`, { signal: cut.signal, headers: headers ?? await office.as('registrar') });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let acted = false;
  try {
    while (!wanted(text)) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
      if (!acted) {
        acted = true;
        await meanwhile();
      }
    }
  } finally {
    cut.abort();
  }
  return text;
};

interface Told { readonly kind: string; readonly id: string }
/** What a stream has told so far, message after message. */
const changes = (text: string): Told[] => [...text.matchAll(/event: changes\ndata: (.*)\n\n/g)].flatMap(([, data = '[]']) => JSON.parse(data) as Told[]);

describe('the speech page reads', () => {
  let source = '';
  let task = '';

  it('the whole text, then the lights of what was registered from it', async () => {
    const made = await office.call<{ id: string }>('POST', '/api/sources', { body: { title: '动员讲话', kind: 'speech', date: '2026-02-20', speaker: '市数据局', text: TEXT } });
    source = made.body.id;
    expect(await office.read('/api/sources/{id}/text', { path: { id: source } })).toEqual({ text: TEXT, revision: 1 });
    expect((await office.read('/api/sources/{id}/lights', { path: { id: source } })).items).toEqual([]);

    const read = await office.read('/api/sources/{id}', { path: { id: source } });
    const draft = read.sentences.flatMap(({ drafts }) => drafts)[0]!.id;
    const fields = { lead: 'czj', due: '2026-03-31', acceptance: ['定额标准公布件'], sponsor: 'sponsor@szf', reviewer: 'reviewer' };
    const assigned = await office.call<{ detail?: string; errors?: unknown }>('POST', `/api/sources/${source}/corrections`, { body: { type: 'assign', drafts: [draft], fields: { ...fields, reviewer: undefined } }, headers: { 'If-Match': `"${read.version}"` } });
    expect([assigned.status, assigned.body.errors]).toEqual([200, undefined]);
    // The page is told by the stream, no later than the read that follows it agrees.
    const told = await heard('/api/events', (text) => text.includes('"kind":"commitment"'), async () => {
      expect((await office.call('POST', `/api/sources/${source}/registration`, { body: { drafts: [draft] }, key: freshKey() })).status).toBe(202);
    });
    expect(told).toContain(`"source":"${source}"`);
    await until(async () => {
      const { items } = await office.read('/api/sources/{id}/lights', { path: { id: source } });
      task = items[0]?.id ?? '';
      return items.length === 1 && items[0]!.version > 0;
    }, 'registered');
  });

  it('how each light stood week by week since the speech, the last week being now', async () => {
    const body = await office.read('/api/sources/{id}/turns', { path: { id: source } });
    expect(body.since).toBe('2026-02-20');
    expect(body.items.map(({ commitment, colours }) => [commitment, colours.length])).toEqual([[task, body.weeks.length]]);
    const { items } = await office.read('/api/sources/{id}/lights', { path: { id: source } });
    expect(body.items[0]?.colours.at(-1)).toBe(items[0]?.light.colour);
    expect(body.items[0]?.colours[0]).toBeNull();
  });

  it('a unit reads of the speech what became of its own sentences, and hears of its own matters alone', async () => {
    const unitPeople = createDoor(office.stores, () => []);
    const read = async (person: string, what: string) => office.call<{ items: Item[] }>('GET', `/api/sources/${source}/${what}`, { headers: await unitPeople(person) });
    expect((await read('liangyuan', 'lights')).body.items.map(({ id }) => id)).toEqual([task]);
    for (const what of ['lights', 'turns', 'text']) expect((await read('suruogu', what)).status).toBe(404);
    let own = '';
    const told = await heard('/api/events', (text) => own !== '' && text.includes(own), async () => {
      await office.call('POST', `/api/commitments/${task}/commands/sign`, { body: { unit: 'czj' } });
      own = (await office.call<{ id: string }>('POST', '/api/commitments', { body: draft({ lead: 'fgw' }) })).body.id;
    }, await unitPeople('suruogu'));
    expect(told).not.toContain(task);
  });

  it('the outcome of each notice is told, to a unit that of its own alone', async () => {
    let born = '';
    const outcome = (text: string): boolean => born !== '' && changes(text).some(({ kind, id }) => kind === 'notice' && id.includes(born));
    const both = async () => {
      await office.call('POST', `/api/commitments/${task}/commands/instruct`, { body: { leader: '李副市长', text: '请抓紧' } });
      born = (await office.call<{ id: string }>('POST', '/api/commitments', { body: draft({ lead: 'fgw' }) })).body.id;
    };
    const units = createDoor(office.stores, () => []);
    const toUnit = changes(await heard('/api/events', outcome, both, await units('suruogu'))).filter(({ kind }) => kind === 'notice');
    expect(toUnit.length).toBeGreaterThan(0);
    const { items } = (await office.call<{ items: { id: string }[] }>('GET', '/api/notices?limit=200', { headers: await units('suruogu') })).body;
    expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining(toUnit.map(({ id }) => id)));
    // Who may see all notices hears of all.
    const toOffice = await heard('/api/events', (text) => outcome(text) && text.includes(`"id":"${task}`), both);
    expect(new Set(changes(toOffice).map(({ kind }) => kind))).toEqual(new Set(['commitment', 'notice']));
    // Names only: whom each concerns goes out to nobody.
    expect(changes(toOffice).every((told) => Object.keys(told).join() === 'kind,id,source,version')).toBe(true);
  });

  it('whom there is to name, and the calendar by the years that are published', async () => {
    const body = await office.read('/api/organisation');
    expect(body.units.map(({ id }) => id)).toContain('czj');
    expect(body.posts.map(({ kindName }) => kindName)).toContain('分管领导');
    const { years } = await office.read('/api/calendar');
    expect(years.find(({ year }) => year === 2026)?.published).toBe(true);
  });
});
