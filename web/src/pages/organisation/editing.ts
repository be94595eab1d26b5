/** What is being changed: one unit, post, person, or who holds a post. `was` is null where it is new. */
import type { Post, Unit } from '../../api/types';

export type Editing =
  | { readonly kind: 'unit'; readonly was: Unit | null }
  | { readonly kind: 'post'; readonly was: Post | null; readonly unit: string | null }
  | { readonly kind: 'person'; readonly was: { readonly id: string; readonly name: string; readonly mail: string } | null }
  | { readonly kind: 'holding'; readonly post: string; readonly postName: string; readonly was: { readonly person: string; readonly name: string; readonly from: string; readonly to: string | null } | null };
