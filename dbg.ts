import { readFileSync } from 'node:fs';
import { analyse } from '/work/main/speech';
const years: Record<string, any> = {}; for (const y of [2023,2024,2025,2026]) years[y] = JSON.parse(readFileSync(`/work/main/config/calendars/${y}.json`,'utf8'));
const calendar = { version: 'x', years };
const t = process.argv[2] === '-f' ? readFileSync(process.argv[3]!, 'utf8') : process.argv[2]!;
const a = analyse(t, { date: process.env.D ?? '2024-06-05', calendar });
for (const s of a.sentences) {
  console.log(`\n[${s.kind}/${s.rule}] ${s.text}`);
  if (process.env.V) for (const e of a.explain.filter((x) => x.sentenceId === s.id && x.decision !== 'sentence')) console.log(`     ${e.decision} ${e.rule} 「${e.words}」 ${e.outcome}`);
  for (const d of a.drafts.filter((x) => x.sentenceId === s.id)) console.log(`   → ${d.title} | ${d.kind}${d.stretch ? '*' : ''}${d.due ? ` due=${d.due.value.words}>${d.due.value.date}` : ''}${d.cadence ? ` cad=${d.cadence.value}` : ''}${d.lead ? ` lead=${d.lead.value}` : ''}${d.support.length ? ` sup=${d.support.map((x) => x.value)}` : ''}${d.measures.length ? ` m=${d.measures.map((m) => m.value.words)}` : ''}`);
}
