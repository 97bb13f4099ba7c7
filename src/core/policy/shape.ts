import { CREDENTIAL_KINDS, CREDENTIAL_STATES } from '../credentials.ts';
import type { Action } from '../plan.ts';
import type { Permission } from '../ports.ts';
import { RISK_REASONS } from '../risk.ts';
import { RISK_LEVELS } from '../risk/level.ts';

/**
 * What a fact may hold. Any value may be null, too. `words`: the only texts that are ever there; any, unless given.
 * `open`: whatever JSON is there. `missing`: what reads a field without a fact fails.
 */
export type Shape =
  | { readonly kind: 'text'; readonly words?: readonly string[] }
  | { readonly kind: 'whole' | 'flag' | 'instant' | 'open' }
  | { readonly kind: 'list'; readonly of: Shape; readonly missing?: 'fails' }
  | { readonly kind: 'record'; readonly fields: { readonly [name: string]: Shape } };

const TEXT: Shape = { kind: 'text' };
const WHOLE: Shape = { kind: 'whole' };
const FLAG: Shape = { kind: 'flag' };
const INSTANT: Shape = { kind: 'instant' };
export const OPEN: Shape = { kind: 'open' };

function list(of: Shape): Extract<Shape, { kind: 'list' }> {
  return { kind: 'list', of };
}

function record(fields: { readonly [name: string]: Shape }): Shape {
  return { kind: 'record', fields };
}

const ACTIONS: readonly Action[] = ['create', 'update', 'delete', 'disable', 'replace', 'forget', 'describe'];
const POWERS: readonly Permission['power'][] = ['use', 'administer'];

function oneOf(words: readonly string[]): Shape {
  return { kind: 'text', words };
}

const POWER = oneOf(POWERS);

const METADATA = record({
  owner: TEXT,
  purpose: TEXT,
  expires: INSTANT,
  consumers: list(TEXT),
  dependsOn: list(TEXT),
  adopts: TEXT,
});

export const PERMISSION = record({ principal: TEXT, action: TEXT, resource: TEXT, path: TEXT, power: POWER });

const PERSON = record({ login: TEXT, type: TEXT, groups: list(TEXT), teams: list(TEXT) });
const EFFECTIVE: Extract<Shape, { kind: 'list' }> = {
  ...list(
    record({
      principal: TEXT,
      action: TEXT,
      resource: TEXT,
      power: POWER,
      condition: TEXT,
      through: list(TEXT),
      basis: TEXT,
    }),
  ),
  missing: 'fails',
};

const CREDENTIALS: Shape = {
  ...list(
    record({
      id: TEXT,
      kind: oneOf(CREDENTIAL_KINDS),
      state: oneOf(CREDENTIAL_STATES),
      age: WHOLE,
      used: FLAG,
      idle: WHOLE,
      expires: INSTANT,
    }),
  ),
  missing: 'fails',
};

/** What `access` holds. */
export const ACCESS: { readonly [name: string]: Extract<Shape, { kind: 'list' }> } = {
  gains: list(PERMISSION),
  loses: list(PERMISSION),
  gained: EFFECTIVE,
  lost: EFFECTIVE,
  others: EFFECTIVE,
};

/** The variables of an expression. Of these every field is known; what an identity's attributes are, only its provider knows. */
export const VARIABLES = {
  change: record({
    address: TEXT,
    source: TEXT,
    kind: TEXT,
    name: TEXT,
    action: oneOf(ACTIONS),
    metadata: METADATA,
    was: METADATA,
    irreversible: list(TEXT),
    blocked: list(TEXT),
    steps: WHOLE,
  }),
  plan: record({
    changes: WHOLE,
    gains: WHOLE,
    loses: WHOLE,
    creates: WHOLE,
    updates: WHOLE,
    removes: WHOLE,
    irreversible: WHOLE,
  }),
  before: OPEN,
  after: OPEN,
  access: record(ACCESS),
  identity: record({ credentials: CREDENTIALS }),
  risk: record({ level: oneOf(RISK_LEVELS), reasons: list(oneOf(RISK_REASONS)) }),
  pull: record({
    number: WHOLE,
    repository: TEXT,
    title: TEXT,
    draft: FLAG,
    labels: list(TEXT),
    base: TEXT,
    head: TEXT,
    fork: FLAG,
    author: PERSON,
    contributors: list(PERSON),
    paths: list(TEXT),
    additions: WHOLE,
    deletions: WHOLE,
  }),
  governance: list(TEXT),
  now: INSTANT,
} as const satisfies { readonly [name: string]: Shape };
