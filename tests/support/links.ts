/** What a person with a mail program and a browser without JavaScript does: finds the link, reads the form, sends it. */
import type { World } from './world';

export interface Form {
  readonly action: string;
  readonly multipart: boolean;
  /** Prefilled values by name; a file field is there with an empty value. */
  readonly fields: Readonly<Record<string, string>>;
  /** Values of its buttons, all named `do`. */
  readonly buttons: readonly string[];
}
export interface Page { readonly url: string; readonly status: number; readonly headers: Headers; readonly html: string; readonly text: string; readonly forms: readonly Form[]; readonly next: string | null }

const unescape = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag);
  return found ? unescape(found[1] ?? '') : null;
};

const formsIn = (html: string): Form[] => [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, tag = '', inside = '']) => {
  const fields: Record<string, string> = {};
  for (const [input] of inside.matchAll(/<input[^>]*>/g)) fields[attribute(input, 'name') ?? ''] = attribute(input, 'value') ?? '';
  for (const [, area = '', value = ''] of inside.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gs)) fields[attribute(area, 'name') ?? ''] = unescape(value);
  for (const [, select = '', options = ''] of inside.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = /<option[^>]* selected>/.exec(options)?.[0] ?? /<option[^>]*>/.exec(options)?.[0] ?? '';
    fields[attribute(select, 'name') ?? ''] = attribute(chosen, 'value') ?? '';
  }
  return {
    action: attribute(tag, 'action') ?? '', multipart: tag.includes('multipart/form-data'), fields,
    buttons: [...inside.matchAll(/<button[^>]*>/g)].map(([button]) => attribute(button, 'value') ?? ''),
  };
});

const pageOf = async (url: string, response: Response): Promise<Page> => {
  const html = await response.text();
  const body = html.replace(/<style>.*?<\/style>/s, '');
  const next = /<a class="button" href="(\/r\/[^"]+)"/.exec(body)?.[1];
  return {
    url, status: response.status, headers: response.headers, html, forms: formsIn(body),
    text: unescape(body.replace(/<[^>]+>/g, '\n')).replace(/\n\s*/g, '\n'), next: next === undefined ? null : new URL(next, url).href,
  };
};

export const open = async (url: string, method: 'GET' | 'HEAD' = 'GET'): Promise<Page> => pageOf(url, await fetch(url, { method }));

/** Presses the button `action` of the form that has it, with these fields changed. @throws Error where no form offers it */
export const press = async (page: Page, action: string, changes: Readonly<Record<string, string>> = {}, file?: { readonly name: string; readonly content: Buffer | string }): Promise<Page> => {
  const form = page.forms.find(({ buttons }) => buttons.includes(action));
  if (!form) throw new Error(`no button ${action} on the page; there are ${page.forms.flatMap(({ buttons }) => buttons).join(', ') || 'none'}`);
  const fields = { ...form.fields, ...changes, do: action };
  const target = form.action === '' ? page.url : new URL(form.action, page.url).href;
  if (!form.multipart) return pageOf(target, await fetch(target, { method: 'POST', body: new URLSearchParams(fields) }));
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) if (name !== 'file') body.append(name, value);
  body.append('file', new Blob([file?.content ?? '']), file?.name ?? '');
  return pageOf(target, await fetch(target, { method: 'POST', body }));
};

/** Links in the mails kept for a person so far, oldest first; of one matter by words in the mail. */
export const linksTo = async (world: World, person: string, words = ''): Promise<string[]> => {
  const mails = await world.sink.mails();
  return mails.filter((mail) => [mail.to ?? []].flat().some((one) => one.text.includes(`${person}@office.example`)) && `${mail.subject ?? ''}${mail.text ?? ''}`.includes(words))
    .flatMap((mail) => [...(mail.text ?? '').matchAll(/办理入口：(\S+)/g)].map(([, url = '']) => url));
};
export const lastLink = async (world: World, person: string, words = ''): Promise<string> => {
  const url = (await linksTo(world, person, words)).at(-1);
  if (url === undefined) throw new Error(`no link in the mails to ${person}`);
  return url;
};
