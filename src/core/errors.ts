import type { Address } from './address.ts';

/** A place in an input: path from the repository root, line and column from 1. */
export type Location = { readonly path: string; readonly line: number; readonly column: number };

/**
 * One thing that is wrong, worded for the person who can mend it.
 * `code` is stable kebab-case; `cause` says what is wrong, `mend` what to do, `evidence` what was seen.
 */
export type Diagnostic = {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly cause: string;
  readonly mend: string;
  readonly evidence?: string;
  readonly location?: Location;
  /** Where else the same problem shows, e.g. the other of two duplicate documents. */
  readonly related?: readonly Location[];
  readonly address?: Address;
};

/** What a document says wrong by itself. `pointer`: JSON Pointer into its spec. */
export type Problem = Pick<Diagnostic, 'code' | 'severity' | 'cause' | 'mend'> & { readonly pointer: string };

/** The files in which errors stand. */
export function pathsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.flatMap(({ severity, location }) =>
    severity === 'error' && location !== undefined ? [location.path] : [],
  );
}

/** An outcome's reason inside a plan or a decision: stable code, one sentence, where in the attributes. */
export type Reason = { readonly code: string; readonly message: string; readonly pointer?: string };

/** Thrown where a result cannot be given; carries the same three parts as a Diagnostic, and the underlying error as `cause`. */
export class CountersignError extends Error {
  readonly code: string;
  readonly mend: string;
  readonly evidence: string | undefined;
  /** Where in what was given, as a JSON Pointer; empty: all of it. */
  readonly pointer: string;

  constructor(
    code: string,
    message: string,
    details: { mend: string; evidence?: string; pointer?: string; cause?: unknown },
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'CountersignError';
    this.code = code;
    this.mend = details.mend;
    this.evidence = details.evidence;
    this.pointer = details.pointer ?? '';
  }
}

/** As a diagnostic. */
export function diagnosticOf(error: CountersignError): Diagnostic {
  return {
    code: error.code,
    severity: 'error',
    cause: error.message,
    mend: error.mend,
    ...(error.evidence === undefined ? {} : { evidence: error.evidence }),
  };
}

/** What an attempt with a part of a spec finds wrong with it. */
export function problemsAt(pointer: string, attempt: () => unknown): readonly Problem[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    const evidence = error.evidence === undefined ? '' : ` Found: ${error.evidence}.`;
    const place = `${pointer}${error.pointer}`;
    return [
      { pointer: place, code: error.code, severity: 'error', cause: `${error.message}${evidence}`, mend: error.mend },
    ];
  }
}

/** What an attempt with a part of what was given throws, at the place that the part has in it. */
export function within<T>(pointer: string, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    if (!(error instanceof CountersignError)) throw error;
    const { code, message, mend, evidence, cause } = error;
    throw new CountersignError(code, message, {
      mend,
      ...(evidence === undefined ? {} : { evidence }),
      pointer: `${pointer}${error.pointer}`,
      cause,
    });
  }
}
