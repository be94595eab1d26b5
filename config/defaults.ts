/** The start values of what the office may later write anew. */
import type { Defaults } from '../domain/defaults';
import { loadLimits } from './limits';
import { loadTemplates } from './templates';

/** @throws Error naming file, path and what is allowed, for every fault */
export const loadDefaults = (): Defaults => ({ limits: loadLimits(), templates: loadTemplates() });
