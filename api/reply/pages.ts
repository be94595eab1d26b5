/** The reply page as HTML: one screen, no JavaScript, prefilled. Everything put in is text (templates/html.ts escapes by construction). */
import { html, nothing, Html } from '../../activities/mail/templates/html';
import { dateWords, lightWords, momentWords } from '../../activities/mail/templates/words';
import { latenessOf } from '../../domain/extension';
import { shiftDate } from '../../domain/moments';
import { addDays, civilDateOf, toInstant } from '../../domain/time';
import { LATENESS_NAMES, STATUS_NAMES } from '../../domain/vocabulary';
import { EVIDENCE_BYTES } from '../evidence-files';
import { nextStage, type ReplyAction } from './actions';
import { button, described, fault, form, kept, NOTHING_ENTERED, textField, type Entered } from './parts';
import { reportForm } from './report-form';
import type { GoodLink } from './standing';
import { STYLE } from './style';

const frame = (office: string, corner: string, title: string, content: Html): string => html`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">
<title>${title} · 言行</title><style>${new Html(STYLE)}</style></head><body><main>
<p class="top"><b>${office}</b><span>${corner}</span></p>
${content}
<p class="foot"><label class="size"><input type="checkbox" id="large" autocomplete="off">大字</label></p>
</main></body></html>
`.source;

/** What happened, what was kept, what to do. */
export interface Told { readonly title: string; readonly what: string; readonly instead: readonly string[] }

export const toldPage = (office: string, { title, what, instead }: Told, next?: { readonly href: string; readonly label: string }, place = '答复'): string => frame(office, place, title, html`
<h1>${title}</h1>
<div class="told" role="status"><p>${what}</p>${instead.map((words) => html`<p>${words}</p>`)}</div>
${next === undefined ? nothing : html`<div class="buttons"><a class="button" href="${next.href}">${next.label}</a></div>`}`);

const fileFields = (link: GoodLink, entered: Entered, action: 'evidence' | 'closure'): Html => {
  const { acceptance, evidence } = link.state;
  const required = action === 'evidence';
  const hint = `一个文件，不超过${EVIDENCE_BYTES / 1024 / 1024} MB；多个文件请逐个提交。`;
  const { attributes, below } = described(`${action}-file`, hint, fault(entered, action, 'file'));
  const criteria = acceptance.map(({ id, text }) => html`<option value="${id}">${evidence.some((one) => one.criterion === id) ? '' : '（尚缺）'}${text}</option>`);
  return html`${acceptance.length > 1 ? html`<label for="${action}-criterion">对应的验收标准</label><select id="${action}-criterion" name="criterion">${criteria}</select>` : nothing}
<label for="${action}-file">佐证文件${required ? '' : '（已提交过的可不选）'}</label><input type="file" name="file"${required ? html` required` : nothing}${attributes}>${below}`;
};

const other = (entered: Entered, action: ReplyAction, title: string, side: string, content: Html): Html =>
  html`<details${entered.action === action ? html` open` : nothing}><summary><b>${title}</b><span>${side}</span></summary>${content}</details>`;

const extensionSide = ({ state, rules, at }: GoodLink): string => {
  const lateness = latenessOf(state, rules, at);
  const last = shiftDate(rules.calendar, state.due, -rules.pack.extension.leadDays, rules.pack.extension.days);
  if (lateness !== 'inTime') return LATENESS_NAMES[lateness];
  return last === civilDateOf(at) ? '今天是可提出的最后一天' : `${dateWords(last, civilDateOf(at))}前提出`;
};

const others = (link: GoodLink, entered: Entered, possible: readonly ReplyAction[]): Html => {
  const { state, at } = link;
  const today = civilDateOf(at);
  const soonest = addDays(state.due > today ? state.due : today, 1);
  const missing = state.acceptance.filter((one) => !state.evidence.some((item) => item.criterion === one.id)).length;
  const items: Html[] = [];
  const stage = nextStage(state);
  if (possible.includes('stage') && stage !== undefined) {
    const { attributes, below } = described('stage-documentNumber', stage.numbered ? '如 云政发〔2026〕12号' : '', fault(entered, 'stage', 'documentNumber'));
    items.push(other(entered, 'stage', `完成环节：${stage.name}`, `共${state.stages.length}个环节，已完成${state.stages.filter(({ done }) => done !== null).length}个`,
      form(html`<input type="hidden" name="stage" value="${stage.code}">${textField(entered, 'stage', 'note', '完成情况', '')}<label for="stage-documentNumber">文号${stage.numbered ? '' : '（可不填）'}</label><input type="text" name="documentNumber" maxlength="60"${stage.numbered ? html` required` : nothing} value="${kept(entered, 'stage', 'documentNumber', '')}"${attributes}>${below}`,
        button('stage', '完成这一环节', true))));
  }
  if (possible.includes('closure')) {
    items.push(other(entered, 'closure', '已经办完，申请办结', missing === 0 ? '佐证已齐' : `尚缺${missing}条验收标准的佐证`,
      form(html`${textField(entered, 'closure', 'summary', '办结说明', '')}${fileFields(link, entered, 'closure')}`, button('closure', '申请办结', true), true)));
  }
  if (possible.includes('evidence')) items.push(other(entered, 'evidence', '提交佐证', `已提交${state.evidence.length}份`, form(fileFields(link, entered, 'evidence'), button('evidence', '提交佐证', true), true)));
  if (possible.includes('extension')) {
    const { attributes, below } = described('extension-to', '', fault(entered, 'extension', 'to'));
    items.push(other(entered, 'extension', '需要延期', extensionSide(link), form(html`<label for="extension-to">申请延至</label><input type="date" name="to" required min="${soonest}" value="${kept(entered, 'extension', 'to', '')}"${attributes}>${below}
${textField(entered, 'extension', 'reason', '延期理由', '')}${textField(entered, 'extension', 'progress', '目前进展', link.part.lastReport?.line ?? '')}`, button('extension', '申请延期', true))));
  }
  if (possible.includes('refuse')) items.push(other(entered, 'refuse', '不归我单位办', '写明理由退单', form(textField(entered, 'refuse', 'reason', '退单理由', '', '退单由督查室裁定，裁定之前不计签收时限。'), button('refuse', '退单', true))));
  return items.length === 0 ? nothing : html`<nav class="others" aria-label="其他答复">${items}</nav>`;
};

/** @param why where nothing can be answered by this link now */
export const replyPage = (office: string, link: GoodLink, possible: readonly ReplyAction[], why: string, entered: Entered = NOTHING_ENTERED): string => {
  const { state, rules, at, number, unitName, claim, part } = link;
  const lit = lightWords(state, rules, at);
  const until = dateWords(civilDateOf(toInstant(claim.expires * 1_000)), civilDateOf(at));
  const unanswered = possible.length === 0;
  return frame(office, unanswered ? '事项查看' : `请${unitName}答复`, state.title, html`
<h1>${state.title}${state.stretch ? '（力争）' : ''}</h1>
<p class="light ${lit.colour}"><b>${lit.mark}</b><span>${lit.when}</span></p>
${lit.reasons.map((reason) => html`<p class="small">${reason}</p>`)}
${state.quote === '' ? nothing : html`<blockquote>${state.quote}</blockquote>`}
${entered.refusal === null ? nothing : html`<div class="told" role="alert"><p>没有报送成功：${entered.refusal.text}。</p><p>${entered.refusal.hint}。填写的内容还在下面。</p></div>`}
${possible.includes('sign') ? form(html`<p class="hint">请在${momentWords(part.signBy, at)}前签收；到时未签收也未退单的，视为已签收。</p>`, button('sign', '签收', true)) : nothing}
${possible.includes('report') ? reportForm(link, entered) : nothing}
${others(link, entered, possible)}
${unanswered ? html`<div class="told"><p>本事项现为“${STATUS_NAMES[state.status]}”。</p><p>${why}</p></div><div class="buttons"><a class="button" href="/commitments/${encodeURIComponent(state.id)}">登录系统查看</a></div>` : nothing}
<p class="foot">${number === null ? '' : `${number}。`}验收标准：${state.acceptance.map((one) => one.text).join('；')}。</p>
<p class="foot">${unanswered ? '' : `这个链接只给${unitName}的收件人本人，${until}前有效，只能办理一次；打开不会改变任何状态，按下按钮才算数。`}请勿填写涉密内容。</p>`);
};
