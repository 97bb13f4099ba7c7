import { suggest } from '../../../core/schema/suggest.ts';
import type { ReadCalls } from '../calls.ts';
import { pages } from './pages.ts';

type Scope = 'AWS' | 'Local';

/** The managed policies that there are, asked for when one that is named is not there, and once. */
export class PolicyNames {
  readonly #calls: ReadCalls;
  readonly #known = new Map<Scope, Promise<readonly string[]>>();

  constructor(calls: ReadCalls) {
    this.#calls = calls;
  }

  /** The ARN that is probably meant by one that does not exist; null where none is near, or none may be listed. Never throws. */
  async meantBy(arn: string): Promise<string | null> {
    const own = arn.includes(':iam::aws:') ? null : nearest(arn, await this.#all('Local'));
    return own ?? nearest(arn, await this.#all('AWS'));
  }

  async #all(scope: Scope): Promise<readonly string[]> {
    const asked = this.#known.get(scope) ?? this.#list(scope);
    this.#known.set(scope, asked);
    return await asked;
  }

  async #list(scope: Scope): Promise<readonly string[]> {
    try {
      const all = await pages('ListPolicies', async (at) => await this.#calls.ListPolicies({ Scope: scope, ...at }));
      return all.flatMap(({ Policies = [] }) => Policies.flatMap(({ Arn }) => Arn ?? []));
    } catch {
      return [];
    }
  }
}

/** One of the same name under another path comes before those that are spelt alike. */
function nearest(arn: string, all: readonly string[]): string | null {
  const byName = new Map(all.map((one) => [nameOf(one), one]));
  const name = nameOf(arn);
  return byName.get(name) ?? byName.get(suggest(name, [...byName.keys()]) ?? '') ?? null;
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
