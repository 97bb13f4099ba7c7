import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startAws, type LiveAws } from '../systems/aws.ts';
import { otherPerson } from '../systems/aws/clients.ts';
import { furnish } from './account.ts';

let aws: LiveAws;
const folder = mkdtempSync(join(tmpdir(), 'countersign-aws-import-'));
beforeAll(async () => {
  aws = await startAws();
  await furnish(otherPerson(aws));
  mkdirSync(join(folder, '.github'));
  writeFileSync(join(folder, '.github/countersign.yaml'), configuration(aws.endpoint));
}, 120_000);
afterAll(async () => {
  await aws.close();
  rmSync(folder, { recursive: true });
});

function configuration(endpoint: string): string {
  return `apiVersion: countersign.dev/v1
kind: Configuration
desired: [identities/**/*.yaml]
people:
  owners: [ana, ben]
sources:
  prod:
    provider: aws
    connection:
      read: { env: AWS_PROD_READ }
      write: { env: AWS_PROD_WRITE }
    mode: authoritative
    owner: owners
    options: { endpoint: ${JSON.stringify(endpoint)} }
approval:
  administrators: owners
`;
}

/** The command line as users have it: bundled. */
async function countersign(...words: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const env = { PATH: process.env['PATH'], AWS_PROD_READ: '{"accessKeyId":"reader","secretAccessKey":"x"}' };
  return await new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(process.cwd(), 'dist/cli.js'), ...words],
      { cwd: folder, env },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: out + err }),
    );
  });
}

test('what is imported and planned at once is an empty plan, and nothing is written', async () => {
  const imported = await countersign('import', '--out', 'identities', 'prod');
  expect(imported.output).toContain('5 documents written, 0 declared already, 2 facts not modelled.');
  expect(imported.code).toBe(0);
  const user = readFileSync(join(folder, 'identities/awsiamuser/legacy%2Cimport.yaml'), 'utf8');
  expect(user).toMatch(/accessKeys:\n {4}AKIA\w{16}: Active\n/u);

  const planned = await countersign('plan', '--all');
  expect(planned.output).toContain('nothing changes, the live systems already are as declared');
  expect(planned.output).toContain('prod = AWS account 123456789012, 5 identities, complete');
  expect(planned.code).toBe(0);
  expect(aws.calls().filter(({ access }) => access === 'write')).toEqual([]);
}, 60_000);
