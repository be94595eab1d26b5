import { Refused } from '../refusal';
import { readableSize } from '../limits';
import type { Numbering } from './numbering';
import { resolveSoftBreaks, SOFT_BREAK } from './soft-breaks';
import type { Styles } from './styles';
import type { Tag, XmlHandler } from './xml-reader';

/** What was met on the way and is told in the notes. */
export interface Findings {
  insertions: number;
  deletions: number;
  hiddenRuns: number;
  contentsLines: number;
  textBoxes: number;
  softBreaks: number;
  foreignParts: number;
  numbered: number;
}

export function noFindings(): Findings {
  return { insertions: 0, deletions: 0, hiddenRuns: 0, contentsLines: 0, textBoxes: 0, softBreaks: 0, foreignParts: 0, numbered: 0 };
}

interface Paragraph {
  text: string;
  style: string;
  numId: string | null;
  level: number | null;
  /** Its end is deleted by a tracked change: it flows into the next paragraph. */
  joins: boolean;
  hidden: boolean;
  /** Lines of text boxes anchored here; they follow the paragraph. */
  readonly boxes: string[];
}

/** Elements whose content is not text of the document, or is the old state of a tracked change. */
const LEFT_OUT = new Set(['w:moveFrom', 'w:delText', 'w:instrText', 'w:delInstrText', 'w:rt', 'w:sectPr', 'w:fldData', 'w:binData']);

/** Walks a WordprocessingML part and gives its lines. */
export class BodyReader implements XmlHandler {
  readonly lines: string[] = [];
  /** Footnotes or endnotes, one text each. */
  readonly notes: string[] = [];
  private readonly path: string[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly deletedRows: boolean[] = [];
  private readonly choices: boolean[] = [];
  private carried = '';
  private skipping = 0;
  private placeholder = false;
  private size = 0;

  constructor(
    private readonly numbering: Numbering,
    private readonly styles: Styles,
    private readonly findings: Findings,
    private readonly maxText: number,
  ) {}

  open(tag: Tag): void {
    if (this.skipping > 0 || this.leavesOut(tag)) this.skipping += 1;
    else this.enter(tag);
    this.path.push(tag.name);
  }

  close(name: string): void {
    this.path.pop();
    if (this.skipping > 0) {
      this.skipping -= 1;
      return;
    }
    if (name === 'w:p') this.finish(this.paragraphs.pop());
    else if (name === 'w:tr') this.deletedRows.pop();
    else if (name === 'mc:AlternateContent') this.choices.pop();
    else if (name === 'w:sdt') this.placeholder = false;
    else if (name === 'w:footnote' || name === 'w:endnote') this.notes.push(this.lines.splice(0).join(' '));
  }

  text(value: string): void {
    if (this.skipping > 0) return;
    const parent = this.path[this.path.length - 1];
    if (parent === 'w:t' || parent === 'm:t') this.add(value.replace(/[\r\n]+/g, ' '));
  }

  private leavesOut(tag: Tag): boolean {
    const { name } = tag;
    const parent = this.path[this.path.length - 1];
    if (name === 'w:del') {
      this.findings.deletions += 1;
      return parent !== 'w:rPr' && parent !== 'w:trPr';
    }
    if (name === 'w:moveFrom') this.findings.deletions += 1;
    if (name === 'w:sdtContent') return this.placeholder;
    if (name === 'mc:Choice') return this.choices[this.choices.length - 1] === true;
    if (name === 'mc:Fallback') return this.choices[this.choices.length - 1] === true;
    if ((name === 'w:footnote' || name === 'w:endnote') && (tag.get('type') ?? 'normal') !== 'normal') return true;
    return LEFT_OUT.has(name) || name.endsWith('Change');
  }

  private enter(tag: Tag): void {
    const paragraph = this.paragraphs[this.paragraphs.length - 1];
    const parent = this.path[this.path.length - 1];
    switch (tag.name) {
      case 'w:p':
        this.paragraphs.push({ text: '', style: '', numId: null, level: null, joins: false, hidden: false, boxes: [] });
        break;
      case 'w:pStyle': if (paragraph) paragraph.style = tag.get('val') ?? ''; break;
      case 'w:numId': if (paragraph) paragraph.numId = tag.get('val') ?? null; break;
      case 'w:ilvl': if (paragraph) paragraph.level = Math.min(8, Number(tag.get('val') ?? 0) || 0); break;
      case 'w:r': if (paragraph) paragraph.hidden = false; break;
      case 'w:vanish':
        if (paragraph && this.path[this.path.length - 2] === 'w:r' && isOn(tag)) {
          paragraph.hidden = true;
          this.findings.hiddenRuns += 1;
        }
        break;
      case 'w:ins':
      case 'w:moveTo': this.findings.insertions += 1; break;
      case 'w:del':
        if (parent === 'w:rPr' && paragraph) paragraph.joins = true;
        if (parent === 'w:trPr') this.deletedRows[this.deletedRows.length - 1] = true;
        break;
      case 'w:tr': this.deletedRows.push(false); break;
      case 'mc:AlternateContent': this.choices.push(false); break;
      case 'mc:Choice': this.choices[this.choices.length - 1] = true; break;
      case 'w:showingPlcHdr': this.placeholder = isOn(tag); break;
      case 'w:altChunk': this.findings.foreignParts += 1; break;
      case 'w:txbxContent': this.findings.textBoxes += 1; break;
      case 'v:textpath': paragraph?.boxes.push(tag.get('string') ?? ''); break;
      case 'w:tab': if (parent === 'w:r') this.add('\t'); break;
      case 'w:noBreakHyphen': this.add('-'); break;
      case 'w:cr': this.softBreak(); break;
      case 'w:br': this.softBreak(); break;
      default:
    }
  }

  private softBreak(): void {
    this.add(SOFT_BREAK);
  }

  private add(value: string): void {
    const paragraph = this.paragraphs[this.paragraphs.length - 1];
    if (paragraph === undefined || paragraph.hidden) return;
    this.size += value.length;
    if (this.size > this.maxText) throw new Refused('tooLarge', `文档正文超过 ${readableSize(this.maxText)} 的上限。请拆分后分别提交。`);
    paragraph.text += value;
  }

  private finish(paragraph: Paragraph | undefined): void {
    if (paragraph === undefined || this.deletedRows.includes(true)) return;
    const outer = this.paragraphs[this.paragraphs.length - 1];
    const target = outer?.boxes ?? this.lines;
    if (paragraph.joins && outer === undefined) {
      this.carried += paragraph.text;
    } else if (this.styles.isContents(paragraph.style)) {
      this.findings.contentsLines += 1;
    } else {
      const resolved = resolveSoftBreaks(outer === undefined ? this.carried + paragraph.text : paragraph.text);
      this.findings.softBreaks += resolved.breaks;
      target.push(...this.labelled(paragraph, resolved.text).split('\n'));
      if (outer === undefined) this.carried = '';
    }
    for (const line of paragraph.boxes) if (line.trim() !== '') target.push(line);
  }

  private labelled(paragraph: Paragraph, text: string): string {
    const inherited = paragraph.numId === null ? this.styles.numbering(paragraph.style) : null;
    const numId = paragraph.numId ?? inherited?.numId ?? '0';
    if (numId === '0') return text;
    const level = paragraph.level ?? inherited?.level ?? (inherited === null ? 0 : this.numbering.levelOf(numId, paragraph.style));
    const label = this.numbering.next(numId, level);
    if (label === '' || text.trim() === '') return text;
    this.findings.numbered += 1;
    const bare = text.trimStart();
    return label + this.numbering.glue(numId, level, label, bare) + bare;
  }

  /** Text whose paragraph end was deleted at the very end of the part. */
  rest(): void {
    if (this.carried.trim() !== '') this.lines.push(resolveSoftBreaks(this.carried).text);
    this.carried = '';
  }
}

function isOn(tag: Tag): boolean {
  const value = tag.get('val');
  return value === undefined || !/^(?:0|false|off)$/.test(value);
}
