import type { AccessBlock } from '../access/assessed.ts';
import { AssessedAccess, type OwnAccess } from '../access/own.ts';
import type { ChangeAssessment } from '../assessment.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { parseAddress } from '../address.ts';
import type { Change } from '../plan.ts';
import type { Permission } from '../ports.ts';
import type { Facts } from './facts.ts';
import type { Situation } from './set.ts';

/** Permissions that are made of one list of blocks at most: beyond that it is as if nobody knew. */
const EXPANDED = 10_000;

/** Effective access as expressions have it. Where it is not known its fields are missing, so that what reads them fails. */
export class AccessFacts {
  readonly #assessed: AssessedAccess;
  readonly #others: readonly JsonObject[] | null;

  constructor({ plan, access }: Pick<Situation, 'plan' | 'access'>) {
    this.#assessed = new AssessedAccess(plan, access);
    const blocks = this.#assessed.blocks('others', 'gained');
    const known = plan.changes.every((change) => this.#assessed.knows(change));
    this.#others = known ? expanded(blocks, ({ principals }) => principals.names) : null;
  }

  /** The facts of a change with what is effective besides. */
  added(facts: Facts, change: Change, assessment: Pick<ChangeAssessment, 'gains' | 'loses'>): Facts {
    const own = this.#assessed.of({ ...assessment, address: change.address });
    const known = this.#assessed.knows(change);
    const gained = known ? held(own, own.gains, 'gained') : null;
    const lost = known ? held(own, own.loses, 'lost') : null;
    const direct = isJsonObject(facts.access) ? facts.access : {};
    return {
      ...facts,
      access: {
        ...direct,
        ...(gained === null ? {} : { gained }),
        ...(lost === null ? {} : { lost }),
        ...(this.#others === null ? {} : { others: this.#others }),
      },
    };
  }
}

/** Why an expression failed, with what was not there to be read. */
export function withGap(cause: string, { access, identity }: Facts): string {
  if (cause === 'field not found: credentials' && isJsonObject(identity) && identity['credentials'] === undefined)
    return `${cause}; the system does not tell of credentials; ask has(identity.credentials)`;
  const [, field = ''] = /^field not found: (gained|lost|others)$/u.exec(cause) ?? [];
  if (field === '' || (isJsonObject(access) && access[field] !== undefined)) return cause;
  return `${cause}; effective access is not known, as not everything that decides it could be read and told; ask has(access.${field})`;
}

function held(own: OwnAccess, direct: readonly Permission[], kind: 'gained' | 'lost'): readonly JsonObject[] | null {
  const blocks = own.blocks.filter((block) => block.kind === kind);
  const more = expanded(blocks, () => [own.address]);
  return more === null ? null : [...direct.map(directFacts), ...more];
}

function directFacts({ principal, action, resource, power }: Permission): JsonObject {
  return { principal, action, resource, power, condition: null, through: [], basis: 'grant' };
}

function expanded(
  blocks: readonly AccessBlock[],
  whom: (block: AccessBlock) => readonly string[],
): readonly JsonObject[] | null {
  const sizes = blocks.map((block) => whom(block).length * block.resources.names.length * block.actions.names.length);
  if (sizes.reduce((sum, size) => sum + size, 0) > EXPANDED) return null;
  return blocks.flatMap((block) => {
    const { power, resources, actions, way } = block;
    const { condition, through, basis } = way;
    return whom(block).flatMap((principal) =>
      resources.names.flatMap((resource) =>
        actions.names.map((action) => ({ principal, action, resource, power, condition, through, basis })),
      ),
    );
  });
}

/** Effective access of a test; null where the test says that it is not known. */
export function givenAccess(given: JsonObject, address: string): JsonObject {
  const { source, kind } = parseAddress(address);
  const other = `${source}/${kind}/other`;
  return Object.fromEntries(
    [
      ['gained', address],
      ['lost', address],
      ['others', other],
    ].flatMap(([field = '', principal = '']) => {
      const value = given[field];
      return value === null ? [] : [[field, permissionsGiven(value, principal)]];
    }),
  );
}

function permissionsGiven(value: Json | undefined, principal: string): readonly JsonObject[] {
  const items = Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
  const plain = { action: 'READ', resource: 'resource', power: 'use', condition: null, through: [], basis: 'grant' };
  return items.map((item) => ({ principal, ...plain, ...item }));
}
