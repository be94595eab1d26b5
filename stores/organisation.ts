/** Units, posts, people and holdings: who gets a post's mail on a day. */
import { Schema, type ClientSession, type Connection, type mongo } from 'mongoose';
import type { Holder, Organisation, Unit } from '../domain/organisation';
import type { CivilDate } from '../domain/time';
import type { PostKind } from '../domain/vocabulary';
import { inTransaction, rawCollection } from './connection';
import type { IndexSpec } from './index-spec';

interface UnitDocument { _id: string; name: string; aliases: string[]; shortForms: string[] }
interface PostDocument { _id: string; kind: PostKind; unit: string | null; name: string }
interface PersonDocument { _id: string; name: string; mail: string }
interface HoldingDocument { _id: string; post: string; person: string; from: CivilDate; to: CivilDate | null }

const text = { type: String, required: true } as const;
const options = { versionKey: false, strict: 'throw' } as const;
// An empty string means "no mailbox", which mongoose's `required` refuses.
const mail = { type: String, default: '' } as const;

const unitSchema = new Schema<UnitDocument>({ _id: text, name: text, aliases: [String], shortForms: [String] }, { ...options, collection: 'units' });
const postSchema = new Schema<PostDocument>({ _id: text, kind: text, unit: { type: String, default: null }, name: text }, { ...options, collection: 'posts' });
const personSchema = new Schema<PersonDocument>({ _id: text, name: text, mail }, { ...options, collection: 'people' });
const holdingSchema = new Schema<HoldingDocument>({ _id: text, post: text, person: text, from: text, to: { type: String, default: null } }, { ...options, collection: 'holdings' });

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

  return {
    holdersOf,

    /** Holders of one post on a day, the latest in office first; empty for a vacant post. */
    async holders(postId: string, onDate: CivilDate, session?: ClientSession): Promise<Holder[]> {
      return (await holdersOf([postId], onDate, session)).get(postId) ?? [];
    },

    /** What a person holds on a day: rights come and go with it. */
    async postsHeldBy(person: string, onDate: CivilDate): Promise<Pick<Organisation['posts'][number], 'id' | 'kind' | 'unit'>[]> {
      const held = await holdings.find({ person, from: { $lte: onDate }, $or: [{ to: null }, { to: { $gte: onDate } }] }, { post: 1 }).lean<Pick<HoldingDocument, 'post'>[]>().exec();
      if (held.length === 0) return [];
      const found = await posts.find({ _id: { $in: held.map(({ post }) => post) } }).sort({ _id: 1 }).lean<PostDocument[]>().exec();
      return found.map(({ _id, kind, unit }) => ({ id: _id, kind, unit }));
    },

    /** Makes the store equal to `org`, in one transaction: a half-read list would send mail to the wrong person. */
    async importAll(org: Organisation): Promise<void> {
      await inTransaction(connection, async (session) => {
        await replaceAll(rawCollection<UnitDocument>(connection, 'units'), org.units.map(({ id, ...fields }) => ({ _id: id, ...fields })), session);
        await replaceAll(rawCollection<PostDocument>(connection, 'posts'), org.posts.map(({ id, ...fields }) => ({ _id: id, ...fields })), session);
        await replaceAll(rawCollection<PersonDocument>(connection, 'people'), org.people.map(({ id, ...fields }) => ({ _id: id, ...fields })), session);
        await replaceAll(rawCollection<HoldingDocument>(connection, 'holdings'), org.holdings.map((holding) => ({ _id: JSON.stringify([holding.post, holding.person, holding.from]), ...holding })), session);
      });
    },

    /** By id, so the order is stable. */
    async units(): Promise<Unit[]> {
      const found = await units.find({}).sort({ _id: 1 }).lean<UnitDocument[]>().exec();
      return found.map(({ _id, ...fields }) => ({ id: _id, ...fields }));
    },

    /** By id. */
    async posts(): Promise<Organisation['posts']> {
      const found = await posts.find({}).sort({ _id: 1 }).lean<PostDocument[]>().exec();
      return found.map(({ _id, ...fields }) => ({ id: _id, ...fields }));
    },

    /** The kind of each of these posts that exists. */
    async postKinds(ids: readonly string[]): Promise<Map<string, PostKind>> {
      const found = await posts.find({ _id: { $in: [...ids] } }, { kind: 1 }).lean<Pick<PostDocument, '_id' | 'kind'>[]>().exec();
      return new Map(found.map((post) => [post._id, post.kind]));
    },

    async unit(id: string): Promise<Unit | null> {
      const found = await units.findById(id).lean<UnitDocument>().exec();
      return found ? { id, name: found.name, aliases: found.aliases, shortForms: found.shortForms } : null;
    },

    /** Names by unit id, for pages and mails. */
    async unitNames(): Promise<Map<string, string>> {
      const found = await units.find({}, { name: 1 }).lean<Pick<UnitDocument, '_id' | 'name'>[]>().exec();
      return new Map(found.map((unit) => [unit._id, unit.name]));
    },
  };
};
export type OrganisationStore = ReturnType<typeof createOrganisationStore>;
