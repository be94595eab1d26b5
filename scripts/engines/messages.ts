/** What a person reads when an engine can't be had: English and Chinese, the same facts in both. */

export interface Text {
  readonly en: string;
  readonly zh: string;
}

export type EngineErrorCode =
  | 'not-found'
  | 'unfit'
  | 'port-in-use'
  | 'already-running'
  | 'unreachable'
  | 'not-a-replica-set'
  | 'failed-to-start';

/** Compare `code`, not the class: jest and the workflow sandbox load modules more than once. */
export class EngineError extends Error {
  constructor(
    readonly code: EngineErrorCode,
    text: Text,
  ) {
    super(`${text.en}\n${text.zh}`);
    this.name = 'EngineError';
  }
}

export const both = (text: Text): string => `${text.en} ${text.zh}`;

export interface Tried {
  readonly way: Text;
  readonly result: Text;
}

export function notFound(name: string, tried: readonly Tried[], variable: string, what: Text): EngineError {
  const list = (language: keyof Text): string =>
    tried.map((t) => `  - ${t.way[language]}: ${t.result[language]}`).join('\n');
  return new EngineError('not-found', {
    en: `${name} could not be found or fetched. Tried:\n${list('en')}\nSet one variable: ${variable}=<path of ${what.en}>.`,
    zh: `没有找到、也没能取得 ${name}。已经试过：\n${list('zh')}\n只需设置一个变量：${variable}=<${what.zh}的路径>。`,
  });
}

export function unfit(variable: string, file: string, reason: Text): EngineError {
  return new EngineError('unfit', {
    en: `${variable} names ${file}, which can't be used: ${reason.en}. Correct ${variable} or unset it.`,
    zh: `${variable} 指定的 ${file} 不能用：${reason.zh}。请改正或取消 ${variable}。`,
  });
}

export function portInUse(name: string, port: number, variable: string): EngineError {
  return new EngineError('port-in-use', {
    en: `Port ${port}, wanted for ${name}, is in use by something else. Stop that, or set ${variable} to a free port.`,
    zh: `${name} 要用的端口 ${port} 已被别的程序占用。请停掉它，或把 ${variable} 设为一个空闲端口。`,
  });
}

export function alreadyRunning(name: string, dir: string, engine: number, parent: number): EngineError {
  return new EngineError('already-running', {
    en: `Yanxing's own ${name} is already running on ${dir} (process ${engine}, started by process ${parent}). Stop that one first.`,
    zh: `言行自带的 ${name} 已在 ${dir} 上运行（进程 ${engine}，由进程 ${parent} 启动）。请先停掉它。`,
  });
}

export function unreachable(name: string, variable: string, address: string, reason: string): EngineError {
  return new EngineError('unreachable', {
    en: `${name} at ${address} does not answer (${reason}). Correct ${variable}, or unset it to let Yanxing bring its own.`,
    zh: `${address} 上的 ${name} 没有应答（${reason}）。请改正 ${variable}；取消它则由言行自带引擎。`,
  });
}

export function notAReplicaSet(address: string): EngineError {
  return new EngineError('not-a-replica-set', {
    en: `MongoDB at ${address} is not a replica set, and transactions need one (a single node is enough: start mongod with --replSet and run rs.initiate()). Or unset MONGODB_URI.`,
    zh: `${address} 上的 MongoDB 不是副本集，而事务需要副本集（单节点即可：mongod 加 --replSet 启动，再执行 rs.initiate()）。也可以取消 MONGODB_URI。`,
  });
}

export function failedToStart(name: string, reason: string, log: string, tail: string): EngineError {
  return new EngineError('failed-to-start', {
    en: `${name} did not come up: ${reason}. Its log is ${log}; the end of it:\n${tail}`,
    zh: `${name} 没能启动：${reason}。日志在 ${log}，末尾见上。`,
  });
}

/** A password in an address must not reach a log. */
export const withoutPassword = (address: string): string => address.replace(/\/\/([^:@/]*):[^@]*@/, '//$1:***@');
