import { defineQuery } from '@temporalio/workflow';
import type { Instant } from '../domain/time';

export interface RegistrationInput {
  readonly registration: string;
  readonly source: string;
  readonly drafts: readonly string[];
  /** The office's time when it was asked for; goes on from there. */
  readonly at: Instant;
  /** Of the commitments' clocks; zero in production. */
  readonly clockShiftMs: number;
  /** Overrides the packs' window; null in production. */
  readonly wakeSpreadMs: number | null;
  /** Drafts an activity; for tests. */
  readonly batch?: number;
}

export interface RegistrationProgress {
  readonly total: number;
  readonly done: number;
  readonly failed: readonly { readonly draft: string; readonly reason: string }[];
  readonly state: 'running' | 'completed';
}

export const progressQuery = defineQuery<RegistrationProgress>('progress');
