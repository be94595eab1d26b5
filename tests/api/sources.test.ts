/** A speech comes in, is corrected by hand, comes in again corrected; what is refused leaves nothing behind. No worker is up. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageOf } from '../../domain/drafts';
import { docx, paragraph } from '../support/docx';
import { draft, freshKey, openOffice, type CallOptions, type Office } from './support';

interface Provenance { kind: string; rule?: string; start?: number; end?: number; by?: { person: string }; at?: string }
interface Held<T> { value: T; provenance: Provenance }
interface DraftShown {
  id: string; start: number; end: number; quote: string; title: Held<string>; kind: Held<string>; lead: Held<string> | null; coUnits: Held<string[]> | null;
  due: Held<string> | null; reviewDate: Held<string> | null; proposedReview: Held<string> | null; acceptance: Held<string[]> | null; sponsor: Held<string> | null;
  pack: Held<string> | null; registrar: Held<string> | null; lacks: { code: string; name: string }[]; warnings: { code: string }[];
  said: { due: Held<{ words: string }> | null; measures: unknown[]; masked: unknown[] };
  origin: { kind: string; of?: string[] }; state: { kind: string; reason?: string; commitment?: string }; commitment: { id: string; number: string | null } | null;
}
interface SentenceShown { id: string; start: number; end: number; text: string; kind: Held<string>; reason: Held<string>; tracked: boolean; drafts: DraftShown[]; removed: unknown }
interface Source {
  id: string; self: string; version: number; revision: number; sha256: string; notes: string[];
  coverage: { sentences: number; tracked: number; untracked: number; unexplained: number; percent: number; drafts: number; ready: number; registered: number };
  sentences: SentenceShown[]; sections: { heading: string }[];
}
interface ProblemShown { code: string; reason?: string; detail: string; errors?: { path: string; message: string }[]; drafts?: { draft: string; lacks: { code: string }[] }[]; currentVersion?: number; givenVersion?: number; current?: { sentences: SentenceShown[] } }

const SPEECH = readFileSync(join(__dirname, '../../examples/speech.txt'));
const TEXT = SPEECH.toString('utf8');
const about = { title: '在市委五届十二次全会上的交流发言', kind: 'speech', date: '2026-02-27', speaker: '临川市数据局' };

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const upload = <T = Source>(id: string, body: string | Buffer, query: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  office.call<T>('PUT', `/api/sources/${id}/file?${new URLSearchParams({ name: 'speech.txt', title: about.title, kind: 'speech', date: '2026-02-27', ...query }).toString()}`, {
    raw: body, headers: { 'Content-Type': 'application/octet-stream', ...headers },
  });
const read = async (id: string): Promise<Source> => (await office.call<Source>('GET', `/api/sources/${id}`)).body;
const post = <T>(path: string, body: unknown, version?: number, options: CallOptions = {}) =>
  office.call<T>('POST', path, { body, ...options, headers: version === undefined ? {} : { 'If-Match': `"${version}"` } });
const correct = async (id: string, correction: unknown, version?: number) =>
  post<{ version: number; drafts: DraftShown[]; sentences: SentenceShown[]; coverage: Source['coverage'] } & ProblemShown>(`/api/sources/${id}/corrections`, correction, version ?? (await read(id)).version);
const done = async (id: string, correction: unknown) => {
  const answer = await correct(id, correction);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
};
const draftsOf = (source: Source): DraftShown[] => [...new Map(source.sentences.flatMap((s) => s.drafts).map((d) => [d.id, d])).values()];
const containing = (source: Source, words: string): DraftShown => {
  const found = draftsOf(source).find((draft) => draft.quote.includes(words) && draft.state.kind !== 'dropped');
  if (!found) throw new Error(`no draft with ${words}`);
  return found;
};
const stored = async (): Promise<number[]> => Promise.all(['sources', 'source_texts', 'sentences', 'drafts'].map((name) => office.stores.connection.collection(name).countDocuments()));
/** The kept coverage, counted by changes, against a fresh count over everything. */
const expectTrueCoverage = async (id: string): Promise<void> => {
  const [source, sentences, drafts] = await Promise.all([office.stores.sources.get(id), office.stores.sources.allSentences(id), office.stores.sources.allDrafts(id)]);
  expect(source?.coverage).toEqual(coverageOf(sentences, drafts));
};

describe('import', () => {
  it('takes the speech in: every sentence with a kind and a reason, every draft with what it says and lacks', async () => {
    const made = await upload('speech-1', SPEECH);
    expect([made.status, made.headers.get('Location'), made.headers.get('ETag')]).toEqual([201, '/api/sources/speech-1', '"1"']);
    const source = await read('speech-1');
    expect(source.coverage).toMatchObject({ unexplained: 0, percent: 100, registered: 0 });
    expect(source.coverage.tracked + source.coverage.untracked).toBe(source.coverage.sentences);
    expect(source.sentences).toHaveLength(source.coverage.sentences);
    expect(source.sentences.every((s) => s.reason.value !== '' && (s.tracked || s.drafts.length === 0))).toBe(true);
    expect(source.sentences.every((s) => TEXT.slice(s.start, s.end) === s.text)).toBe(true);
    const drafts = draftsOf(source);
    expect(drafts.length).toBeGreaterThan(60);
    expect(drafts.every((d) => TEXT.slice(d.start, d.end) === d.quote)).toBe(true);
    const catalogue = containing(source, '编制完成《临川市公共数据资源目录');
    expect(catalogue).toMatchObject({ due: { value: '2026-04-30', provenance: { kind: 'explicit' } }, pack: { value: '标准', provenance: { kind: 'derived', rule: 'limits/usual-pack' } }, registrar: { value: 'registrar', provenance: { rule: 'organisation/only-post' } } });
    const { start = 0, end = 0 } = catalogue.due?.provenance ?? {};
    expect(TEXT.slice(start, end)).toContain('4月底');
    expect(catalogue.lacks.map(({ code }) => code)).toEqual(expect.arrayContaining(['acceptance', 'sponsor']));
    const undated = drafts.find((d) => d.due === null);
    expect(undated).toMatchObject({ reviewDate: null, proposedReview: { provenance: { kind: 'derived' } } });
    expect(undated?.lacks.map(({ code }) => code)).toContain('dueOrReview');
    await expectTrueCoverage('speech-1');
  });

  it('answers the same file again alike, another one under that id with 409', async () => {
    expect((await upload('speech-1', SPEECH)).status).toBe(200);
    const other = await upload<ProblemShown>('speech-1', TEXT.replace('征程', '前程'));
    expect([other.status, other.body.code]).toEqual([409, 'sourceExists']);
    expect((await read('speech-1')).version).toBe(1);
  });

  it('takes pasted text once a key, and lists sources', async () => {
    const key = freshKey();
    const body = { ...about, title: '动员讲话', text: '\ufeff同志们：\r\n要加强统筹。\u2028市财政局要在3月底前公布费用定额标准。' };
    const [first, again] = [await post<Source>('/api/sources', body, undefined, { key }), await post<Source>('/api/sources', body, undefined, { key })];
    expect([first.status, again.status, again.text === first.text, first.headers.get('Location')]).toEqual([201, 201, true, first.body.self]);
    expect(containing(await read(first.body.id), '费用定额标准')).toMatchObject({ lead: { value: 'czj', provenance: { kind: 'derived', rule: 'roster/name' } }, due: { value: '2026-03-31' } });
    const list = await office.call<{ items: Source[]; next: string }>('GET', '/api/sources?limit=1');
    const rest = await office.call<{ items: Source[]; next: null }>('GET', `/api/sources?limit=1&cursor=${list.body.next}`);
    expect([...list.body.items, ...rest.body.items].map(({ id }) => id).sort()).toEqual([first.body.id, 'speech-1'].sort());
    expect(rest.body.next).toBeNull();
  });

  it('reads .docx, and gives minutes and instructions the limits of their kind, shown with their rule', async () => {
    const words = '请市数据局制定公共数据管理办法并印发。';
    const made = await upload('minutes-1', docx({ body: paragraph(words) }), { name: '纪要.docx', kind: 'minutes', title: '专题会议纪要' });
    expect(made.status).toBe(201);
    const due = async (id: string) => draftsOf(await read(id))[0]?.due;
    expect(await due('minutes-1')).toMatchObject({ value: '2026-03-22', provenance: { kind: 'derived', rule: 'limit/minutes-20d@1' } });
    for (const [urgency, date] of [['urgent', '2026-03-07'], ['normal', '2026-03-17'], ['hard', '2026-04-01']] as const) {
      await upload(`note-${urgency}`, words, { kind: 'instruction', urgency, title: '批示' });
      expect(await due(`note-${urgency}`)).toMatchObject({ value: date, provenance: { rule: expect.stringMatching(`limit/instruction-${urgency}`) } });
    }
  });

  it('refuses with the reason, and stores nothing', async () => {
    const before = await stored();
    const refusals: [string, Promise<{ status: number; body: ProblemShown; text: string }>][] = [
      ['empty', upload('no', Buffer.alloc(0))],
      ['secrecyMark', upload('no', `机密★10年\n\n${TEXT}`)],
      ['secrecyMark', upload('no', TEXT, { name: '【内部】讲话.txt' })],
      ['notText', upload('no', Buffer.from([0x4d, 0x5a, 0, 0, 0, 1, 2, 3]))],
      ['secrecyMark', post('/api/sources', { ...about, text: `秘密\n要做好工作，6月底前完成清理。` })],
      ['empty', post('/api/sources', { ...about, text: ' \n ' })],
    ];
    for (const [reason, answer] of refusals) {
      const { status, body } = await answer;
      expect([status, body.code, body.reason]).toEqual([422, 'sourceRefused', reason]);
      expect(body.detail).toMatch(/\p{Script=Han}/u);
    }
    const faulty = await post<ProblemShown>('/api/sources', { title: '', kind: 'rumour', date: '2026-02-30', text: '要办。' });
    expect([faulty.status, faulty.body.errors?.map(({ path }) => path).sort()]).toEqual([400, ['date', 'kind', 'title']]);
    expect((await upload('no', Buffer.alloc(21 * 1024 * 1024, 65))).status).toBe(413);
    expect((await office.call('GET', '/api/sources/no')).status).toBe(404);
    expect(await stored()).toEqual(before);
  });
});

describe('likeness to the open ledger', () => {
  it('is shown at import: what is already in hand, and what comes near it', async () => {
    const { status, body } = await office.call<{ id: string }>('POST', '/api/commitments', { body: draft({ title: '建设市级智慧气象服务平台' }) });
    expect(status).toBe(201);
    await upload('alike', '年底前，建设市级智慧气象服务平台。建设市级智慧气象综合服务平台。加固水库大坝3座。', { kind: 'minutes' });
    const drafts = draftsOf(await read('alike'));
    const told = drafts.map(({ warnings }) => (warnings as { code: string; text: string; other?: string }[]).filter(({ text }) => text.includes('台账')).map(({ code, other }) => [code, other]));
    expect(told).toEqual([[['duplicate', body.id]], [['nearDuplicate', body.id]], []]);
  });
});

describe('a megabyte of text', () => {
  // More documents than one transaction holds in the embedded engine's cache.
  it('comes in whole, is shown in pages, and leaves no generation behind when it comes again', async () => {
    const part = (n: number): string => TEXT.replaceAll('年底前', `年底前第${n}批`).replaceAll('要', `要按${n}号`);
    const text = Array.from({ length: 55 }, (_, n) => part(n)).join('\n');
    expect((await upload('long', text, { kind: 'report' })).status).toBe(201);
    const first = (await office.call<Source & { next: number }>('GET', '/api/sources/long?limit=2000')).body;
    expect([first.sentences.length, first.next, first.coverage.percent]).toEqual([2_000, 2_000, 100]);
    expect((await office.call<Source>('GET', `/api/sources/long?limit=2000&from=${first.next}`)).body.sentences[0]?.start).toBeGreaterThanOrEqual(first.sentences.at(-1)?.end ?? 0);
    for (const version of [1, 2]) expect((await upload('long', `${text}\n第${version}稿。`, { kind: 'report' }, { 'If-Match': `"${version}"` })).status).toBe(200);
    expect(await office.stores.connection.collection('sentences').distinct('part', { source: 'long' })).toHaveLength(2);
    await expectTrueCoverage('long');
  });

  it('does not keep others waiting while five megabytes are read', async () => {
    const report = (n: number): string => `第${n}号片区去年以来累计完成道路整修${n}处，${'沿线群众出行条件有了明显改善，沿街商户经营环境有了明显好转，'.repeat(9)}各方面反映良好。`;
    const text = `${Array.from({ length: 5_600 }, (_, n) => report(n)).join('\n')}\n年底前新建泵站2座。`;
    expect(Buffer.byteLength(text)).toBeGreaterThan(5_000_000);
    let importing = true;
    const since = performance.now();
    const taken = upload('huge', text, { kind: 'report' }).finally(() => (importing = false));
    const waits: number[] = [];
    while (importing) {
      const asked = performance.now();
      expect((await office.call('GET', '/health/live')).status).toBe(200);
      waits.push(performance.now() - asked);
    }
    const took = performance.now() - since;
    expect((await taken).status).toBe(201);
    // What is left on the API's own thread (decoding, hashing, writing) is a small part of the whole.
    expect({ often: waits.length >= 20, longest: Math.max(...waits) < took / 3 }).toEqual({ often: true, longest: true });
    expect((await read('huge')).coverage).toMatchObject({ percent: 100, drafts: 1 });
  });
});

describe('corrections', () => {
  beforeAll(async () => {
    await upload('speech-2', SPEECH);
  });

  it('assigns fields to many drafts with who and when, and takes lacks away', async () => {
    const [a, b] = [containing(await read('speech-2'), '攻防演练'), containing(await read('speech-2'), '费用定额标准')];
    const answer = await post<{ drafts: DraftShown[]; coverage: Source['coverage'] }>('/api/sources/speech-2/corrections', {
      type: 'assign', drafts: [a.id, b.id], fields: { lead: 'sjj', coUnits: ['fgw'], sponsor: 'sponsor@szf', acceptance: ['印发文件'] },
    }, (await read('speech-2')).version, { person: 'zhang' });
    expect(answer.status).toBe(200);
    const own = answer.body.drafts.find(({ id }) => id === b.id);
    expect(own).toMatchObject({ lead: { value: 'sjj', provenance: { kind: 'assigned', by: { person: 'zhang' } } }, due: { provenance: { kind: 'explicit' } }, lacks: [] });
    expect(answer.body.drafts.find(({ id }) => id === a.id)?.lacks.map(({ code }) => code)).toEqual(['dueOrReview']);
    const taken = await done('speech-2', { type: 'acceptProposed', drafts: [a.id] });
    expect(taken.drafts[0]).toMatchObject({ reviewDate: { value: a.proposedReview?.value, provenance: { kind: 'assigned' } }, lacks: [] });
    expect(taken.coverage.ready).toBe(2);
    await expectTrueCoverage('speech-2');
  });

  it('refuses units, posts and packs that the office does not have', async () => {
    const { id } = containing(await read('speech-2'), '攻防演练');
    const answer = await correct('speech-2', { type: 'assign', drafts: [id], fields: { lead: 'nobody', sponsor: 'handler@sjj', pack: '无' } });
    expect([answer.status, answer.body.errors?.map(({ path }) => path)]).toEqual([400, ['fields.lead', 'fields.sponsor', 'fields.pack']]);
  });

  it('splits, merges, retitles and re-kinds; what was there before is kept as replaced', async () => {
    const whole = containing(await read('speech-2'), '实行月调度、季通报');
    const cut = await done('speech-2', { type: 'split', draft: whole.id, at: whole.start + whole.quote.indexOf('年底前') });
    expect(cut.drafts.map((d) => [d.quote, d.state.kind, d.origin.kind]).sort()).toEqual([
      ['实行月调度、季通报', 'open', 'split'], ['年底前逐项对账销号', 'open', 'split'], [whole.quote, 'replaced', 'analysed'],
    ].sort());
    const [head, tail] = cut.drafts.filter((d) => d.origin.kind === 'split').sort((a, b) => a.start - b.start);
    expect([head?.due, tail?.due?.value]).toEqual([null, '2026-12-31']);
    const merged = await done('speech-2', { type: 'merge', drafts: [head?.id, tail?.id], title: '月调度、季通报，年底销号' });
    expect(merged.drafts[0]).toMatchObject({ quote: whole.quote, title: { value: '月调度、季通报，年底销号', provenance: { kind: 'assigned' } }, origin: { kind: 'merge' } });
    const id = merged.drafts[0]?.id;
    expect((await done('speech-2', { type: 'retitle', draft: id, title: '建立调度通报' })).drafts[0]?.title).toMatchObject({ value: '建立调度通报' });
    expect((await done('speech-2', { type: 'rekind', draft: id, kind: 'standing', stretch: true })).drafts[0]?.kind).toMatchObject({ value: 'standing', provenance: { kind: 'assigned' } });
    const far = await correct('speech-2', { type: 'merge', drafts: [id, containing(await read('speech-2'), '费用定额标准').id] });
    expect([far.status, far.body.reason]).toEqual([422, 'notApart']);
    await expectTrueCoverage('speech-2');
  });

  it('leaves a draft and a sentence untracked with a reason, and takes them back', async () => {
    const { id } = containing(await read('speech-2'), '每季度组织一次攻防演练');
    const out = await done('speech-2', { type: 'notTracked', drafts: [id], reason: '已有专项' });
    expect(out.drafts[0]?.state).toMatchObject({ kind: 'dropped', reason: '已有专项' });
    const sentence = (await read('speech-2')).sentences.find((s) => s.drafts.filter((d) => d.state.kind === 'open').length > 0 && s.text.includes('热线分析专报'));
    const gone = await done('speech-2', { type: 'sentenceNotTracked', sentence: sentence?.id, reason: '另行部署' });
    expect(gone.sentences[0]).toMatchObject({ tracked: false, reason: { value: '另行部署', provenance: { kind: 'assigned' } } });
    expect((await read('speech-2')).coverage).toMatchObject({ unexplained: 0, percent: 100 });
    const back = await done('speech-2', { type: 'restore', drafts: gone.drafts.map((d) => d.id) });
    expect(back.sentences[0]).toMatchObject({ tracked: true, reason: { provenance: { kind: 'derived' } } });
    await expectTrueCoverage('speech-2');
  });

  it('adds a draft from a selected stretch, reads its words of time, and refuses overlaps and stretches between sentences', async () => {
    const source = await read('speech-2');
    const words = '学习的目的在于应用';
    const start = TEXT.indexOf(words);
    const added = await done('speech-2', { type: 'add', start, end: start + words.length, kind: 'standing', title: '学以致用' });
    expect(added.drafts[0]).toMatchObject({ quote: words, origin: { kind: 'selection' }, title: { value: '学以致用' }, pack: { value: '标准' }, said: { due: null } });
    const twice = await correct('speech-2', { type: 'add', start: start + 1, end: start + 5, kind: 'standing' });
    expect([twice.status, twice.body.reason]).toEqual([422, 'overlaps']);
    const nowhere = await correct('speech-2', { type: 'add', start: 0, end: 900, kind: 'standing' });
    expect([nowhere.status, nowhere.body.reason]).toEqual([422, 'badSpan']);
    expect((await read('speech-2')).coverage.drafts).toBe(source.coverage.drafts + 1);
    await expectTrueCoverage('speech-2');
  });

  it('refuses a correction without a version (428) and by an old one (412) with both versions and what stands now', async () => {
    const { id } = containing(await read('speech-2'), '费用定额标准');
    const { version } = await read('speech-2');
    const none = await post<ProblemShown>('/api/sources/speech-2/corrections', { type: 'retitle', draft: id, title: '甲' });
    expect([none.status, none.body.code]).toEqual([428, 'preconditionRequired']);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => correct('speech-2', { type: 'retitle', draft: id, title: `题目${n}` }, version)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
    const won = answers.find(({ status }) => status === 200);
    const lost = await correct('speech-2', { type: 'retitle', draft: id, title: '晚了' }, version);
    expect(lost.body).toMatchObject({ code: 'versionStale', givenVersion: version, currentVersion: version + 1, lastChange: { by: { person: 'registrar' } } });
    expect(lost.headers.get('ETag')).toBe(`"${version + 1}"`);
    expect(lost.body.current?.sentences.flatMap((s) => s.drafts).find((d) => d.id === id)?.title.value).toBe(won?.body.drafts[0]?.title.value);
  });

  it('takes any correction back with its provenances, once more forward, but not over what somebody changed since', async () => {
    const take = (version: number) => post<{ version: number } & ProblemShown>(`/api/sources/speech-2/corrections/${version}/undo`, {});
    const all = async () => draftsOf(await read('speech-2')).filter(({ state }) => state.kind !== 'dropped');
    const before = await all();
    const { id, start } = containing(await read('speech-2'), '完成全部赛程');
    const cut = await done('speech-2', { type: 'split', draft: id, at: start + 8 });
    expect(await all()).toHaveLength(before.length + 1);
    const other = containing(await read('speech-2'), '费用定额标准').id;
    await done('speech-2', { type: 'retitle', draft: other, title: '别处的修改' });
    expect((await take(cut.version)).status).toBe(200);
    expect((await all()).find((draft) => draft.id === id)).toEqual(before.find((draft) => draft.id === id));
    await expectTrueCoverage('speech-2');

    const given = await done('speech-2', { type: 'assign', drafts: [id, other], fields: { acceptance: ['印发件'] } });
    const back = await take(given.version);
    expect((await all()).find((draft) => draft.id === id)?.acceptance).toBeNull();
    expect((await take(back.body.version)).status).toBe(200);
    expect((await all()).find((draft) => draft.id === id)?.acceptance?.value).toEqual(['印发件']);
    await done('speech-2', { type: 'assign', drafts: [other], fields: { acceptance: ['别人改的'] } });
    const late = await take(given.version);
    expect([late.status, late.body.code]).toEqual([422, 'correctionRefused']);
    expect((await take(9_999)).status).toBe(404);
    await expectTrueCoverage('speech-2');
  });
});

describe('registration without a worker', () => {
  it('tells per draft what it lacks, and binds nothing', async () => {
    await upload('speech-3', SPEECH);
    const source = await read('speech-3');
    const ids = draftsOf(source).slice(0, 12).map((d) => d.id);
    const refused = await post<ProblemShown>('/api/sources/speech-3/registration', { drafts: [...ids, 'nothing'] });
    expect([refused.status, refused.body.code, refused.body.errors?.length]).toEqual([422, 'draftsIncomplete', 13]);
    expect(refused.body.drafts?.find((d) => d.draft === ids[0])?.lacks.map(({ code }) => code)).toEqual(expect.arrayContaining(['acceptance', 'sponsor']));
    expect(refused.body.errors?.[0]?.message).toContain('验收标准');
    expect((await read('speech-3')).version).toBe(1);
    expect(await office.stores.connection.collection('registrations').countDocuments()).toBe(0);
  });

  it('takes chosen drafts on with 202 once a key; they cannot be corrected, registered twice or re-imported meanwhile', async () => {
    const { id } = containing(await read('speech-3'), '费用定额标准');
    await done('speech-3', { type: 'assign', drafts: [id], fields: { sponsor: 'sponsor@szf', acceptance: ['公布标准'] } });
    const unseen = await post<ProblemShown>('/api/sources/speech-3/registration', { drafts: [id] }, (await read('speech-3')).version - 1);
    expect([unseen.status, unseen.body.code]).toEqual([412, 'versionStale']);
    const key = freshKey();
    const [first, again] = [await post<{ self: string; id: string }>('/api/sources/speech-3/registration', { drafts: [id] }, undefined, { key }), await post('/api/sources/speech-3/registration', { drafts: [id] }, undefined, { key })];
    expect([first.status, again.status, first.headers.get('Location'), again.headers.get('Location')]).toEqual([202, 202, first.body.self, first.body.self]);
    expect((await office.call('GET', first.body.self)).body).toMatchObject({ state: 'running', total: 1, done: 0, failed: [] });
    const { status } = await office.temporal.client.workflow.getHandle(`registration/speech-3/${first.body.id}`).describe();
    expect(status.name).toBe('RUNNING');
    const corrected = await correct('speech-3', { type: 'retitle', draft: id, title: '改' });
    expect([corrected.status, corrected.body.reason]).toEqual([422, 'draftBound']);
    expect((await post<ProblemShown>('/api/sources/speech-3/registration', { drafts: [id] })).body.errors?.[0]?.message).toContain('正在立项');
    const reimported = await post<ProblemShown>('/api/sources/speech-3/reimport', { text: `${TEXT}\n完。` }, (await read('speech-3')).version);
    expect([reimported.status, reimported.body.code]).toEqual([409, 'registrationRunning']);
    await expectTrueCoverage('speech-3');
  });
});

describe('re-import', () => {
  it('matches sentences, keeps hand corrections, and says what changed', async () => {
    await upload('speech-4', SPEECH);
    const before = await read('speech-4');
    const catalogue = containing(before, '编制完成《临川市公共数据资源目录');
    const dropped = containing(before, '每季度组织一次攻防演练');
    const gone = containing(before, '每月编发热线分析专报');
    await done('speech-4', { type: 'assign', drafts: [catalogue.id], fields: { lead: 'sjj', acceptance: ['目录印发'] } });
    await done('speech-4', { type: 'notTracked', drafts: [dropped.id], reason: '已有专项' });
    await done('speech-4', { type: 'assign', drafts: [gone.id], fields: { sponsor: 'sponsor@szf' } });
    const goneSentence = before.sentences.find((s) => s.drafts.some((d) => d.id === gone.id));
    const fixed = TEXT.replace('4月底前编制完成', '4月30日前编制完成').replace('每季度组织一次攻防演练', '每季度组织1次攻防演练').replace(goneSentence?.text ?? '?', '')
      .replace('我的发言完了', '要在7月底前完成数据专区建设。\n我的发言完了');
    const answer = await upload<Source & { report: { unchanged: number; changed: { before: string; after: string }[]; added: { text: string }[]; removed: { text: string; kept: boolean; lost: string[] }[] } }>(
      'speech-4', fixed, {}, { 'If-Match': `"${(await read('speech-4')).version}"` });
    expect([answer.status, answer.body.revision]).toEqual([200, 2]);
    const { report } = answer.body;
    expect(report.changed).toHaveLength(2);
    expect(report.added.map((s) => s.text)).toEqual(['要在7月底前完成数据专区建设。']);
    expect(report.removed).toMatchObject([{ text: goneSentence?.text, kept: false, lost: [gone.title.value] }]);
    expect(report.unchanged).toBe(before.coverage.sentences - 3);
    const after = await read('speech-4');
    expect(after.sentences.every((s) => fixed.slice(s.start, s.end) === s.text)).toBe(true);
    expect(draftsOf(after).every((d) => fixed.slice(d.start, d.end) === d.quote)).toBe(true);
    expect(draftsOf(after).find((d) => d.id === catalogue.id)).toMatchObject({ lead: { value: 'sjj', provenance: { kind: 'assigned' } }, due: { value: '2026-04-30' }, quote: expect.stringContaining('4月30日前') });
    expect(draftsOf(after).find((d) => d.id === dropped.id)).toMatchObject({ state: { kind: 'dropped', reason: '已有专项' }, quote: expect.stringContaining('1次攻防演练') });
    const kept = before.sentences.filter((s) => !report.removed.some((r) => r.text === s.text));
    expect(kept.every((s) => after.sentences.some((now) => now.id === s.id))).toBe(true);
    expect(await office.stores.sources.text('speech-4', 1)).toBe(TEXT);
    await expectTrueCoverage('speech-4');
    const late = await post<ProblemShown>('/api/sources/speech-4/reimport', { text: TEXT }, 1);
    expect([late.status, late.body.code]).toEqual([412, 'versionStale']);
    const same = await post<{ report: unknown; version: number }>('/api/sources/speech-4/reimport', { text: fixed }, after.version);
    expect([same.status, same.body.report, same.body.version]).toEqual([200, null, after.version]);
  });
});
