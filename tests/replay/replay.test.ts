/**
 * Every recorded life still replays with the workflows as they are now: a change that would break running commitments fails here.
 * Recorded by `YANXING_RECORD=1 npm run jest -- tests/life`; histories of released versions are kept, never recorded anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DeterminismViolationError, Worker } from '@temporalio/worker';
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
  expect(new Set(files.map((file) => file.split('-')[0])).size).toBeGreaterThanOrEqual(6);
  const seen = new Set(files.flatMap((file) => [...eventTypes(read(file))]));
  for (const type of ['TIMER_FIRED', 'TIMER_CANCELED', 'MARKER_RECORDED', 'WORKFLOW_EXECUTION_UPDATE_COMPLETED', 'WORKFLOW_EXECUTION_SIGNALED',
    'WORKFLOW_EXECUTION_OPTIONS_UPDATED', 'WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED', 'WORKFLOW_EXECUTION_COMPLETED']) {
    expect(seen).toContain(`EVENT_TYPE_${type}`);
  }
});

test.each(files)('%s replays', async (file) => {
  await replay(read(file));
});

test.each([
  ['a timer that this code does not set', (json: string) => json.replace(/("timerStartedEventAttributes":\{"timerId":")\d+"/, '$1999"')],
  ['a result of the other activity', (json: string) => json.replaceAll('"commitment"},"taskQueue"', '"notice"},"taskQueue"')],
])('a history tampered with by %s is refused', async (_, tamper) => {
  const file = files.find((name) => name.startsWith('good-life-1')) ?? '';
  const tampered = tamper(read(file));
  expect(tampered).not.toBe(read(file));
  await expect(replay(tampered)).rejects.toThrow(DeterminismViolationError);
});
