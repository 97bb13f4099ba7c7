import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Gate } from './gate.ts';
import type { Proxy } from './http-proxy.ts';

/** Hands a PostgreSQL conversation on, message by message; each COMMIT passes through the gate. */
export async function startPostgresProxy(target: { host: string; port: number }, gate: Gate): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target.port, target.host);
    for (const socket of [client, upstream]) {
      // A conversation of small messages would wait forty milliseconds for each.
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => undefined);
    }
    converse(client, upstream, gate);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function converse(client: Socket, upstream: Socket, gate: Gate): void {
  let committing: number | null = null;
  const end = () => {
    client.destroy();
    upstream.destroy();
  };
  pump(client, new Messages('startup'), end, async (message) => {
    if (isCommit(message)) {
      const effect = await gate.enter('COMMIT');
      if (effect === null) return end();
      committing = effect;
    }
    upstream.write(message);
  });
  pump(upstream, new Messages('typed'), end, async (message) => {
    if (committing !== null && message.toString('latin1', 5, 11) === 'COMMIT') {
      const effect = committing;
      committing = null;
      if (!(await gate.leave(effect))) return end();
    }
    client.write(message);
  });
}

/** One message after the other, in order, and the end when the other side ends. */
function pump(from: Socket, messages: Messages, end: () => void, each: (message: Buffer) => Promise<void>): void {
  let tail = Promise.resolve();
  from.on('data', (bytes) => {
    for (const message of messages.add(bytes)) tail = tail.then(() => each(message)).catch(end);
  });
  from.on('close', () => {
    tail = tail.then(end);
  });
}

/** Whether a simple query or a parsed statement is COMMIT. */
function isCommit(message: Buffer): boolean {
  const type = String.fromCharCode(message[0] ?? 0);
  if (type === 'Q') return message.toString('utf8', 5, message.length - 1).trim() === 'COMMIT';
  return type === 'P' && message.toString('utf8', 5).split('\0')[1]?.trim() === 'COMMIT';
}

/** Cuts a stream into messages: a type and a length, but for the first of a client, which has no type. */
class Messages {
  #rest: Buffer = Buffer.alloc(0);
  #first: boolean;

  constructor(kind: 'startup' | 'typed') {
    this.#first = kind === 'startup';
  }

  add(bytes: Buffer): readonly Buffer[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const whole: Buffer[] = [];
    for (;;) {
      const offset = this.#first ? 0 : 1;
      if (this.#rest.length < offset + 4) return whole;
      const length = offset + this.#rest.readInt32BE(offset);
      if (this.#rest.length < length) return whole;
      whole.push(this.#rest.subarray(0, length));
      this.#rest = this.#rest.subarray(length);
      this.#first = false;
    }
  }
}
