import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { dump } from 'js-yaml';
import type { Json } from '../../src/core/json.ts';
import { parseJson } from '../../src/core/parse-json.ts';

export type FakeCall = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Json;
  readonly accept: string;
  /** Sent again for each page and attempt. */ readonly count: number;
};

/** `cut`: the connection ends without an answer. */
export type FakeAnswer =
  | { readonly status: number; readonly body: Json; readonly headers?: Record<string, string> }
  | 'cut';

/** An API server that answers as it is told: for what a real one does seldom. */
export class FakeApiServer {
  readonly calls: FakeCall[] = [];
  readonly kubeconfig: string;
  readonly #close: () => void;

  private constructor(kubeconfig: string, close: () => void) {
    this.kubeconfig = kubeconfig;
    this.#close = close;
  }

  static async start(answer: (call: FakeCall) => FakeAnswer): Promise<FakeApiServer> {
    const server = createServer((request, response) => {
      const respond = (call: FakeCall): void => {
        started.calls.push(call);
        const told = answer(call);
        if (told === 'cut') return void request.socket.destroy();
        response.writeHead(told.status, { 'content-type': 'application/json', ...told.headers });
        response.end(JSON.stringify(told.body));
      };
      received(request, started.calls).then(respond, () => request.socket.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const started = new FakeApiServer(kubeconfigFor(`http://127.0.0.1:${port}`), () => {
      server.closeAllConnections();
      server.close();
    });
    return started;
  }

  close(): void {
    this.#close();
  }
}

async function received(request: IncomingMessage, before: readonly FakeCall[]): Promise<FakeCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
  const method = request.method ?? '';
  const count = before.filter((call) => call.method === method && call.path === pathname).length + 1;
  const accept = request.headers.accept ?? '';
  return { method, path: pathname, query: searchParams, body: text === '' ? null : parseJson(text), accept, count };
}

function kubeconfigFor(server: string): string {
  return dump({
    clusters: [{ name: 'fake', cluster: { server } }],
    users: [{ name: 'fake', user: {} }],
    contexts: [{ name: 'fake', context: { cluster: 'fake', user: 'fake' } }],
    'current-context': 'fake',
  });
}
