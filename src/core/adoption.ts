import type { Reason } from './errors.ts';
import type { LiveObject, Manager } from './live.ts';
import type { Change } from './plan.ts';

/** Whether another tool manages the object, and whether the document says that it gives it up. */
export type Adoption =
  | { readonly kind: 'unclaimed' }
  | { readonly kind: 'adopted' | 'reserved' | 'claimed' | 'misnamed'; readonly manager: Manager };

/** A document that goes away ends what it adopted: what the base said counts then. */
export function adoptionOf(
  object: Pick<LiveObject, 'managedBy'> | null,
  { before, after }: Change['metadata'],
): Adoption {
  const manager = object?.managedBy;
  if (manager === undefined) return { kind: 'unclaimed' };
  if (manager.reserved === true) return { kind: 'reserved', manager };
  const adopts = (after ?? before)?.adopts ?? null;
  if (adopts === null) return { kind: 'claimed', manager };
  return { kind: adopts === manager.tool ? 'adopted' : 'misnamed', manager };
}

/** Why nothing may be done with an object of another tool; null: it may. */
export function claimReason(adoption: Adoption): Reason | null {
  if (adoption.kind === 'unclaimed' || adoption.kind === 'adopted') return null;
  const { tool, evidence } = adoption.manager;
  const rest = {
    reserved: 'and never gives it up',
    claimed: 'and it is observed only',
    misnamed: 'and not whom its document adopts it from',
  };
  return { code: 'managed-elsewhere', message: `${tool} manages this object (${evidence}), ${rest[adoption.kind]}.` };
}

/** What its author can do about it; null: nothing has to be done, or nothing can be. */
export function claimMend({ kind, ...rest }: Adoption): string | null {
  if (!('manager' in rest) || (kind !== 'claimed' && kind !== 'misnamed')) return null;
  const { tool } = rest.manager;
  return `Change it there; or, where ${tool} gives it up, write adopts: ${tool} under metadata.`;
}

/** What reviewers are to know of it where nothing is blocked. @param newly from which tool the change takes it; see `newlyAdopted` */
export function adoptionNote(adoption: Adoption, newly: string | null): Reason | null {
  if (adoption.kind === 'unclaimed') return newly === null ? null : notClaimed(newly);
  if (adoption.kind !== 'adopted') return claimReason(adoption);
  const { tool, evidence } = adoption.manager;
  return {
    code: 'adopted',
    message: `${tool} is to give this object up (${evidence}): take it out of there, or both will change it.`,
  };
}

/** The mark may be gone since, or the name may be that of no tool: either way it adopts nothing. */
function notClaimed(adopts: string): Reason {
  const message = `Its document adopts it from ${adopts}, and no mark of another tool was found on it: nothing is taken over.`;
  return { code: 'adopts-unclaimed', message };
}

/** The tool from which a change takes an object that the base did not take from it; null: none. */
export function newlyAdopted({ before, after }: Change['metadata']): string | null {
  const tool = after?.adopts ?? null;
  return tool === before?.adopts ? null : tool;
}
