/** HTML that escapes by construction: whatever is put into the template is text, unless it is HTML made the same way. */

export class Html {
  constructor(readonly source: string) {}
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

type Part = string | number | Html | readonly Html[];
const sourceOf = (part: Part): string => {
  if (part instanceof Html) return part.source;
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return part.map((one) => one.source).join('');
};

export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((whole, text, index) => `${whole}${text}${index < parts.length ? sourceOf(parts[index] as Part) : ''}`, ''));

export const nothing = new Html('');
