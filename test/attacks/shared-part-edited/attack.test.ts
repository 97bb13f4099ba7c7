import { expect } from 'vitest';
import { declares, pathOf } from '../../e2e/estate.ts';
import { mergeWith } from '../support/merging.ts';
import { apply, gate, land } from '../support/outcome.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { row } from './row.ts';

const NAMES = ['svc-edited', 'svc-merged', 'svc-other', 'svc-moved'] as const;

function document(name: string, metadata: string, spec: string): string {
  return `apiVersion: countersign.dev/v1\nkind: PostgresRole\nmetadata: { name: ${name}, source: orders-db, ${metadata} }\nspec: ${spec}\n`;
}

function profileOf(name: string): string {
  return `identities/profiles/${name}.yaml`;
}

/** What the role's profile says of its connections. */
function profile(name: string, limit: number): string {
  return `apiVersion: countersign.dev/v1\nkind: Profile\nmetadata: { name: ${name} }\nspec: { kind: PostgresRole, spec: { connectionLimit: ${limit} } }\n`;
}

const here = standing({
  files: Object.fromEntries(
    NAMES.flatMap((name) => [
      [pathOf(name), document(name, `profiles: [${name}]`, '{ login: true }')],
      [profileOf(name), profile(name, 5)],
    ]),
  ),
  sql: NAMES.map((name) => `CREATE ROLE "${name}" LOGIN CONNECTION LIMIT 5;`).join('\n'),
});

replay(row, {
  refused: {
    'pushed after the approval: the plan is another one': async () => {
      const { repository, ana } = here().team;
      const pull = await here().approved('edited', { [profileOf('svc-edited')]: profile('svc-edited', 7) });
      await repository.push({
        as: ana,
        branch: 'edited',
        files: { [profileOf('svc-edited')]: profile('svc-edited', 70) },
      });
      const pushed = await gate(here(), pull);
      expect(pushed.decision).toBe('waiting');
      const landed = await land(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(landed.codes).toContain('approval-missing');
      expect(await here().role('svc-edited')).toMatchObject({ limit: 5 });
      return pushed;
    },
    'brought by the merge alone': async () => {
      const pull = await here().approved('merged', { [profileOf('svc-merged')]: profile('svc-merged', 7) });
      await mergeWith(here(), pull, { [profileOf('svc-merged')]: profile('svc-merged', 70) });
      const landed = await apply(here(), pull);
      expect(landed.decision).toBe('refused');
      expect(await here().role('svc-merged')).toMatchObject({ limit: 5 });
      return landed;
    },
    'of others, beside an approved document': async () => {
      const pull = await here().approved('beside', declares('beside'));
      await mergeWith(here(), pull, { ...declares('beside'), [profileOf('svc-other')]: profile('svc-other', 70) });
      const landed = await apply(here(), pull);
      expect(landed.decision).toBe('refused');
      expect([await here().role('beside'), await here().role('svc-other')]).toMatchObject([null, { limit: 5 }]);
      return landed;
    },
  },
  passes: {
    'moved, reformatted, and then written out in the document, under the same approval': async () => {
      const { repository, ana } = here().team;
      const pull = await here().approved('moved', { [profileOf('svc-moved')]: profile('svc-moved', 7) });
      const elsewhere = {
        [profileOf('svc-moved')]: null,
        'identities/shared.yaml': `# shared\n${profile('svc-moved', 7)}`,
      };
      await repository.push({ as: ana, branch: 'moved', files: elsewhere });
      expect((await gate(here(), pull)).decision).toBe('approved');
      const written = document('svc-moved', '', '{ connectionLimit: 7, login: true }');
      await repository.push({
        as: ana,
        branch: 'moved',
        files: { 'identities/shared.yaml': null, [pathOf('svc-moved')]: written },
      });
      expect((await gate(here(), pull)).decision).toBe('approved');
      expect((await land(here(), pull)).decision).toBe('applied');
      expect(await here().role('svc-moved')).toMatchObject({ limit: 7 });
    },
  },
});
