import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that ends in the middle of what the server says. */
export type CutOff = { readonly port: number; close(): Promise<void> };

/** @param bytes of the server's that still come through, over all connections */
export async function cutOff(target: { readonly host: string; readonly port: number }, bytes: number): Promise<CutOff> {
  const sockets = new Set<Socket>();
  let left = bytes;
  const server = createServer((client) => {
    const upstream = connect(target.port, target.host);
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', end);
    }
    client.on('data', (chunk) => upstream.write(chunk));
    upstream.on('data', (chunk) => {
      client.write(chunk.subarray(0, Math.max(0, left)));
      left -= chunk.length;
      if (left <= 0) end();
    });
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
