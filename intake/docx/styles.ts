import type { Tag, XmlHandler } from './xml-reader';

interface Style {
  name: string;
  basedOn: string | null;
  numId: string | null;
  level: number | null;
}

export interface StyleNumbering {
  readonly numId: string;
  readonly level: number | null;
}

/** What of styles.xml bears on the text: names (table of contents) and automatic numbering. */
export class Styles implements XmlHandler {
  private readonly styles = new Map<string, Style>();
  private current: Style | null = null;
  private changed = 0;

  open(tag: Tag): void {
    if (this.changed > 0 || tag.name.endsWith('Change')) {
      this.changed += 1;
      return;
    }
    const value = tag.get('val');
    if (tag.name === 'w:style') {
      this.current = { name: '', basedOn: null, numId: null, level: null };
      this.styles.set(tag.get('styleId') ?? '', this.current);
    } else if (this.current !== null && value !== undefined) {
      if (tag.name === 'w:name') this.current.name = value;
      else if (tag.name === 'w:basedOn') this.current.basedOn = value;
      else if (tag.name === 'w:numId') this.current.numId = value;
      else if (tag.name === 'w:ilvl') this.current.level = Number(value);
    }
  }

  close(name: string): void {
    if (this.changed > 0) this.changed -= 1;
    else if (name === 'w:style') this.current = null;
  }

  text(): void {}

  isContents(styleId: string): boolean {
    return /^(?:toc \d|table of figures)/i.test(this.styles.get(styleId)?.name ?? '');
  }

  numbering(styleId: string): StyleNumbering | null {
    let id: string | null = styleId;
    for (let steps = 0; id !== null && steps < 20; steps += 1) {
      const style: Style | undefined = this.styles.get(id);
      if (style === undefined) return null;
      if (style.numId !== null) return { numId: style.numId, level: style.level };
      id = style.basedOn;
    }
    return null;
  }
}
