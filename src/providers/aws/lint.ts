import { CountersignError, problemsAt, type Problem } from '../../core/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { escapePointer } from '../../core/leaves.ts';
import { deletedPrincipals } from './deleted-principals.ts';
import { KEPT } from './kinds/shared.ts';
import { literalStars } from './literal-stars.ts';
import { normalizeSpec } from './normal-form/normalize.ts';
import { statementsIn } from './policy/parse.ts';
import { listOf } from './policy/texts.ts';
import { resourceProblems } from './resources.ts';
import { servicePrincipals } from './service-principals.ts';
import { policySizes } from './sizes.ts';
import { unknownActions } from './unknown-actions.ts';

/** Which account it is has no part in whether a spec can be understood. */
const ANY = { account: { account: '000000000000', partition: 'aws' }, mode: 'authoritative' } as const;

const DESCRIBABLE = /^[\t\n\r\u0020-\u007E\u00A1-\u00FF]*$/u;

/** What a spec says that its schema cannot refuse: policies, references, tags, characters that IAM does not know. */
export function lintSpec(kind: string, spec: JsonObject): readonly Problem[] {
  return [
    ...Object.keys(spec).flatMap((key) => attributeProblems(kind, key, spec)),
    ...descriptionProblem(spec),
    ...unknownActions(spec),
    ...literalStars(spec),
    ...resourceProblems(spec),
    ...servicePrincipals(spec),
    ...policySizes(kind, spec),
    ...deletedPrincipals(spec),
  ];
}

/** Members of maps one by one, so that each error has its own place. */
function attributeProblems(kind: string, key: string, spec: JsonObject): readonly Problem[] {
  const value = spec[key];
  if (key === 'inlinePolicies' && isJsonObject(value)) {
    return Object.keys(value)
      .filter((name) => name !== KEPT)
      .flatMap((name) =>
        problemsAt(`/${key}/${escapePointer(name)}`, () => {
          inlineName(name);
          normalizeSpec(kind, { [key]: { [name]: value[name] ?? null } }, ANY);
        }),
      );
  }
  if (key === 'policies' && Array.isArray(value)) {
    return value.flatMap((one, index) =>
      problemsAt(`/${key}/${index}`, () => normalizeSpec(kind, { [key]: [one] }, ANY)),
    );
  }
  const own = key === 'trust' ? trustPolicyProblems(value) : [];
  if (value === undefined || own.length > 0) return own;
  return problemsAt(`/${key}`, () => normalizeSpec(kind, { [key]: value }, ANY));
}

/** Of the policy alone: with the shortcuts, its statements have other numbers than in the document. */
function trustPolicyProblems(trust: Json | undefined): readonly Problem[] {
  const policy = isJsonObject(trust) ? trust['policy'] : undefined;
  if (!isJsonObject(policy) || listOf(policy['Statement']).length === 0) return [];
  return problemsAt('/trust/policy', () => statementsIn(policy, { ...ANY.account, use: 'trust' }));
}

function inlineName(name: string): void {
  if (/^[\w+=,.@-]{1,128}$/u.test(name)) return;
  throw new CountersignError('aws-name-invalid', 'IAM has no such names for policies.', {
    evidence: name.slice(0, 128),
    mend: 'Use letters, digits and _+=,.@-, at most 128.',
  });
}

function descriptionProblem({ description }: JsonObject): readonly Problem[] {
  if (typeof description !== 'string' || DESCRIBABLE.test(description)) return [];
  return [
    {
      pointer: '/description',
      code: 'description-characters',
      severity: 'error',
      cause: 'IAM keeps only characters of Latin-1 in descriptions.',
      mend: 'Write it without the others.',
    },
  ];
}
