import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from './context';
import { logTail, startGuarded, type EngineProcess } from './guarded';
import { failedToStart } from './messages';
import { listening } from './places';

export type SearchAttributeType = 'Keyword' | 'KeywordList' | 'Text' | 'Int' | 'Double' | 'Bool' | 'Datetime';

export interface TemporalSettings {
  readonly binary: string;
  readonly dir: string;
  readonly port: number;
  readonly uiPort: number | null;
  readonly temporary: boolean;
  readonly timeSkipping: boolean;
  readonly searchAttributes: Readonly<Record<string, SearchAttributeType>>;
}

const READY_MS = 60_000;

function argumentsFor(settings: TemporalSettings): string[] {
  const { dir, port, uiPort, temporary, timeSkipping, searchAttributes } = settings;
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'warn', '--log-format', 'json'],
    ...(uiPort === null ? ['--headless'] : ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)]),
    // FULL: with NORMAL a power cut may lose the last commits, and an acknowledged commitment with them.
    ...(temporary
      ? []
      : ['--db-filename', join(dir, 'temporal.db'), '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL']),
    ...(timeSkipping ? ['--dynamic-config-value', 'frontend.WorkflowTimeSkippingEnabled=true'] : []),
    ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ];
}

/** The port opens before the namespace and the search attributes are there; a client that is too early gets refused. */
async function answering(port: number, attributes: readonly string[]): Promise<void> {
  // Loaded here, so that it loads while the server comes up.
  const { Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({ address: `127.0.0.1:${port}`, connectTimeout: '10s' });
  try {
    const until = Date.now() + READY_MS;
    for (;;) {
      try {
        await connection.workflowService.describeNamespace({ namespace: 'default' });
        if (attributes.length === 0) return;
        const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'default' });
        if (attributes.every((name) => name in customAttributes)) return;
      } catch (error) {
        if (Date.now() > until) throw error;
      }
      if (Date.now() > until) throw new Error(`not ready within ${READY_MS / 1000} s`);
      await pause(20);
    }
  } finally {
    await connection.close();
  }
}

/** Starts a Temporal server and comes back when its namespace takes requests. */
export async function startTemporal(env: Context['env'], settings: TemporalSettings): Promise<EngineProcess> {
  await mkdir(settings.dir, { recursive: true });
  const engine = await startGuarded(env, {
    name: 'Temporal',
    command: settings.binary,
    args: argumentsFor(settings),
    dir: settings.dir,
    temporary: settings.temporary,
  });
  const fail = async (reason: string): Promise<never> => {
    const tail = await logTail(engine.log);
    await engine.release();
    throw failedToStart('Temporal', reason, engine.log, tail);
  };
  const warm = import('@temporalio/client');
  const cause = await listening(settings.port, engine.exited);
  if (cause !== null) return fail(cause);
  try {
    await warm;
    const ready = answering(settings.port, Object.keys(settings.searchAttributes));
    await Promise.race([ready, engine.exited.then((why) => Promise.reject(new Error(why)))]);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
  return engine;
}
