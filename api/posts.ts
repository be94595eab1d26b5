/** Posts by id. Belongs into `stores/organisation.ts`, which has no such query yet (2026-11). */
import type { PostKind } from '../domain/vocabulary';
import type { Stores } from '../stores';

interface PostDocument { readonly _id: string; readonly kind: PostKind }

/** @returns the kind of each post that exists */
export const postKinds = async ({ connection }: Stores, ids: readonly string[]): Promise<Map<string, PostKind>> => {
  const found = await connection.collection<PostDocument>('posts').find({ _id: { $in: [...ids] } }, { projection: { kind: 1 } }).toArray();
  return new Map(found.map((post) => [post._id, post.kind]));
};
