/** What etcd holds below a prefix of its keys, base64 by base64 key. */
export type Kept = { readonly prefix: string; readonly values: ReadonlyMap<string, string> };

type Pair = { readonly key: string; readonly value: string };

/** An etcd by the JSON of its gateway: https://etcd.io/docs/v3.6/dev-guide/api_grpc_gateway/ */
export class Etcd {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** Makes etcd forget everything but the present. */
  async compact(): Promise<void> {
    // A write, so that even a token of a moment ago is older than what stays.
    const { header } = await this.#post<{ header: { revision: string } }>('put', { key: base64('compact'), value: '' });
    await this.#post('compaction', { revision: header.revision });
  }

  async keep(prefix: string): Promise<Kept> {
    const { kvs = [] } = await this.#post<{ kvs?: readonly Pair[] }>('range', {
      key: base64(prefix),
      range_end: base64(endOf(prefix)),
    });
    return { prefix, values: new Map(kvs.map(({ key, value }) => [key, value])) };
  }

  /** What was kept is there again, and nothing else below its prefix. */
  async putBack({ prefix, values }: Kept): Promise<void> {
    const now = (await this.keep(prefix)).values;
    for (const key of now.keys()) if (!values.has(key)) await this.#post('deleterange', { key });
    for (const [key, value] of values) if (now.get(key) !== value) await this.#post('put', { key, value });
  }

  async #post<T>(path: string, body: object): Promise<T> {
    const response = await fetch(`${this.#url}/v3/kv/${path}`, { method: 'POST', body: JSON.stringify(body) });
    const answer = await response.text();
    if (!response.ok) throw new Error(`etcd: ${answer}`);
    return JSON.parse(answer) as T;
  }
}

/** The first key that does not begin so. */
function endOf(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
