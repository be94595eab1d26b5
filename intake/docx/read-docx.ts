import type { IntakeLimits } from '../limits';
import { Refused, ACCEPTED } from '../refusal';
import { Archive, broken } from './archive';
import { BodyReader, noFindings, type Findings } from './body-reader';
import { Numbering } from './numbering';
import { Styles } from './styles';
import { XmlReader, type Tag, type XmlHandler } from './xml-reader';

export interface DocxText {
  readonly raw: string;
  /** Headers, footers, watermarks: no text of the speech, but the place of secrecy marks. */
  readonly furniture: readonly string[];
  readonly notes: readonly string[];
}

const SHOWN_NOTE = 120;

export async function readDocx(bytes: Buffer, limits: IntakeLimits): Promise<DocxText> {
  const archive = await Archive.open(bytes, limits);
  const main = await mainPart(archive);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = new Styles();
  await readPart(archive, `${folder}styles.xml`, styles);
  const numbering = new Numbering(styles);
  await readPart(archive, `${folder}numbering.xml`, numbering);
  const findings = noFindings();
  const body = new BodyReader(numbering, styles, findings, limits.maxTextBytes);
  await readPart(archive, main, body);
  body.rest();
  const footnotes = await notesOf(archive, `${folder}footnotes.xml`, styles, limits);
  const endnotes = await notesOf(archive, `${folder}endnotes.xml`, styles, limits);
  const furniture = await furnitureOf(archive, folder, styles, limits);
  return {
    raw: withoutBlankRuns(body.lines),
    furniture: [...furniture, ...footnotes, ...endnotes],
    notes: [
      ...notesFrom(findings),
      ...apart('脚注', footnotes),
      ...apart('尾注', endnotes),
      ...(archive.has(`${folder}comments.xml`) ? ['批注未并入正文'] : []),
      ...(archive.has(`${folder}vbaProject.bin`) ? ['文档带有宏，未读取也未运行'] : []),
    ],
  };
}

async function readPart(archive: Archive, name: string, handler: XmlHandler): Promise<void> {
  if (!archive.has(name)) return;
  const reader = new XmlReader(handler);
  for await (const piece of archive.text(name)) reader.write(piece);
  reader.end();
}

/** The part that `_rels/.rels` names as the document; an archive without one is some other kind of file. */
async function mainPart(archive: Archive): Promise<string> {
  let target = 'word/document.xml';
  await readPart(archive, '_rels/.rels', {
    open(tag: Tag) {
      if (tag.get('Type')?.endsWith('/officeDocument') === true) target = (tag.get('Target') ?? target).replace(/^\//, '');
    },
    close() {},
    text() {},
  });
  if (archive.has(target) && !/^(?:xl|ppt)\//.test(target)) return target;
  if (archive.has('word/document.xml')) return 'word/document.xml';
  const what = archive.has('OFD.xml') ? 'OFD 版式文件' : archive.has('content.xml') ? 'ODF 文档' : /^xl\//.test(target) ? 'Excel 表格' : /^ppt\//.test(target) ? '演示文稿' : '';
  if (what === '' && archive.has('[Content_Types].xml')) throw broken('缺少正文部分');
  throw new Refused('unsupported', `文件是${what === '' ? '压缩包，不是 Word 文档' : what}，暂不支持。${ACCEPTED}`);
}

async function notesOf(archive: Archive, name: string, styles: Styles, limits: IntakeLimits): Promise<string[]> {
  const reader = new BodyReader(new Numbering(styles), styles, noFindings(), limits.maxTextBytes);
  await readPart(archive, name, reader);
  return reader.notes.map((note) => note.trim()).filter((note) => note !== '');
}

async function furnitureOf(archive: Archive, folder: string, styles: Styles, limits: IntakeLimits): Promise<string[]> {
  const lines: string[] = [];
  for (const name of archive.names()) {
    if (!name.startsWith(folder) || !/^(?:header|footer)\d*\.xml$/.test(name.slice(folder.length))) continue;
    const reader = new BodyReader(new Numbering(styles), styles, noFindings(), limits.maxTextBytes);
    await readPart(archive, name, reader);
    lines.push(...reader.lines);
  }
  return lines;
}

/** Blank paragraphs set distances in Word; one of them is enough here. */
function withoutBlankRuns(lines: readonly string[]): string {
  const kept: string[] = [];
  for (const line of lines) {
    const blank = line.trim() === '';
    if (blank && (kept.length === 0 || kept[kept.length - 1] === '')) continue;
    kept.push(blank ? '' : line.trimEnd());
  }
  while (kept[kept.length - 1] === '') kept.pop();
  return kept.join('\n');
}

function notesFrom(found: Findings): string[] {
  const notes: string[] = [];
  if (found.insertions > 0 || found.deletions > 0) {
    notes.push(`文档带有修订：${found.insertions} 处插入按接受处理，${found.deletions} 处删除未并入正文`);
  }
  if (found.numbered > 0) notes.push(`已还原 ${found.numbered} 处自动编号`);
  if (found.textBoxes > 0) notes.push(`${found.textBoxes} 个文本框的文字列于所在段落之后`);
  if (found.softBreaks > 0) notes.push(`${found.softBreaks} 处段内换行：句末的另起一行，句中的已接续`);
  if (found.contentsLines > 0) notes.push(`目录 ${found.contentsLines} 行未并入正文`);
  if (found.hiddenRuns > 0) notes.push(`${found.hiddenRuns} 处隐藏文字未并入正文`);
  if (found.foreignParts > 0) notes.push(`${found.foreignParts} 处嵌入的其他文档未读取`);
  return notes;
}

function apart(kind: string, texts: readonly string[]): string[] {
  if (texts.length === 0) return [];
  const shown = texts.slice(0, 50).map((text, index) => `${kind} ${index + 1}：${text.length > SHOWN_NOTE ? `${text.slice(0, SHOWN_NOTE)}…` : text}`);
  return [`${kind} ${texts.length} 条，未并入正文`, ...shown];
}
