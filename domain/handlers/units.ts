/** Who does it: dispatch, signature, refusal and ruling, transfer, one level up. */
import type { FactBody } from '../facts';
import { light } from '../light';
import { limitAfter, nextOpening } from '../moments';
import { firstPeriod, isTooFar } from '../periods';
import { refuse, type Refusal } from '../refusals';
import { leadOf, partOf, type Commitment, type Rules } from '../state';
import { civilDateOf, type Instant } from '../time';
import { freshUnit, type Handlers } from './handler';

export const dispatchBody = (state: Commitment, rules: Rules, at: Instant): FactBody => ({
  type: 'dispatched',
  units: state.units.map((part) => ({ unit: part.unit, signBy: limitAfter(rules, at, rules.pack.signFor) })),
  ...(state.periods === null ? {} : { period: firstPeriod(rules, state.periods.rhythm, at, 1, state.readings) }),
});

/** By when the office has to rule on what is asked now. */
const ruledBy = (rules: Rules, at: Instant): { ruleBy?: Instant } => (rules.pack.refusalRuling === null ? {} : { ruleBy: limitAfter(rules, at, rules.pack.refusalRuling) });

/** A matter that is with nobody, handed in or standing still does not change hands. */
const mayChangeHands = (state: Commitment): Refusal | null => {
  if (state.status === 'SUSPENDED') return refuse('suspended');
  if (state.status === 'DISPATCHED' || state.status === 'SIGNED' || state.status === 'IN_PROGRESS') return null;
  return refuse('wrongState', state.status === 'UNDER_REVIEW' ? '审核中的事项请先审核，退回后可转办或提级' : '只有正在办理的事项可以转办或提级');
};

export const unitHandlers: Handlers<'dispatch' | 'sign' | 'refuse' | 'rule' | 'transfer' | 'raise'> = {
  dispatch: (state, _command, { at }, rules) =>
    (state.status === 'REGISTERED' ? [dispatchBody(state, rules, at)] : refuse('alreadyDispatched')),

  sign: (state, { unit }) => {
    if (state.status === 'REGISTERED' || state.status === 'CLOSED') return refuse('wrongState');
    const part = partOf(state, unit);
    if (!part) return refuse('unknownUnit');
    if (part.pendingRefusal) return refuse('refusalPending');
    return part.signedAt === null ? [{ type: 'signed', unit, deemed: false }] : refuse('alreadySigned');
  },

  refuse: (state, { unit, reason }, { at }, rules) => {
    const part = partOf(state, unit);
    if (!part) return refuse('unknownUnit');
    if (state.status === 'REGISTERED' || state.status === 'CLOSED') return refuse('wrongState');
    if (part.signedAt !== null) return refuse('alreadySigned', '已签收的事项不能退单，确有困难的请反馈原因');
    if (part.pendingRefusal) return refuse('refusalPending');
    // Refused and not waiting for a ruling: it was told to do it, and that is final (domain.md, section 2).
    const ruled = state.readings >= 2 && part.refusals > 0;
    return ruled || part.refusals >= rules.pack.refusalsAllowed ? refuse('refusalsUsedUp') : [{ type: 'refused', unit, reason, ...ruledBy(rules, at) }];
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

  transfer: (state, { unit, toUnit, reason }, { at }, rules) => {
    const wrong = mayChangeHands(state);
    if (wrong) return wrong;
    const part = partOf(state, unit);
    if (!part) return refuse('unknownUnit');
    if (partOf(state, toUnit)) return refuse('unitTakesPart');
    const to = freshUnit(toUnit, part.role, rules, at);
    return [{ type: 'transferred', unit, to, reason, notBefore: nextOpening(rules, to.signBy) }];
  },

  raise: (state, { toUnit, due, reason }, { at }, rules) => {
    const wrong = mayChangeHands(state);
    if (wrong) return wrong;
    if (partOf(state, toUnit)) return refuse('unitTakesPart');
    if (due < civilDateOf(at)) return refuse('dueInPast');
    if (state.readings >= 2 && isTooFar(state, due, at)) return refuse('reviewTooFar');
    const to = freshUnit(toUnit, 'lead', rules, at);
    const wasRed = state.wasRed || light(state, rules, at).colour === 'red';
    return [{ type: 'raised', unit: leadOf(state).unit, to, from: state.due, due, reason, wasRed, notBefore: nextOpening(rules, to.signBy) }];
  },
};
