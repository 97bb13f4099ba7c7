import { parseAddress, type Address } from './address.ts';
import type { Reason } from './errors.ts';
import type { Change, Step } from './plan.ts';
import type { Provider } from './ports.ts';

/** What must be finished before what: from one change to those whose last step its first step waits for. */
type Dependencies = ReadonlyMap<Address, ReadonlySet<Address>>;

/**
 * Adds to each first step the steps of other identities that it waits for. What is referred to is made before it is
 * used, and unused before it is removed. Changes on a cycle are blocked, each naming the cycle.
 */
export function ordered(changes: readonly Change[], providerOf: (source: string) => Provider): readonly Change[] {
  const byAddress = new Map(changes.map((change) => [change.address, change]));
  const dependencies = dependenciesOf(changes, byAddress, providerOf);
  return changes.map((change) => {
    const cycle = cycleThrough(change.address, dependencies);
    const dangling = danglingReferences(change, byAddress, providerOf);
    const blocked = cycle === null ? dangling : [...dangling, cycleReason(cycle)];
    const waits = [...(dependencies.get(change.address) ?? [])].map(
      (address) => byAddress.get(address)?.steps.at(-1)?.id,
    );
    return {
      ...change,
      steps: withDependencies(change.steps, waits.filter((id) => id !== undefined).sort()),
      blocked: [...change.blocked, ...blocked],
    };
  });
}

function withDependencies(steps: readonly Step[], dependsOn: readonly string[]): readonly Step[] {
  return steps.map((step, index) => (index === 0 ? { ...step, dependsOn } : step));
}

function dependenciesOf(
  changes: readonly Change[],
  byAddress: ReadonlyMap<Address, Change>,
  providerOf: (source: string) => Provider,
): Dependencies {
  const dependencies = new Map<Address, Set<Address>>(changes.map((change) => [change.address, new Set<Address>()]));
  for (const change of changes) {
    if (change.steps.length === 0) continue;
    const needs = referencesOf(change, 'after', providerOf);
    for (const address of needs) {
      if (address !== change.address && comesToExist(byAddress.get(address)))
        dependencies.get(change.address)?.add(address);
    }
    for (const address of referencesOf(change, 'before', providerOf)) {
      if (address !== change.address && !needs.includes(address) && ceasesToExist(byAddress.get(address)))
        dependencies.get(address)?.add(change.address);
    }
  }
  return dependencies;
}

function referencesOf(
  change: Change,
  side: 'before' | 'after',
  providerOf: (source: string) => Provider,
): readonly Address[] {
  const attributes = change[side];
  if (attributes === null) return [];
  const { source, kind } = parseAddress(change.address);
  return providerOf(source).references(source, kind, attributes);
}

function comesToExist(change: Change | undefined): boolean {
  return change !== undefined && change.steps.length > 0 && (change.action === 'create' || change.action === 'replace');
}

function ceasesToExist(change: Change | undefined): boolean {
  return change !== undefined && change.steps.length > 0 && change.action === 'delete';
}

function danglingReferences(
  change: Change,
  byAddress: ReadonlyMap<Address, Change>,
  providerOf: (source: string) => Provider,
): readonly Reason[] {
  return referencesOf(change, 'after', providerOf)
    .filter((address) => change.steps.length > 0 && ceasesToExist(byAddress.get(address)))
    .map((address) => ({ code: 'reference-removed', message: `It refers to ${address}, which this plan deletes.` }));
}

function cycleThrough(start: Address, dependencies: Dependencies): readonly Address[] | null {
  const path: Address[] = [];
  const visited = new Set<Address>();
  return walk(start) ? path : null;

  function walk(address: Address): boolean {
    path.push(address);
    visited.add(address);
    for (const next of dependencies.get(address) ?? []) {
      if (next === start) return true;
      if (!visited.has(next) && walk(next)) return true;
    }
    path.pop();
    return false;
  }
}

function cycleReason(cycle: readonly Address[]): Reason {
  return {
    code: 'dependency-cycle',
    message: `These identities wait for each other: ${[...cycle, cycle[0]].join(' → ')}.`,
  };
}
