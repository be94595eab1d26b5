/** The office's desk in the demo: everything goes over HTTP, as people would send it. */
import type { Commitment } from '../../domain/state';
import { civilDateOf, instantAt, msOf, toInstant, type CivilDate } from '../../domain/time';
import { createDoor } from '../door';
import type { Office } from '../office';
import { REGISTRAR, type Act } from './characters';

const POLL_MS = 10;

/** What the registrar adds to a draft before 立项. */
export interface Assigned {
  readonly lead: string; readonly coUnits: readonly string[]; readonly due: CivilDate; readonly acceptance: readonly string[]; readonly sponsor: string;
}
/** A draft as the API shows it, as far as the demo reads it. */
export interface SeenDraft {
  readonly id: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly title: { readonly value: string };
  readonly lead: { readonly value: string } | null;
  readonly due: { readonly value: CivilDate } | null;
  readonly lacks: readonly { readonly code: string; readonly name: string }[];
}
export interface SeenSource {
  readonly id: string;
  readonly coverage: { readonly sentences: number; readonly tracked: number; readonly percent: number };
  readonly sentences: readonly { readonly text: string; readonly kind: { readonly value: string }; readonly reason: { readonly value: string }; readonly tracked: boolean; readonly drafts: readonly SeenDraft[] }[];
}

export const createDesk = (office: Office) => {
  const { stores, temporal } = office;
  const url = office.api?.url ?? '';
  const names = new Map<string, string>();
  const door = createDoor(stores, () => [], (person) => names.get(person) ?? person);
  /** Whoever holds the post on that day, who may what the post brings. */
  const as = async (held: string): Promise<{ Authorization: string }> => {
    const [holder] = await stores.organisation.holders(held, civilDateOf(office.clock.now()));
    if (!holder) throw new Error(`岗位“${held}”无人在任`);
    names.set(holder.person, holder.name);
    return door(holder.person);
  };
  let keys = 0;

  const waitFor = async (what: string, check: () => Promise<boolean>): Promise<void> => {
    for (const deadline = Date.now() + 30_000; !(await check()); await new Promise((resolve) => setTimeout(resolve, POLL_MS))) {
      if (Date.now() > deadline) throw new Error(`演示等待超时：${what}`);
    }
  };
  const answered = async <T>(response: Response, what: string): Promise<T> => {
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${what} → ${response.status} ${JSON.stringify(answer)}`);
    return answer as T;
  };
  const post = async <T>(path: string, body: unknown, by: string, version?: number): Promise<T> => {
    keys += 1;
    return answered<T>(await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json', 'Idempotency-Key': `demo-${keys}`, ...(await as(by)),
        ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
      },
      body: JSON.stringify(body),
    }), path);
  };

  return {
    /** Hands in the file as the office would, and reads back what was found in it. */
    async importSpeech(bytes: Buffer, name: string, title: string, date: CivilDate): Promise<SeenSource> {
      const query = new URLSearchParams({ name, title, kind: 'speech', date });
      await answered(await fetch(`${url}/api/sources/demo-speech/file?${query.toString()}`, {
        method: 'PUT', headers: { 'Content-Type': 'application/octet-stream', ...(await as(REGISTRAR)) }, body: new Uint8Array(bytes),
      }), name);
      return answered<SeenSource>(await fetch(`${url}/api/sources/demo-speech?limit=2000`, { headers: await as(REGISTRAR) }), 'demo-speech');
    },

    /** Fills in what the speech does not say; each value is kept as assigned, by whom and when. */
    async assign(source: string, draft: string, fields: Assigned): Promise<void> {
      const { version } = await answered<{ version: number }>(await fetch(`${url}/api/sources/${source}?limit=1`, { headers: await as(REGISTRAR) }), source);
      await post(`/api/sources/${source}/corrections`, {
        type: 'assign', drafts: [draft], fields: { ...fields, registrar: 'registrar', reviewer: 'reviewer', pack: '标准' },
      }, REGISTRAR, version);
    },

    /** 立项 through the registration workflow. @returns commitment ids in the order of `drafts` */
    async register(source: string, drafts: readonly string[]): Promise<string[]> {
      const { self } = await post<{ self: string }>(`/api/sources/${source}/registration`, { drafts }, REGISTRAR);
      let failed: readonly unknown[] = [];
      await waitFor('立项', async () => {
        const progress = await answered<{ state: string; failed: readonly unknown[] }>(await fetch(`${url}${self}`, { headers: await as(REGISTRAR) }), self);
        failed = progress.failed;
        return progress.state === 'completed';
      });
      if (failed.length > 0) throw new Error(`立项未成：${JSON.stringify(failed)}`);
      const { sentences } = await answered<{ sentences: readonly { drafts: readonly { id: string; commitment: { id: string } | null }[] }[] }>(await fetch(`${url}/api/sources/${source}?limit=2000`, { headers: await as(REGISTRAR) }), source);
      const byDraft = new Map(sentences.flatMap((sentence) => sentence.drafts).map((draft) => [draft.id, draft.commitment?.id]));
      const ids = drafts.map((draft) => byDraft.get(draft) ?? '');
      await waitFor('立项落账', async () => (await Promise.all(ids.map((id) => stores.commitments.get(id)))).every((document) => (document?.number ?? null) !== null));
      return ids;
    },

    /** 立项 of a matter that stands in no speech: a standing duty, or one under another pack. */
    async registerOne(draft: Readonly<Record<string, unknown>>): Promise<string> {
      const { id } = await post<{ id: string }>('/api/commitments', { registrar: 'registrar', reviewer: 'reviewer', ...draft }, REGISTRAR);
      await waitFor('立项落账', async () => ((await stores.commitments.get(id))?.number ?? null) !== null);
      return id;
    },

    /** Switches a pack on, with everything confirmed that it leaves to the office. */
    async switchOn(pack: string): Promise<void> {
      const newest = (await stores.rules.packVersions(pack))[0];
      if (newest) await post(`/api/policies/${encodeURIComponent(pack)}/versions/${newest.version}/on`, { confirmed: newest.pack.suggested }, REGISTRAR, newest.switches.length);
    },

    async state(id: string): Promise<Commitment> {
      const document = await stores.commitments.get(id);
      if (!document) throw new Error(`no commitment ${id}`);
      return document.state;
    },

    async act(id: string, { by, command }: Act): Promise<void> {
      const { name, ...body } = command;
      if (command.name !== 'requestClosure') {
        await post(`/api/commitments/${id}/commands/${name}`, body, by);
        return;
      }
      const { unit, summary, evidence = [] } = command;
      for (const one of evidence) {
        const put = await fetch(`${url}/api/commitments/${id}/evidence/${one.id}/file?name=${encodeURIComponent(one.fileName)}`, {
          method: 'PUT', headers: { 'Content-Type': 'application/octet-stream', ...(await as(by)) }, body: `佐证材料：${one.fileName}（${id} ${one.id}）`,
        });
        if (!put.ok) throw new Error(`佐证上传失败 ${put.status} ${await put.text()}`);
      }
      await post(`/api/commitments/${id}/commands/requestClosure`, { unit, summary, evidence: evidence.map((one) => ({ id: one.id, criterion: one.criterion })) }, by);
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
