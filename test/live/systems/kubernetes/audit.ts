import { existsSync, readFileSync } from 'node:fs';

/** A request as the API server's audit log has it. */
export type KubernetesCall = {
  /** `reader`, `system:serviceaccount:shop:ci` */
  readonly user: string;
  /** `get`, `list`, `create`, `patch` */
  readonly verb: string;
  /** Path and query. */
  readonly uri: string;
  /** `roles`, `serviceaccounts/token`; empty: no resource. */
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
  readonly code: number;
  /** Whether it changed what the server keeps. */
  readonly mutates: boolean;
  /** When it arrived: RFC 3339, microseconds. */
  readonly at: string;
};

/** Everything that people and programs ask for, and nothing that the server asks itself or is asked about its health. */
export const AUDIT_POLICY = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  rules: [
    { level: 'None', users: ['system:apiserver', 'system:anonymous', 'controllers'] },
    { level: 'None', nonResourceURLs: ['/healthz*', '/livez*', '/readyz*'] },
    { level: 'Metadata' },
  ],
};

type Event = {
  readonly auditID: string;
  readonly stage: 'RequestReceived' | 'ResponseStarted' | 'ResponseComplete' | 'Panic';
  readonly requestURI: string;
  readonly verb: string;
  readonly user: { readonly username: string };
  readonly objectRef?: Partial<Record<'resource' | 'subresource' | 'namespace' | 'name' | 'apiGroup', string>>;
  readonly responseStatus?: { readonly code?: number };
  readonly requestReceivedTimestamp: string;
};

const MUTATING = new Set(['create', 'update', 'patch', 'delete', 'deletecollection']);
/** Groups whose objects are questions: creating one keeps nothing. */
const QUESTIONS = new Set(['authentication.k8s.io', 'authorization.k8s.io']);
const PATIENCE = 10_000;
const PAUSE = 10;

/**
 * The calls that have been answered. A request is logged before it is served and once more behind its answer, so whoever has
 * just got one may be ahead of the log: this waits until every request has its second event.
 * @throws Error when one does not get it in time.
 */
export async function readAuditLog(file: string): Promise<readonly KubernetesCall[]> {
  for (let waited = 0; waited < PATIENCE; waited += PAUSE) {
    const events = readEvents(file);
    const answered = events.filter(({ stage }) => stage === 'ResponseComplete' || stage === 'Panic');
    const done = new Set(answered.map(({ auditID: id }) => id));
    const open = events.filter((event) => !done.has(event.auditID) && event.verb !== 'watch');
    if (open.length === 0) return answered.map((event) => callOf(event));
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw new Error('The audit log has requests without an answer.');
}

function readEvents(file: string): readonly Event[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Event => JSON.parse(line));
}

function callOf(event: Event): KubernetesCall {
  const { resource = '', subresource, namespace = '', name = '', apiGroup = '' } = event.objectRef ?? {};
  const code = event.responseStatus?.code ?? 0;
  const kept = !QUESTIONS.has(apiGroup) && !/[?&]dryRun=/u.test(event.requestURI);
  return {
    user: event.user.username,
    verb: event.verb,
    uri: event.requestURI,
    resource: subresource === undefined ? resource : `${resource}/${subresource}`,
    namespace,
    name,
    code,
    mutates: MUTATING.has(event.verb) && kept && code >= 200 && code < 300,
    at: event.requestReceivedTimestamp,
  };
}
