/** Indexes are declared as data beside each schema, with names, and ensured by a script and at start. */
import type { Connection } from 'mongoose';
import { rawCollection } from './connection';

export interface IndexSpec {
  readonly collection: string;
  readonly name: string;
  readonly keys: Readonly<Record<string, 1 | -1>>;
  readonly unique?: boolean;
  readonly partial?: Readonly<Record<string, unknown>>;
  /** Seconds after the (Date) field at which MongoDB removes the document. */
  readonly expireAfterSeconds?: number;
}

export const ensureIndexes = async (connection: Connection, specs: readonly IndexSpec[]): Promise<void> => {
  await Promise.all(specs.map((spec) => rawCollection(connection, spec.collection).createIndexes([{
    key: spec.keys,
    name: spec.name,
    ...(spec.unique === undefined ? {} : { unique: spec.unique }),
    ...(spec.partial === undefined ? {} : { partialFilterExpression: spec.partial }),
    ...(spec.expireAfterSeconds === undefined ? {} : { expireAfterSeconds: spec.expireAfterSeconds }),
  }])));
};
