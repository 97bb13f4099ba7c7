import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Answer } from './answers.ts';

export type Endpoint = { readonly url: string; close(): Promise<void> };

/** Serves calls of AWS's query protocol on a free port of the loopback interface. `cut` ends the connection without an answer. */
export async function listen(
  answer: (headers: IncomingHttpHeaders, body: string, path: string) => Promise<Answer | 'cut'>,
): Promise<Endpoint> {
  const server = createServer((incoming, response) => {
    const answered = text(incoming).then(async (body) => await answer(incoming.headers, body, incoming.url ?? '/'));
    const tell = (told: Answer | 'cut') => {
      if (told === 'cut') response.destroy();
      else response.writeHead(told.status, { 'content-type': 'text/xml' }).end(told.body);
    };
    answered.then(tell).catch((error: unknown) => {
      response.writeHead(500).end(`The test's own endpoint failed: ${String(error)}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No free port was given.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
