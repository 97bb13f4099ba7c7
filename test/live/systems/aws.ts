import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AwsCall } from './aws/calls.ts';
import { Faults } from './aws/faults.ts';
import { AwsProxy } from './aws/proxy.ts';
import { freePort, installedProgram, runPrograms } from './programs.ts';

export { crowd } from './aws/crowd.ts';

/** An AWS account of its own: moto's IAM and STS, with AWS's managed policies, behind a proxy that behaves as AWS does. */
export type LiveAws = {
  /** Where who is tested calls: the proxy. Any access key will do that `faults.permit` does not limit. */
  readonly endpoint: string;
  /** Moto itself, for what others do to the account: uncounted, without faults, pages or encoding. */
  readonly direct: string;
  readonly account: string;
  readonly faults: Faults;
  /** What went to `endpoint`, in order of arrival. */
  calls(): readonly Readonly<AwsCall>[];
  /** Empties the account, and forgets calls and faults. */
  reset(): Promise<void>;
  close(): Promise<void>;
};

const MOTO = 'moto-5.2.5';
const READY_SECONDS = 60;

/** @throws Error that says how to install moto where it is missing. */
export async function startAws(): Promise<LiveAws> {
  const file = installedProgram(join(MOTO, 'bin'), 'moto_server');
  const directory = mkdtempSync(join(tmpdir(), 'countersign-aws-'));
  const port = await freePort();
  const moto = runPrograms(directory, [
    {
      name: 'moto',
      file,
      arguments: ['-H', '127.0.0.1', '-p', String(port)],
      env: { HOME: directory, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true' },
    },
  ]);
  const direct = `http://127.0.0.1:${port}`;
  await moto.ready(async () => (await fetch(`${direct}/moto-api/data.json`)).ok, READY_SECONDS);
  const faults = new Faults();
  const proxy = new AwsProxy(direct, faults);
  return {
    endpoint: await proxy.listen(),
    direct,
    account: '123456789012',
    faults,
    calls: () => proxy.calls,
    async reset() {
      const response = await fetch(`${direct}/moto-api/reset`, { method: 'POST' });
      if (!response.ok) throw new Error(`moto was not reset: ${response.status}`);
      faults.reset();
      proxy.reset();
    },
    async close() {
      await proxy.close();
      await moto.close();
    },
  };
}
