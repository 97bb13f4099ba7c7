import { compareText, type Address } from '../address.ts';
import type { ExceptionNote } from '../assessment.ts';
import type { Diagnostic } from '../errors.ts';
import { isAbout, standingOf, type Exception } from './exception.ts';
import { POLICY_LIMITS } from './limits.ts';
import type { LoadedExceptions } from './read-exception.ts';
import type { Situation } from './set.ts';

/** Whether an exception frees an identity of what a rule says where it holds. @param now RFC 3339 */
export function liftsAt(
  exceptions: readonly Exception[],
  now: string,
): (rule: string, address: Address) => Exception | null {
  const counting = exceptions.filter((exception) => standingOf(exception, now).kind === 'counts');
  const byRule = Map.groupBy(counting, ({ rule }) => rule);
  return (rule, address) => byRule.get(rule)?.find((exception) => isAbout(exception, address)) ?? null;
}

/** What a rule does not let pass silently. Of what nobody can tell there is no exception. */
export type Said = { readonly address: Address; readonly kind: 'holds' | 'failed' | 'too-costly' | 'unknown' };

/** What each exception does to a plan. @param told what rules say before any exception, by their ids */
export function exceptionNotes(
  { exceptions, diagnostics }: LoadedExceptions,
  told: ReadonlyMap<string, { readonly held: readonly Said[] }>,
  { plan, now }: Pick<Situation, 'plan' | 'now'>,
): readonly ExceptionNote[] {
  const addresses = plan.changes.map(({ address }) => address);
  const notes = exceptions.flatMap((exception) =>
    noteOf(exception, told.get(exception.rule)?.held ?? [], addresses, now),
  );
  return [...notes, ...invalid(diagnostics)];
}

/** What ended, or would end too late, is worth a word where it would have counted. */
function noteOf(
  exception: Exception,
  held: readonly Said[],
  addresses: readonly Address[],
  now: string,
): readonly ExceptionNote[] {
  const about = held.filter(({ address }) => isAbout(exception, address));
  // Not by risk, which moves by itself: of many the same are named, so that no plan is published anew for it.
  const holding = about
    .filter(({ kind }) => kind === 'holds')
    .map(({ address }) => address)
    .toSorted(compareText);
  const { kind, daysLeft } = standingOf(exception, now);
  if (holding.length > 0) return [note(exception, codeFor(kind), holding, daysLeft)];
  if (kind !== 'counts' || about.length > 0) return [];
  const unneeded = addresses.filter((address) => isAbout(exception, address));
  return unneeded.length === 0 ? [] : [note(exception, 'exception-unused', unneeded, daysLeft)];
}

type Timed = Exclude<ExceptionNote, { readonly code: 'exception-invalid' }>;

function codeFor(kind: ReturnType<typeof standingOf>['kind']): Timed['code'] {
  switch (kind) {
    case 'counts':
      return 'exception-used';
    case 'expired':
      return 'exception-expired';
    case 'too-long':
      return 'exception-too-long';
  }
}

function note(
  { name, rule, until, owner, reason, location }: Exception,
  code: Timed['code'],
  all: readonly Address[],
  daysLeft: number,
): Timed {
  const addresses = all.slice(0, POLICY_LIMITS.addresses);
  const more = all.length - addresses.length;
  return { code, name, rule, addresses, more, until, daysLeft, owner, reason, location };
}

function invalid(diagnostics: readonly Diagnostic[]): readonly ExceptionNote[] {
  const [first] = diagnostics;
  if (first?.location === undefined) return [];
  const more = diagnostics.length > 1 ? ` (and ${diagnostics.length - 1} more)` : '';
  return [{ code: 'exception-invalid', message: `${first.code}: ${first.cause}${more}`, location: first.location }];
}
