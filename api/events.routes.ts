/** Server-sent events: names of what changed, for pages that then read again what they may see. */
import type { Change } from '../stores/changes';
import type { Reach } from './access';
import type { EventFeed } from './event-feed';
import { reachFor } from './guard';
import { route, type ApiRouter } from './route';

/** A proxy gives up on a silent connection after a minute or so. */
const HEARTBEAT_MS = 20_000;
const RETRY_MS = 1_500;
/** One message's worth; a registration of a whole speech takes several. */
const TOLD_AT_ONCE = 500;

/** Then the browser connects again by itself, and what it may see is asked again. */
const LIVES_MS = 300_000;

interface Reaches { readonly matters: Reach | null; readonly notices: Reach | null }

/** Nobody hears that something happened to what is not theirs. */
const concerns = ({ kind, units, sponsor }: Change, { matters, notices }: Reaches): boolean => {
  const reach = kind === 'notice' ? notices : matters;
  if (reach === null) return true;
  // The text of a source and its registration are the office's own; a unit hears of what came of them for itself.
  if (kind !== 'commitment' && kind !== 'notice') return false;
  return units.some((unit) => reach.units.includes(unit)) || (sponsor !== null && reach.sponsors.includes(sponsor));
};

const shown = ({ kind, id, source, version }: Change) => ({ kind, id, source, version });

export const eventRoutes = (api: ApiRouter, feed: EventFeed): void => {
  const { clock } = api.deps;
  route(api, {
    method: 'get', path: '/api/events', summary: '变化的通知流（server-sent events）', tag: '接口', action: 'commitment.read', answers: { 200: null }, media: 'text/event-stream', streaming: true,
  }, async (_input, { request, response }) => {
    const reaches: Reaches = { matters: reachFor(request, 'commitment.read'), notices: reachFor(request, 'notice.read') };
    response.set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    response.flushHeaders();
    const write = (event: string, data: string): void => void response.write(`event: ${event}\ndata: ${data}\n\n`);
    response.write(`retry: ${RETRY_MS}\n\n`);
    write('at', clock.now());
    const heartbeat = setInterval(() => write('at', clock.now()), HEARTBEAT_MS);
    const end = setTimeout(() => response.end(), LIVES_MS);
    const leave = feed.join((told) => {
      const changes = told.filter((change) => concerns(change, reaches));
      if (changes.length === 0) return;
      write('at', clock.now());
      for (let from = 0; from < changes.length; from += TOLD_AT_ONCE) write('changes', JSON.stringify(changes.slice(from, from + TOLD_AT_ONCE).map(shown)));
    }, () => response.end());
    response.on('close', () => {
      clearInterval(heartbeat);
      clearTimeout(end);
      leave();
    });
    return null;
  });
};
