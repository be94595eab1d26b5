/** Which sources a caller may see: the speech is everybody's who has a part in it. */
import type { Request } from 'express';
import type { SourceRecord } from '../domain/drafts';
import type { ApiDeps } from './deps';
import { reachFor } from './guard';
import { Problem } from './problems';

export const noSource = (id: string): Problem => new Problem('notFound', { detail: `没有编号为“${id}”的来文` });

/** Ids of what the caller may see; undefined: all. */
export const visibleSources = async ({ stores }: Pick<ApiDeps, 'stores'>, request: Request): Promise<string[] | undefined> => {
  const reach = reachFor(request, 'source.read');
  return reach === null ? undefined : stores.commitments.sourcesWithin(reach);
};

/** @throws Problem 404 where there is none, or none for this caller */
export const visibleSource = async (deps: Pick<ApiDeps, 'stores'>, request: Request, id: string): Promise<SourceRecord> => {
  const source = (await visibleSources(deps, request))?.includes(id) === false ? null : await deps.stores.sources.get(id);
  if (!source) throw noSource(id);
  return source;
};

/** What became of a sentence is told to those who take part in that. @returns ids of the commitments, null for all */
export const ownCommitments = async ({ stores }: Pick<ApiDeps, 'stores'>, request: Request): Promise<ReadonlySet<string> | null> => {
  const reach = reachFor(request, 'commitment.read');
  return reach === null ? null : new Set(await stores.commitments.idsWithin(reach));
};
