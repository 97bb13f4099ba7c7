import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readInputs } from '../../src/action/inputs.ts';
import { surroundingsFrom } from '../../src/action/surroundings.ts';
import { wire } from '../../src/action/wiring.ts';
import type { Configuration } from '../../src/core/configuration.ts';
import { createGitHub, type GitHubOptions } from '../../src/github/client.ts';

vi.mock('../../src/github/client.ts', async (original) => {
  const actual = await original<typeof import('../../src/github/client.ts')>();
  return {
    ...actual,
    createGitHub: vi.fn<typeof createGitHub>((options: GitHubOptions) =>
      actual.createGitHub({ ...options, pace: { write: 0, second: 0 } }),
    ),
  };
});

const SILENT = { debug: () => {}, info: () => {}, warn: () => {} };

const ENVIRONMENT: Readonly<Record<string, string>> = {
  GITHUB_REPOSITORY: 'acme/identities',
  GITHUB_API_URL: 'http://127.0.0.1:9',
  GITHUB_GRAPHQL_URL: 'http://127.0.0.1:9/graphql',
  GITHUB_RUN_ID: '7',
};

function wired(given: Readonly<Record<string, string>> = {}) {
  const inputs = { command: 'apply', token: 'ghs_main', 'write-interval': '0', ...given };
  return wire(
    readInputs((name) => (name in inputs ? (inputs as Readonly<Record<string, string>>)[name] : undefined) ?? ''),
    surroundingsFrom((name) => ENVIRONMENT[name], SILENT),
  );
}

const rules = (repository: string | null, branch = 'countersign/ledger') =>
  ({ app: null, ledger: { branch, repository, signing: { kind: 'none' } } }) as Configuration;
const ELSEWHERE = 'acme/ledger';

describe('the ledger of a run', () => {
  beforeEach(() => {
    vi.mocked(createGitHub).mockClear();
  });

  it('in another repository has one client, whose waits for rate limits are one budget', async () => {
    const { ledgerWriter, openLedger, takeLease, glanceAtLedger } = wired({ 'ledger-token': 'ghs_ledger' });
    ledgerWriter(rules(ELSEWHERE));
    glanceAtLedger(rules(ELSEWHERE));
    await openLedger(rules(ELSEWHERE));
    await openLedger(rules(ELSEWHERE, 'another/branch'));
    await takeLease(rules(ELSEWHERE)).catch(() => null);
    expect(vi.mocked(createGitHub).mock.calls.map(([{ token }]) => token)).toEqual(['ghs_main', 'ghs_ledger']);
  });

  it('in the same repository is reached with the client of that', async () => {
    await wired({ 'ledger-token': 'ghs_ledger' }).openLedger(rules(null));
    expect(createGitHub).toHaveBeenCalledTimes(1);
  });

  it('in another repository is not reached without a token for it', async () => {
    await expect(wired().openLedger(rules(ELSEWHERE))).rejects.toMatchObject({
      code: 'ledger-token-missing',
      evidence: ELSEWHERE,
    });
  });

  it('is one for the same App and the same settings, whatever else the configurations say', async () => {
    const { openLedger } = wired();
    const first = await openLedger(rules(null));
    expect(await openLedger({ ...rules(null), desired: ['other/*.yaml'] })).toBe(first);
    expect(await openLedger(rules(null, 'another/branch'))).not.toBe(first);
    const signed = { kind: 'ed25519' as const, key: 'LEDGER_KEY', keys: {} };
    expect(await openLedger({ ...rules(null), ledger: { ...rules(null).ledger, signing: signed } })).not.toBe(first);
  });
});
