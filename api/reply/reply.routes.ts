/**
 * 答复: the page behind a mail's link. GET shows and changes nothing; POST acts once, by the same way as the API.
 *
 * No CSRF token: the authority is the token in the address itself, not a cookie that a browser would add by itself. Whoever
 * can name the address already holds all that a forged form could use.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import { readLink } from '../../config/links';
import { COMMAND_TITLES } from '../../domain/commands';
import { canonicalJson } from '../../domain/ledger-chain';
import type { RefusalCode } from '../../domain/vocabulary';
import { auditLink, noteAudit } from '../audit';
import { giveCommand } from '../commands';
import type { ApiDeps } from '../deps';
import { fileIdOf, takeNewFile } from '../evidence-files';
import { sha256 } from '../idempotency';
import { Problem, problemOf } from '../problems';
import { answerOf, COMMAND_OF, possibleActions, REPLY_ACTIONS, whyNot, type ReplyAction } from './actions';
import { replyPage, toldPage } from './pages';
import { NOTHING_ENTERED, type Entered } from './parts';
import { readForm } from './read-form';
import { judgeLink, linkKey, nextToken, type GoodLink } from './standing';
import { POLICY } from './style';
import { badLinkWords, doneWords } from './words';

/** A second click, or the same form sent again by a browser: answered like the first one so long, with the link that goes on. */
const REPEAT_MS = 60_000;
const NEEDS_CAUSE: readonly RefusalCode[] = ['causeRequired', 'percentBackwards'];

const HELD = { title: '病毒扫描暂时不能进行，文件没有收下', hint: '尚未提交，请在扫描恢复后用本链接重新提交' } as const;

const HEADERS = {
  'Content-Security-Policy': POLICY, 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow', 'X-Content-Type-Options': 'nosniff',
} as const;

const isAction = (text: string | undefined): text is ReplyAction => REPLY_ACTIONS.some((action) => action === text);

export const replyRoutes = (deps: ApiDeps): Router => {
  const router = Router();
  const { stores, settings, log } = deps;
  const office = settings.YANXING_MAIL_FROM_NAME;
  const tokenOf = (request: Request): string => String(request.params['token']);
  const send = (response: Response, status: number, page: string): void => {
    response.status(status).type('text/html; charset=utf-8').send(page);
  };

  const audit = (request: Request, response: Response, link: Awaited<ReturnType<typeof judgeLink>>): Promise<void> => auditLink(deps, request, response, {
    who: link.kind === 'good' ? link.actor : null, commitment: readLink(deps.linkKeys, tokenOf(request))?.commitment ?? null, detail: link.kind === 'good' ? null : badLinkWords(link).told.title,
  });

  const showForm = async (response: Response, link: GoodLink, status = 200, entered: Entered = NOTHING_ENTERED): Promise<void> => {
    const possible = possibleActions(link);
    const reason = whyNot('report', link);
    const why = reason === null || reason === 'notYours' ? '这一步请登录系统办理。' : `${reason.text}。${reason.hint}。`;
    send(response, status, replyPage(office, link, possible, why, entered));
  };

  const showDone = async (response: Response, link: Pick<GoodLink, 'claim'>, action: ReplyAction, title: string, name: string, at: string): Promise<void> => {
    send(response, 200, toldPage(office, doneWords(action, title, name, at), { href: `/r/${nextToken(deps, link.claim)}`, label: '继续办理本事项' }));
  };

  /** Somebody clicked twice: the second click is told what became of the first. */
  const awaitOther = async (token: string): Promise<Awaited<ReturnType<typeof judgeLink>>> => {
    for (let round = 0; ; round += 1) {
      const now = await judgeLink(deps, token);
      if (now.kind !== 'good' || round === 50) return now;
      await pause(100);
    }
  };

  const act = async (response: Response, token: string, link: GoodLink, action: ReplyAction, fields: Readonly<Record<string, string>>, file: { readonly id: string; readonly sha256: string } | null): Promise<void> => {
    const { claim, state, actor } = link;
    noteAudit(response, { detail: COMMAND_TITLES[COMMAND_OF[action]] });
    const entered: Entered = { ...NOTHING_ENTERED, action, fields };
    const answer = answerOf(action, fields, file?.id ?? null, link);
    if (!answer.ok) return showForm(response, link, 422, { ...entered, action: action === 'same' ? 'report' : action, faults: answer.faults });
    const key = linkKey(claim);
    const lock = `link ${key}`;
    const opening = await stores.idempotency.open(lock, sha256(canonicalJson({ action, fields: { ...fields }, file: file?.sha256 ?? null })), new Date());
    if (opening.kind === 'inFlight' || opening.kind === 'otherBody' || opening.kind === 'done') return showStanding(response, await awaitOther(token), action);
    try {
      await giveCommand(deps, claim.commitment, COMMAND_OF[action], answer.body, actor, key);
    } catch (error) {
      await stores.idempotency.release(lock).catch((failure: unknown) => log.warn({ err: failure }, 'link not released'));
      // A refusal uses nothing up: the person mends the form and sends it again. A file that waits for its scan would wait in vain: the next form brings one under an id of its own.
      if (!(error instanceof Problem && (error.isRefusal || error.body.code === 'evidenceHeld'))) throw error;
      if (file !== null) await stores.evidence.remove(fileIdOf(claim.commitment, file.id));
      const { code, title, hint } = error.isRefusal ? error.body : { code: error.body.code, ...HELD };
      const needsCause = NEEDS_CAUSE.some((one) => one === code);
      return showForm(response, link, error.status, { ...entered, action: action === 'same' ? 'report' : action, refusal: { text: title, hint }, needsCause });
    }
    await stores.idempotency.finish(lock, { status: 200, body: { action } });
    log.info({ commitment: claim.commitment, person: actor.person, action }, 'answered by a mail\'s link');
    return showDone(response, link, action, state.title, actor.name, link.at);
  };

  const showStanding = async (response: Response, standing: Awaited<ReturnType<typeof judgeLink>>, action?: ReplyAction): Promise<void> => {
    if (standing.kind === 'good') {
      if (action !== undefined) throw new Problem('idempotencyKeyInFlight', { retryAfterSeconds: 1 });
      return showForm(response, standing);
    }
    if (standing.kind === 'used' && action !== undefined && Date.parse(standing.at) - Date.parse(standing.fact.recordedAt) < REPEAT_MS) {
      const title = (await stores.commitments.get(standing.claim.commitment))?.state.title ?? '';
      return showDone(response, standing, action, title, standing.fact.actor.name, standing.fact.at);
    }
    const { status, told } = badLinkWords(standing);
    send(response, status, toldPage(office, told));
  };

  router.use('/r', (_request, response, next) => {
    response.set(HEADERS);
    next();
  });

  router.get('/r/:token', async (request, response) => {
    const link = await judgeLink(deps, tokenOf(request));
    await audit(request, response, link);
    await showStanding(response, link);
  });

  router.post('/r/:token', async (request, response) => {
    const token = tokenOf(request);
    const link = await judgeLink(deps, token);
    await audit(request, response, link);
    // Only a link that may act has its form read, let alone a file taken in.
    const { fields, file } = await readForm(request, async (content, name) => {
      if (link.kind !== 'good') {
        content.resume();
        return null;
      }
      const id = `m${randomUUID()}`;
      return { id, sha256: (await takeNewFile(deps, fileIdOf(link.claim.commitment, id), name, content, link.actor)).sha256 };
    });
    const action = fields['do'];
    if (link.kind !== 'good') return showStanding(response, link, isAction(action) ? action : undefined);
    if (!isAction(action)) return showForm(response, link, 422);
    const { do: _do, ...rest } = fields;
    return act(response, token, link, action, rest, file);
  });

  /** People read these: words instead of a problem document, and never the token in a log line. */
  const failures: ErrorRequestHandler = (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const problem = problemOf(error) ?? new Problem('internal');
    if (problem.status >= 500) log[problem.status === 503 ? 'warn' : 'error']({ err: error, requestId: String(response.locals['requestId']), method: request.method, path: '/r' }, 'request failed');
    noteAudit(response, { detail: problem.body.detail });
    const unsure = problem.status >= 500;
    response.set(problem.headers);
    send(response, problem.status, toldPage(office, {
      title: problem.body.title, what: `${problem.body.detail}。`,
      instead: unsure ? ['不能确定刚才是否办成：请稍候重新打开邮件里的链接，已办成的会如实说明，没有办成的可以再办。'] : [`${problem.body.hint}。`, '请返回上一页修改，填写的内容还在那里。'],
    }));
  };
  router.use('/r', failures);
  return router;
};
