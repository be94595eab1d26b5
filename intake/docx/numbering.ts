import { formatNumber } from './number-format';
import type { Styles } from './styles';
import type { Tag, XmlHandler } from './xml-reader';

interface Level {
  start: number;
  format: string;
  pattern: string;
  glue: string;
  decimalOnly: boolean;
  restart: number | null;
  style: string | null;
}

interface AbstractList {
  readonly levels: Map<number, Level>;
  /** The list is defined by this numbering style instead. */
  link: string | null;
}

interface List {
  abstractId: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
  used: boolean;
}

const LEVELS = 9;

/** Reads numbering.xml, then counts along the document: the label Word shows before each paragraph. */
export class Numbering implements XmlHandler {
  private readonly abstracts = new Map<string, AbstractList>();
  private readonly lists = new Map<string, List>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private abstract: AbstractList | null = null;
  private list: List | null = null;
  private level: Level | null = null;
  private override = 0;

  constructor(private readonly styles: Styles) {}

  open(tag: Tag): void {
    const value = tag.get('val') ?? '';
    switch (tag.name) {
      case 'w:abstractNum':
        this.abstract = { levels: new Map(), link: null };
        this.abstracts.set(tag.get('abstractNumId') ?? '', this.abstract);
        break;
      case 'w:num':
        this.list = { abstractId: '', starts: new Map(), levels: new Map(), used: false };
        this.lists.set(tag.get('numId') ?? '', this.list);
        break;
      case 'w:lvlOverride':
        this.override = index(tag.get('ilvl'));
        break;
      case 'w:startOverride':
        this.list?.starts.set(this.override, whole(value, 1));
        break;
      case 'w:abstractNumId':
        if (this.list !== null) this.list.abstractId = value;
        break;
      case 'w:numStyleLink':
        if (this.abstract !== null) this.abstract.link = value;
        break;
      case 'w:lvl':
        this.level = { start: 0, format: 'decimal', pattern: '', glue: 'tab', decimalOnly: false, restart: null, style: null };
        (this.list ?? this.abstract)?.levels.set(index(tag.get('ilvl')), this.level);
        break;
      default:
        if (this.level !== null) property(this.level, tag, value);
    }
  }

  close(name: string): void {
    if (name === 'w:lvl') this.level = null;
    else if (name === 'w:num') this.list = null;
    else if (name === 'w:abstractNum') this.abstract = null;
  }

  text(): void {}

  /** The level that a heading style has in its list. */
  levelOf(numId: string, styleId: string): number {
    for (const [at, level] of this.levelsOf(this.lists.get(numId))) if (level.style === styleId) return at;
    return 0;
  }

  /** Counts one paragraph and gives its label; empty for bullets and for lists that are not defined. */
  next(numId: string, at: number): string {
    const list = this.lists.get(numId);
    const level = this.levelsOf(list).get(at);
    if (list === undefined || level === undefined) return '';
    const counts = this.count(list, at);
    if (level.format === 'bullet') return '';
    const levels = this.levelsOf(list);
    const label = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
      const of = Number(digit) - 1;
      const shown = counts[of] ?? levels.get(of)?.start ?? 1;
      return formatNumber(shown, level.decimalOnly ? 'decimal' : (levels.get(of)?.format ?? 'decimal'));
    });
    return label;
  }

  /** What stands between label and text: nothing after 、 or ）, as Chinese documents write it. */
  glue(numId: string, at: number, label: string, text: string): string {
    if (label === '' || this.levelsOf(this.lists.get(numId)).get(at)?.glue === 'nothing') return '';
    if (/[.．]$/.test(label)) return /^\d/.test(text) ? ' ' : '';
    return /[、）)。：:，]$/.test(label) ? '' : ' ';
  }

  private count(list: List, at: number): (number | undefined)[] {
    const counts = this.counters.get(list.abstractId) ?? new Array<number | undefined>(LEVELS).fill(undefined);
    this.counters.set(list.abstractId, counts);
    if (!list.used) {
      list.used = true;
      for (const level of list.starts.keys()) counts[level] = undefined;
    }
    const levels = this.levelsOf(list);
    const first = (level: number): number => list.starts.get(level) ?? levels.get(level)?.start ?? 1;
    for (let above = 0; above < at; above += 1) counts[above] ??= first(above);
    const before = counts[at];
    counts[at] = before === undefined ? first(at) : before + 1;
    for (let below = at + 1; below < LEVELS; below += 1) {
      const restart = levels.get(below)?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) counts[below] = undefined;
    }
    return counts;
  }

  private levelsOf(list: List | undefined): Map<number, Level> {
    if (list === undefined) return new Map();
    let abstract = this.abstracts.get(list.abstractId);
    for (let steps = 0; abstract?.link !== null && abstract?.link !== undefined && steps < 5; steps += 1) {
      const target = this.lists.get(this.styles.numbering(abstract.link)?.numId ?? '');
      if (target === undefined || target === list) break;
      abstract = this.abstracts.get(target.abstractId);
    }
    if (list.levels.size === 0) return abstract?.levels ?? new Map<number, Level>();
    return new Map([...(abstract?.levels ?? []), ...list.levels]);
  }
}

function property(level: Level, tag: Tag, value: string): void {
  switch (tag.name) {
    case 'w:start': level.start = whole(value, 1); break;
    case 'w:numFmt': level.format = tag.get('val') ?? 'decimal'; break;
    case 'w:lvlText': level.pattern = value; break;
    case 'w:suff': level.glue = value; break;
    case 'w:isLgl': level.decimalOnly = value !== '0' && value !== 'false'; break;
    case 'w:lvlRestart': level.restart = whole(value, 0); break;
    case 'w:pStyle': level.style = value; break;
    default:
  }
}

function whole(value: string, otherwise: number): number {
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 0 ? number : otherwise;
}

function index(value: string | undefined): number {
  return Math.min(LEVELS - 1, whole(value ?? '0', 0));
}
