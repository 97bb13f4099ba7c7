import { errorAnswer, type Answer } from './answers.ts';
import { accessOf, type AwsRequest } from './calls.ts';
import type { Propagation } from './faults.ts';
import { without } from './pages.ts';
import { childrenOf, textOf, type Element } from './xml.ts';

type Hidden = { readonly parameter: string; readonly value: string; reads: number; writes: number };

/** Under which parameter later calls name what a call creates, and whether the answer gives its value. */
const CREATIONS: Readonly<Record<string, { parameter: string; answered: string | null }>> = {
  CreateRole: { parameter: 'RoleName', answered: null },
  CreateUser: { parameter: 'UserName', answered: null },
  CreateGroup: { parameter: 'GroupName', answered: null },
  CreateInstanceProfile: { parameter: 'InstanceProfileName', answered: null },
  CreatePolicy: { parameter: 'PolicyArn', answered: 'Arn' },
  CreateOpenIDConnectProvider: { parameter: 'OpenIDConnectProviderArn', answered: 'OpenIDConnectProviderArn' },
};

/** IAM's eventual consistency: what was created is not found for a number of calls that name or list it. */
export class SlowCreations {
  #hidden: Hidden[] = [];

  created(request: AwsRequest, answer: Element, { reads, writes }: Propagation): void {
    const creation = CREATIONS[request.action];
    if (creation === undefined || reads + writes === 0) return;
    const { parameter, answered } = creation;
    const value = answered === null ? request.parameters[parameter] : find(answer, answered);
    if (value !== undefined) this.#hidden.push({ parameter, value, reads, writes });
  }

  /** Null: everything that the call names has appeared. */
  missing({ service, action, parameters }: AwsRequest): Answer | null {
    if (CREATIONS[action] !== undefined) return null;
    const count = accessOf(action) === 'read' ? 'reads' : 'writes';
    const hidden = this.#hidden.find((entry) => parameters[entry.parameter] === entry.value && entry[count] > 0);
    if (hidden === undefined) return null;
    hidden[count] -= 1;
    return errorAnswer(service, 404, 'NoSuchEntity', `The entity with name ${hidden.value} cannot be found.`);
  }

  /** A list without what has not appeared in it yet. */
  listed(answer: Element): Element {
    let shown = answer;
    for (const entry of this.#hidden.filter(({ reads }) => reads > 0)) {
      let met = false;
      shown = without(shown, (member) => {
        const same = [entry.parameter, 'Arn'].some((name) => textOf(member, name) === entry.value);
        met ||= same;
        return same;
      });
      if (met) entry.reads -= 1;
    }
    return shown;
  }

  reset(): void {
    this.#hidden = [];
  }
}

function find(element: Element, name: string): string | undefined {
  const own = textOf(element, name);
  if (own !== null) return own;
  for (const child of childrenOf(element)) {
    const found = find(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
