/** What the reply page's forms are made of. */
import { html, nothing, type Html } from '../../activities/mail/templates/html';
import type { Refusal } from '../../domain/refusals';
import { CAUSE_CODES, CAUSE_NAMES } from '../../domain/vocabulary';
import type { ReplyAction } from './actions';

export interface Entered {
  readonly action: ReplyAction | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
  readonly refusal: Pick<Refusal, 'text' | 'hint'> | null;
  /** The rules want a cause for this report. */
  readonly needsCause: boolean;
}
export const NOTHING_ENTERED: Entered = { action: null, fields: {}, faults: {}, refusal: null, needsCause: false };

export const fault = (entered: Entered, action: ReplyAction, name: string): string | undefined => (entered.action === action ? entered.faults[name] : undefined);
export const kept = (entered: Entered, action: ReplyAction, name: string, otherwise: string): string => (entered.action === action ? (entered.fields[name] ?? otherwise) : otherwise);

/** Ids are unique in the page: two forms may have a field of one name. */
export const described = (id: string, hint: string, wrong: string | undefined): { attributes: Html; below: Html } => ({
  attributes: html` id="${id}"${hint === '' && wrong === undefined ? nothing : html` aria-describedby="${id}-h"`}${wrong === undefined ? nothing : html` aria-invalid="true"`}`,
  below: html`${hint === '' && wrong === undefined ? nothing : html`<div id="${id}-h">${wrong === undefined ? nothing : html`<p class="fault">${wrong}</p>`}${hint === '' ? nothing : html`<p class="hint">${hint}</p>`}</div>`}`,
});

export const textField = (entered: Entered, action: ReplyAction, name: string, label: string, value: string, hint = ''): Html => {
  const { attributes, below } = described(`${action}-${name}`, hint, fault(entered, action, name));
  return html`<label for="${action}-${name}">${label}</label><textarea name="${name}" maxlength="500" required${attributes}>${kept(entered, action, name, value)}</textarea>${below}`;
};

export const causeField = (entered: Entered, action: ReplyAction): Html => html`<label for="${action}-cause">未按期或下调进度的原因</label><select id="${action}-cause" name="causeCode"><option value="">请选择</option>${CAUSE_CODES.map((code) =>
  html`<option value="${code}"${entered.fields['causeCode'] === code ? html` selected` : nothing}>${CAUSE_NAMES[code]}</option>`)}</select>`;

/** Shown by `post` with no name of its own: the address is the link's. */
export const form = (content: Html, submit: Html, upload = false): Html => html`<form method="post"${upload ? html` enctype="multipart/form-data"` : nothing} accept-charset="utf-8">${content}<div class="buttons">${submit}</div></form>`;
export const button = (action: ReplyAction, label: string, go = false): Html => html`<button${go ? html` class="go"` : nothing} type="submit" name="do" value="${action}"${action === 'same' ? html` formnovalidate` : nothing}>${label}</button>`;
