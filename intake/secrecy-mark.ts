export type MarkPlace = 'text' | 'furniture' | 'name';

export interface SecrecyMark {
  readonly mark: string;
  readonly place: MarkPlace;
  /** 1-based line of the text; 0 where it has no lines to count. */
  readonly line: number;
}

/** Marks stand at the head or at the foot of a document. */
const HEAD_LINES = 15;
const FOOT_LINES = 8;
/** No mark is longer than this once blanks are taken out. */
const LONGEST = 60;

const LEVEL = '(?:绝密|机密|秘密)';
const STAR = '[★☆✩✭⭐⭑*※]';
const SPAN = '(?:启用前|使用前|长期|解密前|\\d{1,3}(?:年|个?月|日|天)|[一二三四五六七八九十]{1,3}(?:年|个?月)|\\d{4}年\\d{1,2}月(?:\\d{1,2}日)?)?';
const STARRED = `(?:${LEVEL}|内部|工作秘密|商业秘密|(?:核心|普通)?商密)${STAR}+${SPAN}`;
const KEEP = '(?:注意保存|注意保管|注意保密|妥善保管|妥善保存|不得外传|不可外传|请勿外传|切勿外传|严禁外传|不得外泄|严禁外泄|请勿外泄|严禁复制|不得复制|禁止复制|严禁转载|不得转载|请勿转载|不得翻印|严禁翻印|请勿翻印|不得公开|不得传播|严禁传播|严禁扩散|请勿扩散|不得扩散|会后收回|阅后收回|用后收回|阅后即焚|仅供参考|仅供学习|仅供参阅)';
const KEEPS = `(?:[，,、;；·。!！]?${KEEP})`;
const THING = '(?:级|件|文件|资料|材料|文稿|稿|刊物|信息|事项)';
const STATE = `(?:${LEVEL}${THING}?)`;
const INNER_THING = '资料|文件|材料|刊物|文稿|稿|讨论稿|征求意见稿|讲话|参考|参阅|发行|使用|传阅|件';
const INNER = `(?:(?:仅?供|仅限|限)内部(?:人员)?(?:${INNER_THING}|讨论|交流|学习|掌握)?|内部(?:${INNER_THING})?|工作秘密)`;
const URGENT = '(?:特急|加急|特提|急件|平急)';
const NUMBER = '(?:(?:份号|编号|序号|№|no\\.?)?[:：]?第?\\d{1,10}(?!\\d)号?)';

const STARRED_LINE = new RegExp(`^(?:密级[:：]?)?${NUMBER}?${STARRED}(?:${URGENT}|${NUMBER}|${KEEPS})*$`, 'i');
const STARRED_START = new RegExp(`^${LEVEL}[★☆]${SPAN}`);
const STARRED_END = new RegExp(`(?:^|\\s)(?:绝\\s*密|机\\s*密|秘\\s*密)\\s*[★☆][\\s\\S]{0,12}$`);
const LABELLED = new RegExp(`^(?:密级|保密级别|保密等级|涉密等级|文件密级|秘密等级)(?:和保密期限)?[:：](?:${STARRED}|${LEVEL}级?|内部)`);
const LEVEL_ALONE = new RegExp(`^${LEVEL}$`);
const STATE_LINE = new RegExp(`^${NUMBER}?(?:${STATE}${KEEPS}*|${STATE}(?:${URGENT}|${NUMBER})+|${URGENT}${STATE})$`, 'i');
const INNER_LINE = new RegExp(`^${NUMBER}?${INNER}(?:${KEEPS}|${URGENT}|${NUMBER})*$`, 'i');
const WARNED_LINE = new RegExp(`^(?:${STATE}|${INNER})${KEEPS}+$`);
const BRACKET_START = /^[【[(（〔［「{]([^】\])）〕］」}]{2,40})[】\])）〕］」}]/;
const BRACKET_END = /[【[(（〔［「{]([^【[(（〔［「{]{2,40})[】\])）〕］」}]$/;
const BRACKETED = new RegExp(`^(?:(?:密级[:：])?${STARRED}|${STATE}${KEEPS}*|${INNER}${KEEPS}*)$`);

/**
 * The first secrecy mark: 密级 and its forms, or 内部, standing as a label by its place and form.
 * The same words inside a sentence (保守国家秘密, 内部管理) are words.
 */
export function findSecrecyMark(text: string, furniture: readonly string[] = [], name = ''): SecrecyMark | null {
  const stem = name.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '');
  const byName = markOf(stem, true, true);
  if (byName !== null) return { mark: byName, place: 'name', line: 0 };
  for (const line of furniture) {
    const mark = markOf(line, true, true);
    if (mark !== null) return { mark, place: 'furniture', line: 0 };
  }
  return inText(text);
}

function inText(text: string): SecrecyMark | null {
  const lines = text.split('\n').map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== '');
  for (const [index, { line, number }] of lines.entries()) {
    const edge = index < HEAD_LINES || index >= lines.length - FOOT_LINES;
    const listed = isLevel(lines[index - 1]?.line) || isLevel(lines[index + 1]?.line);
    const mark = markOf(line, edge, !listed) ?? (edge ? downwards(lines.slice(index, index + 8).map((each) => each.line)) : null);
    if (mark !== null) return { mark, place: 'text', line: number };
  }
  return null;
}

/** `edge`: at the head or foot; `levelAlone`: a bare 机密 counts (it does not in a list of the levels). */
function markOf(original: string, edge: boolean, levelAlone: boolean): string | null {
  if (original.length > 4 * LONGEST) return edge ? bracketed(squeezed(original.slice(0, LONGEST)), false) : null;
  const line = squeezed(original);
  if (line.length > LONGEST) return bracketed(line, edge);
  const bare = unwrapped(line);
  if (STARRED_LINE.test(bare) || LABELLED.test(line) || WARNED_LINE.test(bare)) return shown(bare);
  if (STARRED_START.test(line) && !/[。；，,]/.test(line)) return shown(line);
  if (LEVEL_ALONE.test(bare)) return levelAlone ? bare : null;
  if (edge && (STATE_LINE.test(bare) || INNER_LINE.test(bare))) return shown(bare);
  if (edge && STARRED_END.test(original.normalize('NFKC').trimEnd())) return shown(line);
  return bracketed(line, edge);
}

function bracketed(line: string, edge: boolean): string | null {
  const start = BRACKET_START.exec(line)?.[1];
  if (start !== undefined && BRACKETED.test(start) && (edge || /^[【[［]/.test(line))) return shown(start);
  const end = edge && !/[。！？；]/.test(line) ? BRACKET_END.exec(line)?.[1] : undefined;
  return end !== undefined && BRACKETED.test(end) ? shown(end) : null;
}

/** One character a line, as in a narrow column. */
function downwards(lines: readonly string[]): string | null {
  const column = lines.map(squeezed);
  const run = column.findIndex((line) => line.length !== 1);
  const word = column.slice(0, run < 0 ? column.length : run).join('');
  return new RegExp(`^${LEVEL}(?:${STAR}.*)?$`).test(word) ? word : null;
}

function isLevel(line: string | undefined): boolean {
  return line !== undefined && LEVEL_ALONE.test(squeezed(line));
}

function squeezed(line: string): string {
  return line.normalize('NFKC').replace(/[\s\u00b7\u200b-\u200f\u2060\ufeff_]+/g, '');
}

function unwrapped(line: string): string {
  return line.replace(/^[【[(（〔［「{<〈—\-=~]+/, '').replace(/[】\])）〕］」}>〉—\-=~。.!！]+$/, '');
}

function shown(mark: string): string {
  return mark.length > 20 ? `${mark.slice(0, 20)}…` : mark;
}
