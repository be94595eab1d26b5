/** A scripted life with everything it owes, as one digest: the same in every process time zone. */
import { createHash } from 'node:crypto';
import { bandsAhead } from '../../domain/light';
import { canonicalJson } from '../../domain/ledger-chain';
import { linesAhead } from '../../domain/lines';
import { describeMoment, nextMoment } from '../../domain/moments';
import { addDays, civilDateOf, timeOfDay, weekday } from '../../domain/time';
import { accept, born, closure, evidence, Life, on, REGISTRAR, REVIEWER, rules, sendBack, sign } from './support';

const out: unknown[] = [];
// Born in the small hours, when the day differs between the office and UTC, on the eve of each holiday and of summer time elsewhere.
for (const [from, due] of [['2026-03-06', '2026-03-20'], ['2026-04-29', '2026-04-30'], ['2026-09-24', '2026-09-30'], ['2026-10-30', '2026-11-01'], ['2026-12-20', '2026-12-31']] as const) {
  const life = new Life(born({ due, plan: [{ date: from, percent: 0 }, { date: due, percent: 100 }] }, on(from, '00:15')));
  life.do(sign, on(from, '23:45')).do(evidence(), on(addDays(from, 1), '07:59'));
  life.daysUntil(from, addDays(due, 6));
  life.do({ name: 'amend', due: addDays(due, 12), reason: '顺延' }, on(addDays(due, 6), '23:59'), REGISTRAR);
  life.daysUntil(addDays(due, 7), addDays(due, 30));
  life.do(closure, on(addDays(due, 31), '00:01')).do(sendBack, on(addDays(due, 31), '00:02'), REVIEWER);
  life.do(closure, on(addDays(due, 31), '00:03')).do(accept, on(addDays(due, 31), '00:04'), REVIEWER);
  const { state } = life;
  const moment = nextMoment(state, rules);
  out.push(life.facts, life.notices, state, moment, describeMoment(state, rules, moment), weekday(due), civilDateOf(state.registeredAt), timeOfDay(state.registeredAt));
  const open = { ...state, status: 'IN_PROGRESS' as const, closure: null };
  out.push(bandsAhead(open, rules, on(from, '00:15'), on(addDays(due, 60))), linesAhead(open, rules, on(from, '00:15'), on(addDays(due, 60))));
}
process.stdout.write(`${createHash('sha256').update(canonicalJson(out)).digest('hex')} ${String(new Date(2026, 6, 1).getTimezoneOffset())}\n`);
