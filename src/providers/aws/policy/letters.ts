import { compareText } from '../../../core/address.ts';
import { actionsMatching, levelOf } from '../access/actions.ts';
import type { PolicyForm, Statement } from './model.ts';
import { statementsOf } from './statements.ts';

/** By an action in lower case, how it is spelt. */
export type Letters = ReadonlyMap<string, string>;

/**
 * Actions that are not known and differ in letters only mean the same, and which spelling is AWS's own nobody can tell: each in the
 * letters that it has already, else in the first of its spellings here.
 * @param lettersHad asked only where an action is not known
 */
export function inOneSpelling(statements: readonly Statement[], lettersHad: () => Letters): readonly Statement[] {
  const unknown = new Set(actionsOf(statements).filter((action) => !isKnown(action)));
  if (unknown.size === 0) return statements;
  const letters = new Map([...firstSpellings(unknown), ...lettersHad()]);
  return statements.map((statement) => {
    const values = statement.actions.values.map((action) =>
      unknown.has(action) ? (letters.get(action.toLowerCase()) ?? action) : action,
    );
    return { ...statement, actions: { ...statement.actions, values: [...new Set(values)].sort(compareText) } };
  });
}

export function lettersIn(forms: readonly PolicyForm[]): Letters {
  return firstSpellings(forms.flatMap((form) => actionsOf(statementsOf(form))));
}

/** Most are spelt out, or stand for all that there is: neither needs a look at all of a service. */
function isKnown(action: string): boolean {
  return action === '*' || levelOf(action) !== null || actionsMatching(action).length > 0;
}

function actionsOf(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap(({ actions }) => actions.values);
}

function firstSpellings(actions: Iterable<string>): Letters {
  return new Map(
    [...actions]
      .toSorted(compareText)
      .toReversed()
      .map((action) => [action.toLowerCase(), action]),
  );
}
