import { describe, expect, it } from 'vitest';
import { outcomeOf, WriteRefused } from '../../../src/providers/kubernetes/write/write-failures.ts';

const GROUPS = '["system:serviceaccounts" "system:serviceaccounts:countersign" "system:authenticated"]';

/** As `ConfirmNoEscalation` of the API server words it. */
function escalation(...rules: readonly string[]): string {
  const user = `system:serviceaccount:countersign:${'a'.repeat(200)}`;
  return `clusterroles.rbac.authorization.k8s.io "made" is forbidden: user "${user}" (groups=${GROUPS}) is attempting to grant RBAC permissions not currently held:\n${rules.join('\n')}`;
}

function causeOf(message: string): string {
  const body = { kind: 'Status', message };
  const outcome = outcomeOf(new WriteRefused({ status: 403, body, retryAfter: null }), true);
  if (outcome.kind !== 'failed') throw new Error('a refusal is a failure');
  return outcome.cause.cause;
}

const rule = (resource: string) => `{APIGroups:[""], Resources:["${resource}"], Verbs:["get" "list"]}`;

describe('what the API server says of a refused write', () => {
  it('names each rule that the writer would have to hold, and not who it is', () => {
    expect(causeOf(escalation(rule('pods'), rule('secrets')))).toBe(
      `The API server refused the step: the writer may not grant what it does not hold itself: ${rule('pods')}, ${rule('secrets')}`,
    );
  });

  it('names the first of many, each as far as it can be read, and how many there are more', () => {
    const long = rule('x'.repeat(5_000));
    const cause = causeOf(escalation(long, ...Array.from({ length: 2_000 }, (_one, at) => rule(`r${at}`))));
    expect(cause).toContain(rule('r0'));
    expect(cause).toMatch(/x…, .* and 1996 more$/u);
    expect(cause.length).toBeLessThan(1_500);
  });

  it('is cut where it says something else at length, and shows that it is', () => {
    const cause = causeOf(`forbidden:\n${'y'.repeat(5_000)}`);
    expect(cause).toMatch(/^The API server refused the step: forbidden: y+…$/u);
    expect(cause.length).toBeLessThan(600);
    expect(causeOf('forbidden')).toBe('The API server refused the step: forbidden');
  });

  it('can be kept in the ledger wherever it is cut, and whatever characters it has', () => {
    const emoji = '😀'.repeat(600);
    for (const message of [emoji, `x${emoji}`, 'a \uD83D alone', escalation(rule(emoji)), escalation(`x${emoji}`)])
      expect(causeOf(message).isWellFormed()).toBe(true);
  });

  it('is withheld where a rule has the shape of a secret', () => {
    expect(causeOf(escalation(rule(`ghp_${'a'.repeat(36)}`)))).not.toContain('ghp_');
  });
});
