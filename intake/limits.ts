/** What an incoming document may cost us. All sizes in bytes. */
export interface IntakeLimits {
  /** The file as given. */
  readonly maxBytes: number;
  /** The plain text, as UTF-8. */
  readonly maxTextBytes: number;
  /** Entries of a .docx archive. */
  readonly maxEntries: number;
  /** Sum of all entries of a .docx once inflated, as declared and as counted. */
  readonly maxInflatedBytes: number;
  /** One XML part of a .docx once inflated, as declared and as counted. */
  readonly maxPartBytes: number;
  /** Inflated to compressed; looked at above `ratioFloorBytes` only, since small repetitive parts are innocent. */
  readonly maxRatio: number;
  readonly ratioFloorBytes: number;
}

const MEGABYTE = 1024 * 1024;

export const DEFAULT_LIMITS: IntakeLimits = {
  maxBytes: 20 * MEGABYTE,
  maxTextBytes: 6 * MEGABYTE,
  maxEntries: 2_000,
  maxInflatedBytes: 256 * MEGABYTE,
  maxPartBytes: 64 * MEGABYTE,
  maxRatio: 150,
  ratioFloorBytes: MEGABYTE,
};

export function readableSize(bytes: number): string {
  if (bytes >= MEGABYTE) return `${Number((bytes / MEGABYTE).toFixed(1))} MB`;
  if (bytes >= 1024) return `${Number((bytes / 1024).toFixed(1))} KB`;
  return `${bytes} 字节`;
}
