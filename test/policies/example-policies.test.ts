import { describe, expect, it } from 'vitest';
import { withAccess } from '../../src/core/access/assess.ts';
import { assemble, type Planned } from '../../src/core/assembly.ts';
import type { Configuration } from '../../src/core/configuration.ts';
import { parseConfiguration } from '../../src/core/configuration/parse.ts';
import { load } from '../../src/core/desired/load.ts';
import type { Input } from '../../src/core/desired/types.ts';
import type { Json } from '../../src/core/json.ts';
import type { LiveState } from '../../src/core/live.ts';
import { loadPolicies, policySetOf } from '../../src/core/policy/index.ts';
import type { Judge } from '../../src/core/policy.ts';
import type { Provider } from '../../src/core/ports.ts';
import { aws } from '../../src/providers/aws/index.ts';
import { kubernetes } from '../../src/providers/kubernetes/index.ts';
import { form, policy } from '../providers/aws/policy/documents.ts';
import { EMPTY, liveOf as estateOf, rule } from '../providers/kubernetes/access/cluster.ts';
import { exampleFiles, type Example } from '../support/example-files.ts';
import { liveOf } from '../support/kubernetes-objects.ts';

const NOW = '2026-06-01T12:00:00Z';

/** `estate` null: it could not be read, so that effective access is not known. */
type Place = {
  readonly example: Example;
  readonly provider: Provider;
  readonly live: LiveState;
  readonly estate: LiveState | null;
};

function filesUnder(place: Place, folder: string): readonly Input[] {
  return Object.entries(exampleFiles(place.example))
    .filter(([path]) => path.startsWith(folder))
    .map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
}

function configured(place: Place): Configuration {
  const [input = { path: '', bytes: Buffer.from('') }] = filesUnder(place, '.github/countersign.yaml');
  const parsed = parseConfiguration(input, [place.provider]);
  if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.diagnostics));
  return parsed.configuration;
}

/** The plan of a pull request that adds these files, judged by the example's policies. */
function judgedPlan(place: Place, head: readonly Input[]): Planned {
  const configuration = configured(place);
  const set = policySetOf(loadPolicies(filesUnder(place, 'policies/'), configuration), configuration);
  const loaded = (inputs: readonly Input[]) => load(inputs, { providers: [place.provider], configuration });
  const providers = new Map([[place.provider.name, place.provider]]);
  const judge: Judge = (plan, changes, access) => set.judge({ plan, changes, access, now: NOW, pull: null });
  const facts = {
    configuration,
    providers,
    base: loaded([]),
    head: loaded(head),
    extent: 'pull-request' as const,
    live: new Map([[place.live.source, place.live]]),
    governance: [],
    diagnostics: [],
    commits: null,
    now: NOW,
    engine: 'test',
  };
  const planned = assemble(facts, judge);
  expect(planned.assessment.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (place.estate === null) return planned;
  return withAccess(planned, new Map([[place.live.source, place.estate]]), { configuration, providers }, judge);
}

/** Names of the rules that hold. */
function holding(place: Place, head: readonly Input[]): readonly string[] {
  const { assessment } = judgedPlan(place, head);
  const codes = [...assessment.findings, ...assessment.requirements].map(({ code }) => code);
  return [...new Set(codes.filter((code) => code.includes('/')))].toSorted();
}

function documents(...all: readonly Json[]): readonly Input[] {
  return all.map((one, index) => ({ path: `identities/${index}.yaml`, bytes: Buffer.from(JSON.stringify(one)) }));
}

describe.each(['known', 'unknown'])('the example of Kubernetes, where effective access is %s', (known) => {
  const label = { 'rbac.authorization.k8s.io/aggregate-to-edit': 'true' };
  const PLACE: Place = {
    example: 'examples/kubernetes',
    provider: kubernetes,
    live: liveOf({}),
    estate:
      known === 'unknown'
        ? null
        : {
            ...estateOf({
              ...EMPTY,
              clusterRoles: [
                { name: 'cluster-admin', labels: {}, selectors: null, rules: [rule('*', '*', { apiGroups: ['*'] })] },
                { name: 'edit', labels: {}, selectors: [{ matchLabels: label }], rules: [] },
                {
                  name: 'system:aggregate-to-edit',
                  labels: label,
                  selectors: null,
                  rules: [rule('impersonate', 'serviceaccounts'), rule('get,list,watch', 'secrets')],
                },
                { name: 'view', labels: {}, selectors: null, rules: [rule('get,list,watch', 'pods')] },
              ],
            }),
            source: 'cluster',
          },
  };
  const kind = (name: string, spec: Json, metadata: Json = {}): Json => ({
    apiVersion: 'countersign.dev/v1',
    kind: name,
    metadata: { name: 'web', namespace: 'shop', source: 'cluster', purpose: 'x', ...(metadata as object) },
    spec,
  });
  const bound = (clusterRole: string, where: Json): readonly Input[] =>
    documents(kind('KubernetesServiceAccount', { roles: [{ clusterRole, ...(where as object) }] }));
  const allowing = (...rules: readonly Json[]): readonly Input[] => documents(kind('KubernetesRole', { rules }));

  it.each([
    ['cluster-admin everywhere', bound('cluster-admin', { everywhere: true })],
    ['cluster-admin in a namespace', bound('cluster-admin', {})],
    ['admin', bound('admin', {})],
    ['edit', bound('edit', {})],
    ['tokens of others', allowing({ apiGroups: [''], resources: ['serviceaccounts/token'], verbs: ['create'] })],
    ['everything', allowing({ apiGroups: ['*'], resources: ['*'], verbs: ['*'] })],
  ])('refuses %s', (_, head) => {
    expect(holding(PLACE, head)).toContain('cluster/no-escalation');
  });

  it.each([
    ['everything of the core group', allowing({ apiGroups: [''], resources: ['*'], verbs: ['get', 'list'] })],
    ['everything of all groups', allowing({ apiGroups: ['*'], resources: ['*'], verbs: ['get', 'list'] })],
    ['Secrets', allowing({ apiGroups: [''], resources: ['secrets'], verbs: ['watch'] })],
    ['one Secret', allowing({ apiGroups: [''], resources: ['secrets'], resourceNames: ['db'], verbs: ['get'] })],
  ])('asks two of the security group for reading %s', (_, head) => {
    expect(holding(PLACE, head)).toEqual(['cluster/secrets', 'cluster/ways-to-more']);
  });

  it('asks two of them for running pods', () => {
    const pods = allowing({ apiGroups: [''], resources: ['pods'], verbs: ['create'] });
    expect(holding(PLACE, pods)).toEqual(['cluster/ways-to-more']);
  });

  it('lets its own identities and view pass, and asks two people where nobody can tell what roles bring', () => {
    const asked = known === 'known' ? [] : ['cluster/ways-to-more'];
    const own = [...filesUnder(PLACE, 'identities/'), ...filesUnder(PLACE, 'deploy/')];
    expect(holding(PLACE, own)).toEqual(asked);
    expect(judgedPlan(PLACE, own).plan.changes).toHaveLength(4);
    expect(holding(PLACE, bound('view', {}))).toEqual(asked);
  });
});

describe.each(['known', 'unknown'])('the example of AWS, where effective access is %s', (known) => {
  const facts = { account: '111122223333', partition: 'aws', attachedQuota: 10, trustQuota: 2048 };
  const power = 'arn:aws:iam::aws:policy/PowerUserAccess';
  const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
  const own = 'arn:aws:iam::111122223333:policy/apps/wide';
  const live: LiveState = {
    source: 'prod',
    provider: 'aws',
    target: { account: '111122223333', partition: 'aws' },
    objects: [],
    unreadable: [],
    notModelled: [],
    facts,
  };
  const wide = form(policy({ Effect: 'Allow', Action: 'iam:PutRolePolicy', Resource: '*' }));
  const managedPolicies = {
    [admin]: form(policy(everything)),
    [power]: form(policy({ ...everything, Action: 's3:*' })),
    [own]: wide,
  };
  const PLACE: Place = {
    example: 'examples/aws',
    provider: aws,
    live,
    estate: known === 'unknown' ? null : { ...live, facts: { ...facts, managedPolicies, groups: {} } },
  };
  const role = (more: object): readonly Input[] =>
    documents({
      apiVersion: 'countersign.dev/v1',
      kind: 'AwsIamRole',
      metadata: { name: 'web', source: 'prod', purpose: 'x' },
      spec: { path: '/apps/', trust: { services: ['lambda.amazonaws.com'] }, policies: [], ...more },
    });
  const allowing = (action: string, resource = '*'): readonly Input[] =>
    role({
      inlinePolicies: {
        p: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: action, Resource: resource } },
      },
    });

  it.each([
    ['AdministratorAccess', role({ policies: [admin] })],
    ['PowerUserAccess', role({ policies: [power] })],
    ['everything', allowing('*')],
    ['IAM', allowing('iam:*')],
    ['rewriting policies', allowing('iam:CreatePolicyVersion', 'arn:aws:iam::111122223333:policy/apps/x')],
    ['passing any role on', allowing('iam:PassRole')],
    ['running code as others', allowing('lambda:UpdateFunctionCode')],
  ])('refuses %s', (_, head) => {
    expect(holding(PLACE, head)).toContain('aws/no-identity-management');
  });

  it('refuses what a policy of the account brings, and asks two people where nobody can tell', () => {
    const told = known === 'known' ? ['aws/no-identity-management'] : [];
    expect(holding(PLACE, role({ policies: ['apps/wide'] }))).toEqual([...told, 'aws/ways-to-more']);
  });

  it('asks two of the security group for a trust that anybody fits', () => {
    const anybody = { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' };
    const open = role({ trust: { policy: { Version: '2012-10-17', Statement: anybody } } });
    expect(holding(PLACE, open)).toEqual(['aws/ways-to-more']);
  });

  it('asks two of them for the provider of its own identities, and lets the others pass', () => {
    const all = filesUnder(PLACE, 'identities/');
    expect(judgedPlan(PLACE, all).plan.changes).toHaveLength(4);
    expect(holding(PLACE, all)).toEqual(['aws/ways-to-more']);
    const others = all.filter(({ path }) => !path.endsWith('github.yaml'));
    expect(holding(PLACE, others)).toEqual(known === 'known' ? [] : ['aws/ways-to-more']);
    expect(holding(PLACE, allowing('s3:GetObject', 'arn:aws:s3:::acme-artifacts/*'))).toEqual([]);
  });
});
