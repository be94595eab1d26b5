/** The office's desk in the demo: everything goes over HTTP, as people would send it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Commitment } from '../../domain/state';
import { instantAt, msOf, toInstant, type CivilDate } from '../../domain/time';
import type { Office } from '../office';
import type { Act } from './characters';

interface ExampleDraft {
  readonly title: string; readonly quote: string; readonly start: number; readonly end: number; readonly kind: string; readonly stretch: boolean;
  readonly lead: string; readonly coUnits: readonly string[]; readonly due: string; readonly acceptance: readonly string[]; readonly sponsor: string;
}

const POLL_MS = 10;

export const createDesk = (office: Office) => {
  const { stores, temporal } = office;
  const url = office.api?.url ?? '';
  const drafts = JSON.parse(readFileSync(join(__dirname, '../../examples/drafts.json'), 'utf8')) as readonly ExampleDraft[];
  let keys = 0;

  const waitFor = async (what: string, check: () => Promise<boolean>): Promise<void> => {
    for (const deadline = Date.now() + 30_000; !(await check()); await new Promise((resolve) => setTimeout(resolve, POLL_MS))) {
      if (Date.now() > deadline) throw new Error(`演示等待超时：${what}`);
    }
  };
  const post = async (path: string, body: unknown, person: string): Promise<{ id: string }> => {
    keys += 1;
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `demo-${keys}`, 'X-Yanxing-Person': person, 'X-Yanxing-Name': encodeURIComponent(person) },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path} → ${response.status} ${JSON.stringify(answer)}`);
    return answer as { id: string };
  };

  return {
    /** Registers one draft of the example file. @returns the commitment's id */
    async register(index: number): Promise<string> {
      const draft = drafts[index];
      if (!draft) throw new Error(`examples/drafts.json has no draft ${index}`);
      const { start, end, ...fields } = draft;
      const answer = await post('/api/commitments', {
        ...fields, registrar: 'registrar@dcs', reviewer: 'reviewer@dcs',
        source: { id: 'speech-2026-02', title: '在市委全会上的交流发言', section: null, start, end },
      }, 'registrar-1');
      await waitFor('立项落账', async () => (await stores.commitments.get(answer.id))?.number !== null);
      return answer.id;
    },

    async state(id: string): Promise<Commitment> {
      const document = await stores.commitments.get(id);
      if (!document) throw new Error(`no commitment ${id}`);
      return document.state;
    },

    async act(id: string, { person, command }: Act): Promise<void> {
      const { name, ...body } = command;
      if (command.name !== 'requestClosure') {
        await post(`/api/commitments/${id}/commands/${name}`, body, person);
        return;
      }
      const { unit, summary, evidence = [] } = command;
      for (const one of evidence) {
        const put = await fetch(`${url}/api/commitments/${id}/evidence/${one.id}/file?name=${encodeURIComponent(one.fileName)}`, {
          method: 'PUT', headers: { 'Content-Type': 'application/octet-stream' }, body: `佐证材料：${one.fileName}（${id} ${one.id}）`,
        });
        if (!put.ok) throw new Error(`佐证上传失败 ${put.status} ${await put.text()}`);
      }
      await post(`/api/commitments/${id}/commands/requestClosure`, { unit, summary, evidence: evidence.map((one) => ({ id: one.id, criterion: one.criterion })) }, person);
    },

    /** Until every slip owed so far has its outcome. */
    settle: (): Promise<void> => waitFor('文书送达', async () => !(await stores.notices.anyOpenSlip())),

    /** That day's digest, started through its schedule. */
    async digest(day: CivilDate): Promise<void> {
      const at = instantAt(day, '08:30');
      await temporal.backfillDigests(toInstant(msOf(at) - 1_000), toInstant(msOf(at) + 1_000));
      const handle = temporal.client.workflow.getHandle(`digest-${at.replace('.000Z', 'Z')}`);
      await waitFor(`${day}的日报`, async () => (await handle.describe().catch(() => null))?.status.name === 'COMPLETED');
    },
  };
};
