/** By which rules: a running commitment moved to another version or another pack. */
import { classFault, forClass } from '../policy';
import { refuse } from '../refusals';
import { replanBody } from '../replan';
import type { Handlers } from './handler';

export const ruleHandlers: Handlers<'repin'> = {
  repin: (state, { pack: name, version, matterClass, reason }, { at, pack }, rules) => {
    if (pack === undefined || pack.name !== name || pack.version !== version) return refuse('unknownPack');
    // The class goes along where the new pack has it too.
    const wanted = matterClass ?? (pack.classes.some((one) => one.code === state.matterClass) ? (state.matterClass ?? undefined) : undefined);
    const fault = classFault(pack, wanted);
    if (fault !== null) return refuse('unknownClass', fault);
    if (state.pack.name === name && state.pack.version === version && (wanted ?? null) === state.matterClass) return refuse('samePack');
    const next = { ...rules, pack: forClass(pack, wanted ?? null) };
    return [{ type: 'replanned', ...replanBody(state, rules, next, at, { cause: 'pack', reason, matterClass: wanted ?? null }) }];
  },
};
