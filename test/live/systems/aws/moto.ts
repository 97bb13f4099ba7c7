import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from './answers.ts';

/** Moto, one call at a time: two of its threads at once fail with "dictionary changed size during iteration". */
export class Moto {
  readonly #url: string;
  #last: Promise<unknown> = Promise.resolve();

  constructor(url: string) {
    this.#url = url;
  }

  /**
   * @param body form-encoded; what tells the service and the caller is taken from the headers.
   * @param path another than `/` is one of `server.py`'s own.
   */
  async send(headers: IncomingHttpHeaders, body: string, path = '/'): Promise<Answer> {
    return await this.#alone(async () => {
      const { authorization, 'x-amz-security-token': token } = headers;
      const response = await fetch(new URL(path, this.#url), {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(authorization === undefined ? {} : { authorization }),
          ...(typeof token === 'string' ? { 'x-amz-security-token': token } : {}),
        },
        body,
      });
      return { status: response.status, body: await response.text() };
    });
  }

  /** Empties the account. */
  async reset(): Promise<void> {
    await this.own('moto-api/reset');
  }

  /** What is none of AWS's calls. */
  async own(path: string): Promise<void> {
    await this.#alone(async () => {
      const response = await fetch(`${this.#url}/${path}`, { method: 'POST' });
      if (!response.ok) throw new Error(`moto: ${path}: ${response.status} ${await response.text()}`);
    });
  }

  async #alone<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => undefined);
    return await turn;
  }
}
