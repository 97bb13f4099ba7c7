import { compareText } from '../../../core/address.ts';
import type { Requirement, Selector } from '../api/objects.ts';

/** A selector without requirements. */
const ANY = '*';

/**
 * A label selector as kubectl spells it, with its requirements and their values sorted and without doubles: `a=b,c in (d,e),!f`.
 * Two selectors whose requirements are the same have one text.
 */
export function selectorText({ matchLabels = {}, matchExpressions = [] }: Selector): string {
  const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const requirements = [...new Set([...labels, ...matchExpressions.map(requirementText)])].sort(compareText);
  return requirements.length === 0 ? ANY : requirements.join(',');
}

function requirementText({ key, operator, values = [] }: Requirement): string {
  const names = [...new Set(values)].sort(compareText);
  switch (operator) {
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
    case 'NotIn':
      return `${key} notin (${names.join(',')})`;
    default:
      return names.length === 1 ? `${key}=${names[0] ?? ''}` : `${key} in (${names.join(',')})`;
  }
}

const REQUIREMENT = /(!?)([^=! ,()]+)(?:=([^,]*)| (in|notin) \(([^)]*)\))?(?:,|$)/gu;

/** The selector that a text of `selectorText` means, as the API has it. */
export function selectorOf(text: string): Selector {
  if (text === ANY) return {};
  const found = [...text.matchAll(REQUIREMENT)].map(([, not, key = '', value, operator, values]) => {
    if (value !== undefined) return { key, operator: 'In', values: [value] };
    if (operator === undefined) return { key, operator: not === '!' ? 'DoesNotExist' : 'Exists' };
    return { key, operator: operator === 'in' ? 'In' : 'NotIn', values: (values ?? '').split(',') };
  });
  // A mapping has each key once; a second requirement on one label is an expression.
  const equal = found.filter(
    ({ key, values, operator }) =>
      operator === 'In' && values?.length === 1 && found.filter((other) => other.key === key).length === 1,
  );
  const rest = found.filter((one) => !equal.includes(one));
  return {
    ...(equal.length === 0
      ? {}
      : { matchLabels: Object.fromEntries(equal.map(({ key, values }) => [key, values?.[0] ?? ''])) }),
    ...(rest.length === 0 ? {} : { matchExpressions: rest }),
  };
}
