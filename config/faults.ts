import type { ZodError } from 'zod';

/** One line a fault: file, path, what is wrong or allowed. */
export const faultsOf = (file: string, error: ZodError): string[] =>
  error.issues.map((issue) => `${file}: ${issue.path.map(String).join('.') || '(整体)'}: ${issue.message}`);
