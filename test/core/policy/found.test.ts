import { describe, expect, it } from 'vitest';
import type { AccessBlock, SourceAccess } from '../../../src/core/access/assessed.ts';
import { changeWith } from '../../support/plans.ts';
import { judged, permission, policyText } from './world.ts';

const list = (...names: readonly string[]) => ({ names, count: names.length });

function known(
  ...gained: readonly (readonly [action: string, power: AccessBlock['power']])[]
): readonly SourceAccess[] {
  const blocks = gained.map(([action, power]): AccessBlock => {
    const way = { basis: 'grant', through: ['memory/MemoryAccount/readers'], condition: null } as const;
    const who = { principals: list('memory/MemoryAccount/a'), resources: list('r'), actions: list(action) };
    return { kind: 'gained', power, ...who, way, instead: null };
  });
  return [{ kind: 'known', source: 'memory', blocks, left: 0 }];
}

const DIRECTLY = "access.gains.exists(gain, gain.power == 'administer')";
const IN_EFFECT = "(has(access.gained) && access.gained.exists(gain, gain.power == 'administer'))";
const EITHER = `${DIRECTLY} || ${IN_EFFECT}`;

const reads = permission('READ');
const owns = permission('OWN', { power: 'administer' });
const acts = ['IMPERSONATE', 'administer'] as const;

describe('{found} in a message', () => {
  it.each([
    ['what is gained directly, and nothing harmless beside it', EITHER, [reads, owns], known(), 'OWN on r'],
    ['what is gained in effect', EITHER, [reads], known(['LIST', 'use'], acts), 'IMPERSONATE on r'],
    ['both', EITHER, [reads, owns], known(acts), 'OWN on r, IMPERSONATE on r'],
    ['once, where both are the same', EITHER, [owns], known(['OWN', 'administer']), 'OWN on r'],
    ['of a condition inside of another', `change.steps == 9 ? true : (${EITHER})`, [reads, owns], known(), 'OWN on r'],
    [
      'what an expression asks with other facts',
      `${DIRECTLY} && plan.changes == 1`,
      [reads, owns],
      known(),
      'OWN on r',
    ],
    ['all that is gained, where the rule holds for another reason', `${EITHER} || true`, [reads], known(), 'READ on r'],
    ['or has no exists', 'size(access.gains) > 1', [reads, owns], known(), 'READ on r, OWN on r'],
    ['that in effect, where nothing is gained directly', 'true', [], known(acts), 'IMPERSONATE on r'],
    ['none, where nothing is gained', 'true', [], known(), 'none'],
    ['not what is denied of it', `!${DIRECTLY}`, [reads], known(), 'READ on r'],
    [
      'not where all have to be',
      "access.gains.all(gain, gain.action != '')",
      [reads, owns],
      known(),
      'READ on r, OWN on r',
    ],
  ])('is %s', (_, when, gains, access, expected) => {
    const { findings } = judged(
      [policyText([{ when, message: '{found}' }])],
      [{ change: changeWith('a'), gains }],
      {},
      access,
    );
    expect(findings.map(({ message }) => message)).toEqual([expected]);
  });

  it('is all that is gained, where looking at each takes too much', () => {
    const gains = Array.from({ length: 2000 }, (_, index) => permission(`A${index}`));
    const when = `access.gains.exists(gain, gain.action == 'A0' || gain.resource.matches('${'x?'.repeat(40)}y'))`;
    const { findings } = judged([policyText([{ when, message: '{found}' }])], [{ change: changeWith('a'), gains }]);
    expect(findings.map(({ message }) => message)).toEqual([
      'A0 on r, A1 on r, A2 on r, A3 on r, A4 on r and 1995 more',
    ]);
  });
});
