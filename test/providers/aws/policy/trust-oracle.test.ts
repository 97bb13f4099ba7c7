import { runSimulation } from '@cloud-copilot/iam-simulate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/core/json.ts';
import { writtenPolicy } from '../../../../src/providers/aws/policy/written.ts';
import { allow, form, policy } from './documents.ts';

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/exporter`;
const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice`;
const STRANGER = 'arn:aws:iam::444455556666:user/eve';
const ISSUER = `arn:aws:iam::${ACCOUNT}:oidc-provider/ci.example.com`;

const OWN = [{ name: 'own', policy: policy(allow('sts:*', '*')) }];
const ACTIONS = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity'];
const CONTEXTS: readonly Record<string, string>[] = [{}, { 'sts:ExternalId': 'x' }, { 'sts:ExternalId': 'y' }];

/** Who is named alone, who only as one of an account, and who has a policy of its own besides. */
const REQUESTS = [
  { principal: ALICE, identityPolicies: [] },
  { principal: ALICE, identityPolicies: OWN },
  { principal: `arn:aws:iam::${ACCOUNT}:user/bob`, identityPolicies: OWN },
  { principal: STRANGER, identityPolicies: OWN },
  { principal: 'ec2.amazonaws.com', identityPolicies: [] },
  { principal: ISSUER, identityPolicies: [] },
].flatMap((who) => ACTIONS.flatMap((action) => CONTEXTS.map((context) => ({ ...who, action, context }))));

/** A principal in the ways in which AWS takes it for the same. */
const PRINCIPALS: readonly (readonly (readonly [string, string])[])[] = [
  [['AWS', ALICE]],
  [['AWS', STRANGER]],
  [
    ['AWS', ACCOUNT],
    ['AWS', `arn:aws:iam::${ACCOUNT}:root`],
  ],
  [
    ['AWS', '444455556666'],
    ['AWS', 'arn:aws:iam::444455556666:root'],
  ],
  [['AWS', '*']],
  [['Service', 'ec2.amazonaws.com']],
  [['Federated', ISSUER]],
];

type Statement = {
  readonly effect: 'Allow' | 'Deny';
  readonly who: readonly number[];
  readonly actions: readonly string[];
  readonly externalId: string | null;
};

const anyStatement: fc.Arbitrary<Statement> = fc.record({
  effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
  who: fc.uniqueArray(fc.nat(PRINCIPALS.length - 1), { minLength: 1, maxLength: 3 }),
  actions: fc.subarray([...ACTIONS, 'sts:*', 'sts:Assume*'], { minLength: 1, maxLength: 2 }),
  externalId: fc.option(fc.constantFrom('x', 'y'), { freq: 1, nil: null }),
});

const anyTrust = fc.array(anyStatement, { minLength: 1, maxLength: 3 });

/** @param way which of the spellings, orders and forms is taken */
function written({ effect, who, actions, externalId }: Statement, way: number): JsonObject {
  const named = who.map((at) => PRINCIPALS[at]?.[way % (PRINCIPALS[at]?.length ?? 1)] ?? ['AWS', '*']);
  const ordered = way % 3 === 0 ? named : named.toReversed();
  const types = Map.groupBy(ordered, ([type]) => type);
  const principal = Object.fromEntries(
    [...types].map(([type, list]) => [
      type,
      list.length === 1 && way % 2 === 0 ? (list[0]?.[1] ?? '') : list.map(([, name]) => name),
    ]),
  );
  return {
    Effect: effect,
    Principal: principal['AWS'] === '*' && types.size === 1 && way % 4 === 0 ? '*' : principal,
    Action: way % 5 === 0 ? actions.map((action) => action.toLowerCase()) : [...actions],
    ...(externalId === null ? {} : { Condition: { StringEquals: { 'sts:ExternalId': externalId } } }),
  };
}

const document = (statements: readonly Statement[], way: number) =>
  policy(...statements.map((one) => written(one, way)));

/** One letter for each request: whether it is allowed. */
async function decisions(trust: JsonObject): Promise<string> {
  const letters = await Promise.all(
    REQUESTS.map(async ({ principal, identityPolicies, action, context }) => {
      const result = await runSimulation(
        {
          request: { principal, action, resource: { resource: ROLE, accountId: ACCOUNT }, contextVariables: context },
          identityPolicies,
          resourcePolicy: trust,
          serviceControlPolicies: [],
          resourceControlPolicies: [],
        },
        {},
      );
      if (result.resultType === 'error') throw new Error(result.errors.message);
      return result.overallResult.slice(0, 1);
    }),
  );
  return letters.join('');
}

describe('trust policies, held against a policy simulator of somebody else', () => {
  test('what is written from a form lets in whom the document did, and has the same form', async () => {
    await fc.assert(
      fc.asyncProperty(anyTrust, async (statements) => {
        const trust = document(statements, 1);
        const again = writtenPolicy(form(trust, 'trust'));
        expect(await decisions(again)).toBe(await decisions(trust));
        expect(form(again, 'trust')).toEqual(form(trust, 'trust'));
      }),
      { numRuns: 60 },
    );
  });

  test('one that is only written otherwise is no change', async () => {
    await fc.assert(
      fc.asyncProperty(anyTrust, fc.nat(60), fc.nat(60), async (statements, one, two) => {
        const [left, right] = [document(statements, one), document(statements.toReversed(), two)];
        expect(await decisions(right)).toBe(await decisions(left));
        expect(form(right, 'trust')).toEqual(form(left, 'trust'));
      }),
      { numRuns: 100 },
    );
  });

  test('one that lets somebody else in is a change', async () => {
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(anyTrust, anyStatement, fc.nat(2), async (statements, other, at) => {
        const left = document(statements, 1);
        const right = document(statements.with(at % statements.length, other), 1);
        if ((await decisions(left)) === (await decisions(right))) return;
        changed += 1;
        expect(form(right, 'trust')).not.toEqual(form(left, 'trust'));
      }),
      { numRuns: 100 },
    );
    expect(changed).toBeGreaterThan(30);
  });
});
