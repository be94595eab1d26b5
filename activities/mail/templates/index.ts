export { renderDigest } from './digest';
export { renderNotice, slipContentOf } from './notice';
export type { DigestEntry, DigestView, NoticeView, Rendered } from './view';
