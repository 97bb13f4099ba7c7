import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const installed = (system: string): string =>
  new RegExp(`^${system}=(?<version>[\\d.]+)$`, 'mu').exec(read('.ci/tools'))?.groups?.['version'] ?? 'none';

describe('the systems of the live suites', () => {
  test.each([
    ['moto', 'test/live/systems/aws.ts'],
    ['etcd', 'test/live/systems/kubernetes.ts'],
    ['kubernetes', 'test/live/systems/kubernetes.ts'],
  ])('%s is started in the version that .ci/tools installs', (system, file) => {
    expect(read(file)).toContain(`'${system}-${installed(system)}'`);
  });

  test.each([
    ['moto', '.ci/moto.txt', (version: string) => `moto==${version}\n`],
    ['etcd', 'test/live/systems/etcd/go.mod', (version: string) => `go.etcd.io/etcd/server/v3 v${version}\n`],
    ['kubernetes', 'test/live/systems/kube-apiserver/go.mod', (version: string) => `k8s.io/kubernetes v${version}\n`],
  ])('%s is pinned to that version in %s', (system, file, pin) => {
    expect(read(file)).toContain(pin(installed(system)));
  });

  test.each([
    ['moto', 'moto'],
    ['etcd', 'etcd'],
    ['kubernetes', 'kube-apiserver'],
  ])('%s is in docs/dependencies.md as %s, in that version', (system, name) => {
    expect(read('docs/dependencies.md')).toContain(`| ${name} ${installed(system)} |`);
  });

  test('every package beneath moto is pinned', () => {
    const lines = read('.ci/moto.txt').trim().split('\n');
    expect(lines.filter((line) => !/^[\w.-]+==[\w.]+$/u.test(line))).toEqual([]);
  });
});

test('what .ci/tools starts ends with it: a bound in a process group of its own outlives the bound of the whole', () => {
  const bounds = [...read('.ci/tools').matchAll(/\btimeout (?<option>--foreground )?\d+ /gu)];
  expect(bounds.length).toBeGreaterThan(3);
  expect(bounds.filter(({ groups }) => groups?.['option'] === undefined).map(([bound]) => bound)).toEqual([]);
});
