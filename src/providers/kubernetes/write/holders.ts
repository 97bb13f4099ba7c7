import { CountersignError } from '../../../core/errors.ts';
import type { Connection, Outcome } from '../../../core/ports.ts';
import { boundaryOf, type Named } from '../boundary.ts';
import { Gatherer } from '../catalog/gather.ts';
import { factsOf } from '../catalog/live-state.ts';
import type { KubernetesClient } from '../client.ts';
import { SERVICE_ACCOUNT } from '../kinds.ts';
import type { Effect } from '../steps/effect.ts';
import { holdersOf, HOLDERS_UNREAD, stillBound } from '../steps/holders.ts';
import { shown } from '../shown.ts';

type Conflict = Extract<Outcome, { kind: 'conflict' }>;

/**
 * A plan takes a role away only where it leaves nobody who holds it. A binding can come at any time, and the version of the role does
 * not change with it, so that whoever holds it is looked for right before the write, and right after it.
 */
export type HolderLook = {
  readonly client: KubernetesClient;
  readonly connection: Pick<Connection, 'source' | 'boundary'>;
  readonly named: Named;
  readonly effect: Effect;
};

/** Null: nobody holds the role, or the step takes none. @throws as `Gatherer`, and CountersignError `role-holders-unread` */
export async function heldBefore(look: HolderLook): Promise<Conflict | null> {
  const held = await holders(look);
  return held.length === 0 ? null : conflict(stillBound(held).message);
}

/** Nothing can be taken back then: a binding that came between the look and the write is said. @throws as `heldBefore` */
export async function heldAfter(look: HolderLook): Promise<Conflict | null> {
  const held = await holders(look);
  return held.length === 0
    ? null
    : conflict(`It was given to ${shown(held)} at the moment at which it was taken away, and gives nothing any more.`);
}

async function holders({ client, connection, named, effect }: HolderLook): Promise<readonly string[]> {
  if (named.kind === SERVICE_ACCOUNT || (effect.kind !== 'delete' && effect.kind !== 'empty')) return [];
  const { source, boundary } = connection;
  const within = boundaryOf(boundary);
  const found = await new Gatherer(client, within).bindingsFor([named]);
  const facts = factsOf({ version: '', boundary, roleNames: null, ...found }, within);
  const { held, whole } = holdersOf(named, { source, facts });
  if (held.length === 0 && !whole) throw unread();
  return held;
}

function conflict(found: string): Conflict {
  return { kind: 'conflict', pointer: '', planned: 'held by nobody', found };
}

function unread(): CountersignError {
  return new CountersignError('role-holders-unread', HOLDERS_UNREAD, {
    mend: 'Let the applier list them in every namespace, then plan again.',
  });
}
