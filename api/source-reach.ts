/** Which sources a caller may see: the speech is everybody's who has a part in it. */
import type { Request } from 'express';
import type { SourceRecord } from '../domain/drafts';
import type { ApiDeps } from './deps';
import { noSource, reachFor } from './guard';

/** Ids of what the caller may see; undefined: all. */
export const visibleSources = async ({ stores }: Pick<ApiDeps, 'stores'>, request: Request): Promise<string[] | undefined> => {
  const reach = reachFor(request, 'source.read');
  return reach === null ? undefined : stores.commitments.sourcesWithin(reach);
};

/** The guard has seen that it is there for the caller. @throws Problem 404 where there is none at all */
export const sourceNamed = async ({ stores }: Pick<ApiDeps, 'stores'>, id: string): Promise<SourceRecord> => {
  const source = await stores.sources.get(id);
  if (!source) throw noSource(id);
  return source;
};

/** What became of a sentence is told to those who take part in that. @returns ids of the commitments, null for all */
export const ownCommitments = async ({ stores }: Pick<ApiDeps, 'stores'>, request: Request): Promise<ReadonlySet<string> | null> => {
  const reach = reachFor(request, 'commitment.read');
  return reach === null ? null : new Set(await stores.commitments.idsWithin(reach));
};
