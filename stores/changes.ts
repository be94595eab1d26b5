/** What has just been written, as MongoDB's change stream tells it: names only, for readers who read again what they may see. */
import type { Connection, mongo } from 'mongoose';

export const CHANGE_KINDS = ['commitment', 'source', 'registration', 'notice'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly source: string | null;
  readonly version: number | null;
  /** Of a commitment or a notice: whom it concerns, so that nobody hears of another's. */
  readonly units: readonly string[];
  readonly sponsor: string | null;
}

const KIND_OF: Readonly<Record<string, ChangeKind>> = { commitments: 'commitment', sources: 'source', registrations: 'registration', notices: 'notice' };
/** Of a notice its outcome and its being sent once more are news; what the mail worker notes under way is none. */
const OUTCOME = { $or: [{ 'updateDescription.updatedFields.state': { $nin: [null, 'claimed'] } }, { 'updateDescription.updatedFields.resent': { $ne: null } }] };
/** After the stream broke off: MongoDB may be electing. */
const AGAIN_MS = 1_000;

interface Told {
  readonly ns: { readonly coll: string };
  readonly documentKey: { readonly _id: string };
  readonly fullDocument?: {
    readonly version?: number; readonly source?: string; readonly unit?: string;
    readonly state?: { readonly source?: { readonly id: string } | null; readonly units?: readonly { readonly unit: string }[]; readonly sponsor?: string };
  };
}

const changeOf = ({ ns, documentKey, fullDocument }: Told): Change | null => {
  const kind = KIND_OF[ns.coll];
  if (kind === undefined) return null;
  const id = documentKey._id;
  return {
    kind, id, version: fullDocument?.version ?? null,
    source: kind === 'source' ? id : kind === 'registration' ? (fullDocument?.source ?? null) : (fullDocument?.state?.source?.id ?? null),
    units: fullDocument?.state?.units?.map(({ unit }) => unit) ?? (kind === 'notice' && fullDocument?.unit !== undefined ? [fullDocument.unit] : []), sponsor: fullDocument?.state?.sponsor ?? null,
  };
};

/** Follows until stopped, through elections; after a break `onGap` is told, since what was written meanwhile was not seen. */
export const followChanges = (connection: Connection, onChange: (change: Change) => void, onGap: () => void): { stop(): Promise<void> } => {
  let stream: mongo.ChangeStream | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const open = (): void => {
    if (stopped || !connection.db) return;
    stream = connection.db.watch([
      { $match: { 'ns.coll': { $in: Object.keys(KIND_OF) }, operationType: { $in: ['insert', 'update', 'replace'] }, $or: [{ 'ns.coll': { $ne: 'notices' } }, { operationType: 'insert' }, OUTCOME] } },
      // Names of what changed and whom it concerns; never the content.
      { $project: { ns: 1, documentKey: 1, 'fullDocument.version': 1, 'fullDocument.source': 1, 'fullDocument.unit': 1, 'fullDocument.state.source.id': 1, 'fullDocument.state.units.unit': 1, 'fullDocument.state.sponsor': 1 } },
    ], { fullDocument: 'updateLookup' });
    stream.on('change', (told) => {
      const change = changeOf(told as unknown as Told);
      if (change) onChange(change);
    });
    stream.on('error', () => {
      void stream?.close().catch(() => undefined);
      if (stopped) return;
      timer = setTimeout(() => {
        onGap();
        open();
      }, AGAIN_MS);
    });
  };
  open();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await stream?.close().catch(() => undefined);
    },
  };
};
