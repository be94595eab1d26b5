import { both, type Text } from './messages';

/**
 * Tells what is running and for how long. On a terminal one line is rewritten each second;
 * elsewhere (CI, a log file) a line is said each ten seconds, so that nobody takes a long build for a hang.
 */
export class Progress {
  private readonly running = new Map<symbol, { text: Text; since: number; detail: () => string }>();
  private timer: NodeJS.Timeout | null = null;
  private lineShown = false;

  constructor(
    private readonly sayLine: (line: string) => void,
    private readonly terminal: NodeJS.WriteStream | null = process.stderr.isTTY ? process.stderr : null,
  ) {}

  readonly say = (line: string): void => {
    this.clear();
    this.sayLine(line);
  };

  async during<T>(text: Text, work: () => Promise<T>, detail: () => string = () => ''): Promise<T> {
    const key = Symbol(text.en);
    this.running.set(key, { text, since: Date.now(), detail });
    // Unref'd: showing progress must never be what keeps a process alive.
    this.timer ??= setInterval(() => this.tick(), this.terminal ? 1000 : 10_000).unref();
    try {
      return await work();
    } finally {
      this.running.delete(key);
      this.clear();
      if (this.running.size === 0 && this.timer) {
        clearInterval(this.timer);
        this.timer = null;
      }
    }
  }

  private tick(): void {
    const parts = [...this.running.values()].map(({ text, since, detail }) => {
      const more = detail();
      return `${both(text)} ${Math.round((Date.now() - since) / 1000)} s${more === '' ? '' : ` ${more}`}`;
    });
    if (parts.length === 0) return;
    if (!this.terminal) {
      this.sayLine(parts.join(' · '));
      return;
    }
    // Cut to the width (a Chinese character takes two columns): a wrapped line can't be rewritten.
    const width = (this.terminal.columns || 80) - 1;
    let line = '';
    let used = 0;
    for (const char of parts.join(' · ')) {
      used += char > '\u2e7f' ? 2 : 1;
      if (used > width) break;
      line += char;
    }
    this.terminal.write(`\r\x1b[2K${line}`);
    this.lineShown = true;
  }

  private clear(): void {
    if (this.lineShown) this.terminal?.write('\r\x1b[2K');
    this.lineShown = false;
  }
}
