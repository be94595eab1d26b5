import type { EngineProcess } from './guarded';
import { signal } from './processes';

/**
 * One engine over its restarts: always the same port and data, at most one process.
 * Fault tests kill it and start it again while the rest of the system keeps running.
 */
export class Lane {
  private constructor(
    private process: EngineProcess | null,
    private readonly begin: () => Promise<EngineProcess>,
  ) {}

  static async open(begin: () => Promise<EngineProcess>): Promise<Lane> {
    return new Lane(await begin(), begin);
  }

  get pid(): number | null {
    return this.process?.pid ?? null;
  }

  async kill(): Promise<void> {
    await this.endBy('SIGKILL');
  }

  /** An orderly end if it still runs, then a new process. */
  async restart(): Promise<void> {
    await this.endBy('SIGTERM');
    this.process = await this.begin();
  }

  async close(): Promise<void> {
    const { process } = this;
    this.process = null;
    await process?.release();
  }

  private async endBy(name: NodeJS.Signals): Promise<void> {
    const { process } = this;
    if (!process) return;
    signal(process.pid, name);
    await process.exited;
    this.process = null;
  }
}
