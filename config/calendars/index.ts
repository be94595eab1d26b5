/** Reads the year files. All faults of all files are reported at once. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarYearSchema, type Calendar, type CalendarYear } from '../../domain/calendar';
import { faultsOf } from '../faults';

/** @throws Error naming file, path and what is allowed, for every fault */
export const loadCalendar = (folder = __dirname): Calendar => {
  const faults: string[] = [];
  const years: Record<string, CalendarYear> = {};
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')).sort()) {
    const text = readFileSync(join(folder, file), 'utf8');
    hash.update(text);
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (error) {
      faults.push(`calendars/${file}: (整体): 不是有效的 JSON：${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    const parsed = calendarYearSchema.safeParse(json);
    if (parsed.success) {
      if (file !== `${parsed.data.year}.json`) faults.push(`calendars/${file}: year: 与文件名不符：${parsed.data.year}`);
      years[String(parsed.data.year)] = parsed.data;
    } else faults.push(...faultsOf(`calendars/${file}`, parsed.error));
  }
  if (faults.length > 0) throw new Error(`日历文件有误：\n${faults.join('\n')}`);
  return { version: hash.digest('hex').slice(0, 12), years };
};
