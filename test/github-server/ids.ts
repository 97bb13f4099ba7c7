const prefixes = {
  user: 'U',
  organization: 'O',
  bot: 'BOT',
  app: 'A',
  team: 'T',
  repository: 'R',
  pull: 'PR',
  review: 'PRR',
  comment: 'IC',
  issueEvent: 'IEV',
  checkRun: 'CR',
  checkSuite: 'CS',
  activity: 'PSH',
  workflow: 'W',
  workflowRun: 'WFR',
  ruleset: 'RRS',
  environment: 'EN',
  refPolicy: 'DBP',
  installation: 'IN',
  ref: 'REF',
  commit: 'C',
  label: 'LA',
  edit: 'UCE',
} as const;

/** The kinds of things that carry a global node id. */
export type NodeKind = keyof typeof prefixes;

/** The global id that REST calls `node_id` and GraphQL calls `id`. `key` is the numeric id, or a compound for git objects. */
export function nodeId(kind: NodeKind, key: number | string): string {
  return `${prefixes[kind]}_${Buffer.from(`${kind}:${key}`).toString('base64url')}`;
}

/** The inverse of `nodeId`; undefined for anything that `nodeId` never made. */
export function parseNodeId(id: string): { kind: NodeKind; key: string } | undefined {
  const separator = id.indexOf('_');
  const [kind, ...key] = Buffer.from(id.slice(separator + 1), 'base64url')
    .toString('utf8')
    .split(':');
  if (kind === undefined || !isNodeKind(kind) || key.length === 0) return undefined;
  return nodeId(kind, key.join(':')) === id ? { kind, key: key.join(':') } : undefined;
}

function isNodeKind(value: string): value is NodeKind {
  return Object.hasOwn(prefixes, value);
}

/** Numeric ids, one sequence for the whole server, so that an id of one thing is never the id of another. */
export class IdSequence {
  #last = 1000;

  next(): number {
    this.#last += 1;
    return this.#last;
  }
}
