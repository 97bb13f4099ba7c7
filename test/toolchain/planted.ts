/** A file that breaks one rule of the house on purpose, and the rule that has to say so. */
export interface Planted {
  readonly rule: string;
  readonly file: string;
  readonly source: string;
}

export const planted: readonly Planted[] = [
  plant('countersign(architecture)', 'src/core/imports-github.ts', `export { client } from '../github/client.ts';`),
  plant(
    'countersign(architecture)',
    'src/core/imports-sdk.ts',
    `import { Client } from 'pg'; export const client = Client;`,
  ),
  plant('countersign(architecture)', 'src/core/imports-type.ts', `export type Client = import('pg').Client;`),
  plant(
    'countersign(architecture)',
    'src/core/imports-files.ts',
    `import { stat } from 'node:fs'; export const look = stat;`,
  ),
  plant(
    'countersign(architecture)',
    'src/core/imports-late.ts',
    `export const late = (): Promise<unknown> => import('pg');`,
  ),
  plant(
    'countersign(architecture)',
    'src/core/imports-yaml.ts',
    `import { load } from 'js-yaml'; export const parse = load;`,
  ),
  plant(
    'countersign(architecture)',
    'src/github/imports-provider.ts',
    `export { reader } from '../providers/memory/reader.ts';`,
  ),
  plant(
    'countersign(architecture)',
    'src/providers/memory/imports-github.ts',
    `export { client } from '../../github/client.ts';`,
  ),
  plant(
    'countersign(architecture)',
    'src/providers/postgres/imports-other.ts',
    `export { reader } from '../memory/reader.ts';`,
  ),
  plant(
    'countersign(architecture)',
    'src/render/imports-octokit.ts',
    `import { Octokit } from '@octokit/rest'; export const api = Octokit;`,
  ),
  plant(
    'countersign(architecture)',
    'src/workflows/imports-provider.ts',
    `export { reader } from '../providers/memory/reader.ts';`,
  ),
  plant('countersign(no-clock)', 'src/core/reads-clock.ts', `export const now = (): Date => new Date();`),
  plant(
    'eslint(no-restricted-properties)',
    'src/core/reads-clock-number.ts',
    `export const now = (): number => Date.now();`,
  ),
  plant(
    'eslint(no-restricted-properties)',
    'src/core/rolls-dice.ts',
    `export const dice = (): number => Math.random();`,
  ),
  plant(
    'eslint(no-restricted-imports)',
    'src/core/makes-names.ts',
    `import { randomUUID } from 'node:crypto'; export const name = randomUUID;`,
  ),
  plant(
    'eslint(no-restricted-globals)',
    'src/core/calls-network.ts',
    `export const get = (url: string): Promise<unknown> => fetch(url);`,
  ),
  plant('eslint(no-restricted-globals)', 'src/core/reads-process.ts', `export const home = process.cwd;`),
  plant('node(no-process-env)', 'src/core/reads-environment.ts', `export const token = process.env['TOKEN'];`),
  plant('node(no-process-env)', 'src/cli/reads-environment.ts', `export const token = process.env['TOKEN'];`),
  plant(
    'eslint(no-restricted-globals)',
    'src/providers/memory/reads-environment.ts',
    `const { env } = process; export const token = env['TOKEN'];`,
  ),
  plant('typescript(no-floating-promises)', 'src/workflows/forgets-await.ts', forgottenAwait('write();')),
  plant('typescript(no-floating-promises)', 'src/workflows/voids-promise.ts', forgottenAwait('void write();')),
  plant(
    'typescript(no-misused-promises)',
    'src/workflows/forgets-await-in-each.ts',
    forgottenAwait('[1].forEach(async () => { await write(); });'),
  ),
  plant(
    'typescript(no-misused-promises)',
    'src/workflows/forgets-await-in-if.ts',
    forgottenAwait('if (write()) return;'),
  ),
  plant(
    'typescript(return-await)',
    'src/workflows/forgets-await-in-try.ts',
    `async function write(): Promise<void> { await Promise.resolve(); }\nexport async function apply(): Promise<void> { try { return write(); } catch { return; } }`,
  ),
  plant(
    'typescript(switch-exhaustiveness-check)',
    'src/core/forgets-case.ts',
    `export function name(kind: 'a' | 'b'): string { switch (kind) { case 'a': return 'A'; } return ''; }`,
  ),
  plant('typescript(no-explicit-any)', 'src/core/says-any.ts', `export const value: any = 1;`),
  plant(
    'typescript(no-unsafe-assignment)',
    'src/core/believes-json.ts',
    `export const value: string = JSON.parse('1');`,
  ),
  plant('countersign(no-double-cast)', 'src/core/casts-twice.ts', `export const value = 1 as unknown as string;`),
  plant('typescript(ban-ts-comment)', 'src/core/silences-types.ts', `// @ts-ignore\nexport const value: string = 1;`),
  plant(
    'eslint(no-restricted-imports)',
    'src/github/opens-shell.ts',
    `import { exec } from 'node:child_process'; export const run = exec;`,
  ),
  plant('eslint(no-eval)', 'src/core/evaluates.ts', `export const run = (text: string): unknown => eval(text);`),
  plant('eslint(max-lines)', 'src/core/grows.ts', 'export {};\n'.repeat(301)),
  plant(
    'vitest(no-disabled-tests)',
    'test/core/skips.test.ts',
    `import { expect, test } from 'vitest';\ntest.skip('skipped', () => { expect(1).toBe(1); });`,
  ),
  plant(
    'vitest(no-focused-tests)',
    'test/core/focuses.test.ts',
    `import { expect, test } from 'vitest';\ntest.only('alone', () => { expect(1).toBe(1); });`,
  ),
];

/** Files that break nothing: a rule that fires on them fires on everything. */
export const sound: readonly Pick<Planted, 'file' | 'source'>[] = [
  {
    file: 'src/core/digest.ts',
    source: `import { createHash } from 'node:crypto';\nexport const at = (time: string): Date => new Date(time);\nexport const hash = (text: string): string => createHash('sha256').update(text).digest('hex');`,
  },
  {
    file: 'src/github/client.ts',
    source: `import { Octokit } from '@octokit/rest';\nexport const client = (): Octokit => new Octokit();`,
  },
  { file: 'src/providers/memory/reader.ts', source: `export { hash as reader } from '../../core/digest.ts';` },
  {
    file: 'src/providers/registry.ts',
    source: `export const memory = (): Promise<unknown> => import('./memory/reader.ts');`,
  },
  { file: 'src/action.ts', source: `export const token = process.env['INPUT_TOKEN'];` },
  { file: 'src/workflows/awaits.ts', source: forgottenAwait('await write();') },
];

function plant(rule: string, file: string, source: string): Planted {
  return { rule, file, source };
}

function forgottenAwait(statement: string): string {
  return `async function write(): Promise<void> { await Promise.resolve(); }\nexport async function apply(): Promise<void> { ${statement} }`;
}
