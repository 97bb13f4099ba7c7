import { expect } from 'vitest';
import { checksOf, commentsOf, entriesOf } from '../../e2e/evidence.ts';
import type { PushInput } from '../../github-server/index.ts';
import { gate, land, type Outcome } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import {
  declared,
  manifestPath,
  roleBinding,
  serviceAccount,
  SmallClusterPlace,
} from '../support/small-cluster-place.ts';
import { upheld } from '../support/standing.ts';
import { row } from './row.ts';

const NAMES = ['doubled', 'svc-moves', 'svc-listed'] as const;

const here = upheld(async () => await SmallClusterPlace.begin(NAMES));

function listOf(...texts: readonly string[]): string {
  return `apiVersion: v1\nkind: List\nitems:\n${texts.map((text) => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`).join('')}`;
}

const OWN = serviceAccount('doubled', '@eve');
const BROAD = roleBinding('doubled', 'admin', 'eves');

/** As YAML says it, a reader would take it in another way, or not at all. */
const UNREADABLE: PushInput['files'] = {
  'deploy/eve/keys.yaml': BROAD.replace('  name: admin', '  name: view\n  name: admin'),
  'deploy/eve/alias.yaml': BROAD.replace('  name: eves', '  name: &a eves\n  labels: { of: *a }'),
  'deploy/eve/merge.yaml': BROAD.replace('roleRef:', 'roleRef:\n  <<: { name: admin }'),
  'deploy/eve/tag.yaml': BROAD.replace('name: admin', 'name: !!binary YWRtaW4='),
  'deploy/eve/deep.yaml': `apiVersion: v1\nkind: List\nitems: ${'['.repeat(500)}${']'.repeat(500)}\n`,
  'deploy/eve/nul.yaml': BROAD.replace('name: eves', 'name: "eves\u{0}"'),
  'deploy/eve/document.yaml': 'apiVersion: countersign.dev/v1\nkind: KubernetesServiceAccount\n',
};

/** To kubectl each means something else, or it depends on who runs it. */
const MISUNDERSTOOD: PushInput['files'] = {
  'deploy/eve/made-up.yaml': BROAD.replace('name: eves', 'generateName: eves-'),
  'deploy/eve/misspelt.yaml': BROAD.replace('authorization.k8s.io/v1', 'authorisation.k8s.io/v1'),
  'deploy/eve/pointer.yaml': 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n',
  'deploy/eve/nowhere.yaml': BROAD.replace('  namespace: shop\nroleRef', 'roleRef'),
};

/** Proposed, and merged all the same; nothing comes of it. @param at paths that are told */
async function refused(
  branch: string,
  files: PushInput['files'],
  at: readonly string[] = Object.keys(files),
): Promise<Outcome> {
  const { team, eve } = here();
  await team.repository.push({ as: team.ana, branch, files });
  const pull = await team.repository.openPullRequest({ as: team.ana, head: branch });
  const judged = await gate(here(), pull);
  expect(judged.decision).toBe('refused');
  const annotated = checksOf(team, pull.head.sha).plan?.annotations.map((one) => one.split(':')[0]);
  expect(annotated).toEqual(expect.arrayContaining([...at]));
  expect([await entriesOf(team, pull), commentsOf(team, pull)]).toEqual([[], []]);
  for (const as of [eve, team.ben]) await here().approve(pull, { as });
  expect((await land(here(), pull)).decision).toBe('refused');
  expect(here().bound('doubled')).toEqual(['view']);
  await team.pushPast(team.cleo, Object.fromEntries(Object.keys(files).map((path) => [path, null])));
  await team.apply();
  return judged;
}

replay(row, {
  refused: {
    'the same name in another file, and in a list within a list': async () => {
      const listed = listOf(listOf(serviceAccount('doubled')));
      return await refused('again', { 'deploy/eve/again.yaml': OWN, 'deploy/eve/listed.yaml': listed }, []);
    },
    'a binding of a name that is taken, and one of an account that is declared nowhere': async () => {
      const [taken, ghost] = [roleBinding('doubled', 'admin'), roleBinding('ghost', 'admin', 'ghost')];
      return await refused('bindings', { 'deploy/eve/taken.yaml': taken, 'deploy/eve/ghost.yaml': ghost }, []);
    },
    'an annotation that nobody knows': async () => {
      const remark = serviceAccount('eves').replace('countersign.dev/owner', 'countersign.dev/owners');
      return await refused('remark', { 'deploy/eve/remark.yaml': remark });
    },
    'what cannot be read in one way alone': async () => await refused('unreadable', UNREADABLE),
    'what kubectl would take for something else': async () => await refused('misunderstood', MISUNDERSTOOD),
    'a link, a submodule, and a file too large to be read': async () =>
      await refused('links', {
        'deploy/eve/link.yaml': { link: '../../elsewhere.yaml' },
        'deploy/eve/module.yaml': { submodule: '' },
        'deploy/eve/large.yaml': `${'# long\n'.repeat(200_000)}${BROAD}`,
      }),
  },
  passes: {
    'a binding twice alike, manifests in a list and elsewhere, and others beside them: nothing changes': async () => {
      const { team } = here();
      const [account = '', binding = ''] = (declared('svc-listed')[manifestPath('svc-listed')] ?? '').split('---\n');
      const pull = await team.propose('reordered', {
        [manifestPath('svc-moves')]: null,
        'deploy/moved/all.yaml': declared('svc-moves')[manifestPath('svc-moves')] ?? '',
        'deploy/moved/twice.yaml': roleBinding('svc-moves'),
        [manifestPath('svc-listed')]: listOf(account, binding),
        'deploy/moved/app.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: app }\n',
      });
      const judged = await gate(here(), pull);
      expect(judged.codes).not.toContain('duplicate-address');
      await here().approve(pull);
      expect((await land(here(), pull)).decision).toBe('nothing');
      expect([here().bound('svc-moves'), here().bound('svc-listed')]).toEqual([['view'], ['view']]);
    },
  },
});
