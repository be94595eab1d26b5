/**
 * Every recorded life still replays with the workflows as they are now: a change that would break running commitments fails here.
 * Recorded by `YANXING_RECORD=NAME npm run -s jest -- tests/life/…`; what has been recorded is kept, never recorded anew: it stands for the runs that an older release left behind.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { workflowBundle } from '../../scripts/workflow-bundle';
import { installRuntime } from '../../scripts/worker-runtime';

const FOLDER = join(__dirname, 'histories');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const eventTypes = (json: string): Set<string> => new Set(json.match(/EVENT_TYPE_[A-Z_]+/g));

const replay = async (json: string): Promise<void> => {
  installRuntime('ERROR');
  await Worker.runReplayHistory({ workflowBundle: { codePath: await workflowBundle() } }, historyFromJSON(JSON.parse(json)));
};

test('at least six lives are on record, and with them every kind of event that replay must accept', () => {
  expect(new Set(files.map((file) => file.replace(/-(\d+|notice).*$/, ''))).size).toBeGreaterThanOrEqual(6);
  const seen = new Set(files.flatMap((file) => [...eventTypes(read(file))]));
  for (const type of ['TIMER_FIRED', 'TIMER_CANCELED', 'MARKER_RECORDED', 'WORKFLOW_EXECUTION_UPDATE_COMPLETED', 'WORKFLOW_EXECUTION_SIGNALED',
    'WORKFLOW_EXECUTION_OPTIONS_UPDATED', 'WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED', 'WORKFLOW_EXECUTION_COMPLETED', 'WORKFLOW_EXECUTION_CONTINUED_AS_NEW']) {
    expect(seen).toContain(`EVENT_TYPE_${type}`);
  }
});

interface Started { events: { workflowExecutionStartedEventAttributes?: { workflowType: { name: string }; input: { payloads: { data: string }[] } } }[] }
test('runs that an older release began are on record beside those of this one', () => {
  const told = files.flatMap((file) => {
    const started = (JSON.parse(read(file)) as Started).events[0]?.workflowExecutionStartedEventAttributes;
    return started?.workflowType.name === 'commitment' ? ['withoutPhase' in (JSON.parse(Buffer.from(started.input.payloads[0]?.data ?? '', 'base64').toString()) as object)] : [];
  });
  expect(new Set(told)).toEqual(new Set([true, false]));
});

test.each(files)('%s replays', async (file) => {
  await replay(read(file));
});

interface Event { eventType: string; timerStartedEventAttributes?: unknown; markerRecordedEventAttributes?: { details: { data?: { payloads: { data: string }[] } } } }
const firstOf = (events: Event[], type: string): Event => {
  const found = events.find((event) => event.eventType === `EVENT_TYPE_${type}`);
  if (!found) throw new Error(`no ${type} to tamper with`);
  return found;
};

test.each<[string, (events: Event[]) => void]>([
  ['another command in place of a timer', (events) => {
    const timer = firstOf(events, 'TIMER_STARTED');
    delete timer.timerStartedEventAttributes;
    const { eventType, ...upsert } = structuredClone(firstOf(events, 'UPSERT_WORKFLOW_SEARCH_ATTRIBUTES')) as Event & { eventId?: string };
    delete upsert.eventId;
    Object.assign(timer, upsert, { eventType });
  }],
  ['another activity in place of the effects', (events) => {
    const data = firstOf(events, 'MARKER_RECORDED').markerRecordedEventAttributes?.details.data?.payloads[0];
    if (!data) throw new Error('no activity in the marker');
    const was = Buffer.from(data.data, 'base64').toString();
    expect(was).toContain('"applyEffects"');
    data.data = Buffer.from(was.replace('"applyEffects"', '"deliverNotice"')).toString('base64');
  }],
])('a history with %s is refused', async (_, tamper) => {
  const history = JSON.parse(read(files.find((name) => name.startsWith('good-life-1__0.1.0__')) ?? '')) as { events: Event[] };
  tamper(history.events);
  await expect(replay(JSON.stringify(history))).rejects.toThrow(DeterminismViolationError);
});
