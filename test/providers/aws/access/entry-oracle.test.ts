import { runSimulation } from '@cloud-copilot/iam-simulate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../../src/core/json.ts';
import { Actors } from '../../../../src/providers/aws/access/actors.ts';
import { estateOf } from '../../../../src/providers/aws/access/estate.ts';
import type { AwsAttributes } from '../../../../src/providers/aws/normal-form/model.ts';
import { form, policy } from '../policy/documents.ts';
import { ACCOUNT, arnOf, estate, object, OWN, role, user } from './account.ts';

const ANN = { address: user('ann'), arn: `arn:aws:iam::${ACCOUNT}:user/ann` };
const APP = { address: role('app'), arn: arnOf('app') };
const DOOR = { address: role('door'), arn: arnOf('door') };

const PRINCIPALS = [ANN.arn, APP.arn, ACCOUNT, '*', arnOf('other')];
const ACTIONS = ['sts:AssumeRole', 'sts:*', '*', 'sts:TagSession'];
const RESOURCES = ['*', DOOR.arn, arnOf('*'), arnOf('other')];
const CONDITIONS: readonly (JsonObject | null)[] = [
  null,
  null,
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
];
const CONTEXTS: readonly Record<string, string>[] = [
  {},
  { 'aws:MultiFactorAuthPresent': 'true' },
  { 'aws:MultiFactorAuthPresent': 'false' },
];

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1, maxLength: 2 });
const effect = fc.constantFrom('Allow', 'Allow', 'Deny');
const conditioned = (condition: JsonObject | null) => (condition === null ? {} : { Condition: condition });

const anyTrust = fc
  .array(
    fc
      .record({ effect, who: some(PRINCIPALS), actions: some(ACTIONS), condition: fc.constantFrom(...CONDITIONS) })
      .map(({ effect: Effect, who, actions, condition }): JsonObject => ({
        Effect,
        Principal: { AWS: who },
        Action: actions,
        ...conditioned(condition),
      })),
    { minLength: 1, maxLength: 3 },
  )
  .map((statements) => policy(...statements));

const anyPolicy = fc
  .array(
    fc
      .record({ effect, actions: some(ACTIONS), on: some(RESOURCES), condition: fc.constantFrom(...CONDITIONS) })
      .map(({ effect: Effect, actions, on, condition }): JsonObject => ({
        Effect,
        Action: actions,
        Resource: on,
        ...conditioned(condition),
      })),
    { minLength: 1, maxLength: 2 },
  )
  .map((statements) => policy(...statements));

type Case = { readonly trust: JsonObject; readonly own: JsonObject | null; readonly boundary: JsonObject | null };

/** In each context, whether the simulator lets somebody in. */
async function allowedIn({ trust, own, boundary }: Case, principal: string): Promise<readonly boolean[]> {
  return await Promise.all(
    CONTEXTS.map(async (contextVariables) => {
      const result = await runSimulation(
        {
          request: {
            principal,
            action: 'sts:AssumeRole',
            resource: { resource: DOOR.arn, accountId: ACCOUNT },
            contextVariables,
          },
          identityPolicies: own === null ? [] : [{ name: 'own', policy: own }],
          ...(boundary === null ? {} : { permissionBoundaryPolicies: [{ name: 'b', policy: boundary }] }),
          resourcePolicy: trust,
          serviceControlPolicies: [],
          resourceControlPolicies: [],
        },
        {},
      );
      if (result.resultType === 'error') throw new Error(result.errors.message);
      return result.overallResult === 'Allowed';
    }),
  );
}

function actorsOf({ trust, own, boundary }: Case): Actors {
  const attributes: AwsAttributes = {
    ...(own === null ? {} : { inline: { others: 'remove', values: { own: form(own) } } }),
    ...(boundary === null ? {} : { boundary: OWN }),
  };
  const live = estate([
    object(DOOR.address, { trust: form(trust, 'trust') }),
    object(ANN.address, attributes),
    object(APP.address, { ...attributes, trust: {} }),
  ]);
  const managedPolicies = boundary === null ? {} : { [OWN]: form(boundary) };
  return new Actors(estateOf({ ...live, facts: { ...live.facts, managedPolicies } }));
}

test('nobody whom a simulator ever lets into a role is left out, and nobody is let in without the condition', async () => {
  const seen = { free: 0, conditional: 0, never: 0 };
  await fc.assert(
    fc.asyncProperty(anyTrust, fc.option(anyPolicy), fc.option(anyPolicy), async (trust, own, boundary) => {
      const actors = actorsOf({ trust, own, boundary });
      for (const { address, arn } of [ANN, APP]) {
        const reaches = actors.reach(address).filter(({ actor }) => actor.address === DOOR.address);
        const allowed = await allowedIn({ trust, own, boundary }, arn);
        if (reaches.length === 0) expect(allowed).not.toContain(true);
        const isFree = reaches.some(({ conditions }) => conditions.length === 0);
        if (isFree) expect(allowed).not.toContain(false);
        seen[reaches.length === 0 ? 'never' : isFree ? 'free' : 'conditional'] += 1;
      }
    }),
    { numRuns: 200 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(15);
});
