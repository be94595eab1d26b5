export { renderDigest } from './digest';
export { renderNotice } from './notice';
export type { DigestEntry, DigestView, NoticeView, Rendered } from './view';
