import { smtpWords } from '../../api/smtp-words';

it.each([
  ['EENVELOPE RCPT TO Can\'t send mail - all recipients were rejected: 550 5.1.1 no such user', '对方邮件服务器拒收，该邮箱不存在或不可用（550）'],
  ['EMESSAGE DATA Message failed: 552 5.2.2 mailbox full', '对方邮箱已满，或邮件过大（552）'],
  ['EENVELOPE RCPT TO Can\'t send mail - all recipients were rejected: 451 4.7.1 greylisted, try again in 10 minutes', '对方邮件服务器暂不接收，系统按时重试（451）'],
  ['EENVELOPE RCPT TO refused: 554-blocked', '对方邮件服务器拒收（554）'],
  ['ESOCKET CONN connect ECONNREFUSED 127.0.0.1:25503', '未能连上邮件服务器，或应答丢失'],
])('says in an officer’s words: %s', (error, words) => {
  expect(smtpWords(error)).toBe(words);
});
