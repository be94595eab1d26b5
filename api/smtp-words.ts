/** What the other side's mail server said, in an officer's words; its own words stand beside, for whoever looks after the mail server. */

/** By the reply's code (RFC 5321, section 4.2.3). */
const SAID: readonly (readonly [codes: RegExp, words: string])[] = [
  [/^55[013]$/, '对方邮件服务器拒收，该邮箱不存在或不可用'],
  [/^[45]52$/, '对方邮箱已满，或邮件过大'],
  [/^554$/, '对方邮件服务器拒收'],
  [/^4\d\d$/, '对方邮件服务器暂不接收，系统按时重试'],
];

/** @param error as the transport wrote it: what failed, at which command, the reply with its code where there was one */
export const smtpWords = (error: string): string => {
  const code = /(?:^|[^\d.])([45]\d\d)(?=[\s-]|$)/.exec(error)?.[1];
  if (code === undefined) return '未能连上邮件服务器，或应答丢失';
  return `${SAID.find(([codes]) => codes.test(code))?.[1] ?? '邮件服务器不接受这封邮件'}（${code}）`;
};
