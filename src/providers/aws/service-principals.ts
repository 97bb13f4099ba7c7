import type { Problem } from '../../core/errors.ts';
import { firstProblems } from '../../core/first-problems.ts';
import type { JsonObject } from '../../core/json.ts';
import { memberOf, statementsIn, textsAt } from './places.ts';

/** Services that a spec trusts without their domain: IAM knows no such principal. */
export function servicePrincipals({ trust }: JsonObject): readonly Problem[] {
  const whole = { pointer: '/trust', value: trust };
  const statements = statementsIn(memberOf(whole, 'policy'));
  const named = [
    ...textsAt(memberOf(whole, 'services')),
    ...statements.flatMap((statement) =>
      ['Principal', 'NotPrincipal'].flatMap((element) => textsAt(memberOf(memberOf(statement, element), 'Service'))),
    ),
  ];
  return firstProblems(
    named.filter(({ text }) => /^[\w-]+$/u.test(text)),
    {
      each: ({ pointer, text }) =>
        problem(pointer, `No service of AWS is trusted as ${text}.`, `Did you mean "${text}.amazonaws.com"?`),
      rest: ({ pointer }, left) =>
        problem(pointer, `${left} more services have no domain.`, 'Write each with its domain.'),
    },
  );
}

function problem(pointer: string, cause: string, mend: string): Problem {
  return { pointer, code: 'aws-service-principal-malformed', severity: 'error', cause, mend };
}
