import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { environmentNames } from '../../src/core/doctor.ts';
import { ofReadJobs, type ReadJobFacts } from '../../src/core/read-job-findings.ts';
import { isWorkflow, readJobsIn } from '../../src/core/read-jobs.ts';
import { configurationFor } from '../support/planning.ts';

const PATH = '.github/workflows/countersign-plan.yml';
const USES = 'countersign-dev/countersign@0000000000000000000000000000000000000000';

/** What `docs/setup.md` shows. */
const DOCUMENTED =
  /### A source that only its own network reaches\n[^]*?```yaml\n(?<workflow>[^]*?)```/u.exec(
    readFileSync('docs/setup.md', 'utf8'),
  )?.groups?.['workflow'] ?? '';

type Job = {
  readonly source?: string;
  readonly environment?: string;
  readonly secret?: string;
  readonly needs?: string;
  readonly condition?: string;
  readonly state?: string;
};

function workflow(given: Job = {}): string {
  const {
    source = 'cluster',
    environment = '    environment: cluster-read\n',
    secret = '${{ secrets.CLUSTER_READ }}',
  } = given;
  const { needs = 'read', condition = '    if: ${{ !cancelled() }}\n', state = 'state.json' } = given;
  return `on: { workflow_dispatch: {} }
jobs:
  read:
    runs-on: ubuntu-latest
${environment}    steps:
      - uses: ${USES}
        with: { command: read, source: "${source}" }
        env: { CLUSTER_READ: "${secret}" }
  between:
    needs: [read]
    runs-on: ubuntu-latest
  plan:
    needs: ${needs}
${condition}    runs-on: ubuntu-latest
    steps:
      - uses: ${USES}
        with: { command: plan, live-state: "${state}" }
`;
}

function input(text: string) {
  return { path: PATH, bytes: Buffer.from(text) };
}

function codes(text: string, more: Partial<ReadJobFacts> = {}): readonly string[] {
  const value = readJobsIn([input(text)]);
  const facts = {
    readJobs: { kind: 'seen', value },
    sources: ['cluster', 'orders'],
    visibility: 'private',
    ...more,
  } as const;
  return ofReadJobs(facts).map(({ code }) => code);
}

describe('a job that reads a source for the plan job', () => {
  test('is recognised as the guide has it, and misses nothing', () => {
    expect(readJobsIn([input(DOCUMENTED)])).toEqual({
      jobs: [
        {
          name: `${PATH}#read-cluster`,
          sources: ['cluster'],
          environment: 'countersign-read',
          secrets: 'some',
          plans: [{ state: 'given', runs: 'always' }],
        },
      ],
      unread: [],
    });
    expect(codes(DOCUMENTED)).toEqual([]);
  });

  test.each<[string, Job]>([
    ['whose source an expression names', { source: '${{ matrix.source }}' }],
    ['that needs no secret, and so no environment', { environment: '', secret: 'in-cluster' }],
    ['that uses its own token alone', { environment: '', secret: '${{ secrets.GITHUB_TOKEN }}' }],
    ['that the plan job waits for through another', { needs: '[between]' }],
    ['that has its environment as a mapping', { environment: '    environment: { name: cluster-read }\n' }],
    ['that the plan job needs always', { condition: '    if: always()\n' }],
  ])('%s is none to complain of', (_what, given) => expect(codes(workflow(given))).toEqual([]));

  test.each<[string, Job]>([
    ['read-source-unknown', { source: 'clutser' }],
    ['read-job-without-environment', { environment: '' }],
    ['read-job-without-environment', { environment: '', secret: "${{ secrets['CLUSTER_READ'] }}" }],
    ['read-state-unused', { needs: '[]' }],
    ['read-state-unused', { state: '' }],
    ['read-failure-stops-plan', { condition: '' }],
    ['read-failure-stops-plan', { condition: "    if: github.event_name != 'push'\n" }],
  ])('is told its mistake alone: %s', (code, given) => expect(codes(workflow(given))).toEqual([code]));

  test('shows to everybody in a public repository', () =>
    expect(codes(workflow(), { visibility: 'public' })).toEqual(['read-state-public']));
});

describe('workflows', () => {
  test('that could not be read, or use Countersign and are not understood, are said to be', () => {
    expect(codes('', { readJobs: { kind: 'unseen', why: 'github-forbidden' } })).toEqual(['workflow-unread']);
    expect(codes(`jobs: &all\n  plan: { steps: [{ uses: "${USES}" }] }\n`)).toEqual(['workflow-unread']);
    expect(codes('jobs: &others { build: {} }\n')).toEqual([]);
  });

  test.each(['countersign-plan.yml', 'countersign-apply.yml', 'countersign-doctor.yml', 'countersign-tripwire.yml'])(
    'of the example read nothing by themselves: %s',
    (name) =>
      expect(readJobsIn([input(readFileSync(`examples/.github/workflows/${name}`, 'utf8'))])).toEqual({
        jobs: [],
        unread: [],
      }),
  );

  test('that need one another in a circle come to an end', () => {
    const circle = workflow().replace('  read:\n', '  read:\n    needs: plan\n');
    expect(readJobsIn([input(circle)]).jobs).toHaveLength(1);
  });

  test('are the files that GitHub takes for them', () => {
    expect(
      [PATH, '.github/workflows/a.yaml', '.github/workflows/deep/a.yml', 'workflows/a.yml'].map(isWorkflow),
    ).toEqual([true, true, false, false]);
  });
});

describe('the environments that are looked for', () => {
  const source = {
    provider: 'memory',
    connection: { read: 'R', write: 'W' },
    mode: 'authoritative',
    boundary: {},
    options: {},
    owner: 'o',
  } as const;
  const names = (text: string, ...sources: readonly string[]) => {
    const [first = ''] = sources;
    const configuration = configurationFor({ ...source, name: first });
    const all = { ...configuration, sources: sources.map((name) => ({ ...source, name })) };
    return environmentNames(all, readJobsIn([input(text)]).jobs);
  };

  test('are those of the read jobs, too', () =>
    expect(names(workflow(), 'cluster', 'orders')).toEqual(['countersign-read', 'cluster-read', 'countersign-apply']));

  test('are not that of a plan job that connects to nothing', () =>
    expect(names(workflow(), 'cluster')).toEqual(['cluster-read', 'countersign-apply']));

  test('are none that an expression names', () =>
    expect(names(workflow({ environment: '    environment: ${{ matrix.where }}\n' }), 'cluster')).toEqual([
      'countersign-apply',
    ]));
});
