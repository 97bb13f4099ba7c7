import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { isWrite } from '../github-server/http/log.ts';
import { CONFIGURATION_PATH } from './estate.ts';
import { Team } from './repository.ts';
import { shown, type ActionRun } from './runner.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const APP = 4711;
const CHECK = 'countersign/approval';
const OWNERS = '.github/CODEOWNERS';

const configuration = (signing: string, app: string) => `apiVersion: countersign.dev/v1
kind: Configuration
desired: ['identities/**/*.yaml']
people: { billing: [ben], administrators: [cleo] }
sources:
  accounts:
    provider: memory
    connection: { read: { env: ACCOUNTS_READ }, write: { env: ACCOUNTS_WRITE } }
    mode: authoritative
    owner: billing
approval: { administrators: administrators }
ledger: { branch: countersign/ledger${signing} }
${app}`;

const TRIAL = configuration('', '');
const SIGNING =
  ', signing: { kind: github-oidc, repositoryId: 7, workflows: [a/b/.github/workflows/c.yml@refs/heads/main], refs: [refs/heads/main] }';
const STANDARD = configuration(SIGNING, `app: ${APP}\n`);

/** What a ruleset of the default branch holds, and that of the ledger's branches. */
type Rules = Parameters<Team['repository']['addRuleset']>[0]['rules'];

const KEPT: NonNullable<Rules> = [{ type: 'deletion' }, { type: 'non_fast_forward' }];

function review(required: boolean): NonNullable<Rules>[number] {
  const parameters = {
    required_approving_review_count: 0,
    require_code_owner_review: required,
    dismiss_stale_reviews_on_push: false,
    require_last_push_approval: false,
    required_review_thread_resolution: false,
  };
  return { type: 'pull_request', parameters };
}

function check(source: { readonly integration_id?: number }): NonNullable<Rules>[number] {
  const required_status_checks = [{ context: CHECK, ...source }];
  return {
    type: 'required_status_checks',
    parameters: { required_status_checks, strict_required_status_checks_policy: false },
  };
}

const WHOLE: NonNullable<Rules> = [...KEPT, review(true), check({ integration_id: APP })];

describe('the doctor', () => {
  let team: Team;

  beforeAll(async () => {
    team = await Team.form({ [CONFIGURATION_PATH]: TRIAL, 'README.md': 'identities' }, {});
  });

  afterAll(async () => {
    await team.close();
  });

  async function has(files: Readonly<Record<string, string | null>>): Promise<void> {
    await team.repository.push({ as: team.cleo, branch: 'main', files, message: 'Set up' });
  }

  function rules(ofDefault: Rules, ofLedger: Rules = KEPT): void {
    const { repository } = team;
    repository.repository.rulesets.clear();
    repository.addRuleset({ name: 'Countersign', rules: ofDefault ?? [] });
    const include = ['refs/heads/countersign/ledger', 'refs/heads/countersign/ledger-lease'];
    repository.addRuleset({ name: 'Countersign ledger', include, rules: ofLedger ?? [] });
  }

  /** The codes that start a line, as often as they do. */
  function named({ log }: ActionRun): readonly string[] {
    return [...log.matchAll(/^(?<code>[a-z]+(?:-[a-z]+)+): /gmu)].map(({ groups }) => groups?.['code'] ?? '');
  }

  async function examined(level: 'trial' | 'standard'): Promise<readonly string[]> {
    const run = await team.doctor();
    expect(run.exitCode, shown(run)).toBe(0);
    expect(run.outputs).toEqual({ decision: level });
    return named(run);
  }

  it('names everything that a trial lacks', async () => {
    expect(await examined('trial')).toEqual([
      'app-missing',
      'signing-missing',
      'check-not-required',
      'code-owner-review-missing',
      ...Array.from({ length: 3 }, () => ['branch-deletable', 'branch-rewritable']).flat(),
      'code-owners-missing',
      'environment-missing',
      'environment-missing',
    ]);
  });

  it('says in log and summary what it found, what to do, and what it cannot see', async () => {
    const run = await team.doctor();
    for (const text of [run.log, run.summary]) {
      expect(text).toContain('Level: trial');
      expect(text).toContain('check-not-required: No active ruleset requires the check countersign/approval on main.');
      expect(text).toContain('Add the rule non_fast_forward to a ruleset that covers it.');
      expect(text).toContain('who may bypass the rulesets');
    }
  });

  describe('where everything is set up', () => {
    beforeEach(async () => {
      rules(WHOLE);
      for (const job of ['read', 'publish', 'apply']) team.repository.setEnvironment(`countersign-${job}`, ['main']);
      await has({ [CONFIGURATION_PATH]: STANDARD, [OWNERS]: '/.github/ @cleo\n' });
    });

    it('misses nothing, and writes nothing', async () => {
      const start = team.server.recordings.length;
      expect(await examined('standard')).toEqual([]);
      expect(team.server.recordings.slice(start).filter(isWrite)).toEqual([]);
    });

    it.each<[string, () => Promise<void> | void]>([
      ['signing-missing', async () => await has({ [CONFIGURATION_PATH]: configuration('', `app: ${APP}\n`) })],
      ['check-not-required', () => rules([...KEPT, review(true)])],
      ['check-unpinned', () => rules([...KEPT, review(true), check({})])],
      ['code-owner-review-missing', () => rules([...KEPT, review(false), check({ integration_id: APP })])],
      ['branch-deletable', () => rules(WHOLE.filter(({ type }) => type !== 'deletion'))],
      ['branch-rewritable', () => rules(WHOLE.filter(({ type }) => type !== 'non_fast_forward'))],
      ['code-owners-missing', async () => await has({ [OWNERS]: '* @cleo\n/.github/workflows/\n' })],
      ['code-owners-invalid', async () => await has({ [OWNERS]: '* @cleo\n/.github/ @nobody-at-all\n' })],
      ['environment-missing', () => void team.repository.repository.environments.delete('countersign-publish')],
      ['environment-open', () => team.repository.setEnvironment('countersign-apply', ['main', 'release/*'])],
    ])('names %s alone', async (code, spoil) => {
      await spoil();
      expect(await examined('trial')).toEqual([code]);
    });

    it('knows a job that reads a source of its own, and looks at its environment', async () => {
      const path = '.github/workflows/countersign-plan.yml';
      const workflow = (needs: string) => `on: { workflow_dispatch: {} }
jobs:
  read-accounts:
    runs-on: [self-hosted, inside]
    environment: inside
    steps:
      - { uses: acme/countersign@main, with: { command: read, source: accounts } }
  plan:
    runs-on: ubuntu-latest
    needs: ${needs}
    if: \${{ !cancelled() }}
    steps:
      - { uses: acme/countersign@main, with: { command: plan, live-state: accounts/countersign-state.json } }
`;
      const { environments } = team.repository.repository;
      await has({ [path]: workflow('read-accounts') });
      expect(await examined('trial')).toEqual(['environment-missing']);
      team.repository.setEnvironment('inside', ['main']);
      // The plan job connects to nothing, so that its own environment keeps nothing.
      environments.delete('countersign-read');
      expect(await examined('standard')).toEqual([]);
      await has({ [path]: workflow('[]') });
      expect(await examined('trial')).toEqual(['read-state-unused']);
      await has({ [path]: null });
      environments.delete('inside');
    });

    it('shows names as they are, and obeys none of them', async () => {
      const patterns = ['a\n::warning::b', '\u202Ec', '```\n# d'];
      team.repository.setEnvironment('countersign-apply', patterns);
      const { log, summary } = await team.doctor();
      expect(log).toContain('environment-open: Jobs on ');
      expect(log).not.toMatch(/^::warning::b/mu);
      expect(summary).not.toMatch(/^# d/mu);
      expect(log + summary).not.toContain('\u202E');
    });

    it('says that rules are unseen where the plan of the owner has none', async () => {
      team.repository.repository.hasRulesets = false;
      const run = await team.doctor();
      team.repository.repository.hasRulesets = true;
      expect(run.outputs).toEqual({ decision: 'trial' });
      expect(named(run)).toEqual(['rules-unseen', 'rules-unseen', 'rules-unseen']);
      expect(run.log).toContain('Upgrade to GitHub Pro');
    });

    it('says that environments are unseen to a job that may not read them', async () => {
      const run = await team.doctor({ permissions: { contents: 'read' } });
      expect(run.exitCode).toBe(0);
      expect(named(run)).toEqual(['environment-unseen', 'environment-unseen', 'environment-unseen']);
      expect(run.outputs).toEqual({ decision: 'trial' });
    });

    it('tells no level where it cannot read the configuration', async () => {
      const run = await team.doctor({ permissions: {} });
      expect(run.exitCode).toBe(1);
      expect(run.outputs).toEqual({});
      expect(run.log).toContain('github-forbidden');
    });
  });
});
