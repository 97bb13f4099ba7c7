import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planted, sound } from './planted.ts';

const root = resolve(import.meta.dirname, '../..');

let house: string;
let findings: readonly string[];

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'countersign-lint-'));
  await symlink(join(root, 'node_modules'), join(house, 'node_modules'));
  for (const name of ['scripts', 'oxlint.config.ts', 'tsconfig.json', 'package.json']) {
    await cp(join(root, name), join(house, name), { recursive: true });
  }
  for (const { file, source } of [...planted, ...sound]) {
    await mkdir(dirname(join(house, file)), { recursive: true });
    await writeFile(join(house, file), `${source}\n`);
  }
  findings = findingsIn(await lint(['src', 'test', '--format', 'json']));
});

afterAll(async () => {
  await rm(house, { recursive: true, force: true });
});

function lint(args: readonly string[]): Promise<string> {
  const node = join(root, 'node_modules', '.bin', 'node');
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  return new Promise((done) => {
    execFile(node, [oxlint, ...args], { cwd: house, maxBuffer: 1 << 24 }, (_exit, stdout) => done(stdout));
  });
}

function findingsIn(output: string): readonly string[] {
  const report: unknown = JSON.parse(output);
  if (!isReport(report)) throw new Error(`oxlint did not answer with diagnostics: ${output.slice(0, 400)}`);
  return report.diagnostics.map(({ code, filename }) => `${code} ${filename}`);
}

function isReport(value: unknown): value is { diagnostics: readonly { code: string; filename: string }[] } {
  return typeof value === 'object' && value !== null && 'diagnostics' in value && Array.isArray(value.diagnostics);
}

describe('the linter refuses what is broken on purpose', () => {
  test.each(planted)('$file is refused by $rule', ({ rule, file }) => {
    expect(findings).toContain(`${rule} ${file}`);
  });

  test('and nothing that is sound', () => {
    const files = sound.map(({ file }) => file);
    expect(findings.filter((finding) => files.some((file) => finding.endsWith(` ${file}`)))).toEqual([]);
  });
});
