import { broken } from './archive';

/** A start tag; attributes are parsed when first asked for. */
export class Tag {
  private parsed: Map<string, string> | null = null;

  constructor(
    readonly name: string,
    private readonly raw: string,
  ) {}

  /** The attribute by its local name (`val` for `w:val`). */
  get(local: string): string | undefined {
    this.parsed ??= attributes(this.raw);
    return this.parsed.get(local);
  }
}

export interface XmlHandler {
  open(tag: Tag): void;
  close(name: string): void;
  text(value: string): void;
}

const MAX_DEPTH = 1_000;
const MAX_TOKEN = 4 * 1024 * 1024;
const LONGEST_ENTITY = 12;

/** The namespaces we know, by the prefix Word gives them; both the transitional and the strict ones. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
};

/** Streaming reader of well-formed XML without DTD: no entity but the five of XML and character references. */
export class XmlReader {
  private rest = '';
  private scanned = 0;
  private quote = '';
  private readonly open: string[] = [];
  private readonly prefixes = new Map<string, string>();
  private seenRoot = false;

  constructor(private readonly handler: XmlHandler) {}

  write(piece: string): void {
    const buffer = this.rest + piece;
    let at = 0;
    while (at < buffer.length) {
      const lt = this.scanned > 0 ? at : buffer.indexOf('<', at);
      if (lt !== at) {
        const end = lt < 0 ? wholeText(buffer, at) : lt;
        this.chars(buffer.slice(at, end));
        at = end;
        if (lt < 0) break;
      }
      const next = this.markup(buffer, at);
      if (next < 0) break;
      at = next;
    }
    this.rest = buffer.slice(at);
    if (this.rest.length > MAX_TOKEN) throw broken('标记过长');
  }

  end(): void {
    if (!this.seenRoot || this.open.length > 0 || this.rest.trim() !== '') throw broken('XML 不完整');
  }

  /** Handles the markup at `at`; gives the place after it, or -1 when its end has not come yet. */
  private markup(buffer: string, at: number): number {
    if (buffer[at + 1] === '?' || buffer[at + 1] === '!') this.scanned = 0;
    if (buffer.startsWith('<?', at)) return after(buffer, '?>', at);
    if (buffer.startsWith('<!--', at)) return after(buffer, '-->', at + 4);
    if (buffer.startsWith('<![CDATA[', at)) {
      const end = after(buffer, ']]>', at);
      if (end >= 0 && this.open.length > 0) this.handler.text(buffer.slice(at + 9, end - 3));
      return end;
    }
    if (buffer.startsWith('<!', at)) {
      if (buffer.length - at < 9) return -1;
      throw broken('含有文档类型声明（DTD）');
    }
    const end = this.tagEnd(buffer, at);
    if (end >= 0) this.tag(buffer.slice(at + 1, end));
    return end < 0 ? -1 : end + 1;
  }

  /** The closing `>` outside quotes; goes on where the last piece ended. */
  private tagEnd(buffer: string, at: number): number {
    for (let i = at + Math.max(1, this.scanned); i < buffer.length; i += 1) {
      const char = buffer[i] ?? '';
      if (this.quote !== '') {
        if (char === this.quote) this.quote = '';
      } else if (char === '>') {
        this.scanned = 0;
        return i;
      } else if (char === '"' || char === "'") {
        this.quote = char;
      }
    }
    this.scanned = buffer.length - at;
    return -1;
  }

  private tag(body: string): void {
    if (body.startsWith('/')) {
      const name = this.canonical(body.slice(1).trim());
      if (this.open.pop() !== name) throw broken('XML 标记不配对');
      this.handler.close(name);
      return;
    }
    const alone = body.endsWith('/');
    const inner = alone ? body.slice(0, -1) : body;
    const given = /^[^\s/<>"'=]{1,200}/.exec(inner)?.[0];
    if (given === undefined) throw broken('XML 标记有误');
    const raw = inner.slice(given.length);
    if (raw.includes('xmlns')) this.declare(raw);
    if (this.open.length === 0 && this.seenRoot) throw broken('XML 有多个根元素');
    this.seenRoot = true;
    const name = this.canonical(given);
    this.handler.open(new Tag(name, raw));
    if (alone) this.handler.close(name);
    else if (this.open.push(name) > MAX_DEPTH) throw broken('XML 嵌套过深');
  }

  private chars(value: string): void {
    if (this.open.length > 0) this.handler.text(unescaped(value));
    else if (value.replace(/^\ufeff/, '').trim() !== '') throw broken('XML 有误');
  }

  private declare(raw: string): void {
    for (const [name, value] of pairs(raw)) {
      if (name === 'xmlns') this.prefixes.set('', NAMESPACES[value] ?? '');
      else if (name.startsWith('xmlns:')) this.prefixes.set(name.slice(6), NAMESPACES[value] ?? name.slice(6));
    }
  }

  private canonical(name: string): string {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const known = this.prefixes.get(prefix) ?? prefix;
    return known === '' ? name.slice(colon + 1) : `${known}:${name.slice(colon + 1)}`;
  }
}

/** All of the text so far, save an entity that may go on in the next piece. */
function wholeText(buffer: string, from: number): number {
  const amp = buffer.lastIndexOf('&');
  const open = amp >= from && amp > buffer.length - LONGEST_ENTITY && !buffer.includes(';', amp);
  return open ? amp : buffer.length;
}

function after(buffer: string, token: string, from: number): number {
  const at = buffer.indexOf(token, from);
  return at < 0 ? -1 : at + token.length;
}

function attributes(raw: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of pairs(raw)) {
    if (!name.startsWith('xmlns')) found.set(name.slice(name.indexOf(':') + 1), unescaped(value));
  }
  return found;
}

/** Name and raw value of each attribute, in one pass from left to right. */
function* pairs(raw: string): Generator<[name: string, value: string]> {
  let at = 0;
  for (;;) {
    const equals = raw.indexOf('=', at);
    if (equals < 0) {
      if (raw.slice(at).trim() !== '') throw broken('XML 属性有误');
      return;
    }
    let from = equals + 1;
    while (/\s/.test(raw.charAt(from))) from += 1;
    const quote = raw.charAt(from);
    const end = quote === '"' || quote === "'" ? raw.indexOf(quote, from + 1) : -1;
    if (end < 0) throw broken('XML 属性有误');
    yield [raw.slice(at, equals).trim(), raw.slice(from + 1, end)];
    at = end + 1;
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(value: string): string {
  if (!value.includes('&')) return value;
  return value.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([^;&\s]{0,10}));?/g, (all, hex?: string, dec?: string, name?: string) => {
    if (!all.endsWith(';')) throw broken('XML 实体有误');
    if (name !== undefined) {
      const char = NAMED[name];
      if (char === undefined) throw broken('含有未知的 XML 实体');
      return char;
    }
    const code = hex !== undefined ? parseInt(hex, 16) : Number(dec);
    if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw broken('XML 字符引用有误');
    return String.fromCodePoint(code);
  });
}
