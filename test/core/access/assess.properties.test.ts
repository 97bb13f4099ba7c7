import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareAccess } from '../../../src/core/access/difference.ts';
import type { AccessIndex, EffectivePermission } from '../../../src/core/access/effective.ts';
import { isAssessedAccess } from '../../../src/core/access/decode.ts';
import type { AccessBlock } from '../../../src/core/access/assessed.ts';
import { postgresAccess } from '../../../src/providers/postgres/access/access-model.ts';
import {
  addressOf,
  assessedOn,
  assessmentOf,
  estateOf,
  grant,
  join,
  planFor,
  revoke,
  type Doing,
  type SmallEstate,
} from '../../support/small-estate.ts';

const ROLES = ['r0', 'r1', 'r2', 'r3', 'r4'];
const TABLES = ['table s.a', 'table s.b'];
const PRIVILEGES = ['SELECT', 'INSERT'] as const;

const role = fc.nat(ROLES.length - 1);
const table = fc.constantFrom(...TABLES);
const privilege = fc.constantFrom(...PRIVILEGES);

const acl = fc.dictionary(
  fc.constantFrom(...ROLES, 'public'),
  fc.dictionary(privilege, fc.constantFrom('granted' as const, 'grantable' as const), { minKeys: 1 }),
);

/** A member always has the greater number, so that nobody is a member of itself. */
const membership = fc
  .tuple(role, role, fc.boolean())
  .filter(([member, group]) => member > group)
  .map(([member, group, inherits]) => `r${member} of r${group}${inherits ? '' : ' after SET'}`);

const estates: fc.Arbitrary<SmallEstate> = fc
  .tuple(fc.uniqueArray(membership, { selector: (text) => text.replace(' after SET', '') }), acl, acl)
  .map(([memberships, first, second]) => ({
    roles: ROLES,
    memberships,
    objects: { 'table s.a': { acl: { owner: {}, ...first } }, 'table s.b': { acl: second, owner: 'r0' } },
  }));

const doings: fc.Arbitrary<Doing> = fc.oneof(
  fc.tuple(role, table, privilege).map(([index, on, action]): Doing => ({
    role: `r${index}`,
    operations: [grant(on, action)],
    gains: [`${action} on ${on}`],
  })),
  fc.tuple(role, table, privilege).map(([index, on, action]): Doing => ({
    role: `r${index}`,
    operations: [revoke(on, action)],
    loses: [`${action} on ${on}`],
  })),
  fc
    .tuple(role, role, fc.boolean())
    .filter(([member, group]) => member > group)
    .map(([member, group, inherits]): Doing => ({ role: `r${member}`, operations: [join(`r${group}`, inherits)] })),
);

const wishes = fc.uniqueArray(doings, { minLength: 1, maxLength: 4, selector: (doing) => doing.role });

it('what is assessed is what the index says before and after, and with the direct gains it is all of it', () => {
  fc.assert(
    fc.property(estates, wishes, (small, plan) => {
      const estate = estateOf(small);
      const access = assessedOn(estate, plan);
      const [known] = access;
      if (known?.kind !== 'known') throw new Error('a small estate is known');
      expect(known.left).toBe(0);
      expect(isAssessedAccess(JSON.parse(JSON.stringify(access)), new Set(['pg']))).toBe(true);
      expect(assessedOn(structuredClone(estate), plan.toReversed())).toEqual(access);

      const { before, after, affected } = postgresAccess.after(estate, planFor(plan).changes);
      const told = known.blocks.flatMap(triples);
      for (const one of told) {
        const [was, is] = [heldIn(before, one), heldIn(after, one)];
        if (one.kind === 'gained') expect([rank(is) > rank(was), is?.condition]).toEqual([true, one.way.condition]);
        if (one.kind === 'lost') expect([rank(was) > rank(is), was?.condition]).toEqual([true, one.way.condition]);
        if (one.kind === 'kept' || one.kind === 'repeated') expect(rank(is)).toBe(rank(was));
      }

      const direct = new Set(
        assessmentOf(plan).changes.flatMap(({ gains, loses }) => [
          ...gains.map((gain) => JSON.stringify(['gained', gain.principal, gain.action, gain.resource])),
          ...loses.map((loss) => JSON.stringify(['lost', loss.principal, loss.action, loss.resource])),
        ]),
      );
      const named = new Set(told.map(keyOf));
      expect(named.size).toBe(told.length);
      for (const { kind, permission } of compareAccess(before, after, affected)) {
        const key = JSON.stringify([kind, permission.principal, permission.action, permission.resource]);
        const isOwn = plan.some(({ role: name }) => addressOf(name) === permission.principal);
        if (kind === 'gained' || kind === 'lost' || isOwn)
          expect([key, named.has(key) || direct.has(key)]).toEqual([key, true]);
      }
    }),
  );
});

type Triple = Pick<AccessBlock, 'kind' | 'way'> & {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
};

function triples({ kind, way, principals, actions, resources }: AccessBlock): readonly Triple[] {
  return principals.names.flatMap((principal) =>
    resources.names.flatMap((resource) => actions.names.map((action) => ({ kind, way, principal, action, resource }))),
  );
}

function keyOf({ kind, principal, action, resource }: Triple): string {
  return JSON.stringify([kind, principal, action, resource]);
}

function heldIn(index: AccessIndex, { principal, action, resource }: Triple): EffectivePermission | undefined {
  return index.on(principal, resource).find((held) => held.action === action);
}

function rank(held: EffectivePermission | undefined): number {
  return held === undefined ? 0 : held.condition === null ? 2 : 1;
}
