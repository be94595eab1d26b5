import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { LegalHoliday } from 'tyme4ts';
import { loadCalendar } from '../../config/calendars';
import { addWorkingDays, calendarYearSchema, isProvisional, isWorkingDay, workingDayFrom, workingDaysBetween } from '../../domain/calendar';
import { addDays, addMonths, civilDate, civilDateOf, DAY_MS, dayNumber, daysBetween, instantAt, isCivilDate, msOf, timeOfDay, weekday } from '../../domain/time';
import { calendar } from './support';

const everyDay = (from: string, to: string): string[] => Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
const dates = (from: string, to: string) => fc.integer({ min: dayNumber(from), max: dayNumber(to) }).map(civilDate);

describe('the working calendar', () => {
  // Strings only: a Date would be read in the process time zone. West of Greenwich the package reads its own strings
  // wrongly (quality.md, B4), so there it can be no witness; tyme4ts is one everywhere.
  const witness = new Date().getTimezoneOffset() > 0 ? it.skip : it;
  witness('agrees day by day with chinese-days from 2023 to 2026', () => {
    expect(everyDay('2023-01-01', '2026-12-31').filter((day) => isWorkingDay(calendar, day) !== isWorkday(day))).toEqual([]);
  });

  it('agrees day by day with tyme4ts from 2023 to 2026', () => {
    const wrong = everyDay('2023-01-01', '2026-12-31').filter((day) => {
      const legal = LegalHoliday.fromYmd(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
      return isWorkingDay(calendar, day) !== (legal ? legal.isWork() : weekday(day) <= 5);
    });
    expect(wrong).toEqual([]);
  });

  it('has the make-up days of the notices: 7, 8, 5 and 6', () => {
    expect(['2023', '2024', '2025', '2026'].map((year) => calendar.years[year]?.makeUpDays.length)).toEqual([7, 8, 5, 6]);
  });

  it.each([
    ['2026-10-10', true, 'a Saturday worked for National Day'], ['2026-09-20', true, 'a Sunday worked for National Day'],
    ['2026-10-01', false, 'National Day'], ['2026-10-07', false, 'its last day'], ['2026-10-08', true, 'the day after'],
    ['2026-05-04', false, 'a Monday of May Day'], ['2026-05-09', true, 'a Saturday worked for May Day'], ['2026-02-23', false, 'the last day of Spring Festival'],
    ['2026-02-28', true, 'a Saturday worked for it'], ['2026-03-07', false, 'a plain Saturday'], ['2027-10-01', true, 'provisional: a Friday'],
  ])('says of %s: working %s (%s)', (day, working) => expect(isWorkingDay(calendar, day)).toBe(working));

  it.each([
    ['2026-04-30', 1, '2026-05-06'], ['2026-05-06', -1, '2026-04-30'], ['2026-05-08', 1, '2026-05-09'], ['2026-05-09', 1, '2026-05-11'],
    ['2026-09-30', 3, '2026-10-10'], ['2026-10-12', -3, '2026-10-08'], ['2026-02-13', 1, '2026-02-14'], ['2026-02-14', 1, '2026-02-24'],
    ['2026-03-07', 1, '2026-03-09'], ['2026-03-07', -1, '2026-03-06'], ['2026-03-07', 0, '2026-03-07'], ['2026-12-31', 1, '2027-01-01'],
  ])('counts %s and %i working days as %s, the day itself not counted', (from, count, to) => expect(addWorkingDays(calendar, from, count)).toBe(to));

  it('takes a due date on a day off as said, and counts from it', () => {
    expect(addWorkingDays(calendar, '2026-05-02', 1)).toBe('2026-05-06');
    expect(addWorkingDays(calendar, '2026-05-02', -1)).toBe('2026-04-30');
    expect(workingDayFrom(calendar, '2026-05-02')).toBe('2026-05-06');
    expect(workingDayFrom(calendar, '2026-05-09')).toBe('2026-05-09');
  });

  it('marks a year without a notice as provisional', () => {
    expect([isProvisional(calendar, '2026-12-31'), isProvisional(calendar, '2027-01-01'), isProvisional(calendar, '2022-12-31')]).toEqual([false, true, true]);
  });

  it('counts between two days what walking them one by one counts, also backwards and over years without a file', () => {
    fc.assert(fc.property(dates('2021-06-01', '2029-06-01'), dates('2021-06-01', '2029-06-01'), (a, b) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      const walked = everyDay(addDays(from, 1), to).filter((day) => isWorkingDay(calendar, day)).length;
      expect(workingDaysBetween(calendar, a, b)).toBe(a <= b ? walked : 0 - walked);
    }), { numRuns: 60 });
  });

  it('goes back what it went forward', () => {
    fc.assert(fc.property(dates('2023-02-01', '2028-01-01'), fc.integer({ min: 1, max: 60 }), (day, count) => {
      const there = addWorkingDays(calendar, day, count);
      expect(isWorkingDay(calendar, there)).toBe(true);
      expect(workingDaysBetween(calendar, day, there)).toBe(count);
      expect(addWorkingDays(calendar, there, -count) <= workingDayFrom(calendar, day)).toBe(true);
    }), { numRuns: 300 });
  });

  it('counts far ahead without walking there', () => {
    const start = performance.now();
    for (let i = 0; i < 500; i += 1) workingDaysBetween(calendar, '2026-01-05', '2199-12-31');
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('civil dates and instants', () => {
  it('ends a month after 31 January on the last day of February', () => {
    expect(['2026-01-31', '2024-01-31', '2025-12-31', '2026-03-30'].map((day) => addMonths(day, 1))).toEqual(['2026-02-28', '2024-02-29', '2026-01-31', '2026-04-30']);
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('knows ISO weekdays on both sides of 1970', () => {
    expect(['2026-03-02', '2026-03-08', '1970-01-01', '1969-12-29'].map(weekday)).toEqual([1, 7, 4, 1]);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '', '0026-01-01', '9999-12-31', '2200-01-01'])('does not take %p for a date', (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it('is reckoned as the platform reckons it, from the year 100 to the year 9999', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(100, 0, 1), max: Date.UTC(9999, 11, 31) }), (ms) => {
      const instant = new Date(ms).toISOString();
      const day = Math.floor(ms / DAY_MS);
      expect([msOf(instant), civilDate(day), dayNumber(instant.slice(0, 10))]).toEqual([ms, instant.slice(0, 10), day]);
      expect(civilDateOf(instant)).toBe(new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10));
    }), { numRuns: 2_000 });
  });

  it('reads the office day at +08:00', () => {
    expect(instantAt('2026-03-02', '00:00')).toBe('2026-03-01T16:00:00.000Z');
    expect(civilDateOf('2026-03-01T15:59:59.999Z')).toBe('2026-03-01');
    expect(timeOfDay('2026-03-02T00:30:00.000Z')).toBe('08:30');
  });

  it.each(['2026-03-02T00:30:00', '2026-03-02T00:30:00Z', '2026-03-02', '2026-03-02T00:30:00.000+08:00', '2026-13-02T00:30:00.000Z', '2026-02-30T00:30:00.000Z', '2026-03-02T24:30:00.000Z'])('does not take %p for an instant', (text) => {
    expect(() => msOf(text)).toThrow(RangeError);
  });
});

describe('a year file', () => {
  it('is refused with every fault and its path', () => {
    const parsed = calendarYearSchema.safeParse({
      year: 2027, published: true, notice: null, makeUpDays: ['2027-10-01', '2027-03-01', '2026-12-26'],
      holidays: [{ date: '2027-10-01', name: '国庆节' }, { date: '2028-01-01', name: '元旦' }],
    });
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual(
      ['notice', 'holidays.1.date', 'makeUpDays.0', 'makeUpDays.0', 'makeUpDays.1', 'makeUpDays.2']);
  });

  it('that is no JSON does not hide the faults of the others', () => {
    const folder = mkdtempSync(join(tmpdir(), 'calendars-'));
    writeFileSync(join(folder, '2026.json'), '{');
    writeFileSync(join(folder, '2027.json'), '{"year":2028,"published":false,"notice":null,"holidays":[],"makeUpDays":[]}');
    expect(() => loadCalendar(folder)).toThrow(/2026\.json[\s\S]*2027\.json: year/);
  });
});
