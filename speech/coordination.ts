import { ADVERBS } from './lexicon/markers';
import { EVENT, verbAt } from './lexicon/verbs';
import type { Clause, Reading } from './clause';
import type { Role } from './roles';
import type { Span } from './types';

const LEVEL_VERB = /增长|下降|降低|达到|达(?=[\d*])|提高|控制在|稳定在|不低于|不少于|突破|超过|压减|减少|缩短|增加|进入|跻身/;

/**
 * Rule `action/coordination`: parts joined by 、 are lines of their own only where each has its own verb and figure
 * (改造管网5公里、新建泵站2座), its own ending (甲项目开工、乙项目投用) or its own level (费用下降3%、满意度达到95%).
 */
export const splitCoordination = (r: Reading, c: Clause, role: Role): readonly Span[] => {
  const whole: Span = { start: c.core, end: c.end };
  if (role === 'ban' || c.cadence) return [whole];
  const limit = Math.min(c.end, c.core + 320);
  const cuts: number[] = [];
  for (let i = c.core; i < limit; i += 1) if (r.bones.charAt(i) === '、') cuts.push(i);
  if (cuts.length === 0 || cuts.length > 12) return [whole];
  const parts: Span[] = [];
  let start = c.core;
  for (const cut of [...cuts, c.end]) {
    const part = { start, end: cut };
    if (start > c.core && !standsAlone(r, c, part)) {
      const last = parts.pop();
      parts.push({ start: last?.start ?? part.start, end: part.end });
    } else parts.push(part);
    start = cut + 1;
  }
  if (parts.length > 1 && parts.every((part) => standsAlone(r, c, part))) return parts;
  return c.prep === null && c.verb !== null && OWN.test(c.verb.word) ? deeds(r, c, cuts) : [whole];
};

/** Verbs that open a deed of their own after 、 and are no part of a noun. */
const OWN = /^(?:建立|健全|完善|制定|出台|修订|印发|编制|召开|举办|开展|组织|推进|推动|加强|强化|深化|落实|抓好|做好|实施|优化|加快|支持|畅通|拓展|签订|设立|成立|组建|新建|建成|改造|完成|启动|开通|拆除|清理|更换|配备|选派|引进|发布|公布|报送|建设|打造|梳理|排查|整治|查处|拨付|发放|兑现|核实)/;

/** 修订考勤办法、建立请假台账: every part has a verb and an object of its own. */
const deeds = (r: Reading, c: Clause, cuts: readonly number[]): readonly Span[] => {
  const parts: Span[] = [];
  let start = c.core;
  for (const cut of [...cuts, c.end]) {
    const at = start === c.core ? c.verbAt : start;
    const verb = OWN.exec(r.bones.slice(at, Math.min(cut, at + 8)));
    const found = verb ? verbAt(r.text, at) : null;
    if (found && cut - at - found.word.length >= 3 && !/^(?:的|和|与)/.test(r.bones.slice(at + found.word.length))) parts.push({ start, end: cut });
    else return [{ start: c.core, end: c.end }];
    start = cut + 1;
  }
  return parts;
};

const standsAlone = (r: Reading, c: Clause, part: Span): boolean => {
  const words = r.bones.slice(part.start, part.end);
  if (/^比(?:上年|去年|上一年)/.test(words)) return false;
  const measured = c.measures.some((m) => m.start >= part.start && m.end <= part.end);
  let place = part.start === c.core ? c.verbAt : part.start;
  const adverb = ADVERBS.at(r.text, place);
  if (adverb && !verbAt(r.text, place)) place += adverb.length;
  const verb = verbAt(r.text, place);
  if (measured && verb && verb.word.length >= 2 && place + verb.word.length < part.end) return true;
  if (measured && LEVEL_VERB.test(words)) return true;
  const event = EVENT.endsWith(words.slice(-12));
  return event !== null && event.length >= 2 && words.length >= event.length + 4 && !/^(?:完成|公开|推广|启动|签约|公示|发布|排名|招生|入库|运行|移交|退出)$/.test(event) && (part.start > c.core || c.end - c.start > words.length);
};
