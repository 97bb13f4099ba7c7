import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { wholeAnswers } from '../../src/github/transport.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}/`;
}

const get = wholeAnswers(fetch, { timeout: 5000, bytes: 1000 });

describe('answers arrive whole or not at all', () => {
  it('hands on body, status, headers and address', async () => {
    const url = await serve((_request, response) => response.writeHead(201, { 'x-seen': 'yes' }).end('all of it'));
    const answer = await get(url);
    expect([answer.status, answer.headers.get('x-seen'), await answer.text(), answer.url]).toEqual([
      201,
      'yes',
      'all of it',
      url,
    ]);
  });

  it('rejects a body that is cut', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('[1,', () => response.destroy());
    });
    await expect(get(url)).rejects.toThrow(/terminated|closed|aborted/);
  });

  it('rejects JSON that is cut although the exchange ended in order', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('[{"id":1},'),
    );
    await expect(get(url)).rejects.toThrow('is not');
  });

  it('rejects an empty body that says it is JSON', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(),
    );
    await expect(get(url)).rejects.toThrow('is not');
  });

  it('rejects more bytes than the limit', async () => {
    const url = await serve((_request, response) => response.end('x'.repeat(1001)));
    await expect(get(url)).rejects.toThrow('larger than 1000 bytes');
  });

  it('rejects an answer that does not end in time', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200).write('slow');
    });
    await expect(wholeAnswers(fetch, { timeout: 100, bytes: 1000 })(url)).rejects.toThrow(/timeout|aborted/i);
  });

  it('knows that some answers have no body', async () => {
    const url = await serve((_request, response) =>
      response.writeHead(204, { 'content-type': 'application/json' }).end(),
    );
    expect((await get(url)).status).toBe(204);
  });
});
