import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decider } from '../../../../src/providers/aws/access/decide.ts';
import { statementsOf } from '../../../../src/providers/aws/policy/statements.ts';
import { form } from '../policy/documents.ts';
import { allowedIn, anyPolicy, REQUESTS } from '../policy/random-policies.ts';

test('nothing that a simulator ever allows is left out, and nothing is told without its condition', () => {
  let [free, never] = [0, 0];
  fc.assert(
    fc.property(fc.array(anyPolicy, { minLength: 1, maxLength: 3 }), fc.option(anyPolicy), (policies, boundary) => {
      const origins = policies.map((policy) => ({ through: [], statements: statementsOf(form(policy)) }));
      const bound = boundary === null ? null : statementsOf(form(boundary));
      for (const request of REQUESTS) {
        const way = decider({ origins, bound }, request.resource)(request.action);
        const allowed = allowedIn(request, policies, boundary);
        if (way === null) expect(allowed).not.toContain(true);
        else if (way.condition === '') expect(allowed).not.toContain(false);
        if (way === null) never += 1;
        else if (way.condition === '') free += 1;
      }
    }),
    { numRuns: 250 },
  );
  expect(free).toBeGreaterThan(50);
  expect(never).toBeGreaterThan(50);
});
