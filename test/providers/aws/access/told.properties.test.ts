import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareAccess, type AccessChange } from '../../../../src/core/access/difference.ts';
import { awsAccess } from '../../../../src/providers/aws/access/access-model.ts';
import { mayBeOn } from '../../../../src/providers/aws/access/atoms.ts';
import { fitsPattern } from '../../../../src/providers/aws/policy/glob.ts';
import { form } from '../policy/documents.ts';
import { allowedIn, anyPolicy, REQUESTS } from '../policy/random-policies.ts';
import { change, estate, object, role } from './account.ts';

type Told = { readonly kind: AccessChange['kind']; readonly actions: readonly string[]; readonly resource: string };

function toldOf({ kind, permission }: AccessChange): Told {
  const { action, actions = [action], resource } = permission;
  return { kind, actions, resource };
}

const attributes = (policy: Parameters<typeof form>[0]) => ({
  inline: { others: 'remove' as const, values: { p: form(policy) } },
});

/** What is told of an edit of one policy, and what is so of each resource asked about by itself. */
function told(before: Parameters<typeof form>[0], after: Parameters<typeof form>[0]) {
  const [was, is] = [attributes(before), attributes(after)];
  const states = awsAccess.after(estate([object(role('app'), was)]), [change(role('app'), 'update', was, is)]);
  const affected = [...states.affected];
  const alone = affected.flatMap(({ principal, resources }) =>
    resources.map((resource) => ({ principal, resources: [resource] })),
  );
  const compared = (where: typeof affected) => [...compareAccess(states.before, states.after, where)].map(toldOf);
  return { together: compared(affected), alone: compared(alone) };
}

test('what is so of a resource is told of it, or of a wider one, action by action', () => {
  let left = 0;
  fc.assert(
    fc.property(anyPolicy, anyPolicy, (before, after) => {
      const { together, alone } = told(before, after);
      for (const { kind, actions, resource } of alone) {
        const places = together.filter(
          (one) => one.kind === kind && (one.resource === resource || awsAccess.covers(one.resource, resource)),
        );
        expect(new Set(places.flatMap((one) => one.actions))).toEqual(
          new Set([...places.flatMap((one) => one.actions), ...actions]),
        );
      }
      left += alone.length - together.length;
    }),
    { numRuns: 150 },
  );
  expect(left).toBeGreaterThan(0);
});

test('whatever a simulator never allowed before, and allows after, is told as gained', () => {
  let gained = 0;
  fc.assert(
    fc.property(anyPolicy, anyPolicy, (before, after) => {
      const lines = told(before, after).together.filter(({ kind }) => kind === 'gained');
      for (const request of REQUESTS) {
        // The simulator is asked without regard to what is possible.
        if (!mayBeOn(request.action, request.resource)) continue;
        if (allowedIn(request, [before], null).includes(true)) continue;
        if (!allowedIn(request, [after], null).includes(true)) continue;
        gained += 1;
        const fits = ({ actions, resource }: Told) =>
          (actions.includes(request.action) || actions.includes('*')) &&
          (resource.startsWith('all but ') || fitsPattern(resource.replace(/\$\{[^{}]*\}/gu, '*'), request.resource));
        expect(lines.some(fits), `${request.action} on ${request.resource}`).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
  expect(gained).toBeGreaterThan(50);
});
