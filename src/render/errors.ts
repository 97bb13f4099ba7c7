import type { Diagnostic } from '../core/errors.ts';
import type { SourceUnreadable } from '../core/assessment.ts';
import { fit } from './fit.ts';
import { data, markdown, said, strong, type Phrase } from './phrase.ts';
import { count, TRIAL_SENTENCE, type Level } from './words.ts';

export type ErrorsInput = {
  readonly diagnostics: readonly Diagnostic[];
  readonly incomplete: readonly SourceUnreadable[];
  readonly level: Level;
  /** What could be read would do, line by line; nothing where there are errors. */ readonly partial?: readonly string[];
};

const DIAGNOSTICS_BUDGET = 40_000;
const UNREADABLE_BUDGET = 20_000;
const EVIDENCE_LIMIT = 600;
const RELATED_SHOWN = 10;
const ADDRESS_LIMIT = 400;

/** In place of a plan: what is wrong, where, and how to mend it. */
export function renderErrors({ diagnostics, incomplete, level, partial = [] }: ErrorsInput): string {
  const sorted = [...diagnostics].toSorted(bySeverity);
  const sections = [
    `### Countersign: ${errorsVerdict(diagnostics, incomplete)}`,
    ...(level === 'trial' ? [TRIAL_SENTENCE] : []),
    ...section(fit(sorted, DIAGNOSTICS_BUDGET, (diagnostic) => `- ${markdown(diagnosticPhrase(diagnostic))}`, leftOut)),
    ...section(unreadableLines(incomplete)),
    ...section(partial),
    closing(diagnostics),
  ];
  return `${sections.join('\n\n')}\n`;
}

function section(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function leftOut(left: number): string {
  return `- … and ${count(left, 'more')}: run \`countersign validate\` to see all of them.`;
}

/** The verdict without a plan. */
export function errorsVerdict(diagnostics: readonly Diagnostic[], incomplete: readonly SourceUnreadable[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return `${count(errors, 'error')}, nothing was planned`;
  return `no plan yet, ${count(incomplete.length, 'read')} failed`;
}

function closing(diagnostics: readonly Diagnostic[]): string {
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return 'Nothing is applied from this state. Push a commit that mends it, and a plan appears.';
  return 'A failed read is never taken for an absence. Approvals given so far stand; run the plan again once the system answers.';
}

function bySeverity(left: Diagnostic, right: Diagnostic): number {
  return Number(left.severity === 'warning') - Number(right.severity === 'warning');
}

/** Where, what, evidence, mend, code: in that order on every surface. */
export function diagnosticPhrase(diagnostic: Diagnostic): Phrase {
  const { severity, code, cause, mend, evidence, location, related, address } = diagnostic;
  return [
    ...(severity === 'error' ? [] : ['warning: ']),
    ...(location === undefined ? [] : [strong(data(spotOf(location), ADDRESS_LIMIT)), ': ']),
    ...(location === undefined && address !== undefined ? [strong(data(address, ADDRESS_LIMIT)), ': '] : []),
    said(cause),
    ...(evidence === undefined ? [] : [' Seen: ', data(evidence, EVIDENCE_LIMIT), '.']),
    ...(related ?? [])
      .filter((place) => !cause.includes(spotOf(place)))
      .slice(0, RELATED_SHOWN)
      .flatMap((place) => [' Also at ', data(spotOf(place), ADDRESS_LIMIT), '.']),
    ' To mend it: ',
    said(mend),
    ' (',
    data(code),
    ')',
  ];
}

function spotOf({ path, line, column }: { path: string; line: number; column: number }): string {
  return `${path}:${line}:${column}`;
}

function unreadableLines(incomplete: readonly SourceUnreadable[]): readonly string[] {
  if (incomplete.length === 0) return [];
  const lines = fit(
    incomplete,
    UNREADABLE_BUDGET,
    (item) => `- ${markdown(unreadablePhrase(item))}`,
    (left) => `- … and ${count(left, 'more failed read')}.`,
  );
  return ['**Not read**', '', ...lines];
}

export function unreadablePhrase({ source, address, pointer, reason }: SourceUnreadable): Phrase {
  return [
    data(address ?? source, ADDRESS_LIMIT),
    ...(pointer === null ? [] : [' at ', data(pointer)]),
    ': ',
    said(reason.message),
    ' (',
    data(reason.code),
    ')',
  ];
}
