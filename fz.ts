import { analyse } from '/work/main/speech';
const calendar = { version: 'x', years: {} };
const SEEDS = ['，', 'a', '今年，', '年底前', '每', '“', '“”', '（', '《', '*', '1', '1,', '、', '要', '将', '由', '的', '推进', '推进、', '9月', '市局', '市局、', '一', '\n', '一、\n', '；', '：', '（责任单位：', '2026年9月底前', '对', '自', '是', '会同市局、', '100%', '第一', '在中', '各县（市、区）要', '每周', '前三', '以来', '\ufeff', '\u3000', '\ud800', '由由', '一是', '力争'];
const r = SEEDS.map((s) => { const t = s.repeat(Math.ceil(200000 / s.length)); const c = process.cpuUsage(); analyse(t, { date: '2026-03-02', calendar }); const u = process.cpuUsage(c); return [s, Math.round(u.user / 1000)] as const; });
console.log(r.filter((x) => x[1] > 600).map((x) => `${JSON.stringify(x[0])}:${x[1]}ms`).join(' '), 'total', r.reduce((a, x) => a + x[1], 0));
for (const s of ['一', '以来', '前三','每周']) for (const n of [100000, 200000, 400000]) { const t = s.repeat(n / s.length); const c = process.cpuUsage(); analyse(t, { date: '2026-03-02', calendar }); console.log(s, n, Math.round(process.cpuUsage(c).user / 1000)); }
