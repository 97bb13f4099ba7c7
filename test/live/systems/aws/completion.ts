import { childOf, childrenOf, leaf, textOf, type Element } from './xml.ts';

/** What AWS has of every user and moto knows nothing about: nobody can make any there, so there are none. */
const ALWAYS_EMPTY: Readonly<Record<string, string>> = {
  ListServiceSpecificCredentials: 'ServiceSpecificCredentials',
};

/** AWS's answer where moto has none at all. */
export function emptyAnswer(action: string): Element | null {
  const list = ALWAYS_EMPTY[action];
  if (list === undefined) return null;
  const result: Element = { name: `${action}Result`, attributes: '', content: [leaf(list, '')] };
  return {
    name: `${action}Response`,
    attributes: ' xmlns="https://iam.amazonaws.com/doc/2010-05-08/"',
    content: [result],
  };
}

/** Moto leaves out of the account's details what managed policies are called; AWS does not. */
export function lacksNames(action: string): boolean {
  return action === 'GetAccountAuthorizationDetails';
}

/** The account's details with names and ids of managed policies from `ListPolicies`. */
export function withNames(details: Element, policies: Element): Element {
  const known = new Map(
    members(policies).map((one) => [textOf(one, 'Arn'), [nameOf(one, 'PolicyName'), nameOf(one, 'PolicyId')]]),
  );
  return change(details, (child) =>
    child.name === 'Policies'
      ? {
          ...child,
          content: childrenOf(child).map((one) => ({
            ...one,
            content: [...(known.get(textOf(one, 'Arn')) ?? []), ...childrenOf(one)],
          })),
        }
      : child,
  );
}

export function hasAwsPolicies(details: Element): boolean {
  return members(details).some((one) => textOf(one, 'Arn')?.startsWith('arn:aws:iam::aws:') === true);
}

function members(answer: Element): readonly Element[] {
  const result = childrenOf(answer).find(({ name }) => name.endsWith('Result'));
  return childrenOf(childOf(result, 'Policies'));
}

function nameOf(policy: Element, name: string): Element {
  return leaf(name, textOf(policy, name) ?? '');
}

function change(answer: Element, each: (child: Element) => Element): Element {
  return {
    ...answer,
    content: childrenOf(answer).map((result) =>
      result.name.endsWith('Result') ? { ...result, content: childrenOf(result).map((child) => each(child)) } : result,
    ),
  };
}
