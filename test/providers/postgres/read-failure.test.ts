import { createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { CountersignError } from '../../../src/core/errors.ts';
import { connectionPlace } from '../../../src/providers/postgres/connection-place.ts';
import { postgres } from '../../../src/providers/postgres/index.ts';
import { readFailure } from '../../../src/providers/postgres/catalog/read-failure.ts';
import { selfSigned } from '../../support/self-signed.ts';

const SECRET = 'hunter2';
const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** A server that treats every connection like this. @returns host and port */
async function serverThat(treat: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    treat(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
}

/** As PostgreSQL refuses a connection at its start. */
function refusing(state: string): (socket: Socket) => void {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${state}\0Mthe password ${SECRET} is wrong\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeUInt32BE(fields.length + 4, 1);
  return (socket) => socket.once('data', () => socket.end(Buffer.concat([head, fields])));
}

/** What a plan says of a source that is read through this connection. */
async function reasonOf(server: string, mode: string, timeout = 20_000) {
  const secret = `postgres://watcher:${SECRET}@${server}/orders?sslmode=${mode}`;
  const connection = { source: 'orders-db', secret, boundary: {}, options: {}, timeout, progress: () => undefined };
  const { unreadable } = await postgres.reader(connection).read({ kind: 'boundary' });
  const [only] = unreadable;
  expect(JSON.stringify(unreadable)).not.toContain(SECRET);
  return only?.reason ?? { code: '', message: '' };
}

describe('a source that cannot be read is said with cause, place and mend, and never with the password', () => {
  it('nothing listens', async () => {
    const { code, message } = await reasonOf('127.0.0.1:1', 'disable');
    expect(code).toBe('source-unreachable');
    expect(message).toBe(
      'The source does not listen at 127.0.0.1:1 (ECONNREFUSED). Check the host and the port in the connection string, and that the runner may reach it.',
    );
  });

  it('nobody answers', async () => {
    const silent = await serverThat(() => undefined);
    const { code, message } = await reasonOf(silent, 'disable', 100);
    expect([code, message]).toEqual(['source-timeout', expect.stringContaining(`did not answer in time at ${silent}`)]);
  });

  it('a wrong password', async () => {
    const server = await serverThat(refusing('28P01'));
    const { code, message } = await reasonOf(server, 'disable');
    expect(code).toBe('login-refused');
    expect(message).toBe(
      `The source refused the login of "watcher" to the database "orders" at ${server} (28P01). Correct the user or the password in the connection string.`,
    );
  });

  it('a login that pg_hba.conf does not let in', async () => {
    const { code, message } = await reasonOf(await serverThat(refusing('28000')), 'disable');
    expect([code, message]).toEqual(['login-refused', expect.stringMatching(/"watcher".*pg_hba\.conf.*sslmode/u)]);
  });

  it('a server without TLS', async () => {
    const server = await serverThat((socket) => socket.once('data', () => socket.write('N')));
    const { code, message } = await reasonOf(server, 'verify-full');
    expect([code, message]).toEqual(['tls-not-offered', expect.stringContaining(`offers no TLS at ${server}`)]);
  });

  it('a certificate that only its own key signed', async () => {
    const server = await serverThat((socket) =>
      socket.once('data', () => {
        socket.write('S');
        new TLSSocket(socket, { isServer: true, ...selfSigned() }).on('error', () => undefined);
      }),
    );
    const { code, message } = await reasonOf(server, 'verify-full');
    expect(code).toBe('certificate-untrusted');
    expect(message).toMatch(/no trusted authority signed \(DEPTH_ZERO_SELF_SIGNED_CERT\).*sslrootcert=/u);
  });

  it('a file of certificates that is not there', async () => {
    const { code, message } = await reasonOf('127.0.0.1:1', 'verify-full&sslrootcert=nowhere.pem');
    expect([code, message]).toEqual(['connection-malformed', expect.stringContaining('sslrootcert')]);
  });

  it('a server that hangs up', async () => {
    const { code } = await reasonOf(await serverThat((socket) => socket.destroy()), 'disable');
    expect(code).toBe('source-unreachable');
  });
});

describe('readFailure', () => {
  const place = connectionPlace(`postgres://watcher:${SECRET}@db.example/orders`);

  it.each([
    ['ENOTFOUND', 'source-unreachable', 'nobody knows the host of db.example:5432'],
    ['EAI_AGAIN', 'source-unreachable', 'nobody knows the host of db.example:5432'],
    ['EHOSTUNREACH', 'source-unreachable', 'could not be reached at db.example:5432'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-untrusted', 'a certificate for another name than db.example:5432'],
    ['CERT_HAS_EXPIRED', 'certificate-untrusted', 'an expired certificate'],
    ['EPROTO', 'certificate-untrusted', 'agreed on no TLS connection'],
    ['3D000', 'database-missing', 'does not exist'],
    ['55000', 'database-closed', 'accepts no connections'],
    ['57014', 'source-timeout', 'did not answer in time'],
    ['42501', 'catalogue-denied', 'may not read'],
    ['42P01', 'catalogue-unreadable', 'answered a catalogue query with an error'],
    ['53300', 'source-unreachable', 'no connection left'],
    ['57P03', 'source-unreachable', 'ended the connection'],
    ['08006', 'source-unreachable', 'ended the connection'],
  ])('%s is %s', (state, code, says) => {
    const error = Object.assign(new Error(`${SECRET} at db.example`), { code: state });
    expect(readFailure(error, null, place)).toEqual({ code, message: expect.stringContaining(says) as string });
  });

  it('repeats nothing of an error without a name', () => {
    const { code, message } = readFailure(new Error(SECRET), null, place);
    expect([code, message]).toEqual(['source-unreachable', expect.not.stringContaining(SECRET)]);
  });

  it('keeps the code and the mend of what is already said', () => {
    const error = new CountersignError('target-unknown', 'Cause.', { mend: 'Mend.' });
    expect(readFailure(error, 'orders', place)).toEqual({
      code: 'target-unknown',
      message: 'The database "orders": Cause. Mend.',
    });
  });
});

describe('connectionPlace', () => {
  it('shows who, where and which database', () => {
    expect(connectionPlace('postgres://a%20b:pw@[::1]:6432/or%2Fders?sslmode=disable')).toEqual({
      user: '"a b"',
      server: '[::1]:6432',
      database: '"or/ders"',
    });
  });

  it('believes the parameters, as the driver does', () => {
    expect(connectionPlace('postgres:///?host=db.example&user=app&port=7000')).toEqual({
      user: '"app"',
      server: 'db.example:7000',
      database: '(the default)',
    });
  });

  it.each([
    ['a slash', 'postgres://watcher:12/34hunter2@db.example/orders'],
    ['a question mark', 'postgres://watcher:12?hunter2@db.example/orders'],
    ['a hash', 'postgres://watcher:12#hunter2@db.example/orders'],
    ['no URL', 'host=db.example password=hunter2'],
  ])('says nothing where a password with %s could be taken for another part', (_, secret) => {
    expect(connectionPlace(secret)).toBeNull();
  });

  it('shows no part that has the shape of a secret', () => {
    expect(connectionPlace(`postgres://ghp_${'a1B2'.repeat(9)}:x@db.example/orders`)?.user).toBe('(not shown)');
  });
});
