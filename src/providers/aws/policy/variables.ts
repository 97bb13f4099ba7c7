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
      ['*', '?', '$'].includes(name) ? `\${${name}}` : `\${${spelledConditionKey(name)}${rest}}`,
    );
}

/** The variables of a value, in one text. */
function variablesIn(text: string): string {
  if (!text.includes('${')) return '';
  const names = text.match(/\$\{[^{}]*\}/gu) ?? [];
  return [...new Set(names.filter((name) => !['${*}', '${?}', '${$}'].includes(name)))].sort().join('');
}

/**
 * The variables that every value of a list has; null where they differ. "If AWS cannot resolve a variable this might cause the entire
 * statement to be invalid": only values with the same variables may be told apart or joined. Source: Variables and tags.
 */
export function sharedVariables(values: readonly string[]): string | null {
  const all = new Set(values.map(variablesIn));
  return all.size > 1 ? null : ([...all][0] ?? '');
}
