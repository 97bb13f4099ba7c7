import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AwsCall } from './aws/calls.ts';
import { listen } from './aws/endpoint.ts';
import { Faults } from './aws/faults.ts';
import { Moto } from './aws/moto.ts';
import { AwsProxy } from './aws/proxy.ts';
import { freePort, installedProgram, runPrograms } from './programs.ts';

export { crowd } from './aws/crowd.ts';

/** An AWS account of its own: moto's IAM and STS, with AWS's managed policies, behind a proxy that behaves as AWS does. */
export type LiveAws = {
  /** Where who is tested calls: the proxy. Any access key will do that `faults.permit` does not limit. */
  readonly endpoint: string;
  /** Past the proxy, for what others do to the account: uncounted, without faults, pages or encoding. */
  readonly direct: string;
  readonly account: string;
  readonly faults: Faults;
  /** What went to `endpoint`, in order of arrival. */
  calls(): readonly Readonly<AwsCall>[];
  /** @returns what puts the roles back as they are now, with the same ids */
  keep(): Promise<() => Promise<void>>;
  /** Empties the account, and forgets calls and faults. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

const INSTALLED = 'moto-5.2.5';
const SERVER = new URL('aws/server.py', import.meta.url).pathname;
const READY_SECONDS = 60;

/** @throws Error that says how to install moto where it is missing. */
export async function startAws(): Promise<LiveAws> {
  const file = installedProgram(INSTALLED, join('bin', 'python'));
  const directory = mkdtempSync(join(tmpdir(), 'countersign-aws-'));
  const port = await freePort();
  const program = runPrograms(directory, [
    {
      name: 'moto',
      file,
      arguments: [SERVER, String(port)],
      env: { HOME: directory, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
    },
  ]);
  const url = `http://127.0.0.1:${port}`;
  await program.ready(async () => (await fetch(`${url}/moto-api/data.json`)).ok, READY_SECONDS);
  const moto = new Moto(url);
  const faults = new Faults();
  const proxy = new AwsProxy(moto, faults);
  const endpoint = await listen(async (headers, body) => await proxy.serve(headers, body));
  const direct = await listen(async (headers, body, path) => await moto.send(headers, body, path));
  return {
    endpoint: endpoint.url,
    direct: direct.url,
    account: '123456789012',
    faults,
    calls: () => proxy.calls,
    async keep() {
      await moto.own('keep');
      return async () => await moto.own('put-back');
    },
    async reset() {
      await moto.reset();
      faults.reset();
      proxy.reset();
    },
    async close() {
      await endpoint.close();
      await direct.close();
      await program.close();
    },
  };
}
