import { describe, expect, it } from 'vitest';
import { alike, type Assessed } from '../../src/core/alike.ts';

function changeIn(source: string, name = 'exporter'): Assessed {
  const address = `${source}/Role/${name}`;
  const owner = {
    owner: 'billing',
    purpose: null,
    expires: null,
    consumers: [],
    dependsOn: [`${source}/Role/group`],
    adopts: null,
  };
  return {
    change: {
      address,
      action: 'update',
      metadata: { before: owner, after: owner },
      incarnation: `of ${source}`,
      before: { login: false },
      after: { login: true },
      steps: [
        {
          id: `${address}#1`,
          dependsOn: [`${source}/Role/group#1`],
          stage: 0,
          effect: { set: 'login' },
          expect: { login: false },
          result: { login: true },
          repeat: 'idempotent',
        },
      ],
      irreversible: [],
      blocked: [],
    },
    assessment: {
      risk: { level: 'low', reasons: [] },
      gains: [{ principal: address, action: 'sign in', resource: 'account', path: 'direct', power: 'use' }],
      loses: [],
      expansions: {},
      notes: [],
    },
  };
}

function groups(...changes: readonly Assessed[]): readonly (readonly string[])[] {
  return alike(changes).map((group) => group.map(({ change }) => change.address));
}

describe('changes in several sources', () => {
  it('are alike where they differ in the source alone, in the order of the list', () => {
    expect(groups(changeIn('prod'), changeIn('prod', 'other'), changeIn('staging'), changeIn('dev'))).toEqual([
      ['prod/Role/exporter', 'staging/Role/exporter', 'dev/Role/exporter'],
      ['prod/Role/other'],
    ]);
  });

  const naming = (source: string, resource: string, message: string): Assessed => {
    const { change, assessment } = changeIn(source);
    const gains = assessment.gains.map((gain) => ({ ...gain, resource }));
    return { change, assessment: { ...assessment, gains, notes: [{ code: 'a', message }] } };
  };

  it('are alike where each names its own source', () => {
    const all = ['prod', 'staging'].flatMap((source) => [
      naming(source, `${source}: table x`, `gains all of ${source}/orders: table x`),
      naming(source, source, 'b'),
    ]);
    expect(groups(...all)).toHaveLength(2);
  });

  it.each([
    ['another source', naming('staging', 'prod: table x', 'b')],
    ['what only begins like its source', naming('staging', 'staging-2: table x', 'b')],
    ['another source in a sentence', naming('staging', 'staging: table x', 'b prod/Role/x')],
  ])('are not alike where one names %s', (_, other) => {
    expect(groups(naming('prod', 'prod: table x', 'b'), other)).toHaveLength(2);
  });

  const staging = changeIn('staging');
  const { change, assessment } = staging;
  const [step] = change.steps;

  it.each<[string, Partial<Assessed['change']>, Partial<Assessed['assessment']>]>([
    ['the action', { action: 'create' }, {}],
    ['the owner', { metadata: { before: null, after: null } }, {}],
    ['what was', { before: {} }, {}],
    ['what will be', { after: { login: true, limit: 1 } }, {}],
    ['the steps', { steps: [] }, {}],
    ['an effect', { steps: step === undefined ? [] : [{ ...step, effect: { set: 'all' } }] }, {}],
    [
      'a step of another source',
      { steps: step === undefined ? [] : [{ ...step, dependsOn: ['prod/Role/group#1'] }] },
      {},
    ],
    ['what cannot be taken back', { irreversible: [{ code: 'a', message: 'b' }] }, {}],
    ['what blocks', { blocked: [{ code: 'a', message: 'b' }] }, {}],
    ['the risk', {}, { risk: { level: 'high', reasons: [] } }],
    ['what is gained', {}, { gains: [] }],
    ['what is lost', {}, { loses: assessment.gains }],
    ['what a pattern matches', {}, { expansions: { '/grants': ['a'] } }],
    ['a note', {}, { notes: [{ code: 'a', message: 'b' }] }],
  ])('are not alike where %s differs', (_, changed, assessed) => {
    const other = { change: { ...change, ...changed }, assessment: { ...assessment, ...assessed } };
    expect(groups(changeIn('prod'), other)).toHaveLength(2);
  });
});
