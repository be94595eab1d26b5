import { readClause, clauseSpans } from '/work/main/speech/clause'; import { findDues } from '/work/main/speech/due'; import { skeleton } from '/work/main/speech/skeleton';
const t = process.argv[2]!; const bones = skeleton(t); const dues = findDues(t, bones, { date: '2024-06-05', calendar: { version: '', years: {} } });
for (const s of clauseSpans(bones)) { const c = readClause({ text: t, bones, dues, roster: [] }, s.start, s.end); console.log(t.slice(s.start, s.end), JSON.stringify({ ...c, measures: c.measures.length })); }
