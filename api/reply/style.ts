/** The reply page's only style, inside the page: one request, no font, no picture, nothing from anywhere else. */
import { createHash } from 'node:crypto';

export const STYLE = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #1c1b19; --ink-2: #4b4842; --ink-3: #68645c; --line: #dcd8ce; --line-2: #b9b4a8; --rule: #1c1b19; --edge: #87827a; --accent: #6d2a5c; --on: #fff; --red: #b0241c; --yellow: #8a5a00; --green: #276b45; --blue: #1e5b99;
  --song: "Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC","Songti SC","STSong","SimSun",serif; --hei: "Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif; }
@media (prefers-color-scheme: dark) { :root { --paper: #171614; --ink: #e9e5dc; --ink-2: #bfbab0; --ink-3: #9d988d; --line: #35322d; --line-2: #565149; --rule: #cfcabf; --edge: #7d776d; --accent: #dba3cd; --on: #1d0f19; --red: #f28b80; --yellow: #e3b04b; --green: #7fc49a; --blue: #85b8ea; } }
:root:has(#large:checked) { font-size: 125%; }
*, *::before { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1.0625rem/1.6 var(--hei); font-variant-numeric: tabular-nums lining-nums; text-autospace: normal; text-spacing-trim: normal; overflow-wrap: anywhere; }
main { max-width: 36rem; margin: 0 auto; padding: 1rem 1.25rem 2.5rem; }
p, h1, ul { margin: 0; padding: 0; } ul { list-style: none; }
.top { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; padding-bottom: .6rem; border-bottom: 1px solid var(--rule); font-size: .875rem; color: var(--ink-3); }
.top b { font: 700 .9375rem/1.6 var(--song); letter-spacing: .08em; color: var(--ink); }
h1 { font: 700 1.5rem/1.45 var(--song); margin: 1.1rem 0 .35rem; text-wrap: balance; }
.light { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: 1rem; }
.light b { font-weight: 600; white-space: nowrap; } .red b { color: var(--red); } .yellow b { color: var(--yellow); } .green b { color: var(--green); } .blue b { color: var(--blue); } .paused b, .closed b { color: var(--ink-3); }
.small { font-size: .875rem; color: var(--ink-3); }
blockquote { font: 400 1.0625rem/1.85 var(--song); color: var(--ink-2); margin: .9rem 0 0; padding-left: .9rem; border-left: 2px solid var(--line-2); }
form { margin: 1.3rem 0 0; }
label { font-weight: 600; display: block; margin: 0 0 .35rem; } label ~ label, .hint + label { margin-top: 1rem; }
.hint { font-size: .875rem; line-height: 1.6; color: var(--ink-3); margin: .4rem 0 0; }
textarea, input[type=text], input[type=date], input[type=file], select { width: 100%; font: 400 1.0625rem/1.6 var(--hei); color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 2px; padding: .55rem .75rem; }
textarea { min-height: 6.8rem; resize: vertical; } select, input[type=date] { min-height: 3rem; }
.percent { display: flex; align-items: center; gap: .6rem; margin-top: 1rem; } .percent label { margin: 0; font-weight: 400; } .percent input { width: 5rem; text-align: right; } .figure label { flex: 1; } .figure input { width: 8rem; }
[aria-invalid=true] { border-color: var(--ink); border-width: 2px; } .fault { font-size: .9375rem; font-weight: 600; margin: .35rem 0 0; }
.buttons { display: grid; gap: .65rem; margin-top: 1.1rem; }
button, .button { display: block; width: 100%; min-height: 3rem; font: 500 1.0625rem/1.5 var(--hei); text-align: center; text-decoration: none; padding: .65rem 1rem; border: 1px solid var(--edge); border-radius: 2px; background: transparent; color: var(--ink); cursor: pointer; }
button:hover, .button:hover { border-color: var(--ink); } .go { background: var(--accent); border-color: var(--accent); color: var(--on); }
a { color: var(--accent); } :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.others { border-top: 1px solid var(--line); margin-top: 1.6rem; } details { border-bottom: 1px solid var(--line); }
summary { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; min-height: 3rem; padding: .75rem 0; cursor: pointer; list-style: none; } summary::-webkit-details-marker { display: none; }
summary b { font-weight: 500; } summary span { color: var(--ink-3); font-size: .875rem; text-align: right; } summary:hover b { text-decoration: underline; text-underline-offset: .25em; }
details form { margin: .25rem 0 1.4rem; } details[open] summary b { font-weight: 600; }
.told { border-left: 2px solid var(--rule); padding-left: .9rem; margin: 1.2rem 0 0; } .told p + p { margin-top: .4rem; color: var(--ink-2); }
.foot { font-size: .875rem; line-height: 1.7; color: var(--ink-3); margin-top: 1.5rem; }
.size { display: inline-flex; align-items: center; gap: .35rem; margin: 0; font-weight: 400; min-height: 1.5rem; cursor: pointer; } .size input { width: 1.1rem; height: 1.1rem; accent-color: var(--accent); }
@media (min-width: 48rem) { main { padding-top: 2.5rem; } .buttons { grid-template-columns: 1fr 1fr; } .buttons :only-child { grid-column: 1 / -1; } }
@media print { .others, form, .size { display: none; } }
`;

/**
 * Only this style and only forms to ourselves: no script, no picture, no frame, no base. A hash instead of `unsafe-inline`.
 */
export const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE, 'utf8').digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
