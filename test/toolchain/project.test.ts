import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const exactVersion = /^\d+\.\d+\.\d+$/;

function objectAt(value: unknown, ...keys: readonly string[]): Record<string, unknown> {
  const found = keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);
  return isRecord(found) ? found : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function read(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

const manifest: unknown = JSON.parse(read('package.json'));
const dependencies = { ...objectAt(manifest, 'dependencies'), ...objectAt(manifest, 'devDependencies') };
const locked = objectAt(JSON.parse(read('package-lock.json')), 'packages');

describe('dependencies', () => {
  test.each(Object.entries(dependencies))('%s is pinned to an exact version', (_name, version) => {
    expect(version).toMatch(exactVersion);
  });

  test.each(Object.keys(dependencies))('%s is justified in docs/dependencies.md', (name) => {
    expect(read('docs/dependencies.md')).toContain(`| \`${name}\` |`);
  });

  test('docs/dependencies.md names nothing else', () => {
    const rows = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = '']) => name);
    expect(rows.toSorted()).toEqual(Object.keys(dependencies).toSorted());
  });
});

describe('package-lock.json', () => {
  test('holds no download address', () => {
    expect(Object.keys(locked).filter((path) => 'resolved' in objectAt(locked, path))).toEqual([]);
  });

  test('has a digest for every package', () => {
    const without = Object.keys(locked).filter((path) => path !== '' && !('integrity' in objectAt(locked, path)));
    expect(without).toEqual([]);
  });

  test('has every optional platform package, so that npm ci finds nothing missing', () => {
    const wanted = Object.values(locked).flatMap((entry) => Object.keys(objectAt(entry, 'optionalDependencies')));
    const present = (name: string): boolean =>
      Object.keys(locked).some((path) => path.endsWith(`node_modules/${name}`));
    expect([...new Set(wanted)].filter((name) => !present(name))).toEqual([]);
  });
});

describe('workflows', () => {
  test.each(['.github/workflows/ci.yml'])('%s pins every action to a commit and grants reading only', (file) => {
    const uses = [...read(file).matchAll(/uses: (?<action>\S+)/g)].map(({ groups }) => groups?.['action'] ?? '');
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) expect(action).toMatch(/@[0-9a-f]{40}$/);
    expect(read(file)).toMatch(/^permissions:\n {2}contents: read\n\n/m);
  });

  test('give CI more time than CI gives itself', () => {
    const minutes = /^    timeout-minutes: (?<minutes>\d+)$/m.exec(read('.github/workflows/ci.yml'))?.groups?.[
      'minutes'
    ];
    const seconds = /^budget=(?<seconds>\d+)/m.exec(read('.ci/run'))?.groups?.['seconds'];
    expect(Number(minutes) * 60).toBeGreaterThanOrEqual(Number(seconds));
  });
});

describe('a newcomer', () => {
  const run = read('.ci/run');

  test('is promised to need git, node and npm, and CI installs and runs the demo with nothing else on PATH', () => {
    expect(run).toContain(
      'for program in git node npm; do ln -s "$(command -v "$program")" "$newcomer/$program"; done',
    );
    expect(run).toMatch(/^must 'npm ci[^']*' \d+ env PATH="\$newcomer" npm ci$/m);
    expect(run).toMatch(
      /^phase 'npm run demo[^']*' \d+ env -i HOME="\$\{HOME:-\$scratch\}" PATH="\$newcomer" npm run demo$/m,
    );
    expect(read('.npmrc')).toMatch(/^script-shell=\/bin\/sh$/m);
  });
});
