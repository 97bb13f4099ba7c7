import type { Change } from '../plan.ts';

/** Changes so that everything that is waited for comes first; otherwise in the order given. Nothing is lost, even on a cycle. */
export function executionOrder(changes: readonly Change[]): readonly Change[] {
  const byStep = new Map(changes.flatMap((change) => change.steps.map((step) => [step.id, change] as const)));
  const sorted = new Set<Change>();
  const entered = new Set<Change>();
  for (const change of changes) place(change);
  return [...sorted];

  function place(first: Change): void {
    const stack = [first];
    for (let change = stack.at(-1); change !== undefined; change = stack.at(-1)) {
      entered.add(change);
      const open = waitedFor(change).filter((needed) => !entered.has(needed));
      if (open.length > 0) stack.push(...open.toReversed());
      else sorted.add(stack.pop() ?? change);
    }
  }

  function waitedFor(change: Change): readonly Change[] {
    return change.steps.flatMap((step) => step.dependsOn).flatMap((id) => byStep.get(id) ?? []);
  }
}
