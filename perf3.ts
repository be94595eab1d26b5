import { readFileSync } from 'node:fs';
import { analyse } from '/work/main/speech/index';
const years: Record<string, any> = {}; for (const y of [2023,2024,2025,2026]) years[y] = JSON.parse(readFileSync(`/work/main/config/calendars/${y}.json`,'utf8'));
const calendar = { version: 'x', years };
const dev = readFileSync('/work/shared/speech/plenary-speech.txt', 'utf8');
analyse(dev.repeat(20), { date: '2024-06-05', calendar });
const t = dev.repeat(200); const b = Buffer.byteLength(t); const c0=process.cpuUsage(); const t0 = Date.now(); const a = analyse(t, { date: '2024-06-05', calendar }); const c=process.cpuUsage(c0); console.log('cpu MB/s',(b/(c.user+c.system)).toFixed(2),'wall',(b/1e3/(Date.now()-t0)).toFixed(2), 'MB/s');
