import { CountersignError } from '../core/errors.ts';

/** Whether a request that failed may have had its effect all the same. */
export type Effect = 'none' | 'unknown';

/**
 * A request that GitHub refused, or that got no usable answer. `httpStatus` is null where there was no answer.
 * Codes: `github-unauthorized`, `github-forbidden`, `github-not-found`, `github-conflict`, `github-stale`, `github-rejected`,
 * `github-rate-limited`, `github-unavailable`, `github-unreachable`, `github-bad-answer`.
 */
export class GitHubError extends CountersignError {
  readonly httpStatus: number | null;
  readonly effect: Effect;

  constructor(
    code: string,
    message: string,
    details: { mend: string; evidence?: string; cause?: unknown; httpStatus: number | null; effect: Effect },
  ) {
    super(code, message, details);
    this.name = 'GitHubError';
    this.httpStatus = details.httpStatus;
    this.effect = details.effect;
  }
}

const REFUSALS: ReadonlySet<string> = new Set(['github-forbidden', 'github-rejected', 'github-not-found']);

/** GitHub's definite refusal of what was asked: asking again would end the same way. */
export function isRefusal(error: unknown): error is GitHubError {
  return error instanceof GitHubError && error.effect === 'none' && REFUSALS.has(error.code);
}

type Outline = { readonly code: string; readonly message: string; readonly mend: string; readonly effect: Effect };

/** What is known of a failure, whichever library reported it. */
export type Failure = {
  readonly request: string;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** GitHub's own sentence, or the network's. */
  readonly message: string;
  /** `x-accepted-github-permissions`, when GitHub named what the request needs. */
  readonly needed: string | null;
  readonly requestId: string | null;
  readonly limited: boolean;
};

/** Maps a failure to a code, a cause and a mend. Pure. */
export function explainFailure(failure: Failure): GitHubError {
  const outline = failure.status === null ? UNREACHABLE : outlineOf(failure, failure.status);
  return new GitHubError(outline.code, `${outline.message}: ${failure.request}`, {
    mend: outline.mend,
    evidence: evidenceOf(failure),
    cause: new Error(failure.message),
    httpStatus: failure.status,
    effect: outline.effect,
  });
}

function evidenceOf(failure: Failure): string {
  const parts = [failure.status === null ? 'no answer' : `HTTP ${failure.status}`, failure.message.slice(0, 500)];
  if (failure.needed !== null) parts.push(`needs ${failure.needed}`);
  if (failure.requestId !== null) parts.push(`request ${failure.requestId}`);
  return parts.join('; ');
}

const UNREACHABLE: Outline = {
  code: 'github-unreachable',
  message: 'GitHub gave no complete answer',
  mend: 'Run again. If it stays, check the network between this machine and the API address.',
  effect: 'unknown',
};

function outlineOf(failure: Failure, status: number): Outline {
  if (failure.limited) {
    return {
      code: 'github-rate-limited',
      message: 'GitHub limits the rate of requests, for longer than this run may wait',
      mend: 'Run again later; the next run continues where this one stopped.',
      effect: 'none',
    };
  }
  if (status >= 500) {
    return { ...UNREACHABLE, code: 'github-unavailable', message: 'GitHub had an error of its own' };
  }
  return refusals[status] ?? { ...REJECTED, message: `GitHub refused with status ${status}` };
}

const REJECTED: Outline = {
  code: 'github-rejected',
  message: 'GitHub did not accept what was sent',
  mend: 'Read the evidence; if it names no setting of yours, report it as a defect of Countersign.',
  effect: 'none',
};

const refusals: Readonly<Record<number, Outline>> = {
  401: {
    code: 'github-unauthorized',
    message: 'GitHub does not accept the token',
    mend: 'Hand in a token that is valid and has not expired.',
    effect: 'none',
  },
  403: {
    code: 'github-forbidden',
    message: 'the token may not do this',
    mend: 'Grant the permission that the evidence names to the job or to the App.',
    effect: 'none',
  },
  404: {
    code: 'github-not-found',
    message: 'it does not exist, or the token may not see it',
    mend: 'Check the name, and that the token can read the repository.',
    effect: 'none',
  },
  409: {
    code: 'github-conflict',
    message: 'the request conflicts with the state of the repository',
    mend: 'Run again; an empty repository needs a first commit.',
    effect: 'none',
  },
  422: REJECTED,
};
