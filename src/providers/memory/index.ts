import { compareText, type Address } from '../../core/address.ts';
import { isPatternMark, type Attributes } from '../../core/attributes.ts';
import type { LiveState, Unreadable } from '../../core/live.ts';
import type { Reached } from '../../core/risk/model.ts';
import type { Connection, Permission, Provider, Reader, ReadQuery } from '../../core/ports.ts';
import { addressOf, formOf, nameOf, normalizeSpec, projectForm, type AccountForm } from './form.ts';
import { expansionsOf, isPattern } from './grants.ts';
import { memoryAccount } from './kinds.ts';
import { memoryManifests } from './manifests.ts';
import { stepsOf } from './steps.ts';
import { fileBacked, type MemorySystem, type World } from './system.ts';

/** The reference implementation: a system small enough to see through. `open` turns a connection's secret into the system. */
export function memoryProvider(open: (secret: string) => MemorySystem = fileBacked): Provider {
  return {
    name: 'memory',
    hidden: true,
    kinds: [memoryAccount],
    boundarySchema: {
      type: 'object',
      description: 'The whole system is managed.',
      properties: {},
      additionalProperties: false,
    },
    optionsSchema: {
      type: 'object',
      description: 'There is nothing to choose.',
      properties: {},
      additionalProperties: false,
    },
    lint: () => [],
    normalize: (_kind, spec, context) => normalizeSpec(spec, context),
    project: (object, guide, live) => projectForm(object.attributes, guide, resourcesOf(live)),
    inventory: (object) => object.attributes,
    disabled: () => ({ kind: 'after', after: { enabled: false } }),
    references: (source, _kind, attributes) =>
      Object.keys((attributes as AccountForm).actsAs?.values ?? {}).map((name) => addressOf(source, name)),
    steps: stepsOf,
    outside: () => null,
    permissions: permissionsOf,
    risk: { reaches, escalations: () => [], ownIdentities: () => [] },
    expansions: (attributes, live) => expansionsOf(attributes, resourcesOf(live)),
    summary: (live) => `in-memory system ${live.target['id'] ?? ''}, ${live.objects.length} accounts`,
    toDocument: (object) => ({
      kind: 'MemoryAccount',
      name: nameOf(object.address),
      spec: documentOf(object.attributes),
      notModelled: [],
    }),
    manifests: memoryManifests,
    reader: (connection) => memoryReader(connection, () => open(connection.secret)),
  };
}

/** One for the whole process: what was compiled for it is kept by it. */
export const memory = memoryProvider();

/** A star in a resource stands for any characters. */
function reaches({ resource, action }: Permission): readonly Reached[] {
  return [{ resource: resource.replaceAll('*', '**'), actions: [action] }];
}

function resourcesOf(live: LiveState): readonly string[] {
  return live.facts['resources'] as readonly string[];
}

function permissionsOf(address: Address, attributes: Attributes): readonly Permission[] {
  const form = attributes as AccountForm;
  const grants = Object.entries(form.grants?.values ?? {}).flatMap(([resource, actions]) =>
    Object.entries(actions)
      .filter(([, leaf]) => leaf === 'granted' || (isPatternMark(leaf) && leaf.state === 'held'))
      .map(([action]): Permission => ({
        principal: address,
        action,
        resource,
        path: isPattern(resource) ? 'pattern' : 'direct',
        power: 'use',
      })),
  );
  const acts = Object.keys(form.actsAs?.values ?? {}).map((name): Permission => ({
    principal: address,
    action: 'act as',
    resource: name,
    path: 'direct',
    power: 'administer',
  }));
  const use: readonly Permission[] =
    form.enabled === true
      ? [{ principal: address, action: 'sign in', resource: 'account', path: 'direct', power: 'use' }]
      : [];
  return [...use, ...acts, ...grants];
}

function documentOf(attributes: Attributes) {
  const form = attributes as AccountForm;
  return {
    enabled: form.enabled ?? false,
    tier: form.tier ?? '',
    note: form.note ?? null,
    actsAs: Object.keys(form.actsAs?.values ?? {}).sort(compareText),
    grants: Object.entries(form.grants?.values ?? {})
      .sort(([left], [right]) => compareText(left, right))
      .map(([on, actions]) => ({ on, actions: Object.keys(actions).sort(compareText) })),
  };
}

function memoryReader(connection: Connection, open: () => MemorySystem): Reader {
  return {
    identify: async () => ({ id: open().load().id }),
    read: async (query) => readWorld(connection.source, open, query),
    close: async () => {},
  };
}

function readWorld(source: string, open: () => MemorySystem, query: ReadQuery): LiveState {
  const world = loadWorld(open);
  if (world === null)
    return {
      source,
      provider: 'memory',
      target: {},
      objects: [],
      unreadable: [UNREACHABLE],
      notModelled: [],
      facts: { resources: [] },
    };
  const objects = Object.entries(world.accounts)
    .map(([name, account]) => ({
      address: addressOf(source, name),
      kind: 'MemoryAccount',
      incarnation: account.incarnation,
      attributes: formOf(account),
      facts: account.lastUsed === undefined ? {} : { lastUsed: account.lastUsed },
      ...(account.credentials === undefined ? {} : { credentials: account.credentials }),
      ...(account.managedBy === undefined ? {} : { managedBy: account.managedBy }),
    }))
    .filter(({ address }) => query.kind !== 'addresses' || query.addresses.includes(address))
    .sort((left, right) => compareText(left.address, right.address));
  return {
    source,
    provider: 'memory',
    target: { id: world.id },
    objects,
    unreadable: [],
    notModelled: [],
    facts: { resources: world.resources },
  };
}

const UNREACHABLE: Unreadable = {
  address: null,
  pointer: null,
  reason: { code: 'source-unreachable', message: 'The in-memory system could not be opened.' },
};

function loadWorld(open: () => MemorySystem): World | null {
  try {
    return open().load();
  } catch {
    return null;
  }
}
