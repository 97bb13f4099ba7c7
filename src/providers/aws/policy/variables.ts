import { spelledConditionKey } from '../access/actions.ts';

/** A value of a policy with its variables in one spelling. */
export type Variables = (text: string) => string;

/**
 * Before 2012-10-17 `${…}` is text, which a policy of that version says as `${$}{…}`. Since then it is a variable, whose name is a
 * condition key: `${AWS:UserName}` is `${aws:username}`. Source: IAM policy elements: Variables and tags.
 */
export function variablesOf(version: string): Variables {
  if (version !== '2012-10-17') return (text) => text.replaceAll('${', '${$}{');
  return (text) =>
    text.replace(/\$\{([^{},]+)(,[^{}]*)?\}/gu, (_whole, name: string, rest = '') =>
      ['*', '?', '$'].includes(name) ? `\${${name}}` : `\${${spelledConditionKey(name.trim())}${rest}}`,
    );
}
