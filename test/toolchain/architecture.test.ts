import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isPure, judgeImport, loadsLazily } from '../../scripts/lint/architecture.ts';

describe('arrows point inward', () => {
  test.each([
    ['src/core/plan.ts', './digest.ts'],
    ['src/core/approval/decide.ts', '../errors.ts'],
    ['src/core/digest.ts', 'node:crypto'],
    ['src/core/digest.ts', 'canonicalize'],
    ['src/core/yaml.ts', 'js-yaml'],
    ['src/core/policy/cel.ts', '@bufbuild/cel'],
    ['src/core/yaml/parse.ts', 'js-yaml'],
    ['src/core/desired.ts', 'ajv/dist/2020.js'],
    ['src/core/desired.ts', '../../schemas/identity.schema.json'],
    ['src/render/comment.ts', '../core/plan.ts'],
    ['src/github/client.ts', '@octokit/rest'],
    ['src/github/client.ts', '../core/ports.ts'],
    ['src/providers/postgres/read.ts', 'pg'],
    ['src/providers/postgres/read.ts', './quoting.ts'],
    ['src/providers/postgres/sql/role.ts', '../quoting.ts'],
    ['src/providers/postgres/sql/role.ts', '../../../core/ports.ts'],
    ['src/providers/github/read.ts', '@octokit/rest'],
    ['src/providers/registry.ts', './postgres/index.ts'],
    ['src/workflows/publish-plan.ts', '../github/reviews.ts'],
    ['src/cli/plan.ts', '../providers/registry.ts'],
    ['src/action.ts', './workflows/publish-plan.ts'],
    ['test/core/plan.test.ts', '../../src/providers/postgres/catalog/read.ts'],
  ])('%s may import %s', (file, specifier) => {
    expect(judgeImport(file, specifier)).toBeUndefined();
  });

  test.each([
    ['src/core/plan.ts', '../github/client.ts', 'core must not import github'],
    ['src/core/approval/decide.ts', '../../providers/memory/index.ts', 'core must not import providers/memory'],
    ['src/core/plan.ts', '../render/comment.ts', 'core must not import render'],
    ['src/core/plan.ts', '../workflows/plan-pull-request.ts', 'core must not import workflows'],
    ['src/core/plan.ts', '../action.ts', 'core must not import front'],
    ['src/core/plan.ts', 'node:fs', 'package node:fs'],
    ['src/core/plan.ts', 'fs/promises', 'package node:fs'],
    ['src/core/plan.ts', 'pg', 'package pg'],
    ['src/core/desired.ts', 'js-yaml', 'src/core/yaml.ts only'],
    ['src/core/policy/check.ts', '@bufbuild/cel', 'src/core/policy/cel.ts only'],
    ['src/cli/policy.ts', '@bufbuild/cel', 'src/core/policy/cel.ts only'],
    ['src/core/plan.ts', '../../test/fixtures/plan.ts', 'outside src/'],
    ['src/render/comment.ts', '@octokit/rest', 'package @octokit/rest'],
    ['src/render/comment.ts', '../github/client.ts', 'render must not import github'],
    ['src/github/client.ts', '../providers/postgres/read.ts', 'github must not import providers/postgres'],
    ['src/github/client.ts', '../providers/registry.ts', 'github must not import registry'],
    ['src/github/client.ts', 'pg', 'package pg'],
    ['src/providers/postgres/read.ts', '../../github/client.ts', 'providers/postgres must not import github'],
    ['src/providers/postgres/read.ts', '../memory/index.ts', 'providers/postgres must not import providers/memory'],
    ['src/providers/postgres/sql/role.ts', '../../memory/index.ts', 'must not import providers/memory'],
    ['src/providers/postgres/read.ts', '../registry.ts', 'must not import registry'],
    ['src/providers/postgres/read.ts', '@octokit/rest', 'package @octokit/rest'],
    ['src/workflows/apply-landed.ts', '../providers/postgres/write.ts', 'workflows must not import providers/postgres'],
    ['src/workflows/apply-landed.ts', '../providers/registry.ts', 'workflows must not import registry'],
    ['src/workflows/apply-landed.ts', '@actions/core', 'package @actions/core'],
    ['src/action.ts', './providers/postgres/index.ts', 'front must not import providers/postgres'],
    ['src/cli/plan.ts', '../providers/postgres/index.ts', 'cli must not import providers/postgres'],
    ['src/cli/plan.ts', 'node:process', 'read the environment'],
    ['src/providers/postgres/read.ts', 'process', 'read the environment'],
  ])('%s must not import %s', (file, specifier, reason) => {
    expect(judgeImport(file, specifier)).toContain(reason);
  });

  test('only core and render are pure', () => {
    const files = [
      'src/core/plan.ts',
      'src/render/html.ts',
      'src/github/client.ts',
      'src/action.ts',
      'test/core/plan.test.ts',
    ];
    expect(files.filter(isPure)).toEqual(['src/core/plan.ts', 'src/render/html.ts']);
  });

  test('the registry, the front doors and the clients of providers load lazily, nothing else inside does', () => {
    const files = [
      'src/providers/registry.ts',
      'src/cli.ts',
      'src/cli/plan.ts',
      'src/core/plan.ts',
      'src/providers/postgres/read.ts',
      'src/providers/aws/client.ts',
      'src/providers/aws/catalog/client.ts',
    ];
    expect(files.filter(loadsLazily)).toEqual([
      'src/providers/registry.ts',
      'src/cli.ts',
      'src/cli/plan.ts',
      'src/providers/aws/client.ts',
    ]);
  });
});

describe('docs/architecture.md', () => {
  const text = readFileSync('docs/architecture.md', 'utf8');
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' });
  const folders = (pattern: RegExp) =>
    [...new Set([...files.matchAll(pattern)].map(([, folder = '']) => folder))].toSorted();

  test('names every folder of the repository, and no other', () => {
    const beside = /^Beside `src\/` stand .*$/mu.exec(text)?.[0] ?? '';
    const named = [...beside.matchAll(/`([a-z]+)\/`/gu)].map(([, folder = '']) => folder);
    expect(named.toSorted()).toEqual(folders(/^([a-z][^/\n]*)\//gmu));
  });

  test('has a room for every folder of the sources', () => {
    const rooms = [...text.matchAll(/^\| .*$/gmu)].flatMap(([row]) => [...row.matchAll(/`(?:src\/)?([a-z]+)\/`/gu)]);
    const named = new Set(rooms.map(([, folder = '']) => folder));
    expect(folders(/^src\/([^/\n]+)\//gmu).filter((folder) => !named.has(folder))).toEqual([]);
  });
});
