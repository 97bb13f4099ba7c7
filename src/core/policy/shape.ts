/** What a fact may hold. Any value may be null, too. `open`: whatever JSON is there. `missing`: what reads a field without a fact fails. */
export type Shape =
  | { readonly kind: 'text' | 'whole' | 'flag' | 'instant' | 'open' }
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

const METADATA = record({ owner: TEXT, purpose: TEXT, expires: INSTANT, consumers: list(TEXT) });

const PERMISSION = record({ principal: TEXT, action: TEXT, resource: TEXT, path: TEXT, power: TEXT });

const PERSON = record({ login: TEXT, type: TEXT, groups: list(TEXT), teams: list(TEXT) });
const EFFECTIVE: Shape = {
  ...list(
    record({
      principal: TEXT,
      action: TEXT,
      resource: TEXT,
      power: TEXT,
      condition: TEXT,
      through: list(TEXT),
      basis: TEXT,
    }),
  ),
  missing: 'fails',
};

/** The variables of an expression. Of these every field is known; what an identity's attributes are, only its provider knows. */
export const VARIABLES = {
  change: record({
    address: TEXT,
    source: TEXT,
    kind: TEXT,
    name: TEXT,
    action: TEXT,
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
  access: record({
    gains: list(PERMISSION),
    loses: list(PERMISSION),
    gained: EFFECTIVE,
    lost: EFFECTIVE,
    others: EFFECTIVE,
  }),
  risk: record({ level: TEXT, reasons: list(TEXT) }),
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
