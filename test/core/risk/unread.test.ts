import { expect, it } from 'vitest';
import type { SourceAccess } from '../../../src/core/access/assessed.ts';
import { riskAnew } from '../../../src/core/risk/anew.ts';
import { estateOf, planFor, revoke, riskyOn, rulesFor, type Doing } from '../../support/small-estate.ts';

const ESTATE = estateOf({ roles: ['app', 'old', 'next'], objects: { 'table s.t': { owner: 'old' } } });
const reason = { code: 'source-unreachable', message: 'It did not answer.' };
const UNREAD = { ...ESTATE, unreadable: [{ address: null, pointer: null, reason }] };

const LEAVES: Doing = {
  role: 'old',
  operations: [{ kind: 'reassign-owned', to: 'next' }, { kind: 'drop-role' }],
  parts: { action: 'delete', after: null },
};
const NARROWED: Doing = { role: 'app', operations: [revoke('table s.t', 'SELECT')], loses: ['SELECT on table s.t'] };
const DOINGS = [LEAVES, NARROWED];

const codes = ({ changes }: Pick<ReturnType<typeof riskyOn>, 'changes'>) =>
  changes.map(({ risk }) => risk.reasons.map(({ code }) => code));

it('says where the estate was not read which changes may widen access, and of no other', () => {
  expect(codes(riskyOn(UNREAD, DOINGS))).toEqual([['access-unknown', 'no-access-change'], ['narrows-access']]);
  expect(codes(riskyOn(ESTATE, DOINGS)).flat()).not.toContain('access-unknown');
});

it('is judged with the plan by what it adds to the risk', () => {
  const seen: unknown[] = [];
  riskyOn(UNREAD, DOINGS, [], (_, changes) => {
    seen.push(codes({ changes }));
    return { requirements: [], findings: [], exceptions: [] };
  });
  expect(seen).toEqual([[['access-unknown', 'no-access-change'], ['narrows-access']]]);
});

it('is said anew of a plan whose assessment keeps it back, and once', () => {
  const assessment = riskyOn(UNREAD, DOINGS);
  const plan = planFor(DOINGS);
  const anew = (changes: typeof assessment.changes, access: readonly SourceAccess[] = assessment.access) =>
    codes({ changes: riskAnew(plan, { changes, access }, rulesFor([])) });
  const kept = assessment.changes.map((change) => ({ ...change, risk: { level: 'low' as const, reasons: [] } }));
  expect(anew(kept)[0]).toEqual(['access-unknown', 'no-access-change']);
  expect(anew(assessment.changes)).toEqual(codes(assessment));
  expect(anew(kept, [])[0]).toEqual(['no-access-change']);
});
