import { setTimeout as sleep } from 'node:timers/promises';
import { CountersignError } from '../../../core/errors.ts';
import { isJsonObject, type Json } from '../../../core/json.ts';
import { CallFailed, type Answer, type Call, type KubernetesClient } from '../client.ts';
import { collectionPath, objectPath, type Resource } from './resources.ts';

/** An answer that is neither what was asked for nor an absence. `asked` names it for people: `list rolebindings in shop`. */
export class Refused extends Error {
  readonly status: number;
  readonly asked: string;

  constructor(status: number, asked: string) {
    super(`${asked}: ${status}`);
    this.name = 'Refused';
    this.status = status;
    this.asked = asked;
  }
}

const PAGE = 500;
/** Far beyond any real cluster; keeps a hostile server from filling the memory. */
const MAXIMUM_ITEMS = 200_000;
/** A `continue` token lives about five minutes; a list that is never finished in that time never will be. */
const MAXIMUM_STARTS = 3;
const ATTEMPTS = 3;
const LONGEST_WAIT = 5_000;
/** The server asks for patience, or a part of it is just being restarted. */
const PATIENCE = new Set([429, 500, 502, 503, 504]);

export type ListOptions = { readonly fieldSelector?: string; readonly accept?: string };

/**
 * Every object of one resource, page by page, from one snapshot: an expired token begins again.
 * @throws Refused, CallFailed, CountersignError `list-never-ends`, `kubernetes-malformed`
 */
export async function listAll(
  client: KubernetesClient,
  resource: Resource,
  namespace: string | null,
  { fieldSelector, accept }: ListOptions = {},
): Promise<readonly Json[]> {
  const asked = `list ${resource}${namespace === null ? '' : ` in ${namespace}`}`;
  for (let start = 1; start <= MAXIMUM_STARTS; start += 1) {
    const items = await pages((token) => ({
      method: 'GET',
      path: collectionPath(resource, namespace),
      query: {
        limit: String(PAGE),
        ...(fieldSelector === undefined ? {} : { fieldSelector }),
        ...(token === '' ? {} : { continue: token }),
      },
      ...(accept === undefined ? {} : { accept }),
    }));
    if (items !== null) return items;
  }
  throw neverEnds(asked);

  /** Null: the token expired on the way. */
  async function pages(page: (token: string) => Call): Promise<readonly Json[] | null> {
    const items: Json[] = [];
    let token = '';
    do {
      const { status, body } = await patiently(client, page(token));
      if (status === 410 && token !== '') return null;
      if (status !== 200) throw new Refused(status, asked);
      const read = pageOf(body, asked);
      items.push(...read.items);
      if (items.length > MAXIMUM_ITEMS || read.next === token) throw neverEnds(asked);
      token = read.next ?? '';
    } while (token !== '');
    return items;
  }
}

/** One object; null: it does not exist. @throws Refused, CallFailed */
export async function getOne(
  client: KubernetesClient,
  resource: Resource,
  namespace: string | null,
  name: string,
): Promise<Json | null> {
  const { status, body } = await patiently(client, { method: 'GET', path: objectPath(resource, namespace, name) });
  if (status === 404 && isAbsence(body, name)) return null;
  if (status !== 200) throw new Refused(status, `get ${resource} ${namespace === null ? '' : `${namespace}/`}${name}`);
  return body;
}

/** A gateway, and a server without the resource, answer 404, too: only the API itself names the object that does not exist. */
function isAbsence(body: Json, name: string): boolean {
  if (!isJsonObject(body) || body['reason'] !== 'NotFound') return false;
  const { details } = body;
  return isJsonObject(details) && details['name'] === name;
}

/** The answer to a read, which can be asked again. @throws CallFailed */
export async function patiently(client: KubernetesClient, call: Call): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await client.call(call);
      if (!PATIENCE.has(answer.status) || attempt === ATTEMPTS) return answer;
      await sleep(Math.min(answer.retryAfter ?? attempt * 250, LONGEST_WAIT));
    } catch (error) {
      // A kept connection that the server closed meanwhile.
      if (!(error instanceof CallFailed) || error.state !== 'ECONNRESET' || attempt === ATTEMPTS) throw error;
    }
  }
}

/** A null `next` that is empty in the answer is the last page. */
function pageOf(body: Json, asked: string): { readonly items: readonly Json[]; readonly next: string | null } {
  // An empty list of metadata alone comes as null.
  const items = isJsonObject(body) ? (body['items'] === null ? [] : body['items']) : undefined;
  const metadata = isJsonObject(body) ? body['metadata'] : undefined;
  if (!Array.isArray(items)) throw notAList(asked);
  const next = isJsonObject(metadata) ? metadata['continue'] : undefined;
  return { items, next: typeof next === 'string' && next !== '' ? next : null };
}

function notAList(asked: string): CountersignError {
  return new CountersignError('kubernetes-malformed', 'The API server sent something else than a list.', {
    evidence: asked,
    mend: 'Check that the server of the kubeconfig is a Kubernetes API server; report it as a defect if it is.',
  });
}

function neverEnds(asked: string): CountersignError {
  return new CountersignError('list-never-ends', 'The API server did not come to the end of a list.', {
    evidence: asked,
    mend: 'Run again when the API server has less to do, or narrow the boundary of the source to fewer namespaces.',
  });
}
