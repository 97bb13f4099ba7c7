import { describe, expect, it } from 'vitest';
import { explanationOf } from '../../../src/core/policy/index.ts';
import { changeWith, planOf } from '../../support/plans.ts';
import { assessed, judged, loaded, policyText } from './world.ts';

const change = changeWith('a');

function asking(require: string) {
  return policyText([{ effect: `{ require: ${require} }` }]);
}

/** What is asked, one line for each option of each choice. */
function asked(require: string, changes = [{ change }]): readonly string[] {
  const text = asking(require);
  expect(loaded(text).diagnostics).toEqual([]);
  return judged([text], changes).requirements.map(({ of, count, people, permission, distinct, confirm, choice }) => {
    const place = choice === undefined ? '' : ` in ${choice.id}:${choice.option}`;
    const flags = `${distinct ? ' distinct' : ''}${confirm ? ' confirm' : ''}`;
    return `${count} of ${of}${permission === undefined ? '' : ` with ${permission}`} [${people?.join() ?? '*'}]${place}${flags}`;
  });
}

function wrong(require: string): readonly string[] {
  return loaded(asking(require)).diagnostics.map(
    ({ code, location }) => `${code} ${location?.line}:${location?.column}`,
  );
}

describe('people in combination', () => {
  it.each<[string, readonly string[]]>([
    ['{ permission: admin, count: 2 }', ['2 of anyone with admin []']],
    ['{ of: [security, "@finn", "@acme/dba"] }', ['1 of security or finn or @acme/dba [sid,sue,finn,@acme/dba]']],
    ['{ anyOf: [{ of: security }] }', ['1 of security [sid,sue]']],
    ['{ allOf: [{ of: security, count: 2 }, { of: "@finn" }] }', ['2 of security [sid,sue]', '1 of finn [finn]']],
    [
      '{ anyOf: [{ of: security }, { of: anyone, count: 2 }], distinct: true, confirm: true }',
      [
        '1 of security [sid,sue] in team/rule 0:0 distinct confirm',
        '2 of anyone [*] in team/rule 0:1 distinct confirm',
      ],
    ],
    [
      '{ anyOf: [{ of: security }, { allOf: [{ of: owner }, { permission: maintain }] }] }',
      [
        '1 of security [sid,sue] in team/rule 0:0',
        '1 of owner [olga] in team/rule 0:1',
        '1 of anyone with maintain [] in team/rule 0:1',
      ],
    ],
    [
      '{ allOf: [{ of: "@finn" }, { anyOf: [{ of: security }, { allOf: [{ of: owner }, { of: "@b" }] }] }] }',
      [
        '1 of finn [finn] in team/rule 0:0',
        '1 of security [sid,sue] in team/rule 0:0',
        '1 of finn [finn] in team/rule 0:1',
        '1 of owner [olga] in team/rule 0:1',
        '1 of b [b] in team/rule 0:1',
      ],
    ],
  ])('%s', (require, expected) => {
    expect(asked(require)).toEqual(expected);
  });

  it('asks the owners before and after, and others for other changes, once where they are the same', () => {
    const metadata = (owner: string) => ({
      owner,
      purpose: null,
      expires: null,
      consumers: [],
      dependsOn: [],
      adopts: null,
    });
    const moved = changeWith('b', { metadata: { before: metadata('owner'), after: metadata('security') } });
    const changes = [{ change }, { change: changeWith('c') }, { change: moved }];
    expect(asked('{ anyOf: [{ of: owner }, { of: "@finn" }] }', changes)).toEqual([
      '1 of owner [olga] in team/rule 0:0',
      '1 of finn [finn] in team/rule 0:1',
      '1 of owner [olga] in team/rule 1:0',
      '1 of security [sid,sue] in team/rule 1:0',
      '1 of finn [finn] in team/rule 1:1',
    ]);
    expect(asked('{ allOf: [{ of: owner }, { of: "@finn" }] }', changes)).toEqual([
      '1 of owner [olga]',
      '1 of finn [finn]',
      '1 of security [sid,sue]',
    ]);
  });

  it.each<[string, readonly string[]]>([
    [
      '{ allOf: [{ of: owner }, { of: security }], distinct: true }',
      ['1 of security [sid,sue] distinct', '1 of security [sid,sue] distinct'],
    ],
    [
      '{ allOf: [{ of: security }, { of: security }], distinct: true }',
      ['1 of security [sid,sue] distinct', '1 of security [sid,sue] distinct'],
    ],
    ['{ allOf: [{ of: owner }, { of: security }] }', ['1 of security [sid,sue]']],
  ])('%s: asks another person for each part, also where two name the same people', (require, expected) => {
    const metadata = { owner: 'security', purpose: null, expires: null, consumers: [], dependsOn: [], adopts: null };
    const own = (name: string) => changeWith(name, { metadata: { before: metadata, after: metadata } });
    expect(asked(require, [{ change: own('a') }, { change: own('b') }])).toEqual(expected);
  });

  it('says why at each of its parts, and what it asks for in explain', () => {
    const text = asking(
      '{ anyOf: [{ of: security, count: 2 }, { allOf: [{ of: owner }, { permission: admin }] }], distinct: true }',
    );
    const { requirements } = judged([text], [{ change }]);
    expect(new Set(requirements.map(({ reason }) => reason))).toEqual(new Set(['Said. [policies/0.yaml:6]']));
    const situation = {
      plan: planOf([change]),
      changes: [assessed({ change })],
      access: [],
      now: '2026-06-01T12:00:00Z',
      pull: null,
    };
    expect(explanationOf(loaded(text), situation)[1]).toContain(
      'requires 2 of security, or 1 of owner and 1 of anyone with admin permission, distinct: Said.',
    );
  });
});

describe('what is wrong with who has to approve', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `{ of: '@p${index}' }`).join(', ');

  it.each<[string, readonly string[]]>([
    ['{ distinct: true }', ['bad-requirement 8:26']],
    ['{ of: owner, permission: admin }', ['bad-requirement 8:26']],
    ['{ of: owner, anyOf: [{ of: owner }] }', ['bad-requirement 8:26']],
    ['{ anyOf: [{ of: owner }, {}] }', ['bad-requirement 8:51']],
    ['{ anyOf: [{ of: owner }], count: 2 }', ['bad-requirement 8:26']],
    ['{ anyOf: [{ of: nobody }, { of: "@-" }] }', ['unknown-people 8:42', 'unknown-people 8:58']],
    ['{ of: [security, nobody, "@-"] }', ['unknown-people 8:43', 'unknown-people 8:51']],
    ['{ of: [security, owner] }', ['bad-requirement 8:43']],
    ['{ of: [anyone] }', ['bad-requirement 8:33']],
    ['{ of: [] }', ['out-of-bounds 8:32']],
    ['{ of: 3 }', ['not-text 8:32']],
    ['{ anyOf: [] }', ['out-of-bounds 8:35']],
    ['{ permission: read }', ['wrong-value 8:40']],
    [`{ allOf: [{ anyOf: [${many(4)}] }, { anyOf: [${many(4)}] }] }`, []],
    [`{ allOf: [{ anyOf: [${many(4)}] }, { anyOf: [${many(5)}] }] }`, ['bad-requirement 8:26']],
    [`{ anyOf: [{ anyOf: [${many(8)}] }, { anyOf: [${many(9)}] }] }`, ['bad-requirement 8:26']],
    [`{ allOf: [${many(10)}] }`, []],
    [`{ allOf: [${many(11)}] }`, ['bad-requirement 8:26']],
  ])('%s', (require, expected) => {
    expect(wrong(require)).toEqual(expected);
  });

  it('nests three deep and no deeper', () => {
    expect(wrong('{ anyOf: [{ allOf: [{ anyOf: [{ of: owner }] }] }] }')).toEqual([]);
    expect(wrong('{ anyOf: [{ allOf: [{ anyOf: [{ allOf: [{ of: owner }] }] }] }] }')).not.toEqual([]);
  });
});
