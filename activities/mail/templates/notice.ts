/** One notice as a mail: the occasion's words in the common frame, as text and as HTML. Pure. */
import { filedSlip } from '../../../domain/notice-ids';
import { leadOf } from '../../../domain/state';
import { civilDateOf } from '../../../domain/time';
import { SLIP_OCCASIONS, type SlipOccasion } from '../../../domain/vocabulary';
import type { SlipContent } from '../../../documents/slip';
import type { SlipRecord } from '../../../stores/slips';
import { oneLine } from '../address';
import { closure } from './closure';
import { dates } from './dates';
import { handingOut } from './handing-out';
import { ladder } from './ladder';
import { packs } from './packs';
import { button, matter, page, particulars, quotation, row, section } from './layout';
import type { Letter, NoticeView, Rendered, WordsOf } from './view';
import { dateWords, lightWords, postWords } from './words';
import { html, nothing } from './html';

const LETTERS: WordsOf<SlipOccasion> = { ...handingOut, ...dates, ...ladder, ...packs, ...closure };

const isSlip = (occasion: string): occasion is SlipOccasion => SLIP_OCCASIONS.some((slip) => slip === occasion);

export const NO_SECRETS = '请勿在回复或填报中涉及国家秘密、工作秘密。';

/** 催办单 督催〔2026〕21号 */
const documentOf = ({ notice, slipNumber }: NoticeView): string | null => {
  if (notice.slip === null) return null;
  const name = `${notice.slip.document}${filedSlip(notice) === null ? '' : '（备案）'}`;
  return slipNumber === null ? name : `${name} ${slipNumber}`;
};

const numbered = (lines: readonly string[]): string[] => (lines.length > 1 ? lines.map((words, index) => `${index + 1}. ${words}`) : [...lines]);

const subjectOf = (view: NoticeView, letter: Letter): string =>
  oneLine(`${view.notice.resendOf ? '〔重发〕' : ''}${view.notice.copy ? '〔抄送〕' : ''}${documentOf(view) ?? letter.subject}：${view.state.title}`);

const factsOf = (view: NoticeView, letter: Letter): (readonly [string, string])[] => {
  const { state, unitName } = view;
  const others = state.units.filter((part) => part.role === 'co').map((part) => unitName(part.unit));
  return [
    ['承办单位', `${unitName(leadOf(state).unit)}（牵头）${others.length > 0 ? `，${others.join('、')}（配合）` : ''}`],
    ['验收标准', state.acceptance.map((criterion, index) => (state.acceptance.length > 1 ? `${index + 1}. ${criterion.text}` : criterion.text)).join('；')],
    ...(letter.particulars ?? []),
  ];
};

/** 主送 and 抄送 as a document writes them: a unit by its name, its head alone by the post. */
const addressees = (posts: SlipRecord['posts'], copy: boolean, unit: string): string[] => {
  const kinds = posts.filter((one) => one.copy === copy).map((one) => one.kind);
  const others = kinds.filter((kind) => kind !== 'handler' && kind !== 'unitHead' && kind !== 'deputy').map((kind) => postWords(kind, unit));
  return [...(kinds.includes('handler') ? [unit] : kinds.includes('unitHead') ? [postWords('unitHead', unit)] : []), ...others];
};

/** What the document itself says, whoever gets it: that of the addressed, not of the copied. */
export const slipContentOf = (shown: NoticeView, posts: SlipRecord['posts']): SlipContent | null => {
  const { notice, slipNumber, state, asOf, office } = shown;
  // A filing brings the very document that will go out.
  const { occasion, period } = filedSlip(notice) ?? notice;
  if (notice.slip === null || slipNumber === null || !isSlip(occasion)) return null;
  const view: NoticeView = { ...shown, notice: { ...notice, occasion, period, copy: false } };
  const letter = LETTERS[occasion](view);
  const unit = view.unitName(notice.unit);
  const quote = oneLine(state.quote);
  return {
    office, number: slipNumber, document: notice.slip.document, matter: oneLine(state.title), matterNumber: view.number, to: addressees(posts, false, unit), copies: addressees(posts, true, unit),
    opening: letter.opening, facts: [...(quote === '' ? [] : [['原话', `“${quote}”`] as const]), ...factsOf(view, letter).map(([label, words]) => [label, oneLine(words)] as const)],
    asks: letter.asks, next: letter.next, date: civilDateOf(asOf),
  };
};

/** @throws RangeError for a digest line, which has no mail of its own */
export const renderNotice = (view: NoticeView): Rendered => {
  const { notice, state, rules, asOf, office } = view;
  if (!isSlip(notice.occasion)) throw new RangeError(`${notice.occasion} is a digest line`);
  const letter = LETTERS[notice.occasion](view);
  const subject = subjectOf(view, letter);
  const document = documentOf(view);
  const today = dateWords(civilDateOf(asOf), civilDateOf(asOf));
  const light = lightWords(state, rules, asOf);
  const title = oneLine(`${state.title}${state.stretch ? '（力争）' : ''}`);
  const mark = `${light.mark}　${light.when}`;
  const quote = oneLine(state.quote);
  const again = notice.resendOf ? [['重发', '此前一封没有确认送达，现重新发送；如已收到，不必重复办理'] as const] : [];
  const facts = [...again, ...factsOf(view, letter)].map(([label, words]) => [label, oneLine(words)] as const);
  const reasons = light.reasons.length > 0 ? [['灯色原因', light.reasons.join('；')] as const] : [];
  const because = `您是${postWords(notice.postKind, view.unitName(notice.unit))}，${letter.because}${notice.copy ? '（抄送）' : ''}。`;
  const askHeading = notice.copy ? '请知悉' : '请办理';
  const corner = [...(notice.resendOf ? ['重发'] : []), ...(notice.copy ? ['抄送'] : []), ...(document === null ? [] : [document]), today].join('　');

  const text = [
    `${office}　${corner}`, '', letter.headline, letter.opening, '',
    mark, `${title}${view.number === null ? '' : `　${view.number}`}`,
    ...(quote === '' ? [] : [`原话：“${quote}”`]),
    ...[...facts, ...reasons].map(([label, words]) => `${label}：${words}`), '',
    askHeading, ...numbered(letter.asks),
    ...(view.link === null ? [] : [`办理入口：${view.link}`]), '',
    '下一步', ...numbered(letter.next), '',
    `为什么收到：${because}`, NO_SECRETS, '',
  ].join('\n');

  return {
    subject,
    text,
    html: page({
      subject, office, corner, headline: letter.headline, opening: letter.opening,
      preview: `${mark}。${letter.asks[0] ?? ''}`,
      rows: [
        row(html`${matter(light.colour, mark, view.number, title)}${quote === '' ? nothing : quotation(quote)}${particulars([...facts, ...reasons])}`, true),
        row(html`${section(askHeading, letter.asks)}${view.link === null ? nothing : button('办理', view.link)}`),
        row(section('下一步', letter.next)),
      ],
      footer: [`为什么收到：${because}`, NO_SECRETS],
    }),
  };
};
