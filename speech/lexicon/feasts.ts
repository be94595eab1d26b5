import { addDays, type CivilDate } from '../../domain/time';

/** The day of each lunar feast, 2020 to 2035; 清明 is solar, but wanders by a day. */
const LUNAR: Readonly<Record<number, readonly [spring: string, lantern: string, qingming: string, dragon: string, midAutumn: string, chongyang: string]>> = {
  2020: ['01-25', '02-08', '04-04', '06-25', '10-01', '10-25'],
  2021: ['02-12', '02-26', '04-04', '06-14', '09-21', '10-14'],
  2022: ['02-01', '02-15', '04-05', '06-03', '09-10', '10-04'],
  2023: ['01-22', '02-05', '04-05', '06-22', '09-29', '10-23'],
  2024: ['02-10', '02-24', '04-04', '06-10', '09-17', '10-11'],
  2025: ['01-29', '02-12', '04-04', '05-31', '10-06', '10-29'],
  2026: ['02-17', '03-03', '04-05', '06-19', '09-25', '10-18'],
  2027: ['02-06', '02-20', '04-05', '06-09', '09-15', '10-08'],
  2028: ['01-26', '02-09', '04-04', '05-28', '10-03', '10-26'],
  2029: ['02-13', '02-27', '04-04', '06-16', '09-22', '10-16'],
  2030: ['02-03', '02-17', '04-05', '06-05', '09-12', '10-05'],
  2031: ['01-23', '02-06', '04-05', '06-24', '10-01', '10-24'],
  2032: ['02-11', '02-25', '04-04', '06-12', '09-19', '10-12'],
  2033: ['01-31', '02-14', '04-04', '06-01', '09-08', '10-01'],
  2034: ['02-19', '03-05', '04-05', '06-20', '09-27', '10-20'],
  2035: ['02-08', '02-22', '04-05', '06-10', '09-16', '10-09'],
};

const LUNAR_NAMES: Readonly<Record<string, number>> = { 春节: 0, 过年: 0, 元宵: 1, 清明: 2, 端午: 3, 中秋: 4, 重阳: 5 };
const FIXED: Readonly<Record<string, string>> = {
  元旦: '01-01', 三八: '03-08', 五一: '05-01', 劳动: '05-01', 五四: '05-04', 六一: '06-01', 七一: '07-01', 八一: '08-01', 教师: '09-10', 国庆: '10-01', 十一: '10-01',
};

const dayIn = (name: string, year: number): CivilDate | null => {
  const fixed = FIXED[name];
  if (fixed !== undefined) return `${year}-${fixed}`;
  const column = LUNAR_NAMES[name];
  const days = LUNAR[year];
  const day = column === undefined || days === undefined ? undefined : days[column];
  return day === undefined ? null : `${year}-${day}`;
};

/** The first such feast after `from`, or the one of `year` where the words name a year. */
export const feast = (name: string, from: CivilDate, year: number | null): CivilDate | null => {
  if (year !== null) return dayIn(name, year);
  const start = Number(from.slice(0, 4));
  const first = dayIn(name, start);
  return first !== null && first > from ? first : dayIn(name, start + 1);
};

/** "节前" ends the day before. */
export const eveOf = (day: CivilDate): CivilDate => addDays(day, -1);

export const FEAST_NAMES = [...Object.keys(LUNAR_NAMES), ...Object.keys(FIXED)];
