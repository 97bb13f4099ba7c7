/**
 * GitHub's clock: whole seconds, UTC.
 *
 * Wraps an injected source of time, so that a world can be replayed, and an offset that tests move forward.
 */
export class ServerClock {
  readonly #source: () => Date;
  #offsetSeconds = 0;

  constructor(source: () => Date) {
    this.#source = source;
  }

  /** The current second since the epoch. */
  seconds(): number {
    return Math.floor(this.#source().getTime() / 1000) + this.#offsetSeconds;
  }

  /** The current time as GitHub writes it: `2026-01-05T09:00:00Z`. */
  iso(): string {
    return isoSeconds(this.seconds());
  }

  /** Moves the clock forward by whole seconds. Throws a RangeError for anything else. */
  advance(seconds: number): void {
    if (!Number.isInteger(seconds) || seconds < 0) {
      throw new RangeError(`the clock moves forward by whole seconds, not by ${seconds}`);
    }
    this.#offsetSeconds += seconds;
  }
}

/** Seconds since the epoch as `2026-01-05T09:00:00Z`. */
export function isoSeconds(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** A source of time that stands still at `iso`; the world moves only through `advanceClock`. */
export function stillClock(iso: string): () => Date {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) throw new RangeError(`not a time: ${iso}`);
  return () => new Date(at);
}
