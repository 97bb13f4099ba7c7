import { compareText } from '../address.ts';
import type { Configuration } from '../configuration.ts';
import type { Diagnostic } from '../errors.ts';
import { secretProblems } from '../misplaced-secrets.ts';
import { namePeople } from '../people.ts';
import { validate } from '../schema.ts';
import { didYouMean } from '../schema/suggest.ts';
import type { YamlDocument } from '../yaml/document.ts';
import { quoted } from '../yaml/text.ts';
import { exceptionSchema, type ExceptionInput } from './exception-schema.ts';
import { EXCEPTION_DAYS, latestEnd, standingOf, type Exception } from './exception.ts';
import { POLICY_LIMITS } from './limits.ts';
import type { Rule } from './rule.ts';

/** `diagnostics`: why some do not count. They stop no plan: without its exception, a rule holds as it is written. */
export type LoadedExceptions = {
  /** Sorted by their names. */
  readonly exceptions: readonly Exception[];
  readonly diagnostics: readonly Diagnostic[];
};

/** An exception whose document is sound by itself, with the places of what may be wrong with it beside others. */
export type ReadException = Exception & { readonly document: YamlDocument };

/** @returns `exception` null where the document is wrong */
export function readException(
  document: YamlDocument,
  directory: Pick<Configuration, 'people'>,
): { readonly exception: ReadException | null; readonly diagnostics: readonly Diagnostic[] } {
  const problems = [...validate(exceptionSchema, document), ...secretProblems(document)];
  if (problems.length > 0 || !document.sound) return { exception: null, diagnostics: problems };
  // The schema has just confirmed this shape.
  const { metadata, spec } = document.value as ExceptionInput;
  const found = namePeople(spec.owner, directory);
  if (found.kind === 'refused') {
    const problem: Diagnostic = { ...found.problem, severity: 'error', location: document.locate('/spec/owner') };
    return { exception: null, diagnostics: [problem] };
  }
  const location = document.locate('/metadata/name');
  const untilLocation = document.locate('/spec/until');
  return { exception: { name: metadata.name, ...spec, location, untilLocation, document }, diagnostics: [] };
}

/** `policies`: whether any of them is wrong, so that a rule of it may be missing among `rules`. */
export type RulesBeside = { readonly rules: readonly Pick<Rule, 'id'>[]; readonly policies: 'sound' | 'wrong' };

/** Those that count beside each other and beside these rules. @param read in the order of their places */
export function exceptionsAmong(read: readonly ReadException[], { rules, policies }: RulesBeside): LoadedExceptions {
  const ids = new Set(rules.map(({ id }) => id));
  const first = new Map<string, ReadException>();
  const diagnostics: Diagnostic[] = [];
  for (const exception of read) {
    const known = first.get(exception.name);
    if (known === undefined) first.set(exception.name, exception);
    else diagnostics.push(duplicate(exception, known));
  }
  for (const exception of first.values())
    if (!ids.has(exception.rule)) diagnostics.push(ruleUnknown(exception, ids, policies));
  const sound = [...first.values()]
    .filter(({ rule }) => ids.has(rule))
    .toSorted((left, right) => compareText(left.name, right.name));
  const beyond = sound[POLICY_LIMITS.exceptions];
  return {
    exceptions: sound.slice(0, POLICY_LIMITS.exceptions).map(({ document: _document, ...exception }) => exception),
    diagnostics: beyond === undefined ? diagnostics : [...diagnostics, tooMany(beyond, sound.length)],
  };
}

function duplicate({ name, location }: Exception, known: Exception): Diagnostic {
  return {
    code: 'duplicate-exception',
    severity: 'error',
    cause: `An exception called ${quoted(name)} stands here and in ${known.location.path}; this one does not count.`,
    mend: 'Give one of the two another name.',
    location,
    related: [known.location],
  };
}

function ruleUnknown(
  { rule, document }: ReadException,
  ids: ReadonlySet<string>,
  policies: RulesBeside['policies'],
): Diagnostic {
  const other = 'Write policy/rule as reviewers see it, or take the exception out with its rule.';
  return {
    code: 'exception-rule-unknown',
    severity: 'error',
    cause: `No rule is called ${quoted(rule)}, so this exception does not count.`,
    mend:
      policies === 'sound'
        ? `${didYouMean(rule, [...ids])}${other}`
        : 'Mend the policies first: one that is wrong may hold the rule.',
    location: document.locate('/spec/rule'),
  };
}

function tooMany({ location }: Exception, count: number): Diagnostic {
  return {
    code: 'too-many-exceptions',
    severity: 'error',
    cause: `There are more than ${POLICY_LIMITS.exceptions} exceptions, and those beyond do not count.`,
    mend: `Take out those that ended; there are ${count}.`,
    location,
  };
}

/** What is wrong with exceptions by the calendar. @param now RFC 3339 */
export function untimely(exceptions: readonly Exception[], now: string): readonly Diagnostic[] {
  return exceptions.flatMap((exception): readonly Diagnostic[] => {
    const { name, rule, until, untilLocation: location } = exception;
    switch (standingOf(exception, now).kind) {
      case 'counts':
        return [];
      case 'expired':
        return [
          {
            code: 'exception-expired',
            severity: 'warning',
            cause: `The exception ${name} to ${rule} ended with ${until} and does not count.`,
            mend: 'Take it out, or let administrators approve another end.',
            location,
          },
        ];
      case 'too-long':
        return [
          {
            code: 'exception-too-long',
            severity: 'error',
            cause: `The exception ${name} to ${rule} would end with ${until}, more than ${EXCEPTION_DAYS} days ahead.`,
            mend: `Write ${latestEnd(now)} or an earlier day; it can be prolonged by another pull request.`,
            location,
          },
        ];
    }
  });
}
