/** Units, posts, people and holdings: who gets a post's mail on a day. */
import { Schema, type ClientSession, type Connection, type mongo } from 'mongoose';
import { holdingKey, isClosed, type Holder, type Organisation, type Unit } from '../domain/organisation';
import type { Actor } from '../domain/state';
import type { CivilDate, Instant } from '../domain/time';
import type { PostKind } from '../domain/vocabulary';
import { inTransaction, rawCollection } from './connection';
import type { IndexSpec } from './index-spec';
import { readTogether } from './together';

/** Counted up by every change, so that nobody overwrites what another has just entered. */
interface VersionDocument { readonly _id: string; readonly version: number; readonly by: Actor | null; readonly at: Instant | null }
const THE_ONE = 'organisation';

interface UnitDocument { _id: string; name: string; aliases: string[]; shortForms: string[]; closedFrom?: CivilDate }
interface PostDocument { _id: string; kind: PostKind; unit: string | null; name: string; closedFrom?: CivilDate }
interface PersonDocument { _id: string; name: string; mail: string }
type HeldPost = Pick<Organisation['posts'][number], 'id' | 'kind' | 'unit'>;
interface HoldingDocument { _id: string; post: string; person: string; from: CivilDate; to: CivilDate | null; entered?: CivilDate }

const text = { type: String, required: true } as const;
const options = { versionKey: false, strict: 'throw' } as const;
// An empty string means "no mailbox", which mongoose's `required` refuses.
const mail = { type: String, default: '' } as const;

const unitSchema = new Schema<UnitDocument>({ _id: text, name: text, aliases: [String], shortForms: [String], closedFrom: String }, { ...options, collection: 'units' });
const postSchema = new Schema<PostDocument>({ _id: text, kind: text, unit: { type: String, default: null }, name: text, closedFrom: String }, { ...options, collection: 'posts' });
const personSchema = new Schema<PersonDocument>({ _id: text, name: text, mail }, { ...options, collection: 'people' });
const holdingSchema = new Schema<HoldingDocument>({ _id: text, post: text, person: text, from: text, to: { type: String, default: null }, entered: String }, { ...options, collection: 'holdings' });

export const organisationIndexes: readonly IndexSpec[] = [
  { collection: 'holdings', name: 'post_from', keys: { post: 1, from: -1 } },
  { collection: 'holdings', name: 'person', keys: { person: 1 } },
  { collection: 'posts', name: 'unit', keys: { unit: 1 } },
];

/** Makes a collection equal to `documents`. */
const replaceAll = async <T extends { readonly _id: string }>(collection: mongo.Collection<T>, documents: readonly T[], session: ClientSession): Promise<void> => {
  await collection.deleteMany({}, { session });
  if (documents.length > 0) await collection.insertMany(documents as mongo.OptionalUnlessRequiredId<T>[], { session });
};

export const createOrganisationStore = (connection: Connection) => {
  const units = connection.model('Unit', unitSchema);
  const posts = connection.model('Post', postSchema);
  const people = connection.model('Person', personSchema);
  const holdings = connection.model('Holding', holdingSchema);

  /**
   * Holders of many posts on one day, two queries in all. The latest in office first; every post asked for has an entry.
   * `session` reads them inside the claim's transaction.
   */
  const holdersOf = async (postIds: readonly string[], onDate: CivilDate, session?: ClientSession): Promise<Map<string, Holder[]>> => {
    const held = await holdings.find({ post: { $in: [...postIds] }, from: { $lte: onDate }, $or: [{ to: null }, { to: { $gte: onDate } }] })
      .sort({ from: -1, person: 1 }).session(session ?? null).lean<HoldingDocument[]>().exec();
    const found = await people.find({ _id: { $in: [...new Set(held.map((holding) => holding.person))] } })
      .session(session ?? null).lean<PersonDocument[]>().exec();
    const byId = new Map(found.map((person) => [person._id, person]));
    const result = new Map<string, Holder[]>(postIds.map((post) => [post, []]));
    for (const { post, person } of held) {
      const who = byId.get(person);
      if (who) result.get(post)?.push({ person, name: who.name, mail: who.mail });
    }
    return result;
  };

  /** Read anew when the version has changed: every list and every registration asks for the same few hundred rows. */
  const kept = <T>(load: () => Promise<T>): (() => Promise<T>) => {
    let had: { readonly version: number; readonly value: Promise<T> } | null = null;
    return async () => {
      const version = await versionNow(THE_ONE);
      // The version first: what is read after it is never older.
      if (had?.version !== version) had = { version, value: load() };
      const { value } = had;
      value.catch(() => {
        had = null;
      });
      return value;
    };
  };
  const versions = () => rawCollection<VersionDocument>(connection, 'organisation_versions');
  const versionNow = readTogether(async (id) => (await versions().findOne({ _id: id }))?.version ?? 0);
  /** Units and posts, by id, and who holds them when. */
  const directory = kept(async () => {
    const [allUnits, allPosts, allHoldings] = await Promise.all([
      units.find({}).sort({ _id: 1 }).lean<UnitDocument[]>().exec(), posts.find({}).sort({ _id: 1 }).lean<PostDocument[]>().exec(), holdings.find({}).sort({ post: 1 }).lean<HoldingDocument[]>().exec(),
    ]);
    const postOf = new Map(allPosts.map(({ _id, kind, unit }): [string, HeldPost] => [_id, { id: _id, kind, unit }]));
    const heldBy = new Map<string, { readonly from: CivilDate; readonly to: CivilDate | null; readonly post: HeldPost }[]>();
    for (const { post: id, person, from, to } of allHoldings) {
      const post = postOf.get(id);
      if (!post) continue;
      const own = heldBy.get(person);
      if (own) own.push({ from, to, post });
      else heldBy.set(person, [{ from, to, post }]);
    }
    return {
      heldBy,
      units: allUnits.map(({ _id, ...fields }): Unit => ({ id: _id, ...fields })),
      posts: allPosts.map(({ _id, ...fields }): Organisation['posts'][number] => ({ id: _id, ...fields })),
      unitNames: new Map(allUnits.map(({ _id, name }) => [_id, name])),
      unitsById: new Map(allUnits.map(({ _id, ...fields }): [string, Unit] => [_id, { id: _id, ...fields }])),
      postsById: new Map(allPosts.map(({ _id, ...fields }): [string, Organisation['posts'][number]] => [_id, { id: _id, ...fields }])),
    };
  });
  const write = async (org: Organisation, session: ClientSession): Promise<void> => {
    await replaceAll(rawCollection<UnitDocument>(connection, 'units'), org.units.map(({ id, ...fields }) => ({ _id: id, ...fields })), session);
    await replaceAll(rawCollection<PostDocument>(connection, 'posts'), org.posts.map(({ id, ...fields }) => ({ _id: id, ...fields })), session);
    await replaceAll(rawCollection<PersonDocument>(connection, 'people'), org.people.map(({ id, ...fields }) => ({ _id: id, ...fields })), session);
    await replaceAll(rawCollection<HoldingDocument>(connection, 'holdings'), org.holdings.map((holding) => ({ _id: holdingKey(holding), ...holding })), session);
  };

  return {
    holdersOf,

    /** All of it, with its version and who made it; some thousand rows at most. */
    async whole(): Promise<{ readonly organisation: Organisation; readonly version: number; readonly by: Actor | null; readonly at: Instant | null }> {
      return inTransaction(connection, async (session) => {
        const [stamp, allUnits, allPosts, allPeople, allHoldings] = [
          await versions().findOne({ _id: THE_ONE }, { session }), await units.find({}).sort({ _id: 1 }).session(session).lean<UnitDocument[]>().exec(),
          await posts.find({}).sort({ _id: 1 }).session(session).lean<PostDocument[]>().exec(), await people.find({}).sort({ _id: 1 }).session(session).lean<PersonDocument[]>().exec(),
          await holdings.find({}).sort({ post: 1, from: 1, person: 1 }).session(session).lean<HoldingDocument[]>().exec(),
        ];
        const named = <T extends { readonly _id: string }>({ _id, ...fields }: T): Omit<T, '_id'> & { readonly id: string } => ({ id: _id, ...fields });
        return {
          organisation: { units: allUnits.map(named), posts: allPosts.map(named), people: allPeople.map(named), holdings: allHoldings.map(({ _id, ...fields }) => fields) },
          version: stamp?.version ?? 0, by: stamp?.by ?? null, at: stamp?.at ?? null,
        };
      });
    },

    /** @returns false where the version is no longer `expected` */
    async replace(org: Organisation, expected: number, by: Actor, at: Instant): Promise<boolean> {
      return inTransaction(connection, async (session) => {
        const stamp = await versions().findOne({ _id: THE_ONE }, { session });
        if ((stamp?.version ?? 0) !== expected) return false;
        await versions().updateOne({ _id: THE_ONE }, { $set: { version: expected + 1, by, at } }, { session, upsert: true });
        await write(org, session);
        return true;
      });
    },

    version: (): Promise<number> => versionNow(THE_ONE),

    /** Holders of one post on a day, the latest in office first; empty for a vacant post. */
    async holders(postId: string, onDate: CivilDate, session?: ClientSession): Promise<Holder[]> {
      return (await holdersOf([postId], onDate, session)).get(postId) ?? [];
    },

    /** What a person holds on a day, by id: rights come and go with it. */
    async postsHeldBy(person: string, onDate: CivilDate): Promise<HeldPost[]> {
      const held = (await directory()).heldBy.get(person) ?? [];
      return [...new Set(held.flatMap(({ from, to, post }) => (from <= onDate && (to === null || to >= onDate) ? [post] : [])))];
    },

    /** Makes the store equal to `org`, in one transaction: a half-read list would send mail to the wrong person. */
    async importAll(org: Organisation): Promise<void> {
      await inTransaction(connection, async (session) => {
        await versions().updateOne({ _id: THE_ONE }, { $inc: { version: 1 }, $setOnInsert: { by: null, at: null } }, { session, upsert: true });
        await write(org, session);
      });
    },

    directory,
    /** By id, so the order is stable. */
    units: async (): Promise<readonly Unit[]> => (await directory()).units,
    /** By id. */
    posts: async (): Promise<readonly Organisation['posts'][number][]> => (await directory()).posts,

    /** What may be named anew on a day: all that is not closed. */
    async offered(today: CivilDate): Promise<Pick<Organisation, 'units' | 'posts'>> {
      const all = await directory();
      return { units: all.units.filter((one) => !isClosed(one, today)), posts: all.posts.filter((one) => !isClosed(one, today)) };
    },

    /** The kind of each of these posts that exists. */
    async postKinds(ids: readonly string[]): Promise<Map<string, PostKind>> {
      const found = await posts.find({ _id: { $in: [...ids] } }, { kind: 1 }).lean<Pick<PostDocument, '_id' | 'kind'>[]>().exec();
      return new Map(found.map((post) => [post._id, post.kind]));
    },

    unit: async (id: string): Promise<Unit | undefined> => (await directory()).unitsById.get(id),

    /** Names by unit id, for pages and mails. */
    unitNames: async (): Promise<ReadonlyMap<string, string>> => (await directory()).unitNames,
  };
};
export type OrganisationStore = ReturnType<typeof createOrganisationStore>;
