/** What a link that no longer acts says instead, and what is said after it has acted. */
import { momentWords } from '../../activities/mail/templates/words';
import type { Fact } from '../../domain/facts';
import type { Instant } from '../../domain/time';
import { assertNever } from '../../domain/vocabulary';
import type { ReplyAction } from './actions';
import type { Told } from './pages';
import type { BadLink } from './standing';

const FRESH = '需要继续办理的，请用最近一封邮件里的链接；没有新邮件的，请与督查室联系，或登录系统办理。';

/** Quotation marks inside quotation marks are single ones. */
const quoted = (title: string): string => `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;

const doneBy = (fact: Fact): string => {
  switch (fact.type) {
    case 'signed': return '签收';
    case 'reported': return fact.report.unchanged ? '报送“没有变化”' : '报送进展';
    case 'evidenceAdded': return '提交佐证';
    case 'stageCompleted': return '完成环节';
    case 'closureRequested': return '申请办结';
    case 'extensionRequested': return '申请延期';
    case 'refused': return '退单';
    default: return '办理';
  }
};

export const badLinkWords = (link: BadLink): { readonly status: number; readonly told: Told } => {
  switch (link.kind) {
    case 'unknown':
      return { status: 404, told: { title: '链接不完整或不正确', what: '没有办理任何事项。', instead: ['请从邮件里重新点开链接；复制链接时请复制完整。', FRESH] } };
    case 'expired':
      return { status: 410, told: { title: '链接已过有效期', what: `这个链接于${momentWords(link.until, link.at)}失效，没有办理任何事项。`, instead: [FRESH] } };
    case 'used':
      return { status: 410, told: { title: '这个链接已经用过', what: `${link.fact.actor.name}已于${momentWords(link.fact.at, link.at)}通过它${doneBy(link.fact)}。一个链接只能办理一次，这次没有再办理。`, instead: [FRESH] } };
    case 'ended':
      return { status: 410, told: { title: '本事项已经结束', what: `${quoted(link.title)}已经结束，不需要再答复。`, instead: ['有疑问的，请与督查室联系。'] } };
    case 'transferred':
      return { status: 410, told: { title: '本事项已不由贵单位承办', what: `${quoted(link.title)}已转由其他单位承办，${link.unitName}不需要再答复。`, instead: ['手头的材料请移交给新的承办单位；有疑问的，请与督查室联系。'] } };
    case 'left':
      return { status: 410, told: { title: '这个链接不再属于收件人', what: `收件人已不在这个岗位，或邮箱已经更换，不能再用它答复${quoted(link.title)}。`, instead: ['现任人员会收到自己的邮件；尚未收到的，请督查室核对任职人员和邮箱。'] } };
    default:
      return assertNever(link);
  }
};

const DONE: Readonly<Record<ReplyAction, { readonly title: string; readonly what: string }>> = {
  sign: { title: '已签收', what: '签收已记入台账。' },
  report: { title: '已报送', what: '进展已记入台账。' },
  same: { title: '已报送', what: '“没有变化”已记入台账，本次不再提醒。' },
  stage: { title: '环节已完成', what: '该环节及其文号已记入台账。' },
  evidence: { title: '佐证已提交', what: '文件及其校验值已记入台账。' },
  closure: { title: '已申请办结', what: '申请已送审核人，审核结果另发邮件。' },
  extension: { title: '已申请延期', what: '申请已送审批人，审批结果另发邮件；批准之前，原期限不变。' },
  refuse: { title: '已申请退单', what: '申请已送督查室裁定，裁定结果另发邮件；裁定之前，不计签收时限。' },
};

export const doneWords = (action: ReplyAction, title: string, name: string, at: Instant): Told => ({
  title: DONE[action].title,
  what: `${name}于${momentWords(at, at)}办理${quoted(title)}：${DONE[action].what}`,
  instead: ['可以关闭本页。'],
});
