// Throughput of reading a speech, beside two baselines in the same run: the segmenter alone, and a plain split by regex.
//   node --import tsx bench/speech.ts
import { loadCalendar } from '../config/calendars';
import { analyse } from '../speech';
import { normalise } from '../speech/normalise';
import { segment } from '../speech/segment';

const UNITS = ['市水务局', '市档案局', '区城管局', '县教育局', '各乡镇（街道）'];
const OBJECTS = ['管网检修', '档案数字化', '渣土运输整治', '校车安全管理办法', '农村公路养护', '社区食堂'];

/** A speech of our own making with the usual mix: heads, reports, orders, lists, pledges; no two paragraphs the same. */
const speech = (paragraphs: number): string => {
  const lines: string[] = [];
  for (let i = 0; i < paragraphs; i += 1) {
    const unit = UNITS[i % UNITS.length] ?? '';
    const object = OBJECTS[(i * 7) % OBJECTS.length] ?? '';
    if (i % 8 === 0) lines.push(`${'一二三四五六七八九十'.charAt((i / 8) % 10)}、抓实第${i}号任务，推动${object}见成效`);
    lines.push(
      `去年以来，我们完成${object}${i + 3}项，群众满意度提高到${80 + (i % 19)}%，但短板依然突出。${unit}要在${1 + (i % 12)}月底前制定${object}方案，改造线路${i + 2}公里，每季度通报一次进度；`
      + `由${unit}牵头、市财政局配合，新建站点${1 + (i % 9)}座，力争年内第${i}批投用，确保群众受益。坚持系统观念，树牢底线思维，我们将不负重托，奋力开创第${i}个新局面。`,
    );
  }
  return lines.join('\n');
};

/** Seconds of processor time: what other programs on the machine do does not count, what the collector's threads do does. */
const time = (work: () => unknown): number => {
  const since = process.cpuUsage();
  work();
  const used = process.cpuUsage(since);
  return (used.user + used.system) / 1e6;
};

const best = (rounds: number, work: () => unknown): number => Math.min(...Array.from({ length: rounds }, () => time(work)));

export const benchSpeech = (): void => {
  const calendar = loadCalendar();
  const text = speech(2_000);
  const megabytes = Buffer.byteLength(text) / 1e6;
  const read = (): unknown => analyse(text, { date: '2026-03-02', calendar });
  read();
  const whole = best(3, read);
  const cut = best(3, () => segment(normalise(text)));
  const split = best(3, () => text.split(/(?<=[。！？；\n])/));
  const long = speech(12_000);
  const longMegabytes = Buffer.byteLength(long) / 1e6;
  const longSeconds = time(() => analyse(long, { date: '2026-03-02', calendar }));
  console.log(`speech: text of ${megabytes.toFixed(1)} MB, processor time of one core`);
  console.log(`  whole reading      ${(megabytes / whole).toFixed(2)} MB/s`);
  console.log(`  segmenter alone    ${(megabytes / cut).toFixed(1)} MB/s   the reading takes ${(whole / cut).toFixed(1)} times as long`);
  console.log(`  plain regex split  ${(megabytes / split).toFixed(1)} MB/s   the reading takes ${(whole / split).toFixed(0)} times as long`);
  console.log(`  ${longMegabytes.toFixed(1)} MB at once        ${(longMegabytes / longSeconds).toFixed(2)} MB/s   ${((longSeconds / longMegabytes) / (whole / megabytes)).toFixed(2)} times the cost a MB of the shorter text`);
};

if (require.main === module) benchSpeech();
