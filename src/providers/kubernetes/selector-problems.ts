import type { Problem } from '../../core/errors.ts';
import { escapePointer } from '../../core/leaves.ts';
import type { Requirement, Selector } from './api/objects.ts';

/** Source: IsQualifiedName and IsValidLabelValue in k8s.io/apimachinery/pkg/util/validation. */
const NAME = /^(?=.{1,63}$)[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/u;
const PREFIX = /^(?=.{1,253}$)[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/u;

/**
 * What the API server would refuse of a selector. A selector is compared and reviewed by its text, which only labels that there can
 * be leave no doubt about: a label called `*` would read as every role.
 * @param pointer of the selector
 */
export function selectorProblems(
  { matchLabels = {}, matchExpressions = [] }: Selector,
  pointer: string,
): readonly Problem[] {
  return [
    ...Object.entries(matchLabels).flatMap(([key, value]) =>
      told(`${pointer}/matchLabels/${escapePointer(key)}`, labelMistake(key, [value])),
    ),
    ...matchExpressions.flatMap((one, index) => told(`${pointer}/matchExpressions/${index}`, requirementMistake(one))),
  ];
}

function requirementMistake({ key, operator, values = [] }: Requirement): string | null {
  const wantsValues = operator === 'In' || operator === 'NotIn';
  if (wantsValues && values.length === 0) return `It asks for ${operator} and names no values.`;
  if (!wantsValues && values.length > 0) return `It asks for ${operator}, which has no values.`;
  return labelMistake(key, values);
}

function labelMistake(key: string, values: readonly string[]): string | null {
  if (!isKey(key)) return 'It names no label that an object can have.';
  return values.every((value) => value === '' || NAME.test(value)) ? null : 'It names a value that no label can have.';
}

function isKey(key: string): boolean {
  const [name = '', prefix, ...more] = key.split('/').toReversed();
  return more.length === 0 && NAME.test(name) && (prefix === undefined || PREFIX.test(prefix));
}

function told(pointer: string, cause: string | null): readonly Problem[] {
  if (cause === null) return [];
  const mend = 'Write a label and values as the API server takes them.';
  return [{ pointer, code: 'selector-malformed', severity: 'error', cause, mend }];
}
