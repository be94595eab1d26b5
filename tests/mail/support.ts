/** Builders for the mail tests: the shipped pack and calendar, one commitment, an office of few people. */
import { applyAll } from '../../domain/apply';
import type { Fact, FactBody } from '../../domain/facts';
import { linesAhead } from '../../domain/lines';
import type { NoticeDraft } from '../../domain/notices';
import { noticesOf } from '../../domain/notices';
import type { Organisation } from '../../domain/organisation';
import { register, registrationSchema } from '../../domain/register';
import { ENGINE, type Commitment, type Rules } from '../../domain/state';
import { instantAt, type Instant } from '../../domain/time';
import { loadCalendar } from '../../config/calendars';
import { loadPolicies } from '../../config/policies';

const pack = loadPolicies().find((one) => one.name === '标准');
if (!pack) throw new Error('pack 标准 is not shipped');
export const rules: Rules = { pack, calendar: loadCalendar() };

/** Monday. */
export const MARCH_2 = instantAt('2026-03-02', '09:00');

export const commitment = (id = 'c1', draft: Record<string, unknown> = {}, at: Instant = MARCH_2): Commitment =>
  register(registrationSchema.parse({
    title: '旧证照补录入库', kind: 'deliverable', quote: '年内把旧证照全部补录入库。',
    source: { id: 's1', title: '在全市工作会议上的讲话', section: null, start: 0, end: 10 },
    lead: 'zwk', coUnits: ['sjk'], sponsor: 'vice-mayor', acceptance: ['补录率达到100%', '抽查差错率低于1%'], due: '2026-03-20', ...draft,
  }), { id, at, clockShiftMs: 0, wakeSpreadMs: 0 }, rules);

/** Facts from 1 on, each at `at`, applied in order. */
export const after = (state: Commitment, bodies: readonly FactBody[], at: Instant): { state: Commitment; facts: Fact[] } => {
  const facts = bodies.map((body, index): Fact => ({ ...body, seq: state.seq + index + 1, at, recordedAt: at, actor: ENGINE, updateId: null }));
  return { state: applyAll(state, facts), facts };
};

export const dispatched = (id = 'c1', draft: Record<string, unknown> = {}, at: Instant = MARCH_2): { state: Commitment; drafts: NoticeDraft[]; facts: Fact[] } => {
  const first = commitment(id, draft, at);
  const { state, facts } = after(first, [
    { type: 'registered', state: first },
    { type: 'dispatched', units: first.units.map(({ unit, signBy }) => ({ unit, signBy })) },
  ], at);
  return { state, facts, drafts: facts.flatMap((fact) => noticesOf(fact, state, rules)) };
};

export const projection = (state: Commitment, asOf: Instant = MARCH_2) => ({
  _id: state.id, version: state.seq, number: '督〔2026〕7号' as string | null, state, lines: linesAhead(state, rules, asOf, state.plannedUntil),
  nextMoment: null, headHash: '', updatedAt: asOf,
});

const posts = ['zwk', 'sjk'].flatMap((unit) => [
  { id: `handler@${unit}`, kind: 'handler' as const, unit, name: '承办岗' }, { id: `unitHead@${unit}`, kind: 'unitHead' as const, unit, name: '主要负责人' },
]);
export const office: Organisation = {
  units: [{ id: 'zwk', name: '政务服务科', aliases: [], shortForms: [] }, { id: 'sjk', name: '数据科', aliases: [], shortForms: [] }],
  posts: [
    ...posts, { id: 'registrar', kind: 'registrar', unit: null, name: '督查室' }, { id: 'reviewer', kind: 'reviewer', unit: null, name: '审核岗' },
    { id: 'vice-mayor', kind: 'sponsor', unit: null, name: '分管领导' },
  ],
  people: ['wang', 'li', 'zhao', 'qian', 'sun', 'zhou', 'wu'].map((id) => ({ id, name: id, mail: `${id}@units.example` })),
  holdings: [
    ['handler@zwk', 'wang'], ['unitHead@zwk', 'li'], ['handler@sjk', 'zhao'], ['unitHead@sjk', 'qian'], ['registrar', 'sun'], ['reviewer', 'zhou'], ['vice-mayor', 'wu'],
  ].map(([post, person]) => ({ post: post!, person: person!, from: '2025-01-01', to: null })),
};
