import type { Problem } from '../../core/errors.ts';
import { firstProblems } from '../../core/first-problems.ts';
import type { JsonObject } from '../../core/json.ts';
import { didYouMean, suggest } from '../../core/schema/suggest.ts';
import { actionsMatching, knownServices } from './access/actions.ts';
import { memberOf, policiesIn, statementsIn, textsAt, type Named, type Place } from './places.ts';
import { collapsed } from './policy/glob.ts';

const SPELT = /^([\w*?-]+):([\w*?-]+)$/u;
const REFERENCE = 'the service authorization reference of AWS';
const OR_ELSE = 'Correct it, or leave it where it is newer than the reference that this version was made with.';

/**
 * Actions of a spec's policies that no service of the reference has. Warnings only: the reference ages, and IAM takes a policy
 * with such an action, which then allows or denies nothing.
 */
export function unknownActions(spec: JsonObject): readonly Problem[] {
  const unknown = policiesIn(spec).flatMap(actionsIn).filter(isUnknown);
  return firstProblems(unknown, {
    each: problemOf,
    rest: (next, left) =>
      warning(
        next,
        'aws-action-unknown',
        `There are ${left} more actions that ${REFERENCE} does not have.`,
        'Correct those before them, and validate again.',
      ),
  });
}

function actionsIn(policy: Place): readonly Named[] {
  return statementsIn(policy).flatMap((statement) =>
    ['Action', 'NotAction'].flatMap((element) => textsAt(memberOf(statement, element))),
  );
}

/** What is spelt as no action is an error of its own. */
function isUnknown({ text }: Named): boolean {
  return SPELT.test(text) && collapsed(text) !== '*:*' && actionsMatching(text).length === 0;
}

function problemOf(named: Named): Problem {
  const [, service = '', name = ''] = SPELT.exec(named.text) ?? [];
  const all = actionsMatching(`${service}:*`);
  if (all.length === 0) {
    const cause = `No service of ${REFERENCE} has the prefix of ${named.text}.`;
    return warning(named, 'aws-service-unknown', cause, `${serviceMeant(service, name)}${OR_ELSE}`);
  }
  const cause = `No action of ${REFERENCE} is ${named.text}.`;
  return warning(named, 'aws-action-unknown', cause, `${didYouMean(named.text, all)}${OR_ELSE}`);
}

/** One that has such an action comes before others that are as near. */
function serviceMeant(service: string, name: string): string {
  const services = knownServices();
  const having = services.filter((one) => actionsMatching(`${one}:${name}`).length > 0);
  const meant = suggest(service, having) ?? suggest(service, services);
  return meant === null ? '' : `Did you mean "${meant}:${name}"? `;
}

function warning({ pointer }: Named, code: string, cause: string, mend: string): Problem {
  return { pointer, code, severity: 'warning', cause, mend };
}
