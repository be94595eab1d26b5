/** The policy table says what an office means by it. */
import { ACTIONS, ADMINISTRATORS, conflictingRoles, mayDo, permissionsOf, POLICY, reachOf, ROLES, type Principal, type Role } from '../../api/access';

const principal = (roles: readonly Role[], more: Partial<Principal> = {}): Principal =>
  ({ person: 'p', name: '某人', roles, units: ['sjj'], posts: ['handler@sjj'], via: 'session', scope: null, ...more });
const own = { units: ['sjj', 'czj'], sponsor: 'sponsor-a' };
const others = { units: ['czj'], sponsor: 'sponsor-b' };

test('a unit reads and works on its own matters only', () => {
  const handler = principal(['handler']);
  expect([mayDo(handler, 'commitment.read', own), mayDo(handler, 'command.report', own)]).toEqual([true, true]);
  expect(ACTIONS.filter((action) => mayDo(handler, action, others))).toEqual(['rules.read', 'calendar.read', 'organisation.read', 'token.own', 'outcome.own']);
  expect(reachOf(handler, 'commitment.read')).toEqual({ units: ['sjj'], sponsors: [] });
  expect(mayDo(handler, 'command.review', own)).toBe(false);
});

test('a leader reads everything and decides on what he is in charge of', () => {
  const leader = principal(['leader'], { units: [], posts: ['sponsor-a'] });
  expect(reachOf(leader, 'commitment.read')).toBeNull();
  expect([mayDo(leader, 'command.instruct', own), mayDo(leader, 'command.instruct', others)]).toEqual([true, false]);
});

test('a token does no more than its scope, and no more than its owner', () => {
  const narrow = principal(['registrar'], { via: 'token', scope: ['commitment.read', 'audit.read'] });
  expect(permissionsOf(narrow)).toEqual(['commitment.read']);
  expect(reachOf(principal(['registrar'], { scope: ['summary.read'] }), 'commitment.read')).toEqual({ units: [], sponsors: [] });
});

test('system, security and audit administrator exclude each other and see no matter', () => {
  for (const one of ADMINISTRATORS) {
    expect(conflictingRoles([one, 'registrar'])).toEqual([]);
    for (const other of ADMINISTRATORS.filter((role) => role !== one)) expect(conflictingRoles([one, other])).toHaveLength(2);
    expect(mayDo(principal([one]), 'commitment.read', own)).toBe(false);
  }
  // Whoever may look at the audit may change nothing that is audited.
  expect(permissionsOf(principal(['auditAdmin'])).filter((action) => /edit|grant|import|register$|^command/.test(action))).toEqual([]);
});

test('every action is somebody\'s', () => {
  expect(ACTIONS.filter((action) => !ROLES.some((role) => POLICY[role][action] !== undefined))).toEqual([]);
  expect(mayDo(principal([]), 'organisation.read')).toBe(false);
});
