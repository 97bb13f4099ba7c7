import { Agent, request } from 'node:https';
import type { LiveKubernetes } from '../systems/kubernetes.ts';

/** One call as `admin`, or as whom the headers say. */
export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly headers?: { readonly [name: string]: string | readonly string[] };
};

/** Asks the API server for what a test prepares and compares with. */
export class Api {
  readonly #system: LiveKubernetes;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 16 });

  constructor(system: LiveKubernetes) {
    this.#system = system;
  }

  /** @throws Error for any answer but success, and but `missing` of what is to be deleted */
  async call<T = object>({ method, path, body, headers = {} }: Call): Promise<T> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const { status, answer } = await new Promise<{ status: number; answer: string }>((resolve, reject) => {
      const message = request(
        `${this.#system.url}${path}`,
        {
          method,
          agent: this.#agent,
          ca: this.#system.ca,
          headers: {
            authorization: `Bearer ${this.#system.token('admin')}`,
            ...(text === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
        },
        (response) => {
          let all = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (all += part));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, answer: all }));
        },
      );
      message.on('error', reject).end(text);
    });
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${answer}`);
    return JSON.parse(answer) as T;
  }

  close(): void {
    this.#agent.destroy();
  }
}
