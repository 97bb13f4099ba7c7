import { compareText, type Address } from './address.ts';
import type { Diagnostic } from './errors.ts';
import type { DesiredState, Identity, Reconciliation } from './desired/types.ts';
import type { Plan, Verb } from './plan.ts';
import type { Removal } from './ports.ts';

/** What is asked for one identity. `request` comes from an added Reconciliation document. */
export type ScopedIdentity = {
  readonly address: Address;
  readonly base: Identity | null;
  readonly head: Identity | null;
  readonly request: { readonly verb: Verb; readonly onRemove: Removal | null } | null;
};

/** `pull-request`: what differs between base and head. `everything`: each declared identity, as if drift were to be found. */
export type Extent = 'pull-request' | 'everything';

export type Scope = { readonly identities: readonly ScopedIdentity[]; readonly diagnostics: readonly Diagnostic[] };

/** The addresses that are planned, sorted; pure in the two desired states. */
export function scopeOf(base: DesiredState, head: DesiredState, extent: Extent): Scope {
  const before = byAddress(base.identities);
  const after = byAddress(head.identities);
  const { requests, diagnostics } = requestsOf(base, head);
  const addresses = [...new Set([...before.keys(), ...after.keys(), ...requests.keys()])].sort(compareText);
  const identities = addresses
    .map((address) => scoped(address))
    .filter(
      (identity) => extent === 'everything' || identity.request !== null || identity.base?.hash !== identity.head?.hash,
    );
  return { identities, diagnostics: [...diagnostics, ...identities.flatMap(misdirected)] };

  function scoped(address: Address): ScopedIdentity {
    return {
      address,
      base: before.get(address) ?? null,
      head: after.get(address) ?? null,
      request: requests.get(address) ?? null,
    };
  }
}

/** The plan's record of inputs: hashes of parsed values, so that files may move and be reformatted. */
export function desiredOf(scope: readonly ScopedIdentity[]): Plan['desired'] {
  return scope.map(({ address, base, head }) => ({ address, base: base?.hash ?? null, head: head?.hash ?? null }));
}

export function requestsIn(scope: readonly ScopedIdentity[]): Plan['requests'] {
  return scope.flatMap(({ address, request }) => (request === null ? [] : [{ address, verb: request.verb }]));
}

function byAddress(identities: readonly Identity[]): ReadonlyMap<Address, Identity> {
  return new Map(identities.map((identity) => [identity.address, identity]));
}

function requestsOf(base: DesiredState, head: DesiredState) {
  const merged = new Map(base.reconciliations.map((document) => [document.name, document]));
  const requests = new Map<Address, NonNullable<ScopedIdentity['request']>>();
  const diagnostics: Diagnostic[] = [];
  for (const document of head.reconciliations) {
    const known = merged.get(document.name);
    if (known !== undefined) {
      if (known.hash !== document.hash) diagnostics.push(changedRecord(document));
      continue;
    }
    for (const address of document.addresses) {
      if (requests.has(address)) diagnostics.push(requestedTwice(document, address));
      requests.set(address, { verb: document.verb, onRemove: document.onRemove });
    }
  }
  return { requests, diagnostics };
}

/** A merged Reconciliation is the record of who asked for what: it never changes, and a new wish is a new document. */
function changedRecord(document: Reconciliation): Diagnostic {
  return {
    code: 'reconciliation-changed',
    severity: 'error',
    cause: `The Reconciliation ${document.name} is already merged and was edited.`,
    mend: 'Restore it and add a new Reconciliation document under another name.',
    location: document.location,
  };
}

function requestedTwice(document: Reconciliation, address: Address): Diagnostic {
  return {
    code: 'reconciliation-duplicate',
    severity: 'error',
    cause: `More than one added Reconciliation names ${address}.`,
    mend: 'Name each address in one Reconciliation of a pull request.',
    location: document.location,
    address,
  };
}

function misdirected({ address, head, base, request }: ScopedIdentity): readonly Diagnostic[] {
  if (request === null) return [];
  if (request.verb === 'remove' && head !== null) {
    return [
      wrongVerb(
        address,
        'remove',
        'is declared',
        'Delete its document instead; what happens then is said by onRemove.',
      ),
    ];
  }
  if (request.verb === 'remove' && base !== null) {
    return [
      wrongVerb(address, 'remove', 'loses its document in the same pull request', 'Leave the Reconciliation out.'),
    ];
  }
  if (request.verb === 'correct' && head === null) {
    return [wrongVerb(address, 'correct', 'is not declared', 'Declare it, or use the verb remove.')];
  }
  if (request.verb === 'rotate') {
    return [
      wrongVerb(
        address,
        'rotate',
        'is of a kind without credentials that can be rotated',
        'Leave the Reconciliation out.',
      ),
    ];
  }
  return [];
}

function wrongVerb(address: Address, verb: Verb, why: string, mend: string): Diagnostic {
  return {
    code: 'reconciliation-misdirected',
    severity: 'error',
    cause: `A Reconciliation asks to ${verb} ${address}, which ${why}.`,
    mend,
    address,
  };
}
