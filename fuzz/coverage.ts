import { Session, type Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';

const SOURCES = new URL('../src/', import.meta.url).href;

/** Which blocks of `src/` have run, as V8 itself counts them: no instrumented build, so what is fuzzed is what is shipped. */
export class Coverage {
  readonly #session = new Session();
  readonly #known = new Set<string>();
  readonly #within: readonly string[];

  /** @param within beginnings of the addresses of files that count */
  constructor(within: readonly string[] = [SOURCES, fileURLToPath(SOURCES)]) {
    this.#within = within;
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  close(): void {
    this.#session.disconnect();
  }

  /** How many blocks have ever run. */
  get size(): number {
    return this.#known.size;
  }

  /** Blocks that ran since the last call and never before; they stay unknown until they are learnt. */
  fresh(): readonly string[] {
    const found: string[] = [];
    for (const { url, functions } of this.#take()) {
      if (!this.#within.some((beginning) => url.startsWith(beginning))) continue;
      const file = url.slice(url.lastIndexOf('/src/'));
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          const block = `${file}:${startOffset}-${endOffset}`;
          if (count > 0 && !this.#known.has(block)) found.push(block);
        }
      }
    }
    return found;
  }

  learn(blocks: readonly string[]): void {
    for (const block of blocks) this.#known.add(block);
  }

  /** An inspector session of one's own process answers before `post` returns. */
  #take(): readonly Profiler.ScriptCoverage[] {
    let taken: readonly Profiler.ScriptCoverage[] = [];
    this.#session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error !== null) throw error;
      taken = result;
    });
    return taken;
  }
}
