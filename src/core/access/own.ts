import { parseAddress, type Address } from '../address.ts';
import type { ChangeAssessment } from '../assessment.ts';
import type { Change, Plan } from '../plan.ts';
import type { Permission } from '../ports.ts';
import type { AccessBlock, Named, SourceAccess } from './assessed.ts';

/** What changes for one identity: what it is given and loses directly, as far as nothing else is to be said of it, and blocks that name it. */
export type OwnAccess = {
  readonly address: Address;
  readonly gains: readonly Permission[];
  readonly loses: readonly Permission[];
  readonly blocks: readonly AccessBlock[];
};

type Prepared = {
  readonly block: AccessBlock;
  readonly resources: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
};

/** What is assessed of one plan, by the identities that it is about. */
export class AssessedAccess {
  readonly #known: ReadonlySet<string>;
  readonly #blocks: readonly Prepared[];
  readonly #byPrincipal = new Map<Address, Prepared[]>();
  readonly #changed: ReadonlySet<Address>;

  constructor(plan: Plan, access: readonly SourceAccess[]) {
    this.#changed = new Set(plan.changes.map(({ address }) => address));
    const known = access.filter((one) => one.kind === 'known');
    this.#known = new Set(
      known.filter(({ blocks, left }) => left === 0 && blocks.every(isWhole)).map(({ source }) => source),
    );
    this.#blocks = known.flatMap(({ blocks }) => blocks).map(prepared);
    for (const one of this.#blocks) {
      for (const principal of one.block.principals.names) {
        const list = this.#byPrincipal.get(principal);
        if (list === undefined) this.#byPrincipal.set(principal, [one]);
        else list.push(one);
      }
    }
  }

  /** @param change one of the plan */
  of({ address, gains, loses }: Pick<ChangeAssessment, 'address' | 'gains' | 'loses'>): OwnAccess {
    const own = this.#byPrincipal.get(address) ?? [];
    const isKnown = this.#known.has(parseAddress(address).source);
    // What a membership brings is told beside it.
    const spelt = (permission: Permission): Permission =>
      isKnown && permission.path === 'membership' ? { ...permission, path: 'direct' } : permission;
    return {
      address,
      gains: besides(gains, own, ['gained', 'repeated']).map(spelt),
      loses: besides(loses, own, ['lost', 'kept']).map(spelt),
      blocks: own.map(({ block }) => block),
    };
  }

  /** Whether everything that a change does to effective access is told by name. */
  knows({ address, steps }: Change): boolean {
    return steps.length === 0 || this.#known.has(parseAddress(address).source);
  }

  /** Blocks about identities that the plan changes, or about those that it does not. */
  blocks(whose: 'changed' | 'others', kind: AccessBlock['kind']): readonly AccessBlock[] {
    return this.#blocks
      .map(({ block }) => block)
      .filter((block) => block.kind === kind)
      .filter(({ principals }) => this.#changed.has(principals.names[0] ?? '') === (whose === 'changed'));
  }
}

function prepared(block: AccessBlock): Prepared {
  return { block, resources: new Set(block.resources.names), actions: new Set(block.actions.names) };
}

/** Whether every permission is told by name. */
function isWhole({ principals, resources, actions }: AccessBlock): boolean {
  return [principals, resources, actions].every(({ names, count }: Named) => names.length === count);
}

function besides(
  permissions: readonly Permission[],
  told: readonly Prepared[],
  kinds: readonly AccessBlock['kind'][],
): readonly Permission[] {
  const relevant = told.filter(({ block }) => kinds.includes(block.kind));
  if (relevant.length === 0) return permissions;
  return permissions.filter(
    ({ action, resource }) => !relevant.some((one) => one.actions.has(action) && one.resources.has(resource)),
  );
}
