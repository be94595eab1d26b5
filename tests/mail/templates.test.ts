/** Every mail says why you get it, what to do, and what happens next and when; and it is text, whatever people wrote. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import { renderDigest, renderNotice, type NoticeView } from '../../activities/mail/templates';
import { withDateWords } from '../../domain/date-words';
import type { Fact, FactBody } from '../../domain/facts';
import { noticesOf, type NoticeDraft } from '../../domain/notices';
import { dueInstant } from '../../domain/moments';
import { instantAt, type Instant } from '../../domain/time';
import { SLIP_OCCASIONS, type SlipOccasion } from '../../domain/vocabulary';
import type { Commitment, Rules } from '../../domain/state';
import { loadPolicies } from '../../config/policies';
import { after, commitment, dispatched, rules } from './support';

const names: Readonly<Record<string, string>> = { zwk: '政务服务科', sjk: '数据科' };
const LATE = instantAt('2026-03-23', '08:30');

interface Case { readonly state: Commitment; readonly fact: Fact; readonly draft: NoticeDraft; readonly asOf: Instant }

const EXTENSION: FactBody = {
  type: 'extensionRequested', unit: 'zwk', from: '2026-03-20', to: '2026-04-17', reason: '原件清点量大', progress: '已清点六成', lateness: 'inTime', approver: 'registrar', decideBy: instantAt('2026-03-12', '17:30'),
};
const SUSPENDED: FactBody = { type: 'suspended', reason: '省厅接口规范未定', counterparty: { kind: 'superior', name: '省数据局' }, until: '2026-04-10', wakeAt: instantAt('2026-04-10', '08:30') };

const STRUCK: Extract<FactBody, { type: 'strikeCounted' }> = { type: 'strikeCounted', unit: 'zwk', round: 1, n: 1, since: instantAt('2025-03-23', '00:00'), earlier: [] };
const shipped = (name: string): Rules => ({ ...rules, pack: loadPolicies().find((pack) => pack.name === name) ?? rules.pack });
const OF_PACKS: Partial<Record<SlipOccasion, Rules>> = {
  blueSlip: shipped('三色督办单'), yellowSlip: shipped('三色督办单'), redSlip: shipped('三色督办单'), filing: shipped('三单'), clockMissed: shipped('13710'), stageReturned: shipped('13710'),
  strikeCircular: shipped('三次问责'), strikeInterview: shipped('三次问责'), accountability: shipped('三次问责'),
};
const rulesOf = (occasion: SlipOccasion): Rules => OF_PACKS[occasion] ?? rules;

const facts: Readonly<Record<Exclude<SlipOccasion, 'dispatch'>, { before?: FactBody[]; fact: FactBody; asOf: Instant }>> = {
  refused: { fact: { type: 'refused', unit: 'zwk', reason: '不属本科职责' }, asOf: instantAt('2026-03-03', '10:00') },
  rulingOverdue: {
    before: [{ type: 'refused', unit: 'zwk', reason: '不属本科职责', ruleBy: instantAt('2026-03-05', '17:30') }],
    fact: { type: 'rulingOverdue', unit: 'zwk', to: 'registrar', next: instantAt('2026-03-09', '17:30') }, asOf: instantAt('2026-03-05', '17:30'),
  },
  ruled: { fact: { type: 'ruled', unit: 'zwk', ruling: 'same', signBy: instantAt('2026-03-05', '17:30'), reason: '职责明确' }, asOf: instantAt('2026-03-04', '10:00') },
  amended: { fact: { type: 'amended', from: '2026-03-20', to: '2026-04-10', reason: '原件清点量大', newRound: false, wasRed: false }, asOf: instantAt('2026-03-10', '10:00') },
  chase: { fact: { type: 'rungReached', rung: 'chase', round: 1, index: 0, collapsed: [], waitingFor: ['x'] }, asOf: LATE },
  supervise: { fact: { type: 'rungReached', rung: 'supervise', round: 1, index: 1, collapsed: ['chase'], waitingFor: ['x'] }, asOf: instantAt('2026-03-25', '08:30') },
  circulate: { fact: { type: 'rungReached', rung: 'circulate', round: 1, index: 2, collapsed: [], waitingFor: ['x'] }, asOf: instantAt('2026-03-27', '08:30') },
  interview: { fact: { type: 'rungReached', rung: 'interview', round: 1, index: 3, collapsed: [], waitingFor: [] }, asOf: instantAt('2026-04-03', '08:30') },
  filing: { fact: { type: 'rungFiled', rung: 'chase', round: 1, index: 0, collapsed: [], waitingFor: ['x'] }, asOf: LATE },
  undelivered: {
    before: [{ type: 'rungReached', rung: 'chase', round: 1, index: 0, collapsed: [], waitingFor: ['c1:chase:r1:handler@zwk'] }],
    fact: { type: 'noticeSettled', noticeId: 'c1:chase:r1:handler@zwk', outcome: 'suppressed', reason: 'nobody', notBefore: instantAt('2026-03-24', '08:30') }, asOf: LATE,
  },
  closureRequested: { fact: { type: 'closureRequested', summary: '全部补录', inTime: true, reviewBy: instantAt('2026-03-23', '17:30'), colour: 'blue' }, asOf: instantAt('2026-03-18', '10:00') },
  reviewOverdue: {
    before: [{ type: 'closureRequested', summary: '全部补录', inTime: true, reviewBy: instantAt('2026-03-20', '17:30'), colour: 'blue' }],
    fact: { type: 'reviewOverdue' }, asOf: instantAt('2026-03-20', '17:30'),
  },
  accepted: { fact: { type: 'accepted', text: '属实', doneOn: '2026-03-18', lookBackAt: instantAt('2026-06-17', '08:30') }, asOf: instantAt('2026-03-19', '10:00') },
  returned: { fact: { type: 'returned', reasonCode: 'evidenceLacking', text: '缺抽查记录', notBefore: instantAt('2026-03-24', '08:30'), wasRed: true }, asOf: LATE },
  lookBackDue: { before: [{ type: 'accepted', text: '属实', doneOn: '2026-03-18', lookBackAt: instantAt('2026-06-16', '08:30') }], fact: { type: 'lookBackDue' }, asOf: instantAt('2026-06-16', '08:30') },
  proposalDecided: { fact: { type: 'proposalDecided', proposal: 'interview', round: 1, approved: true, text: '同意，由副秘书长约谈' }, asOf: instantAt('2026-04-03', '10:00') },
  reopened: { fact: { type: 'reopened', text: '仍有旧证', newDue: '2026-07-31' }, asOf: instantAt('2026-06-17', '10:00') },
  raised: {
    fact: {
      type: 'raised', unit: 'zwk', from: '2026-03-20', due: '2026-04-10', reason: '跨部门协调困难', wasRed: false, notBefore: instantAt('2026-03-12', '08:30'),
      to: { ...commitment().units[0]!, unit: 'fgw', signBy: instantAt('2026-03-11', '17:30') },
    }, asOf: instantAt('2026-03-10', '10:00'),
  },
  instructed: { fact: { type: 'instructed', leader: '李副市长', text: '抓紧补录，月底前见效' }, asOf: instantAt('2026-03-10', '10:00') },
  periodMissed: { fact: { type: 'periodEnded', index: 2, due: '2026-03-13', outcome: 'missed', next: { index: 3, from: '2026-03-13', due: '2026-03-20' } }, asOf: instantAt('2026-03-13', '17:30') },
  targetSet: { fact: { type: 'targetSet', measure: 'm1', from: null, to: 95, reason: '市里下达' }, asOf: instantAt('2026-03-10', '10:00') },
  notPursued: { fact: { type: 'notPursued', reason: '上位文件已废止' }, asOf: instantAt('2026-03-10', '10:00') },
  extensionRequested: { fact: EXTENSION, asOf: instantAt('2026-03-10', '10:00') },
  extensionDecided: { before: [EXTENSION], fact: { type: 'extensionDecided', granted: true, text: '同意', from: '2026-03-20', to: '2026-04-10', newRound: false, wasRed: false }, asOf: instantAt('2026-03-11', '10:00') },
  extensionOverdue: { before: [EXTENSION], fact: { type: 'extensionOverdue', to: 'sponsor' }, asOf: instantAt('2026-03-12', '17:30') },
  suspended: { fact: SUSPENDED, asOf: instantAt('2026-03-10', '10:00') },
  resumed: {
    before: [SUSPENDED], asOf: instantAt('2026-04-10', '08:30'),
    fact: { type: 'resumed', by: 'limit', text: null, since: instantAt('2026-03-10', '10:00'), from: '2026-03-20', to: '2026-04-22', plan: [], periodDue: null, signBy: [], notBefore: instantAt('2026-04-13', '08:30') },
  },
  blueSlip: { fact: { type: 'rungReached', rung: 'blueSlip', round: 1, index: 0, collapsed: [], waitingFor: ['x'] }, asOf: instantAt('2026-03-17', '08:30') },
  yellowSlip: { fact: { type: 'rungReached', rung: 'yellowSlip', round: 1, index: 1, collapsed: [], waitingFor: ['x'] }, asOf: instantAt('2026-03-18', '08:30') },
  redSlip: { fact: { type: 'rungReached', rung: 'redSlip', round: 1, index: 2, collapsed: ['yellowSlip'], waitingFor: [] }, asOf: LATE },
  clockMissed: { fact: { type: 'clockMissed', clock: 'day1', unit: 'zwk', limit: instantAt('2026-03-03', '17:30') }, asOf: instantAt('2026-03-04', '08:30') },
  stageReturned: {
    before: [{ type: 'reported', unit: 'zwk', stage: 'day1', report: { at: instantAt('2026-03-03', '10:00'), by: 'wang', percent: null, line: '已知悉', unchanged: false, forecast: null, causeCode: null, values: [], period: null } }],
    fact: { type: 'stageGraded', unit: 'zwk', stage: 'day1', grade: '不合格', redoBy: instantAt('2026-03-04', '17:30'), text: '没有写明责任人' }, asOf: instantAt('2026-03-03', '15:00'),
  },
  strikeCircular: { fact: { ...STRUCK, n: 1 }, asOf: LATE },
  strikeInterview: { fact: { ...STRUCK, n: 2, earlier: ['c9'] }, asOf: LATE },
  accountability: { fact: { ...STRUCK, n: 4, earlier: ['c7', 'c8', 'c9'] }, asOf: LATE },
  terminated: { fact: { type: 'terminated', reason: '机构职能调整' }, asOf: instantAt('2026-03-10', '10:00') },
};

const caseOf = (occasion: SlipOccasion, draft: Record<string, unknown> = {}): Case => {
  const base = dispatched('c1', draft);
  if (occasion === 'dispatch') return { state: base.state, fact: base.facts[1]!, draft: base.drafts[0]!, asOf: base.facts[1]!.at };
  const { before = [], fact, asOf } = facts[occasion];
  const step = after(base.state, [...before, fact], asOf);
  const last = step.facts.at(-1)!;
  const owed = noticesOf(last, step.state, rulesOf(occasion)).find((one) => one.occasion === occasion);
  return { state: step.state, fact: last, draft: owed!, asOf };
};

const viewOf = (one: Case, extra: Partial<NoticeView> = {}): NoticeView => ({
  notice: one.draft, slipNumber: one.draft.slip ? `${one.draft.slip.series}〔2026〕21号` : null, number: '督〔2026〕142号', state: one.state, rules, fact: one.fact,
  asOf: one.asOf, office: '云岭市政府督查室', unitName: (unit) => names[unit] ?? unit, link: null, ...extra,
});

const save = (name: string, html: string): void => {
  const folder = process.env['YANXING_MAIL_SAMPLES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.html`, html);
};

describe.each([...SLIP_OCCASIONS])('the mail of %s', (occasion) => {
  const one = caseOf(occasion);
  const mail = renderNotice(viewOf(one, { rules: rulesOf(occasion) }));
  save(occasion, mail.html);
  if (process.env['YANXING_MAIL_SAMPLES']) writeFileSync(`${process.env['YANXING_MAIL_SAMPLES']}/${occasion}.txt`, `${mail.subject}\n\n${mail.text}`);

  test('says why, what to do and what comes next', () => {
    for (const words of ['为什么收到：您是', one.draft.copy ? '请知悉' : '请办理', '下一步', '旧证照补录入库', '督〔2026〕142号', '年内把旧证照全部补录入库。']) {
      expect(mail.text).toContain(words);
      expect(mail.html).toContain(words);
    }
    expect(mail.subject).toContain('旧证照补录入库');
    if (one.draft.slip) expect(mail.subject).toContain(`${one.draft.slip.document}${occasion === 'filing' ? '（备案）' : ''} ${one.draft.slip.series}〔2026〕21号`);
  });
  test('leaves nothing open and keeps the house rules', () => {
    const visible = mail.html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]*>/g, '');
    for (const words of [mail.subject, mail.text, visible]) {
      expect(words).not.toMatch(/undefined|null|NaN|\[object|\$\{|[!！]|请注意/);
      expect(words).not.toMatch(/：：|。。|，。|；。|\d{4}-\d{2}-\d{2}T/);
    }
    expect(mail.html).not.toMatch(/<(script|img|link|iframe)/i);
  });
});

const hostile = '<script>alert(1)</script><img src=x onerror="a()"> & " \' {{77*13}} ${77*13} </style>';
test.each([...SLIP_OCCASIONS])('what people write stays text in the mail of %s', async (occasion) => {
  const one = caseOf(occasion, { title: hostile.slice(0, 100), quote: hostile, acceptance: [hostile], source: { id: 's', title: hostile, section: null, start: 0, end: 1 } });
  const facts = { ...one.fact, ...('reason' in one.fact && one.fact.type !== 'noticeSettled' ? { reason: hostile } : {}), ...('text' in one.fact ? { text: hostile } : {}) } as Fact;
  const mail = renderNotice(viewOf({ ...one, fact: facts }, { unitName: () => hostile, number: hostile, slipNumber: hostile, office: hostile, link: 'https://x.example/"><script>' }));
  expect(/<script|<img|onerror="/i.exec(mail.html)).toBeNull();
  expect(mail.html.match(/<style>/g)).toHaveLength(1);
  expect(mail.html.match(/<\/style>/g)).toHaveLength(1);
  expect(mail.html.indexOf('1001')).toBe(-1);
  const parsed = await simpleParser(`Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${mail.html}`);
  expect(parsed.text).toContain('{{77*13}} ${77*13}');
});

test('dates carry their weekday, and distance counts working days', () => {
  expect(renderNotice(viewOf(caseOf('chase'))).text).toContain('■ 逾期　3月20日（周五）到期，逾期1个工作日');
  expect(renderNotice(viewOf(caseOf('chase'))).text).toContain('3月25日（周三）向主要负责人发督办通知单');
  expect(renderNotice(viewOf(caseOf('dispatch'))).text).toContain('3月3日（周二）17:30前未签收也未退单的，视为已签收');
});

test('a reason of the light says its dates as officials write them, and leaves a file’s name alone', () => {
  expect(withDateWords('“答复”时限2026-04-24 11:00已过，至今未反馈', '2026-04-25')).toBe('“答复”时限4月24日（周五）11:00已过，至今未反馈');
  expect(withDateWords('第2期（2025-12-31前）未反馈', '2026-01-05')).toBe('第2期（2025年12月31日前）未反馈');
  expect(withDateWords('佐证“2026-04-24.pdf”', '2026-04-25')).toBe('佐证“2026-04-24.pdf”');
});

test('a copy is marked in subject, corner and reason, and asks for nothing', () => {
  const one = caseOf('chase');
  const copy = noticesOf(one.fact, one.state, rules).find((draft) => draft.copy);
  const mail = renderNotice(viewOf({ ...one, draft: copy! }));
  expect(mail.subject).toMatch(/^〔抄送〕催办单/);
  expect(mail.text).toContain('您是本事项分管领导');
  expect(mail.text).toContain('不需要您办理');
});

test('a deadline in a year without published holidays says so', () => {
  expect(renderNotice(viewOf(caseOf('dispatch', { due: '2027-03-01' }))).text).toContain('2027年3月1日（周一）到期');
  expect(renderNotice(viewOf(caseOf('dispatch', { due: '2027-03-01' }))).text).toContain('2027年放假安排尚未公布');
});

test('a stretch item is told apart and has no ladder', () => {
  const text = renderNotice(viewOf(caseOf('dispatch', { stretch: true }))).text;
  expect(text).toContain('旧证照补录入库（力争）');
  expect(text).toContain('不逐级督办');
});

test('a mail goes by the pack of its matter: who looks back and under what name, whether a next rung comes, whom a late review is told to', () => {
  const called = renderNotice(viewOf(caseOf('lookBackDue'), { rules: shipped('三个第一时间') }));
  expect([called.subject.includes('回访到期'), called.text.includes('回访由督查室办理'), called.text.includes('回头看')]).toEqual([true, true, false]);
  expect(renderNotice(viewOf(caseOf('undelivered'))).text).toContain('下一级督办不早于3月24日');
  expect(renderNotice(viewOf(caseOf('undelivered'), { rules: shipped('三次问责') })).text).not.toContain('下一级督办');
  const deputies = { ...rules, pack: { ...rules.pack, review: { ...rules.pack.review, overdueTo: ['registrar' as const] } } };
  expect(renderNotice(viewOf(caseOf('closureRequested'), { rules: deputies })).text).toContain('前未审核的，报督查室知悉');
});

test('a late review clears the unit only where its request came by T', () => {
  const one = caseOf('reviewOverdue');
  const late = { ...one, state: { ...one.state, closure: one.state.closure && { ...one.state.closure, inTime: false } } };
  expect(renderNotice(viewOf(one)).text).toContain('不算作承办单位逾期');
  expect(renderNotice(viewOf(late)).text).toContain('承办单位逾期照计');
  expect(renderNotice(viewOf(late)).text).not.toContain('不算作承办单位逾期');
});

describe('the digest', () => {
  const entry = (id: string, title: string, due: string, occasions: NoticeDraft['occasion'][], at: Instant) => {
    const { state } = dispatched(id, { title, due });
    return { state, rules, number: `督〔2026〕${id}号`, links: [], lines: occasions.map((occasion) => ({ occasion, period: at, unit: 'zwk', postKind: 'handler' as const, at })) };
  };
  const asOf = instantAt('2026-03-20', '08:30');
  const view = {
    asOf, date: '2026-03-20', office: '云岭市政府督查室', unitName: (unit: string) => names[unit] ?? unit,
    entries: [
      entry('9', '帮办代办点覆盖乡镇', '2026-03-31', ['reminder'], asOf),
      entry('7', '旧证照补录入库', '2026-03-17', ['weekly'], asOf),
      entry('8', '“一件事”全部上线', '2026-03-25', ['weekly', 'reminder', 'firstFeedback'], instantAt('2026-03-19', '08:30')),
    ],
  };
  const mail = renderDigest(view);
  save('digest', mail.html);
  if (process.env['YANXING_MAIL_SAMPLES']) writeFileSync(`${process.env['YANXING_MAIL_SAMPLES']}/digest.txt`, `${mail.subject}\n\n${mail.text}`);

  test('has one entry a commitment, worst light first', () => {
    expect(mail.subject).toBe('3件事项今天需要您答复（政务服务科）');
    const marks = [...mail.text.matchAll(/^([■▲○●‖✓] \S+?)　/gm)].map((match) => match[1]);
    expect(marks).toEqual(['■ 逾期', '▲ 预警', '○ 预告']);
    expect(mail.text.match(/上线/g)).toHaveLength(1);
  });
  test('says what to answer, what comes if nobody does, and which line is late', () => {
    expect(mail.text).toContain('本周进展：请在今天17:00前写一句话');
    expect(mail.text).toContain('临期提醒（应于3月19日）');
    expect(mail.text).toContain('仍未办结的，3月26日（周四）向承办人、主要负责人发催办单');
    expect(mail.text).toContain('为什么收到：您是政务服务科承办人');
    expect(mail.text).not.toMatch(/undefined|null|NaN|[!！]/);
  });
  test('names the stages that wait for a grade, whose they are, and the scale', () => {
    const { state } = caseOf('stageReturned');
    const reported = { ...state, units: state.units.map((part) => ({ ...part, stages: part.stages.map((stage) => ({ ...stage, grade: null })) })) };
    const lines = [{ occasion: 'stageReview' as const, period: 'day1-2026-03-03', unit: 'zwk', postKind: 'registrar' as const, at: instantAt('2026-03-04', '08:30') }];
    const { text } = renderDigest({ ...view, date: '2026-03-04', asOf: instantAt('2026-03-04', '08:30'), entries: [{ state: reported, rules: shipped('13710'), number: '督〔2026〕9号', links: [], lines }] });
    expect(text).toContain('阶段评分：政务服务科“1日安排部署”已报告，请审核并评定优秀、良好、合格、不合格。');
  });
  test('is never empty', () => expect(() => renderDigest({ ...view, entries: [] })).toThrow(RangeError));
  test('escapes what people wrote', () => {
    const own = { ...view, entries: [entry('9', hostile.slice(0, 100), '2026-03-31', ['reminder'], asOf)], unitName: () => hostile, office: hostile };
    expect(renderDigest(own).html).not.toMatch(/<script|<img/i);
  });
});

test('support builds what it says', () => {
  expect(commitment().seq).toBe(0);
  expect(dueInstant('2026-03-20', rules.pack)).toBe('2026-03-20T09:30:00.000Z');
});
