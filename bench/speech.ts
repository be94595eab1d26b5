// Throughput of reading a speech, beside three baselines in the same run: a word segmenter (jieba), our own segmenter of
// sentences, and a plain split by regex.
//   node --import tsx bench/speech.ts
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict';
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

interface Took {
  /** Seconds by the clock: the one thread that reads. */
  readonly clock: number;
  /** Seconds of processor: what other programs do does not count, what the collector's and the compiler's threads do does. */
  readonly processor: number;
}

const time = (work: () => unknown): Took => {
  const used = process.cpuUsage();
  const since = process.hrtime.bigint();
  work();
  const clock = Number(process.hrtime.bigint() - since) / 1e9;
  const { user, system } = process.cpuUsage(used);
  return { clock, processor: (user + system) / 1e6 };
};

const best = (rounds: number, work: () => unknown): Took => {
  const all = Array.from({ length: rounds }, () => time(work));
  return { clock: Math.min(...all.map((took) => took.clock)), processor: Math.min(...all.map((took) => took.processor)) };
};

const rate = (megabytes: number, took: Took): string => `${(megabytes / took.clock).toFixed(2)} MB/s by the clock, ${(megabytes / took.processor).toFixed(2)} by processor time`;

export const benchSpeech = (): void => {
  const calendar = loadCalendar();
  const text = speech(4_000);
  const megabytes = Buffer.byteLength(text) / 1e6;
  const read = (): unknown => analyse(text, { date: '2026-03-02', calendar });
  read();
  const whole = best(3, read);
  const cut = best(3, () => segment(normalise(text)));
  const jieba = Jieba.withDict(dict);
  // One sentence after another, as whoever reads sentences would call it.
  const sentences = segment(normalise(text)).map((sentence) => sentence.text);
  const words = best(3, () => sentences.map((sentence) => jieba.cut(sentence, false)));
  const split = best(3, () => text.split(/(?<=[。！？；\n])/));
  const long = speech(12_000);
  const longMegabytes = Buffer.byteLength(long) / 1e6;
  const longTook = time(() => analyse(long, { date: '2026-03-02', calendar }));
  console.log(`speech: a text of ${megabytes.toFixed(1)} MB`);
  console.log(`  whole reading      ${rate(megabytes, whole)}`);
  console.log(`  words by jieba     ${rate(megabytes, words)}; the reading takes ${(whole.processor / words.processor).toFixed(1)} times as long`);
  console.log(`  sentences alone    ${rate(megabytes, cut)}; the reading takes ${(whole.processor / cut.processor).toFixed(0)} times as long`);
  console.log(`  plain regex split  ${rate(megabytes, split)}; the reading takes ${(whole.processor / split.processor).toFixed(0)} times as long`);
  console.log(`  ${longMegabytes.toFixed(1)} MB at once      ${rate(longMegabytes, longTook)}; ${((longTook.processor / longMegabytes) / (whole.processor / megabytes)).toFixed(2)} times the cost a MB of the shorter text`);
};

if (require.main === module) benchSpeech();
