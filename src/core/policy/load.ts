import { compareText } from '../address.ts';
import type { Configuration } from '../configuration.ts';
import { API_VERSION } from '../desired/envelope.ts';
import { hashJson, sha256 } from '../digest.ts';
import type { Input } from '../desired/types.ts';
import type { Diagnostic, Location } from '../errors.ts';
import { isJsonObject, type Sha256 } from '../json.ts';
import { secretProblems } from '../misplaced-secrets.ts';
import { validate } from '../schema.ts';
import { parseYaml } from '../yaml.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { quoted } from '../yaml/text.ts';
import { Cel } from './cel.ts';
import { POLICY_LIMITS } from './limits.ts';
import { exceptionsAmong, readException, type LoadedExceptions, type ReadException } from './read-exception.ts';
import { readRules } from './read-rules.ts';
import type { Case, NotAssessable, Rule } from './rule.ts';
import { policySchema, type PolicyInput } from './schema.ts';

export type LoadedPolicies = {
  readonly cel: Cel;
  /** Sorted by their ids. Those of sound documents. */
  readonly rules: readonly Rule[];
  readonly cases: readonly Case[];
  readonly notAssessable: readonly NotAssessable[];
  /** How many documents are policies and sound by themselves. */
  readonly policies: number;
  readonly exceptions: LoadedExceptions;
  /** Paths of the documents that are sound by themselves, policies and exceptions, one for each. */
  readonly documents: readonly string[];
  /** What is wrong with policies, and with what is neither; of exceptions see there. */
  readonly diagnostics: readonly Diagnostic[];
  readonly hash: Sha256;
};

/** The rules that a set of files holds, and everything that is wrong with them, all at once. The order of the files does not matter. */
export function loadPolicies(inputs: readonly Input[], configuration: Pick<Configuration, 'people'>): LoadedPolicies {
  const cel = new Cel();
  const sorted = inputs.toSorted((left, right) => compareText(left.path, right.path));
  const results = sorted.flatMap((input) => {
    const { documents, diagnostics } = parseYaml(input);
    return [{ ...NOTHING, diagnostics }, ...documents.map((document) => readDocument(cel, document, configuration))];
  });
  const read = results.flatMap(({ exception }) => (exception === null ? [] : [exception]));
  const rules = results.flatMap((result) => result.rules).toSorted((left, right) => compareText(left.id, right.id));
  const wrong = results.flatMap((result) => result.diagnostics);
  const among = exceptionsAmong(read, { rules, policies: wrong.length === 0 ? 'sound' : 'wrong' });
  return {
    cel,
    rules,
    exceptions: { ...among, diagnostics: [...results.flatMap(({ refused }) => refused), ...among.diagnostics] },
    documents: results.flatMap(({ policy, exception }) => (policy ?? exception)?.location.path ?? []),
    cases: results.flatMap((result) => result.cases),
    notAssessable: results.flatMap((result) => result.notAssessable),
    policies: results.filter(({ policy }) => policy !== null).length,
    hash: hashJson(sorted.map(({ path, bytes }) => ({ path, hash: sha256(bytes) }))),
    diagnostics: [...wrong, ...duplicates(results), ...tooMany(rules)],
  };
}

type Result = {
  readonly policy: { readonly name: string; readonly location: Location } | null;
  readonly rules: readonly Rule[];
  readonly cases: readonly Case[];
  readonly exception: ReadException | null;
  readonly notAssessable: readonly NotAssessable[];
  /** Why it is no exception that counts. */
  readonly refused: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
};

const NOTHING = {
  policy: null,
  rules: [],
  cases: [],
  notAssessable: [],
  exception: null,
  refused: [],
  diagnostics: [],
};

function readDocument(cel: Cel, document: YamlDocument, configuration: Pick<Configuration, 'people'>): Result {
  const isException = isJsonObject(document.value) && document.value['kind'] === 'Exception';
  if (!isException) return readPolicy(cel, document, configuration);
  const { exception, diagnostics } = readException(document, configuration);
  return { ...NOTHING, exception, refused: diagnostics };
}

function readPolicy(cel: Cel, document: YamlDocument, configuration: Pick<Configuration, 'people'>): Result {
  const header = headerProblems(document);
  if (header.length > 0 || document.reported('')) return { ...NOTHING, diagnostics: header };
  const problems = [...validate(policySchema, document), ...secretProblems(document)];
  if (problems.length > 0 || !document.sound) return { ...NOTHING, diagnostics: problems };
  // The schema has just confirmed this shape.
  const value = document.value as PolicyInput;
  const { name } = value.metadata;
  const { rules, diagnostics } = readRules(cel, value, document, configuration);
  const cases = (value.spec.tests ?? []).map((test, index): Case => ({
    policy: name,
    name: test.name,
    location: document.locate(`/spec/tests/${index}`),
    given: test.given as Case['given'],
    expect: test.expect,
  }));
  const location = document.locate('/metadata/name');
  return {
    ...NOTHING,
    policy: { name, location },
    rules,
    cases,
    notAssessable: (value.spec.notAssessable ?? []).map(({ control, reason }) => ({ policy: name, control, reason })),
    diagnostics: [...diagnostics, ...unknownExpected(value, document)],
  };
}

/** What tells that a file is no policy at all is said alone: everything else in it would be wrong, too. */
function headerProblems(document: YamlDocument): readonly Diagnostic[] {
  const { value } = document;
  const kind = isJsonObject(value) ? value['kind'] : undefined;
  const version = isJsonObject(value) ? value['apiVersion'] : undefined;
  if (document.reported('') || (kind === 'Policy' && version === API_VERSION)) return [];
  if (isJsonObject(value) && kind === 'Policy') return [];
  const found = typeof kind === 'string' ? `its kind is ${quoted(kind.slice(0, 60))}` : 'it names no kind';
  return [
    {
      code: 'not-a-policy',
      severity: 'error',
      cause: `This is neither a policy nor an exception: ${found}.`,
      mend: `Write apiVersion: ${API_VERSION} and kind: Policy or Exception, or take the file out of what 'policies' names.`,
      location: document.locate(isJsonObject(value) && kind !== undefined ? '/kind' : ''),
    },
  ];
}

function unknownExpected({ spec }: PolicyInput, document: YamlDocument): readonly Diagnostic[] {
  const names = new Set(spec.rules.map(({ name }) => name));
  return (spec.tests ?? []).flatMap(({ expect }, test) =>
    expect.flatMap((name, index): readonly Diagnostic[] =>
      names.has(name)
        ? []
        : [
            {
              code: 'unknown-rule',
              severity: 'error',
              cause: `No rule of this document is called ${quoted(name)}.`,
              mend: `Known are ${[...names].join(', ')}.`,
              location: document.locate(`/spec/tests/${test}/expect/${index}`),
            },
          ],
    ),
  );
}

function duplicates(results: readonly Result[]): readonly Diagnostic[] {
  const first = new Map<string, Location>();
  const found: Diagnostic[] = [];
  for (const { policy } of results) {
    if (policy === null) continue;
    const known = first.get(policy.name);
    if (known === undefined) first.set(policy.name, policy.location);
    else
      found.push({
        code: 'duplicate-policy',
        severity: 'error',
        cause: `A policy called ${quoted(policy.name)} stands here and in ${known.path}.`,
        mend: 'Give one of the two another name.',
        location: policy.location,
        related: [known],
      });
  }
  return found;
}

function tooMany(rules: readonly Rule[]): readonly Diagnostic[] {
  const beyond = rules[POLICY_LIMITS.rules];
  if (beyond === undefined) return [];
  return [
    {
      code: 'too-many-rules',
      severity: 'error',
      cause: `There are more than ${POLICY_LIMITS.rules} rules, and no more are judged by.`,
      mend: `Merge rules that say the same of different changes; there are ${rules.length}.`,
      location: beyond.location,
    },
  ];
}
