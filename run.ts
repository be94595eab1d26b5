import { readFileSync, writeFileSync } from 'node:fs';
import { analyse } from '/work/main/speech';
const years: Record<string, any> = {}; for (const y of [2023,2024,2025,2026]) years[y] = JSON.parse(readFileSync(`/work/main/config/calendars/${y}.json`,'utf8'));
const calendar = { version: 'x', years };
const out: string[] = [];
for (const l of readFileSync(process.argv[2]!, 'utf8').split('\n').filter(Boolean)) {
  const p = JSON.parse(l); const a = analyse(p.text, { date: p.date, calendar });
  out.push(JSON.stringify({ id: p.id, actions: a.drafts.map((d) => ({ start: d.start, end: d.end, title: d.title, kind: d.kind, due: d.due?.value.words ?? null, dueDate: d.due?.value.date ?? null, cadence: d.cadence?.value ?? null, lead: d.lead?.value ?? null, support: d.support.map((s) => s.value), measures: d.measures.map((m) => m.value.words) })) , sentences: a.sentences.map(s=>({start:s.start,end:s.end,rule:s.rule,kind:s.kind})), clauses: a.explain }));
}
writeFileSync(process.argv[3]!, out.join('\n') + '\n');
