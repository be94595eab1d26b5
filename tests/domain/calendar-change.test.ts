import { createHash } from 'node:crypto';
import { loadCalendar } from '../../config/calendars';
import { changedDays, changedYears, withYear } from '../../domain/calendar-change';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const calendar = loadCalendar();
const y2026 = calendar.years['2026']!;

test('a year imported again as it stands is the same calendar: nobody counts anew', () => {
  expect(withYear(calendar, structuredClone(y2026), sha256)).toBe(calendar);
});

test('a lengthened holiday changes its working days alone, and the version with them', () => {
  const longer = { ...y2026, holidays: [...y2026.holidays, { date: '2026-06-22', name: '延长' }] };
  const changed = withYear(calendar, longer, sha256);
  expect(changed.version).not.toBe(calendar.version);
  expect(changedDays(calendar, changed, 2026)).toEqual([{ date: '2026-06-22', from: true, to: false }]);
  expect(changedYears(calendar, changed).map(({ year }) => year)).toEqual([2026]);
});

test('a year that was counted Monday to Friday becomes firm by its notice', () => {
  const y2027 = { year: 2027, published: true, notice: '国办发明电〔2026〕9号（2026-11-10）', holidays: [{ date: '2027-01-01', name: '元旦' }], makeUpDays: ['2027-01-10'] };
  const changed = withYear(calendar, y2027, sha256);
  expect(changedDays(calendar, changed, 2027)).toEqual([{ date: '2027-01-01', from: true, to: false }, { date: '2027-01-10', from: false, to: true }]);
});
