/** The pages: what `npm run build:web` made, and the policy under which a browser may run it. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import express, { Router } from 'express';
import packedStatic from 'express-static-gzip';
import helmet from 'helmet';
import { Problem } from './problems';

const DIST = resolve(__dirname, '../web/dist');

/**
 * No inline script and no inline style: what the pages set on elements they set through the object model, which the policy
 * does not touch. Plain HTTP in the office's own network must stay possible, so nothing is upgraded to HTTPS.
 */
const guard = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], imgSrc: ["'self'", 'data:'], fontSrc: ["'self'"], connectSrc: ["'self'"],
    // A PDF of the evidence, which comes with a policy of its own.
    frameSrc: ["'self'"],
    baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"], objectSrc: ["'none'"],
  },
});

/** Addresses that are never a page. */
const NOT_A_PAGE = /^\/(api|r|health|metrics)(\/|$)|\.[a-z0-9]+$/i;

export const webRoutes = (): Router => {
  const router = Router();
  router.use((request, response, next) => (NOT_A_PAGE.test(request.path) && !request.path.startsWith('/assets/') ? next() : guard(request, response, next)));
  // Their names carry a hash of their content: another content has another name.
  router.use('/assets', packedStatic(join(DIST, 'assets'), { index: false, serveStatic: { immutable: true, maxAge: '1y', redirect: false } }));
  router.use(express.static(DIST, { index: false, redirect: false, setHeaders: (response) => response.set('Cache-Control', 'no-cache') }));
  router.get('/{*page}', (request, response, next) => {
    // A page is what a browser was told to open; a program that asks for an unknown address is told so.
    if (NOT_A_PAGE.test(request.path) || !(request.get('Accept') ?? '').includes('text/html')) {
      next();
      return;
    }
    if (!existsSync(join(DIST, 'index.html'))) throw new Problem('notFound', { detail: '网页尚未构建', hint: '请运行 npm run build:web，再刷新' });
    response.set('Cache-Control', 'no-cache').sendFile(join(DIST, 'index.html'), (error?: Error) => {
      if (error) next(error);
    });
  });
  return router;
};
