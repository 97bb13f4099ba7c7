import { hash } from 'node:crypto';

/** Somebody who does one thing at a time, and waits before each for its turn. */
export class Actor {
  readonly name: string;
  /** What it waits to do; null: it has ended. */
  waiting: string | null = null;
  crashed = false;
  failure: Error | null = null;
  /** Stands for all that it has seen so far, and so for its local state. */
  seen = '';
  #resume: (() => void) | null = null;
  #parked: () => void = () => undefined;

  constructor(name: string) {
    this.name = name;
  }

  /** Runs until the first turn is waited for. */
  async start(program: (actor: Actor) => Promise<void>): Promise<void> {
    await this.#untilParked(() => {
      program(this).then(
        () => this.#end(),
        (error: unknown) => {
          this.failure =
            error instanceof Error ? error : new Error('A run ended in what is no error.', { cause: error });
          this.#end();
        },
      );
    });
  }

  /** A place where anybody else may come first. `perform` happens at the turn, as one. */
  async turn<T>(name: string, perform: () => Promise<T> | T): Promise<T> {
    await new Promise<void>((resolve) => {
      this.waiting = name;
      this.#resume = resolve;
      this.#parked();
    });
    const result = await perform();
    this.note(name, result);
    return result;
  }

  note(name: string, value: unknown): void {
    this.seen = hash('sha1', `${this.seen}${name}${JSON.stringify(value) ?? ''}`, 'base64');
  }

  /** Lets it do what it waits for, and go on until it waits again or ends. */
  async step(): Promise<void> {
    const resume = this.#resume;
    if (resume === null) throw new Error(`${this.name} waits for nothing.`);
    this.#resume = null;
    await this.#untilParked(resume);
  }

  /** It never gets a turn again, as a process that was killed. */
  crash(): void {
    this.crashed = true;
    this.waiting = null;
    this.#resume = null;
  }

  #end(): void {
    this.waiting = null;
    this.#resume = null;
    this.#parked();
  }

  async #untilParked(go: () => void): Promise<void> {
    const parked = new Promise<void>((resolve) => {
      this.#parked = resolve;
    });
    go();
    await parked;
  }
}
