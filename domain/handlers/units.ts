/** Who does it: dispatch, signature, refusal and ruling. */
import type { FactBody } from '../facts';
import { limitAfter } from '../moments';
import { refuse } from '../refusals';
import { partOf, type Commitment, type Rules } from '../state';
import type { Instant } from '../time';
import { freshUnit, type Handlers } from './handler';

export const dispatchBody = (state: Commitment, rules: Rules, at: Instant): FactBody => ({
  type: 'dispatched',
  units: state.units.map((part) => ({ unit: part.unit, signBy: limitAfter(rules, at, rules.pack.signFor) })),
});

export const unitHandlers: Handlers<'dispatch' | 'sign' | 'refuse' | 'rule'> = {
  dispatch: (state, _command, { at }, rules) =>
    (state.status === 'REGISTERED' ? [dispatchBody(state, rules, at)] : refuse('alreadyDispatched')),

  sign: (state, { unit }) => {
    if (state.status === 'REGISTERED' || state.status === 'CLOSED') return refuse('wrongState');
    const part = partOf(state, unit);
    if (!part) return refuse('unknownUnit');
    if (part.pendingRefusal) return refuse('refusalPending');
    return part.signedAt === null ? [{ type: 'signed', unit, deemed: false }] : refuse('alreadySigned');
  },

  refuse: (state, { unit, reason }, _context, rules) => {
    const part = partOf(state, unit);
    if (!part) return refuse('unknownUnit');
    if (state.status === 'REGISTERED' || state.status === 'CLOSED') return refuse('wrongState');
    if (part.signedAt !== null) return refuse('alreadySigned', '已签收的事项不能退单，确有困难的请反馈原因');
    if (part.pendingRefusal) return refuse('refusalPending');
    return part.refusals >= rules.pack.refusalsAllowed ? refuse('refusalsUsedUp') : [{ type: 'refused', unit, reason }];
  },

  rule: (state, command, { at }, rules) => {
    const part = partOf(state, command.unit);
    if (!part) return refuse('unknownUnit');
    if (!part.pendingRefusal) return refuse('noRefusalPending');
    if (state.status === 'CLOSED') return refuse('wrongState', '事项已经办结，退单无须再裁定');
    if (command.ruling === 'same') {
      return [{ type: 'ruled', unit: part.unit, ruling: 'same', signBy: limitAfter(rules, at, rules.pack.signFor), reason: command.reason }];
    }
    const toUnit = command.toUnit ?? '';
    if (toUnit === '' || partOf(state, toUnit)) return refuse('unknownUnit', '请改派给尚未参与本事项的单位');
    return [{ type: 'ruled', unit: part.unit, ruling: 'other', to: freshUnit(toUnit, part.role, rules, at), reason: command.reason }];
  },
};
