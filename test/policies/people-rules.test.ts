import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isJsonObject } from '../../src/core/json.ts';
import { loadPolicies, untested } from '../../src/core/policy/index.ts';
import { parseYaml } from '../../src/core/yaml.ts';
import { runCli } from '../support/cli.ts';

const PAGE = readFileSync('docs/policy-rules.md', 'utf8');

const blocks = [...PAGE.matchAll(/```yaml\n([^`]*)```/gu)].map(([, text = '']) => text);
const tests = blocks.at(-1) ?? '';
const shown = blocks.slice(0, -1);
const theirs = shown.filter((_, index) => index % 2 === 0);
const ours = shown.filter((_, index) => index % 2 === 1);

function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gmu, ' '.repeat(by));
}

const POLICY = `apiVersion: countersign.dev/v1
kind: Policy
metadata: { name: people }
spec:
  rules:
${ours.map((rule) => indented(rule, 4)).join('')}${indented(tests, 2)}`;

const CONFIGURATION = `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
policies: [policies/]
people: { administrators: [cleo], security: [sid], newcomers: [nina] }
sources:
  orders-db:
    provider: tiny
    connection: { read: { env: READ }, write: { env: WRITE } }
    mode: authoritative
    owner: administrators
approval: { administrators: administrators }
ledger: { branch: countersign/ledger, signing: { kind: none } }
`;

describe('the rules about people', () => {
  it('are twenty, each beside one of policy-bot', () => {
    expect([theirs.length, ours.length]).toEqual([20, 20]);
    for (const text of theirs) {
      const { documents, diagnostics } = parseYaml({ path: 'policy.yml', bytes: Buffer.from(text) });
      expect(diagnostics, text).toEqual([]);
      const value = documents[0]?.value;
      expect(Array.isArray(value) || (isJsonObject(value) && 'policy' in value), text).toBe(true);
    }
  });

  it('are sound, and each is shown by a case', () => {
    const people = { administrators: ['cleo'], security: ['sid'], newcomers: ['nina'] };
    const loaded = loadPolicies([{ path: 'policies/people.yaml', bytes: Buffer.from(POLICY) }], { people });
    expect([loaded.diagnostics, untested(loaded)]).toEqual([[], []]);
    expect(loaded.rules).toHaveLength(20);
  });

  it('pass their tests', async () => {
    const tree = { '.github/countersign.yaml': CONFIGURATION, 'policies/people.yaml': POLICY };
    const { code, stdout, stderr } = await runCli(['policy', 'test'], tree);
    expect([stdout, code], stderr).toEqual(['', 0]);
    expect(stderr).toContain('1 policy with 20 rules and 27 cases: all cases pass.');
  });

  it('know every rule of policy-bot by a line of the table', () => {
    for (const key of ['has_status', 'only_changed_files', 'has_valid_signatures', 'permissions', 'disapproval'])
      expect(PAGE.slice(PAGE.indexOf('## Everything'))).toContain(key);
  });
});
