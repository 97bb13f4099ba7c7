import type { Problem } from '../../core/errors.ts';
import { firstProblems } from '../../core/first-problems.ts';
import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { memberOf, membersOf, policiesIn, statementsIn, textsAt, type Named } from './places.ts';

/** Operators that know no pattern. Source: IAM JSON policy elements: Condition operators, string condition operators. */
const LITERAL = /^(?<set>for(?:any|all)values?:)?string(?<not>not)?equals(?:ignorecase)?(?<after>ifexists)?$/iu;

type Starred = Named & { readonly operator: string };

/** Values of conditions that look like a pattern under an operator that takes a star for a star, so that hardly anything fits. */
export function literalStars(spec: JsonObject): readonly Problem[] {
  const starred = policiesIn(spec)
    .flatMap(statementsIn)
    .map((statement) => memberOf(statement, 'Condition'))
    .filter(({ value }) => isJsonObject(value))
    .flatMap(membersOf)
    .filter(({ key, value }) => LITERAL.test(key) && isJsonObject(value))
    .flatMap((operator) =>
      membersOf(operator)
        .flatMap(textsAt)
        .filter(({ text }) => text.replaceAll('${*}', '').includes('*'))
        .map((value): Starred => ({ ...value, operator: operator.key })),
    );
  return firstProblems(starred, {
    each: (one) => problem(one, `${one.operator} takes a star for a star: only that very text fits.`),
    rest: (next, left) => problem(next, `${left} more values of conditions have a star that is taken for a star.`),
  });
}

function problem({ pointer, operator }: Starred, cause: string): Problem {
  const { set = '', not = '', after = '' } = LITERAL.exec(operator)?.groups ?? {};
  const mend = `Write ${set}String${not === '' ? '' : 'Not'}Like${after} if a pattern is meant.`;
  return { pointer, code: 'aws-condition-literal', severity: 'warning', cause, mend };
}
