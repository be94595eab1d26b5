/** What one command adds to a commitment's history: the same commands, in an office whose effects travel one way or the other. */
import { loadPolicies } from '../../config/policies';
import type { Command } from '../../domain/commands';
import { instantAt, type CivilDate } from '../../domain/time';
import { createWorld, type World } from '../../tests/support/world';
import { commitmentWorkflowId } from '../../workflows/ids';
import { eventsOf, sum } from './events';
import { startBenchWorkers } from './offices';

export const COMMAND_BOUNDS = { local: 8, ordinary: 13 } as const;

type Step = readonly [label: string, command: Command, person?: string];
/** `lived`: the day to which nobody acts before the steps. */
interface Story { readonly draft: Readonly<Record<string, unknown>>; readonly lived?: CivilDate; readonly steps: readonly Step[] }

const DUE = '2026-05-29';
const file = { id: 'e1', unit: 'sjj', criterion: 'a1', fileName: '印发稿.txt', size: 0, sha256: '' };
const sign: Step = ['sign', { name: 'sign', unit: 'sjj' }];
const closure: Command = { name: 'requestClosure', unit: 'sjj', summary: '管理办法已印发' };

/** Every command that goes on in the run it meets; `reopen` begins a run of its own. */
const STORIES: readonly Story[] = [
  {
    draft: { coUnits: ['czj'] },
    steps: [
      sign, ['report', { name: 'report', unit: 'sjj', percent: 30, line: '初稿形成' }], ['sign (co-unit)', { name: 'sign', unit: 'czj' }], ['report (co-unit)', { name: 'report', unit: 'czj', percent: 100, line: '预算已核定' }],
      ['evidence', { name: 'evidence', ...file }], ['requestClosure', closure], ['review (returned)', { name: 'review', result: 'returned', reasonCode: 'format', text: '格式不符' }, 'rev'],
      ['requestClosure (again)', closure], ['review (accepted)', { name: 'review', result: 'accepted', text: '同意办结' }, 'rev'], ['instruct (closed)', { name: 'instruct', leader: '李副市长', text: '再核', newDue: DUE }],
      ['requestClosure (reopened)', closure], ['review (accepted again)', { name: 'review', result: 'accepted', text: '同意办结' }, 'rev'], ['lookBack (failed)', { name: 'lookBack', result: 'failed', text: '反弹', newDue: DUE }, 'rev'],
      ['terminate', { name: 'terminate', reason: '并入全市方案' }],
    ],
  },
  {
    draft: { measures: [{ name: '压减比例', unit: '%' }] },
    steps: [
      ['refuse', { name: 'refuse', unit: 'sjj', reason: '非本单位职责' }], ['rule (same)', { name: 'rule', unit: 'sjj', ruling: 'same', reason: '属本单位职责' }], sign,
      ['requestExtension', { name: 'requestExtension', unit: 'sjj', to: '2026-06-12', reason: '审批未完', progress: '过半' }], ['decideExtension', { name: 'decideExtension', result: 'granted', newDue: '2026-06-12', text: '同意' }, 'reg'],
      ['suspend', { name: 'suspend', reason: '等批复', counterparty: { kind: 'superior', name: '省厅' } }], ['resume', { name: 'resume', text: '已批复' }], ['amend', { name: 'amend', due: '2026-06-19', reason: '调整' }],
      ['setTarget', { name: 'setTarget', measure: 'm1', target: 5, reason: '已下达' }], ['decompose', { name: 'decompose', none: '无须分解' }], ['repin', { name: 'repin', pack: '三单', version: loadPolicies().find(({ name }) => name === '三单')?.version ?? 1, reason: '换版' }],
      ['instruct', { name: 'instruct', leader: '李副市长', text: '抓紧' }], ['transfer', { name: 'transfer', unit: 'sjj', toUnit: 'czj', reason: '职责调整' }], ['raise', { name: 'raise', toUnit: 'fgw', due: '2026-06-26', reason: '久拖不决' }],
      ['notPursue', { name: 'notPursue', reason: '政策取消' }],
    ],
  },
  { draft: { dispatchOn: '2026-04-01' }, steps: [['dispatch', { name: 'dispatch' }]] },
  {
    draft: { template: '制度文件' },
    steps: [sign, ['completeStage', { name: 'completeStage', stage: 'draft', note: '初稿形成' }]],
  },
  {
    draft: { pack: '13710', matterClass: 'hard' },
    steps: [sign, ['report (stage)', { name: 'report', unit: 'sjj', line: '已知悉' }], ['gradeStage (returned)', { name: 'gradeStage', unit: 'sjj', stage: 'day1', grade: '不合格', text: '没有写明责任人' }, 'reg']],
  },
  {
    // T+10 wd of Friday, 6 March: by then 约谈 has been proposed.
    draft: { due: '2026-03-06' }, lived: '2026-03-23',
    steps: [['decideProposal', { name: 'decideProposal', proposal: 'interview', result: 'approved', text: '同意，由副秘书长约谈' }, 'spo']],
  },
];

/** A history that two readings find the same has nothing more to come: the timer's task follows the answer by moments. */
const settled = async ({ office }: World, id: string): Promise<number> => {
  for (let before = -1; ;) {
    const now = sum(await eventsOf(office.temporal.client, commitmentWorkflowId(id)));
    if (now === before) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
};

/** @returns events by command, in the order of the stories */
export const eventsOfCommands = async (variant: 'local' | 'ordinary'): Promise<ReadonlyMap<string, number>> => {
  const world = await createWorld({ start: instantAt('2026-03-02', '09:00') });
  try {
    await world.office.workers?.stop();
    world.office.workers = await startBenchWorkers({ address: world.engines.temporalAddress, office: world.office, variant });
    await world.switchOn('三单');
    await world.switchOn('13710');
    const found = new Map<string, number>();
    for (const { draft, lived, steps } of STORIES) {
      const id = await world.register({ due: DUE, ...draft });
      if (lived !== undefined) await world.until(lived, '09:00', [id]);
      for (const [label, command, person] of steps) {
        const before = await settled(world, id);
        await world.act(id, command, person);
        found.set(label, (await settled(world, id)) - before);
      }
    }
    return found;
  } finally {
    await world.stop();
  }
};
