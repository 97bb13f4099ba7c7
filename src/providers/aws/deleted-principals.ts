import type { Problem } from '../../core/errors.ts';
import { firstProblems } from '../../core/first-problems.ts';
import type { JsonObject } from '../../core/json.ts';
import { memberOf, statementsIn, textsAt, type Named } from './places.ts';
import { DELETED_MEND, isDeletedPrincipal } from './policy/principals.ts';

/** Who is in a spec's trust policy and was deleted. Warnings only: IAM keeps such a policy for as long as nobody writes it. */
export function deletedPrincipals({ trust }: JsonObject): readonly Problem[] {
  const statements = statementsIn(memberOf({ pointer: '/trust', value: trust }, 'policy'));
  const named = statements.flatMap((statement) =>
    ['Principal', 'NotPrincipal'].flatMap((element) => textsAt(memberOf(memberOf(statement, element), 'AWS'))),
  );
  return firstProblems(
    named.filter(({ text }) => isDeletedPrincipal(text)),
    {
      each: (one) => warning(one, `${one.text} is the id of somebody who was deleted, and lets nobody in.`),
      rest: (next, left) => warning(next, `There are ${left} more ids of somebody who was deleted.`),
    },
  );
}

function warning({ pointer }: Named, cause: string): Problem {
  const mend = `IAM takes no policy that names it: ${DELETED_MEND}`;
  return { pointer, code: 'principal-deleted', severity: 'warning', cause, mend };
}
