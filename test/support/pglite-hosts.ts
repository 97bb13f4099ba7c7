import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** The environment variable with the ports of all hosts. */
export const HOSTS = 'COUNTERSIGN_PGLITE_HOSTS';

/** Starts a process for the databases of each worker, which does nothing until it is asked. Returns what ends them. */
export async function startHosts(count: number): Promise<() => void> {
  const hosts = await Promise.all(Array.from({ length: count }, startHost));
  process.env[HOSTS] = hosts.map(({ port }) => port).join(' ');
  return () => {
    for (const { child } of hosts) child.disconnect();
  };
}

async function startHost(): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(fileURLToPath(new URL('pglite-host.ts', import.meta.url)), { execArgv: [] });
  const [address] = (await once(child, 'message')) as [AddressInfo];
  return { child, port: address.port };
}
