import { RULES } from '/work/main/speech/rules'; import { analyse } from '/work/main/speech';
const calendar = { version: '', years: {} };
for (const [name, r] of Object.entries(RULES)) { const a = analyse(r.example, { date: '2026-03-02', calendar }); if (!a.explain.some((e) => e.rule === name)) console.log(name, r.example, a.explain.map((e) => `${e.rule}=${e.outcome}`).join(' | ')); }
