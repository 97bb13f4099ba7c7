import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accessDelta } from '../../../../src/core/access.ts';
import type { Change } from '../../../../src/core/plan.ts';
import { aws } from '../../../../src/providers/aws/index.ts';
import { awsAccess } from '../../../../src/providers/aws/access/access-model.ts';
import { form } from '../policy/documents.ts';
import { allowedIn, anyPolicy, REQUESTS, type Policy } from '../policy/random-policies.ts';
import { attached, change, estate, OWN, role } from './account.ts';

/** A role's own policy, and one that it may have attached. */
type Holder = { readonly own: Policy | null; readonly has: boolean; readonly other: Policy };

function policiesOf({ own, has, other }: Holder): readonly Policy[] {
  return [...(own === null ? [] : [own]), ...(has ? [other] : [])];
}

function attributesOf({ own, has }: Holder) {
  const values = own === null ? {} : { own: form(own) };
  return { ...attached(...(has ? [OWN] : [])), inline: { others: 'remove' as const, values } };
}

function changesBetween(before: Holder, after: Holder): readonly Change[] {
  const app = role('app');
  const documents = [before, after].map(({ other }) => ({ document: form(other) }));
  return [
    change(app, 'update', attributesOf(before), attributesOf(after)),
    change(app.replace('AwsIamRole', 'AwsIamPolicy'), 'update', documents[0] ?? null, documents[1] ?? null),
  ];
}

const statementsLess = ({ Version, Statement }: Policy) =>
  fc.subarray([...Statement], { minLength: 1 }).map((kept): Policy => ({ Version, Statement: kept }));

/** One of three things changes: so often nothing is given directly. */
const pairs = fc
  .record({ own: fc.option(anyPolicy), has: fc.boolean(), other: anyPolicy })
  .chain((before): fc.Arbitrary<readonly [Holder, Holder]> => {
    const less = (policy: Policy | null) => (policy === null ? fc.constant(null) : fc.option(statementsLess(policy)));
    return fc.oneof(
      less(before.own).map((own) => [before, { ...before, own }] as const),
      fc.constant([
        { ...before, has: true },
        { ...before, has: false },
      ] as const),
      statementsLess(before.other).map((other) => [before, { ...before, other }] as const),
    );
  });

test('whatever a simulator allows anew is told as a gain, or the change may widen', () => {
  let [widened, narrowed] = [0, 0];
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const changes = changesBetween(before, after);
      const live = estate([]);
      const isGiven = changes.some((one) => accessDelta(one, aws, null, live).gains.length > 0);
      const isOpen = changes.some((one) => awsAccess.mayWiden(one));
      const isWidened = REQUESTS.some((request) => {
        const [was, is] = [before, after].map((one) => allowedIn(request, policiesOf(one), null));
        return (is ?? []).some((allowed, index) => allowed && was?.[index] === false);
      });
      if (isWidened) expect([isGiven, isOpen]).toContain(true);
      if (isWidened && !isGiven) widened += 1;
      if (!isGiven && !isOpen) narrowed += 1;
    }),
    { numRuns: 100 },
  );
  expect(widened).toBeGreaterThan(5);
  expect(narrowed).toBeGreaterThan(5);
});
