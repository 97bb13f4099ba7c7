import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attributes } from '../../../../src/core/attributes.ts';
import type { Json, JsonObject } from '../../../../src/core/json.ts';
import { leavesOf, sameLeaf, type Leaves } from '../../../../src/core/leaves.ts';
import type { StepDraft } from '../../../../src/core/ports.ts';
import type { RoleAttributes } from '../../../../src/providers/aws/normal-form/model.ts';
import { statementsOf } from '../../../../src/providers/aws/policy/statements.ts';
import { steps } from '../../../../src/providers/aws/steps/steps.ts';
import { allow, draft, liveObject, LIVE } from '../drafts.ts';

const names = ['a', 'b', 'c', 'd'];
const subset = fc.subarray(names);
const policy = fc
  .subarray(['s3:GetObject', 's3:PutObject', 'sqs:SendMessage'], { minLength: 1 })
  .map((actions) => allow(actions));
const inline = fc.dictionary(fc.constantFrom(...names), policy, { maxKeys: 3 });
const tags = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('1', '2'), { maxKeys: 3 });
const boundary = fc.constantFrom(null, 'limits', 'more');
const services = fc
  .subarray(['ec2.amazonaws.com', 'lambda.amazonaws.com'], { minLength: 1 })
  .map((all): JsonObject => ({ services: all }));

const role: fc.Arbitrary<JsonObject> = fc.record({
  path: fc.constant('/apps/'),
  description: fc.constantFrom(null, 'x', 'y'),
  maxSessionSeconds: fc.constantFrom(3600, 7200),
  tags,
  boundary,
  trust: services,
  policies: subset,
  inlinePolicies: inline,
  instanceProfiles: subset,
});
const user: fc.Arbitrary<JsonObject> = fc.record({
  path: fc.constantFrom('/', '/apps/'),
  tags,
  boundary,
  groups: subset,
  policies: subset,
  inlinePolicies: inline,
  accessKeys: fc.constant({}),
  consolePassword: fc.constant(false),
});
const provider: fc.Arbitrary<JsonObject> = fc.record({
  audiences: subset,
  thumbprints: fc.subarray(['a', 'b', 'c']).map((all) => all.map((one) => one.repeat(40))),
  tags,
});

/** The leaves that steps and whole forms share: lists without what they say of others. */
function state(attributes: Attributes | null): Map<string, Json> {
  return new Map([...leavesOf(attributes)].filter(([pointer]) => !pointer.endsWith('/others')));
}

/** Does each step in memory, and says where one does not find what it expects. */
function follow(start: Leaves, chain: readonly StepDraft[]) {
  let now = new Map(start);
  const misled: string[] = [];
  for (const { expect: expected, result } of chain) {
    const [from, to] = [state(expected), state(result)];
    for (const [pointer, leaf] of from) if (!sameLeaf(leaf, now.get(pointer))) misled.push(pointer);
    now = new Map([...now].filter(([pointer]) => !from.has(pointer)));
    if (result === null) now = new Map();
    for (const [pointer, leaf] of to) now.set(pointer, leaf);
  }
  return { end: Object.fromEntries(now), misled };
}

describe('every chain of steps', () => {
  const kinds = [
    ['AwsIamRole', role],
    ['AwsIamUser', user],
    ['AwsOidcProvider', provider],
  ] as const;

  it.each(kinds)('of an edit leads from what is live to what is declared: %s', (kind, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (from, to) => {
        const object = liveObject(kind, 'one', from);
        const asked = draft(object, kind, to);
        const { steps: chain, blocked } = steps(asked, LIVE);
        expect(blocked).toEqual([]);
        const { end, misled } = follow(state(object.attributes), chain);
        expect(misled).toEqual([]);
        expect(end).toEqual(Object.fromEntries(state(asked.after)));
      }),
    );
  });

  it.each(kinds)('of a creation leads from nothing to what is declared: %s', (kind, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (to) => {
        const asked = draft(null, kind, to);
        const { end, misled } = follow(new Map(), steps(asked, LIVE).steps);
        expect(misled).toEqual([]);
        // What every new role and user has by itself is in no step.
        const {
          '/description': _,
          '/boundary': __,
          '/maxSessionSeconds': ___,
          '/consolePassword': ____,
          ...rest
        } = end;
        const wanted = Object.fromEntries(state(asked.after));
        expect(wanted).toMatchObject(rest);
        expect(Object.keys(wanted).filter((pointer) => !(pointer in end))).toEqual(
          Object.keys(wanted).filter((pointer) => pointer === '/consolePassword'),
        );
      }),
    );
  });

  it.each(kinds)('of a deletion leads to nothing, and finds on its way what is live: %s', (kind, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (from) => {
        const object = liveObject(kind, 'one', from);
        const { steps: chain } = steps(draft(object, kind, null), LIVE);
        expect(follow(state(object.attributes), chain)).toEqual({ end: {}, misled: [] });
      }),
    );
  });

  it.each(kinds)('never comes back to a state that it left: %s', (kind, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, arbitrary, (from, to) => {
        const { steps: chain } = steps(draft(liveObject(kind, 'one', from), kind, to), LIVE);
        const left = new Set<string>();
        for (const { expect: expected, result } of chain) {
          left.add(JSON.stringify(expected));
          expect(left.has(JSON.stringify(result))).toBe(false);
        }
      }),
    );
  });
});

/** Who may do what as a role, by its policies and its trust; each action and each service by its whole name. */
function access({ trust, inline }: RoleAttributes): ReadonlySet<string> {
  const statements = Object.values(inline?.values ?? {}).flatMap(statementsOf);
  const actions = (wanted: string) =>
    new Set(statements.filter(({ effect }) => effect === wanted).flatMap((one) => one.actions.values));
  const held = [...actions('Allow').difference(actions('Deny'))];
  const services = statementsOf(trust ?? {}).flatMap(({ principals }) => principals?.values ?? []);
  return new Set(services.flatMap((service) => held.map((action) => `${service} ${action}`)));
}

/** What is live after each step of a chain about trust and inline policies. */
function* statesIn(start: Attributes, chain: readonly StepDraft[]): Generator<RoleAttributes> {
  let { trust, inline }: RoleAttributes = start;
  for (const { result } of chain) {
    const next: RoleAttributes = result ?? {};
    trust = next.trust ?? trust;
    const written = Object.entries({ ...inline?.values, ...next.inline?.values });
    const kept = written.filter(([, form]) => Object.keys(form).length > 0);
    inline = { others: 'remove', values: Object.fromEntries(kept) };
    yield { trust: trust ?? {}, inline };
  }
}

describe('wherever a chain of a role stops', () => {
  // A policy allows or refuses, and is edited to more or to less of it: one that does both at once has no safe turn.
  const actions = ['s3:GetObject', 's3:PutObject', 'sqs:SendMessage'];
  const document = fc
    .record({ Effect: fc.constantFrom('Allow', 'Deny'), count: fc.integer({ min: 1, max: actions.length }) })
    .map(({ Effect, count }): JsonObject => ({ Statement: { Effect, Action: actions.slice(-count), Resource: '*' } }));
  const spec = fc.record({
    trust: services,
    inlinePolicies: fc.dictionary(fc.constantFrom(...names), document, { maxKeys: 3 }),
  });

  it('nobody may do what they may do neither before nor after', () => {
    let judged = 0;
    fc.assert(
      fc.property(spec, spec, (from, to) => {
        const object = liveObject('AwsIamRole', 'one', from);
        const asked = draft(object, 'AwsIamRole', to);
        const { steps: chain } = steps(asked, LIVE);
        const known = access(object.attributes).union(access(asked.after ?? {}));
        for (const now of statesIn(object.attributes, chain)) {
          judged += 1;
          expect([...access(now).difference(known)]).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
    expect(judged).toBeGreaterThan(1000);
  });
});
