import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCases, loadPolicies, untested } from '../../src/core/policy/index.ts';
import { runCli } from '../support/cli.ts';

const packs = readdirSync('policies', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function textOf(pack: string): string {
  return readFileSync(`policies/${pack}/policy.yaml`, 'utf8');
}

function load(pack: string, text: string) {
  return loadPolicies([{ path: `policies/${pack}/policy.yaml`, bytes: Buffer.from(text) }], { people: {} });
}

describe.each(packs)('%s', (pack) => {
  const text = textOf(pack);
  const sound = load(pack, text);

  it('is sound, is named as its folder, and every rule is shown by a case and serves a control', () => {
    expect([sound.diagnostics, untested(sound)]).toEqual([[], []]);
    expect(new Set(sound.rules.map(({ policy }) => policy))).toEqual(new Set([pack]));
    expect(sound.rules.filter(({ controls }) => controls.length === 0)).toEqual([]);
  });

  it('passes its own tests', async () => {
    const tree = { [`policies/${pack}/policy.yaml`]: text };
    expect(await runCli(['policy', 'test', 'policies'], tree)).toMatchObject({ code: 0, stdout: '' });
  });

  it.each(sound.rules.map(({ name }) => name))('notices when %s is turned around, or never holds', (name) => {
    const start = text.indexOf(`- name: ${name}\n`);
    const rule = text.slice(start).split('\n\n')[0] ?? '';
    const when = /\n {6}when: (?:>-\n(?: {8}.*\n)+|.*\n)/u.exec(rule)?.[0] ?? '';
    for (const wrong of ['false', 'true']) {
      const broken = load(pack, text.replace(rule, rule.replace(when, `\n      when: '${wrong}'\n`)));
      expect(broken.diagnostics).toEqual([]);
      const failed = runCases(broken).flatMap(({ problems }) => problems.map(({ code }) => code));
      expect(failed).toContain('policy-test-failed');
    }
  });
});

it('all of them are listed in the README', () => {
  const readme = readFileSync('policies/README.md', 'utf8');
  for (const pack of packs) {
    expect(readme).toContain(`[${pack}](${pack}/policy.yaml)`);
    for (const { name } of load(pack, textOf(pack)).rules) expect(readme).toContain(`\`${name}\``);
  }
});
