/** Every command with its handler: a file a subject. */
import type { CommandName } from '../commands';
import { childrenHandlers } from './children';
import { dateHandlers } from './dates';
import { endHandlers } from './ends';
import type { Handlers } from './handler';
import { ruleHandlers } from './rules';
import { unitHandlers } from './units';
import { workHandlers } from './work';

export const handlers: Handlers<CommandName> = { ...unitHandlers, ...workHandlers, ...dateHandlers, ...endHandlers, ...childrenHandlers, ...ruleHandlers };
