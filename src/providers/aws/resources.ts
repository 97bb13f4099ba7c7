import type { Problem } from '../../core/errors.ts';
import { firstProblems } from '../../core/first-problems.ts';
import type { JsonObject } from '../../core/json.ts';
import { suggest } from '../../core/schema/suggest.ts';
import { knownServices } from './access/actions.ts';
import { memberOf, policiesIn, statementsIn, textsAt, type Named } from './places.ts';

/** Services that ARNs name otherwise than actions do. Source: the ARNs of resource types in the service authorization reference. */
const OF_ARNS = ['catalog', 'elastic-inference', 'route53-recovery-control'] as const;

/** `arn:partition:service:region:account:resource` */
const FIELDS = 6;

const SERVICES: ReadonlySet<string> = new Set([...knownServices(), ...OF_ARNS]);

/** Resources of a spec's policies that IAM takes for none, or that are of no service. */
export function resourceProblems(spec: JsonObject): readonly Problem[] {
  const wrong = policiesIn(spec)
    .flatMap(statementsIn)
    .flatMap((statement) => ['Resource', 'NotResource'].flatMap((element) => textsAt(memberOf(statement, element))))
    .flatMap((named) => {
      const fault = faultOf(named.text);
      return fault === null ? [] : [{ ...named, fault }];
    });
  return firstProblems(wrong, {
    each: problemOf,
    rest: (next, left) => ({ ...problemOf(next), cause: `There are ${left} more resources that are none.` }),
  });
}

type Fault = 'no ARN' | 'lacks a field' | 'no service';
type Wrong = Named & { readonly fault: Fault };

/** What is empty is told where the policy is read. */
function faultOf(text: string): Fault | null {
  // Variables may have colons of their own.
  const fields = text.replaceAll(/\$\{[^{}]*\}/gu, '$').split(':');
  const [scheme, , service = ''] = fields;
  if (/^\**$/u.test(text)) return null;
  if (scheme !== 'arn') return 'no ARN';
  if (fields.length < FIELDS) return 'lacks a field';
  return /^[\w-]+$/u.test(service) && !SERVICES.has(service) ? 'no service' : null;
}

function problemOf({ fault, ...named }: Wrong): Problem {
  switch (fault) {
    case 'no ARN':
      return noArn(named);
    case 'lacks a field':
      return incomplete(named);
    case 'no service':
      return unknownService(named);
  }
}

const FORM = 'Write `arn:partition:service:region:account:resource`, such as `arn:aws:s3:::bucket/*`.';

function noArn({ pointer, text }: Named): Problem {
  const cause = `A resource is neither an ARN nor \`*\`. Found: ${text.slice(0, 120)}.`;
  return { pointer, code: 'aws-resource-malformed', severity: 'error', cause, mend: FORM };
}

/** IAM has such policies, so that they can be imported; what they say is seldom what was meant. */
function incomplete({ pointer, text }: Named): Problem {
  const cause = `The ARN of a resource lacks a field, and IAM takes what is missing for \`*\`. Found: ${text.slice(0, 120)}.`;
  return { pointer, code: 'aws-resource-incomplete', severity: 'warning', cause, mend: `${completed(text)}${FORM}` };
}

/** Where a single colon is missing: before the account, or before a resource of a service whose ARNs have none. */
function completed(text: string): string {
  const fields = text.split(':');
  const [last = ''] = fields.slice(-1);
  if (text.includes('$') || fields.length !== FIELDS - 1 || /^(?:\d{12}|\*|)$/u.test(last)) return '';
  const at = /^\d{12}$/u.test(fields[3] ?? '') ? 3 : FIELDS - 2;
  return `Did you mean "${fields.toSpliced(at, 0, '').join(':')}"? `;
}

function unknownService({ pointer, text }: Named): Problem {
  const [, , service = ''] = text.split(':');
  const near = suggest(service, [...SERVICES]);
  const meant = near === null ? '' : `Did you mean "${text.replace(`:${service}:`, `:${near}:`)}"? `;
  const cause = `No service of the service authorization reference of AWS is called ${service}.`;
  const mend = `${meant}Correct it, or leave it where it is newer than the reference that this version was made with.`;
  return { pointer, code: 'aws-service-unknown', severity: 'warning', cause, mend };
}
