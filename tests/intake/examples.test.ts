import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../../intake/read-document';

interface Draft { title: string; quote: string; start: number; end: number; kind: string; stretch: boolean; lead: string; coUnits: string[]; due: string; acceptance: string[]; sponsor: string }
interface Organisation {
  units: { id: string; name: string; aliases: string[]; shortForms: string[] }[];
  posts: { id: string; kind: string; unit: string | null; name: string }[];
  people: { id: string; name: string; mail: string }[];
  holdings: { post: string; person: string; from: string; to: string | null }[];
}

const folder = join(__dirname, '../../examples');
const bytes = readFileSync(join(folder, 'speech.txt'));
const speech = bytes.toString('utf8');
const drafts = JSON.parse(readFileSync(join(folder, 'assignments.json'), 'utf8')) as Draft[];
const organisation = JSON.parse(readFileSync(join(folder, 'organisation.json'), 'utf8')) as Organisation;
const units = new Set(organisation.units.map((unit) => unit.id));
const posts = new Map(organisation.posts.map((post) => [post.id, post]));

describe('the example that the demo starts from', () => {
  it('the speech is read unchanged', async () => {
    expect(await readDocument(bytes, 'speech.txt')).toMatchObject({ ok: true, text: speech, encoding: 'UTF-8', notes: [] });
    expect(speech.match(/^[一二三四五六]、/gm)).toHaveLength(6);
  });

  it('each draft quotes the speech where it says, and lacks nothing', () => {
    expect(drafts.length).toBeGreaterThanOrEqual(14);
    for (const draft of drafts) {
      expect(speech.slice(draft.start, draft.end)).toBe(draft.quote);
      expect(draft.title.length).toBeLessThanOrEqual(40);
      expect(['deliverable', 'recurring', 'target', 'standing']).toContain(draft.kind);
      expect([draft.lead, ...draft.coUnits].every((unit) => units.has(unit))).toBe(true);
      expect(draft.coUnits).not.toContain(draft.lead);
      expect(draft.due >= '2026-03-20' && draft.due <= '2026-06-15').toBe(true);
      expect(draft.acceptance.length).toBeGreaterThan(0);
      expect(posts.get(draft.sponsor)?.kind).toBe('sponsor');
    }
  });

  it('every unit has a head, a deputy and a handler, and on the day of the speech each post has one holder', () => {
    for (const unit of units) {
      for (const kind of ['unitHead', 'deputy', 'handler']) expect(posts.get(`${kind}@${unit}`)).toMatchObject({ kind, unit });
    }
    const people = new Set(organisation.people.map((person) => person.id));
    expect(people.size).toBe(organisation.people.length);
    for (const post of posts.keys()) {
      const now = organisation.holdings.filter((held) => held.post === post && held.from <= '2026-02-27' && (held.to === null || held.to > '2026-02-27'));
      expect(now).toHaveLength(1);
      expect(people.has(now[0]?.person ?? '')).toBe(true);
    }
    expect(organisation.people.every((person) => person.mail.endsWith('@example.gov.invalid'))).toBe(true);
  });

  it('every unit that the speech names is in the roster', () => {
    const known = organisation.units.flatMap((unit) => [unit.name, ...unit.aliases]);
    const named = speech.match(/市(?:[\u4e00-\u9fff]{2,10}?(?:局|委)|政务服务中心|12345热线中心)(?=[，、牵配会要（\d）]|$)/g) ?? [];
    expect(named.length).toBeGreaterThan(20);
    for (const name of named) if (!/^市委/.test(name)) expect(known).toContain(name);
  });
});
