import { loadCalendar } from '../../config/calendars';
import { holidayWords, makeUpWords, readYear } from '../../web/src/pages/calendar/year-words';

const years = Object.values(loadCalendar().years);

test.each(years.map((year) => [year.year, year] as const))('the notice of %d, put into words, is read back as it stands', (_, { year, holidays, makeUpDays }) => {
  expect(readYear(year, holidayWords(holidays), makeUpWords(makeUpDays))).toEqual({ holidays, makeUpDays, faults: [] });
});

test('a stretch over the end of a month, a colon for the space and a single day are read', () => {
  expect(readYear(2026, '春节：1月31日至2月1日\n植树 3月12日', '2月14日，2月28日')).toEqual({
    holidays: [{ date: '2026-01-31', name: '春节' }, { date: '2026-02-01', name: '春节' }, { date: '2026-03-12', name: '植树' }],
    makeUpDays: ['2026-02-14', '2026-02-28'], faults: [],
  });
});

test.each(['元旦', '元旦 一月一日', '元旦 2月30日', '元旦 13月1日', '元旦 1月3日至1日'])('%j is told with what would be accepted', (line) => {
  expect(readYear(2026, line, '')).toEqual({ holidays: [], makeUpDays: [], faults: [`放假“${line}”读不出，应如：元旦 1月1日至3日`] });
});

test('a day worked that no month has is told too', () => expect(readYear(2026, '', '2月29日').faults).toEqual(['补班“2月29日”读不出，应如：2月14日']));
