/** 报送: one line, prefilled; the figures of the measures, and the missed period that it makes good, where there are any. */
import { html, nothing, type Html } from '../../activities/mail/templates/html';
import { dateWords } from '../../activities/mail/templates/words';
import { light } from '../../domain/light';
import type { Measure } from '../../domain/measures';
import { owedPeriods } from '../../domain/periods';
import { civilDateOf } from '../../domain/time';
import { valueField } from './actions';
import { button, causeField, described, fault, form, kept, textField, type Entered } from './parts';
import type { GoodLink } from './standing';

/** Only the lead's report serves a period; the mail that tells of a missed one chooses it. */
const periodField = ({ part, state: { periods }, missed, at }: GoodLink, entered: Entered): Html => {
  const owed = part.role === 'lead' ? owedPeriods(periods) : [];
  const now = periods?.now ?? null;
  if (owed.length === 0 || now === null) return nothing;
  const today = civilDateOf(at);
  const chosen = kept(entered, 'report', 'period', owed.some(({ index }) => index === missed) ? String(missed) : '');
  const { attributes, below } = described('report-period', '补报后该期转为预警，不恢复为正常。', fault(entered, 'report', 'period'));
  return html`<label for="report-period">反馈哪一期</label><select name="period"${attributes}><option value="">本期，第${now.index}期，${dateWords(now.due, today)}到期</option>${owed.map(({ index, due }) =>
    html`<option value="${index}"${chosen === String(index) ? html` selected` : nothing}>补报第${index}期，${dateWords(due, today)}到期</option>`)}</select>${below}`;
};

const measureField = ({ id, name, unit, denominator, actual }: Measure, entered: Entered): Html => {
  const field = valueField(id);
  const hint = [denominator === null ? '' : `分母为${denominator}`, actual === null ? '' : `上次填报${actual.value}${unit}`].filter((words) => words !== '').join('；');
  const { attributes, below } = described(`report-${field}`, hint, fault(entered, 'report', field));
  return html`<p class="percent figure"><label for="report-${field}">${name}</label><input type="text" inputmode="decimal" name="${field}" maxlength="20" value="${kept(entered, 'report', field, '')}"${attributes}><span>${unit}</span></p>${below}`;
};

export const reportForm = (link: GoodLink, entered: Entered): Html => {
  const { part, state, rules, at } = link;
  const last = part.lastReport;
  const needsCause = entered.needsCause || (part.role === 'lead' && light(state, rules, at).colour === 'red');
  const hint = last === null || last.line === '' ? '一两句话即可，写明做到哪一步、卡在哪里。' : `已填好${dateWords(civilDateOf(last.at), civilDateOf(at))}的上一句，改几个字即可。`;
  const wrong = fault(entered, 'report', 'percent');
  const { attributes, below } = described('report-percent', '', wrong);
  return form(html`${periodField(link, entered)}${textField(entered, 'report', 'word', '一句话进展', last?.line ?? '', hint)}
<p class="percent"><label for="report-percent">已完成</label><input type="text" inputmode="numeric" name="percent" maxlength="3" value="${kept(entered, 'report', 'percent', last === null || last.percent === null ? '' : String(last.percent))}"${attributes}><span>%</span></p>${below}
${state.measures.map((measure) => measureField(measure, entered))}
${needsCause ? causeField(entered, 'report') : nothing}`,
  html`${button('report', '报送', true)}${last === null ? nothing : button('same', '没有变化，照上一句报')}`);
};
