import type { Problem } from '../../core/errors.ts';
import { firstProblems } from '../../core/first-problems.ts';
import { didYouMean } from '../../core/schema/suggest.ts';
import type { PolicyRule } from './rules/policy-rule.ts';

/** Of requests about resources. */
const REQUESTS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'];

/**
 * What Kubernetes itself asks about besides. Sources: "Authorization" in its documentation; every `Verb:` of Kubernetes 1.35 and its
 * built-in ClusterRoles, which have `proxy`; `use` is of pod security policies, and of OpenShift's constraints.
 */
const QUESTIONS = [
  'approve',
  'attest',
  'bind',
  'escalate',
  'impersonate',
  'proxy',
  'request-serviceaccounts-token-audience',
  'sign',
  'unsafe-delete-ignore-read-errors',
  'use',
];

const OF_RESOURCES = ['*', ...REQUESTS, ...QUESTIONS];

/** The method of a request to a path, in lower case. */
const OF_PATHS = ['*', 'get', 'head', 'post', 'put', 'patch', 'delete', 'options'];

/** KEP-5284: `impersonate:user-info`, `impersonate-on:user-info:list`. */
const FAMILY = /^impersonate(?:-on)?:/u;

type Unknown = { readonly verb: string; readonly pointer: string; readonly known: readonly string[] };

/** Verbs that no request of Kubernetes itself has. Warnings only: an operator may ask the API server about verbs of its own. */
export function unknownVerbs(rules: readonly PolicyRule[]): readonly Problem[] {
  const unknown = rules.flatMap(({ verbs, nonResourceURLs = [] }, rule) => {
    const known = nonResourceURLs.length > 0 ? OF_PATHS : OF_RESOURCES;
    return verbs.flatMap((verb, index): readonly Unknown[] =>
      known.includes(verb) || FAMILY.test(verb) ? [] : [{ verb, pointer: `/rules/${rule}/verbs/${index}`, known }],
    );
  });
  return firstProblems(unknown, {
    each: problemOf,
    rest: (next, left) =>
      warning(
        next,
        `There are ${left} more verbs that the API of Kubernetes does not have.`,
        'Correct those before them, and validate again.',
      ),
  });
}

function problemOf(unknown: Unknown): Problem {
  const { verb, known } = unknown;
  const what = known === OF_PATHS ? 'request to a path' : 'request about a resource';
  const cause = `No ${what} has the verb ${verb} in Kubernetes itself.`;
  return warning(unknown, cause, `${didYouMean(verb, known)}Leave it only where something else asks for it.`);
}

function warning({ pointer }: Unknown, cause: string, mend: string): Problem {
  return { pointer, code: 'verb-unknown', severity: 'warning', cause, mend };
}
