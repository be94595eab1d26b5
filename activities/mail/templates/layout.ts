/** The frame of every mail: tables, inline styles, 600 px, dark rules in one style element (looks/mail.html). */
import { Html, html, nothing } from './html';
import type { LightColour } from '../../../domain/vocabulary';

const SONG = "font-family:'Songti SC','STSong','SimSun','Noto Serif SC','Noto Serif CJK SC',serif";
const HEI = "font-family:'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC',sans-serif";
const INK = '#1c1b19';
const INK_2 = '#4b4842';
const INK_3 = '#68645c';
const PLUM = '#6d2a5c';
const PAPER = '#fbfaf7';
const TONES: Readonly<Record<LightColour, string>> = { red: '#b0241c', yellow: '#8a5a00', blue: '#1e5b99', green: '#276b45', paused: INK_3, closed: INK_3 };

/** Our own words, so not escaped. */
const STYLE = new Html(`
@media (max-width: 620px) { .w { width: 100% !important; } .pad { padding-left: 20px !important; padding-right: 20px !important; } .stk td { display: block !important; text-align: left !important; } .big { font-size: 22px !important; } }
@media (prefers-color-scheme: dark) { body, .bg, .bg td { background: #171614 !important; } .k { color: #e9e5dc !important; } .i2, .ln { color: #bfbab0 !important; } .m { color: #9d988d !important; } .ln { border-color: #35322d !important; } .b { border-color: #dba3cd !important; } .b a { color: #dba3cd !important; } .c-red { color: #f28b80 !important; } .c-yellow { color: #e3b04b !important; } .c-blue { color: #85b8ea !important; } .c-green { color: #7fc49a !important; } .c-paused, .c-closed { color: #9d988d !important; } }
`);

const table = (content: Html): Html => html`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${content}</table>`;

/** A row over the whole width. The first row under a heading has an ink line, the others a hairline. */
export const row = (content: Html, strong = false): Html => {
  const style = `padding:18px 0 16px;border-top:1px solid ${strong ? INK : '#dcd8ce'};${HEI};font-size:14px;line-height:1.65;color:${INK_2}`;
  return html`<tr><td class="ln" style="${style}" bgcolor="${PAPER}">${content}</td></tr>\n`;
};

/** Light with due date at the left, number at the right; then the title in Song. */
export const matter = (colour: LightColour, light: string, number: string | null, title: string): Html => {
  const left = `${HEI};font-size:14px;color:${TONES[colour]};font-weight:600`;
  const right = `${HEI};font-size:13px;color:${INK_3};white-space:nowrap`;
  return html`<table role="presentation" class="stk" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="${left}" class="c-${colour}">${light}</td>${number === null ? nothing : html`<td align="right" class="m" style="${right}">${number}</td>`}</tr></table>
<div class="k" style="${`${SONG};font-size:19px;line-height:1.5;font-weight:700;color:${INK};padding:4px 0 4px`}">${title}</div>`;
};

/** What was said is set in Song. */
export const quotation = (words: string): Html =>
  html`<div class="i2" style="${`${SONG};font-size:15px;line-height:1.9;color:${INK_2};padding:2px 0 6px`}">“${words}”</div>`;

export const line = (words: string): Html => html`<div class="i2">${words}</div>`;
/** The one thing that comes next, in ink. */
export const strongLine = (words: string): Html => html`<div class="k" style="color:${INK};padding-top:4px">${words}</div>`;

export const particulars = (pairs: readonly (readonly [string, string])[]): Html => table(html`${pairs.map(([label, words]) =>
  html`<tr><td class="m" valign="top" width="84" style="${`${HEI};font-size:13px;line-height:1.75;color:${INK_3};padding:2px 0`}">${label}</td><td class="i2" style="${`${HEI};font-size:14px;line-height:1.65;color:${INK_2};padding:2px 0`}">${words}</td></tr>`)}`);

/** A heading with its numbered sentences; one sentence stands without a number. */
export const section = (heading: string, sentences: readonly string[]): Html => {
  const item = `${HEI};font-size:15px;line-height:1.7;color:${INK_2};padding-top:2px`;
  return html`<div class="k" style="${`${HEI};font-size:15px;font-weight:600;color:${INK}`}">${heading}</div>${sentences.map((words, index) =>
    html`<div class="i2" style="${item}">${sentences.length > 1 ? `${index + 1}. ` : ''}${words}</div>`)}`;
};

export const button = (label: string, href: string): Html => {
  const anchor = `display:inline-block;padding:6px 16px;${HEI};font-size:15px;font-weight:500;color:${PLUM};text-decoration:none`;
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin-top:10px"><tr><td class="b" style="border:1px solid ${PLUM};border-radius:2px"><a href="${href}" style="${anchor}">${label}</a></td></tr></table>`;
};

export interface Page {
  readonly subject: string;
  /** Shown by mail lists beside the subject. */
  readonly preview: string;
  readonly office: string;
  /** At the right of the office's name: date, document and number. */
  readonly corner: string;
  readonly headline: string;
  readonly opening: string;
  readonly rows: readonly Html[];
  readonly footer: readonly string[];
}

export const page = (content: Page): string => {
  const masthead = `${SONG};font-size:15px;font-weight:700;letter-spacing:1px;color:${INK}`;
  const corner = `${HEI};font-size:13px;color:${INK_3}`;
  const headline = `${SONG};font-size:26px;line-height:1.45;font-weight:700;color:${INK};padding-bottom:6px`;
  const opening = `${HEI};font-size:15px;line-height:1.7;color:${INK_2};padding-bottom:18px`;
  const footer = `padding:16px 0 0;border-top:1px solid ${INK};${HEI};font-size:13px;line-height:1.75;color:${INK_3}`;
  return html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${content.subject}</title>
<style>${STYLE}</style></head>
<body style="margin:0;padding:0;background:${PAPER}">
<div style="display:none;max-height:0;overflow:hidden">${content.preview}</div>
<div role="main"><table role="presentation" class="bg" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${PAPER}"><tr><td align="center">
<table role="presentation" class="w" width="600" cellpadding="0" cellspacing="0" border="0" style="width:600px;max-width:100%"><tr><td class="pad" style="padding:24px 32px 32px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td style="padding-bottom:18px">${table(html`<tr><td class="k" style="${masthead}">${content.office}</td><td align="right" class="m" style="${corner}">${content.corner}</td></tr>`)}</td></tr>
<tr><td class="k big" style="${headline}"><h1 style="margin:0;font:inherit">${content.headline}</h1></td></tr>
<tr><td class="i2" style="${opening}">${content.opening}</td></tr>
${content.rows}<tr><td class="ln m" style="${footer}" bgcolor="${PAPER}">${content.footer.map((words, index) => html`${index === 0 ? nothing : html`<br>`}${words}`)}</td></tr>
</table></td></tr></table></td></tr></table></div>
</body></html>
`.source;
};
