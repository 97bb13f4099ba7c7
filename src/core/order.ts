import { compareText, parseAddress, type Address } from './address.ts';
import type { Reason } from './errors.ts';
import type { Change, Step } from './plan.ts';
import type { Provider } from './ports.ts';

type ProviderOf = (source: string) => Provider;

/** What must be finished before what: from one change to those whose last step its first step waits for, sorted. */
type Dependencies = ReadonlyMap<Address, readonly Address[]>;

/** Addresses of other identities that a change refers to before and after it, sorted. */
type References = { readonly before: readonly Address[]; readonly after: readonly Address[] };

/**
 * Adds to each first step the steps of other identities that it waits for. What is referred to, or named under `dependsOn`, is made
 * before it is used, edited before it is used anew, and unused before it is removed or disabled. Changes on a cycle are blocked, each naming the cycle.
 */
export function ordered(changes: readonly Change[], providerOf: ProviderOf): readonly Change[] {
  const byAddress = new Map(changes.map((change) => [change.address, change]));
  const references = new Map(changes.map((change) => [change.address, referencesOf(change, providerOf)]));
  const dependencies = dependenciesOf(changes, byAddress, references);
  return changes.map((change) => {
    const waits = (dependencies.get(change.address) ?? []).map((address) => byAddress.get(address)?.steps.at(-1)?.id);
    const after = references.get(change.address)?.after ?? [];
    const dangling = after.filter((address) => executes(byAddress.get(address), 'delete')).map(danglingReason);
    const cycle = cycleThrough(change.address, dependencies);
    return {
      ...change,
      steps: withDependencies(
        change.steps,
        waits.filter((id) => id !== undefined),
      ),
      blocked: [...change.blocked, ...dangling, ...(cycle === null ? [] : [cycleReason(cycle)])],
    };
  });
}

function withDependencies(steps: readonly Step[], dependsOn: readonly string[]): readonly Step[] {
  return steps.map((step, index) => (index === 0 ? { ...step, dependsOn: dependsOn.toSorted(compareText) } : step));
}

function dependenciesOf(
  changes: readonly Change[],
  byAddress: ReadonlyMap<Address, Change>,
  references: ReadonlyMap<Address, References>,
): Dependencies {
  const waits = new Map(changes.map((change) => [change.address, new Set<Address>()]));
  for (const change of changes) {
    const { address } = change;
    const { before, after } = references.get(address) ?? { before: [], after: [] };
    for (const needed of after)
      if (executes(byAddress.get(needed), 'create', 'replace')) waits.get(address)?.add(needed);
    for (const used of before) {
      if (!after.includes(used) && executes(byAddress.get(used), 'delete', 'replace')) waits.get(used)?.add(address);
    }
    const declared = declaredDependencies(change);
    for (const needed of declared.after)
      if (executes(byAddress.get(needed), 'create', 'update', 'replace')) waits.get(address)?.add(needed);
    for (const left of declared.before)
      if (executes(byAddress.get(left), 'delete', 'disable')) waits.get(left)?.add(address);
  }
  addEdits(waits, byAddress, references);
  return new Map([...waits].map(([address, needed]) => [address, [...needed].toSorted(compareText)]));
}

/**
 * What is referred to anew is edited first, so that where that fails nobody is given what the plan takes from it; what is let go of
 * is disabled after that, so that nobody is left with what gives nothing any more. Two that would
 * wait for each other do not: an edit is no reason to refuse a plan.
 */
function addEdits(
  waits: ReadonlyMap<Address, Set<Address>>,
  byAddress: ReadonlyMap<Address, Change>,
  references: ReadonlyMap<Address, References>,
): void {
  for (const [address, { before, after }] of references)
    for (const needed of after) {
      const isEdited = !before.includes(needed) && executes(byAddress.get(needed), 'update');
      if (isEdited && !waitsFor(needed, address, waits)) waits.get(address)?.add(needed);
    }
  for (const [address, { before, after }] of references)
    for (const left of before) {
      const isDisabled = !after.includes(left) && executes(byAddress.get(left), 'disable');
      if (isDisabled && !waitsFor(address, left, waits)) waits.get(left)?.add(address);
    }
}

function waitsFor(start: Address, wanted: Address, waits: ReadonlyMap<Address, Iterable<Address>>): boolean {
  const seen = new Set([start]);
  for (const address of seen) for (const next of waits.get(address) ?? []) seen.add(next);
  return seen.has(wanted);
}

/** Of other identities of the plan's source, before and after the change. */
export function referencesOf(change: Change, providerOf: ProviderOf): References {
  const { source, kind } = parseAddress(change.address);
  const [before, after] = [change.before, change.after].map((attributes) => {
    const found = attributes === null ? [] : providerOf(source).references(source, kind, attributes);
    return [...new Set(found)].filter((address) => address !== change.address).toSorted(compareText);
  });
  return { before: before ?? [], after: after ?? [] };
}

/** Of any source, as the documents say. Somebody declared it, so also what is only edited comes before what depends on it. */
function declaredDependencies({ metadata }: Change): References {
  const after = metadata.after?.dependsOn ?? [];
  return { before: (metadata.before?.dependsOn ?? []).filter((address) => !after.includes(address)), after };
}

function executes(change: Change | undefined, ...actions: readonly Change['action'][]): boolean {
  return change !== undefined && change.steps.length > 0 && actions.includes(change.action);
}

/** A shortest way from a change over what it waits for back to itself. */
function cycleThrough(start: Address, dependencies: Dependencies): readonly Address[] | null {
  const cameFrom = new Map<Address, Address>();
  const queue = [start];
  for (const address of queue) {
    for (const next of dependencies.get(address) ?? []) {
      if (next === start) return pathTo(address);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, address);
      queue.push(next);
    }
  }
  return null;

  function pathTo(end: Address): readonly Address[] {
    const path = [end];
    for (let at = end; at !== start;) {
      at = cameFrom.get(at) ?? start;
      path.unshift(at);
    }
    return path;
  }
}

function danglingReason(address: Address): Reason {
  return { code: 'reference-removed', message: `It refers to ${address}, which this plan deletes.` };
}

function cycleReason(cycle: readonly Address[]): Reason {
  const path = [...cycle, cycle[0]].join(' → ');
  return {
    code: 'dependency-cycle',
    message: `These identities wait for each other: ${path}. Take one of the references away in a pull request before this one.`,
  };
}
