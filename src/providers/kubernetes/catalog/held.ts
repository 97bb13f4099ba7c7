import type { Binding, Role } from '../api/objects.ts';
import type { BoundRole } from '../normal-form/model.ts';
import { boundBy, holderOf, type Holder } from './subjects.ts';

/** Bindings by whom they name and by what they give, for whoever asks of each object of a cluster. */
export class Held {
  readonly #byHolder = new Map<string, Binding[]>();
  readonly #byRole = new Map<string, Binding[]>();

  constructor(bindings: readonly Binding[]) {
    for (const binding of bindings) {
      const holders = binding.subjects.flatMap((subject) => holderOf(subject) ?? []);
      for (const key of new Set(holders.map(holderKey))) push(this.#byHolder, key, binding);
      push(this.#byRole, roleKey(boundBy(binding)), binding);
    }
  }

  by(holder: Holder): readonly Binding[] {
    return this.#byHolder.get(holderKey(holder)) ?? [];
  }

  /** Those that give a role, a ClusterRole wherever it is bound. */
  of({ kind, metadata }: Pick<Role, 'kind' | 'metadata'>): readonly Binding[] {
    return this.#byRole.get(roleKey({ kind, namespace: metadata.namespace, name: metadata.name })) ?? [];
  }
}

function holderKey({ namespace, name }: Holder): string {
  return JSON.stringify([namespace, name]);
}

function roleKey({ namespace, kind, name }: BoundRole): string {
  return JSON.stringify([kind, kind === 'Role' ? namespace : null, name]);
}

function push(lists: Map<string, Binding[]>, key: string, binding: Binding): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [binding]);
  else list.push(binding);
}
