import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

/** The environment variable with the ports of all hosts. */
export const HOSTS = 'COUNTERSIGN_PGLITE_HOSTS';

/** Before the first test: a process for the databases of each worker, which does nothing until it is asked. */
export async function setup({ vitest }: TestProject): Promise<() => void> {
  const { maxWorkers } = vitest.config;
  const hosts = await Promise.all(Array.from({ length: Number(maxWorkers) }, startHost));
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
