import { setTimeout as sleep } from 'node:timers/promises';

/** How fast requests may follow each other. GitHub asks for a second between requests that write. */
export type Pace = {
  /** Milliseconds between two writes. */
  readonly write: number;
  /** Milliseconds that one second of waiting takes, in retries and under `Retry-After`. */
  readonly second: number;
};

export const GITHUB_PACE: Pace = { write: 1000, second: 1000 };

/** Lets jobs start one after the other, `interval` milliseconds apart: the part of a Bottleneck group that the throttling plugin calls. */
export class Pacer {
  readonly #interval: number;
  #previous: Promise<unknown> = Promise.resolve();

  constructor(interval: number) {
    this.#interval = interval;
  }

  key(): this {
    return this;
  }

  async schedule<T>(_options: object, job: () => PromiseLike<T>): Promise<T> {
    const turn = this.#previous;
    this.#previous = turn.then(() => sleep(this.#interval));
    await turn;
    return job();
  }
}

/** The seconds that a client may still wait because GitHub limits its rate. */
export class Patience {
  readonly #seconds: number;
  #spent = 0;

  constructor(seconds: number) {
    this.#seconds = seconds;
  }

  /** Whether a wait of so many seconds is still within the budget; takes it from the budget when it is. */
  allows(seconds: number): boolean {
    if (this.#spent + seconds > this.#seconds) return false;
    this.#spent += seconds;
    return true;
  }
}
