/** What `/api/overview` answers. */
import { z } from 'zod';
import { ATTENTION_KINDS } from '../domain/attention';
import { LIGHT_COLOURS } from '../domain/vocabulary';
import { byLight } from './answers';

export const told = z.strictObject({ count: z.int().min(0), query: z.string() }).meta({ id: 'Figure', description: '一个数，及列出其各项的台账查询' });
const rate = z.strictObject({ percent: z.number().nullable(), numerator: told, denominator: told, words: z.string() });
const lights = byLight(told);
const row = z.strictObject({ id: z.string().nullable(), name: z.string(), lights, done: told, total: told }).meta({ id: 'FigureRow' });
const item = { id: z.string(), self: z.string(), number: z.string().nullable(), title: z.string(), due: z.string() } as const;

export const overviewAnswer = z.strictObject({
  asOf: z.string(),
  total: told, done: told, open: told, dropped: told, overdue: told.describe('过了期限而亮红灯的'), otherRed: told.describe('因期限以外的原因亮红灯的'), lights,
  completion: rate, onTime: rate,
  bySource: z.array(row),
  bySection: z.array(z.strictObject({ source: z.string(), name: z.string(), sections: z.array(row) })),
  byUnit: z.array(row),
  trend: z.array(z.strictObject({ at: z.string(), lights })),
  ages: z.array(told.extend({ from: z.int(), to: z.int().nullable(), name: z.string() })),
  oldest: z.array(z.strictObject({ ...item, lead: z.string(), days: z.int(), statusName: z.string() })),
  needYou: z.strictObject({
    own: z.boolean().describe('只列您分管而须由您决定的；否则为全部待决定的，各注明由谁定'), total: z.int().min(0), more: z.boolean().describe('多于此数，不再细数'),
    listed: z.int().min(0).describe('query 列出其中的前几件'), query: z.string(),
    items: z.array(z.strictObject({
      ...item, distance: z.string(), lead: z.strictObject({ unit: z.string(), name: z.string() }),
      light: z.strictObject({ colour: z.enum(LIGHT_COLOURS), name: z.string() }),
      attention: z.strictObject({ kind: z.enum(ATTENTION_KINDS), decision: z.string(), why: z.string(), waiting: z.int().min(0) }),
      whose: z.strictObject({ name: z.string(), yours: z.boolean() }),
    })),
  }).nullable().describe('读取以往日期时为空'),
});
