import { describe, expect, it } from 'vitest';
import { file } from '../../../support/policy-kind.ts';
import { loadedManifests } from '../../../support/kubernetes-manifests.ts';
import { ACCOUNT, ADDRESS, binding, FILES, ONE, ROLE, THREE, told, TWO, WIDE } from './manifest-texts.ts';

const LFS = `version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 12345
`;

describe('what plain manifests cannot say', () => {
  it.each([
    ['a user', binding('x', 'orders-reader', 'name: exporter\n- { kind: User, name: ana }'), 14, 'subject-unmanaged'],
    ['one of the cluster itself', binding('x', 'x', 'name: proxy\n  namespace: kube-system'), 12, 'subject-unmanaged'],
    ['a ServiceAccount that none declares', binding('x', 'x', 'name: ghost'), 12, 'account-undeclared'],
    [
      'who answers for a binding',
      binding('x').replace('  name: x\n', '  name: x\n  annotations: { countersign.dev/owner: owner }\n'),
      6,
      'annotation-unread',
    ],
    ['mountable Secrets', `${ACCOUNT.replace('exporter\n', 'more\n')}secrets: [{ name: t }]\n`, 16, 'not-modelled'],
  ])('%s is told on its line, and the rest counts', (_, text, line, code) => {
    const { diagnostics, state } = loadedManifests([...FILES, file(THREE, text)]);
    expect(diagnostics).toMatchObject([{ code: `manifest-${code}`, location: { path: THREE, line } }]);
    expect(state.identities.map(({ address }) => address)).toContain(ADDRESS);
  });

  it.each([
    ['no namespace', binding().replace('  namespace: shop\nroleRef', 'roleRef'), '3:1 manifest-namespace-missing'],
    ['no namespace of a subject', WIDE.replace(', namespace: shop', ''), '6:3 manifest-namespace-missing'],
    ['no name', ROLE.replace('name: orders-reader', 'generateName: orders-'), '3:1 manifest-malformed'],
    ['a misspelt field', ACCOUNT.replace('automountS', 'autoMountS'), '13:1 manifest-malformed'],
    ['a misspelt kind', ROLE.replace('kind: Role', 'kind: role'), '2:7 manifest-malformed'],
    ['a misspelt group', ROLE.replace('authorization', 'authorisation'), '1:13 manifest-malformed'],
    ['a group in capitals', binding().replace('rbac.auth', 'RBAC.auth'), '1:13 manifest-malformed'],
    [
      'a group where there is none',
      ACCOUNT.replace('apiVersion: v1', 'apiVersion: core/v1'),
      '1:13 manifest-malformed',
    ],
    ['a version that never was', ACCOUNT.replace('apiVersion: v1', 'apiVersion: V1'), '1:13 manifest-malformed'],
    ['a list without items', 'apiVersion: v1\nkind: ServiceAccountList\nitems: { a: b }\n', '1:1 manifest-malformed'],
    ['a text in a list', 'apiVersion: v1\nkind: List\nitems:\n- exporter\n', '4:3 manifest-malformed'],
    ['what Git LFS keeps elsewhere', LFS, '1:1 manifest-malformed'],
    ['a version of the past', ROLE.replace('/v1', '/v1beta1'), '1:13 manifest-malformed'],
    ['a role of no kind', binding().replace('kind: Role\n  name', 'kind: role\n  name'), '9:9 manifest-malformed'],
    ['a Role everywhere', WIDE.replace('kind: ClusterRole,', 'kind: Role,'), '4:18 manifest-malformed'],
    ['a subject of no kind', WIDE.replace('kind: User', 'kind: Robot'), '7:11 manifest-malformed'],
    [
      'a subject of another group',
      WIDE.replace('User, name: ana, apiGroup: rbac', 'User, name: ana, apiGroup: x'),
      '7:38 manifest-malformed',
    ],
    [
      'a secret that tries to keep others',
      ACCOUNT.replace('name: registry', 'others: keep'),
      '15:3 manifest-malformed',
    ],
    ['subjects that are no list', WIDE.replace(/subjects:[^]*/u, 'subjects: ana\n'), '5:11 manifest-malformed'],
  ])('%s leaves every identity of the source unknown', (_, text, problem) => {
    expect(told(...FILES, file(THREE, text))).toContain(`${THREE}:${problem}`);
    expect(loadedManifests([...FILES, file(THREE, text)]).state.identities).toEqual([]);
  });

  it('is refused in its place by the schema and the checks of its kind', () => {
    const account = file(ONE, ACCOUNT.replace('Token: false', 'Token: "false"'));
    expect(told(account)).toEqual([`${ONE}:13:31 wrong-type`]);
    const role = file(TWO, ROLE.replace('  verbs:\n  - get\n  - list\n', '  verbs: []\n'));
    expect(told(role)).toEqual([`${TWO}:8:3 rule-malformed`]);
    expect(told(file(TWO, ROLE.replace('  resources:', '  ressources:')))[0]).toContain(`${TWO}:10:3 `);
  });
});
