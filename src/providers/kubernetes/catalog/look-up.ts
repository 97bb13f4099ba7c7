import { isJsonObject } from '../../../core/json.ts';
import { allUnknown, type Existence, type Existences } from '../../../core/mention.ts';
import { getOne } from '../api/read.ts';
import type { KubernetesClient } from '../client.ts';
import { readFailure } from './read-failure.ts';

/** Whether these are there, with one call each. @param names `namespaces/NAME` or `clusterroles/NAME`; never throws */
export async function lookUp(names: readonly string[], open: () => Promise<KubernetesClient>): Promise<Existences> {
  try {
    const client = await open();
    const found = new Map<string, Existence>();
    for (const name of names) found.set(name, await existenceOf(client, name));
    return found;
  } catch (error) {
    return allUnknown(names, readFailure(error));
  }
}

async function existenceOf(client: KubernetesClient, named: string): Promise<Existence> {
  try {
    const [resource = '', name = ''] = named.split('/');
    const object = await getOne(client, resource === 'clusterroles' ? resource : 'namespaces', null, name);
    if (object === null) return { kind: 'absent', instead: null };
    const metadata = isJsonObject(object) ? object['metadata'] : undefined;
    const ends = isJsonObject(metadata) && metadata['deletionTimestamp'] !== undefined;
    return ends
      ? {
          kind: 'absent',
          instead: 'There is one that is being deleted: see to it that there is another, and plan again.',
        }
      : { kind: 'there' };
  } catch (error) {
    return { kind: 'unknown', reason: readFailure(error) };
  }
}
