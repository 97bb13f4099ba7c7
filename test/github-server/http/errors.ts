/** One entry of the `errors` list of a 422 answer. */
export interface FieldError {
  readonly resource: string;
  readonly field: string;
  readonly code: string;
  readonly message?: string;
}

/** An answer that GitHub gives instead of what was asked: a status, and GitHub's sentence for it. */
export class GitHubRefusal extends Error {
  readonly status: number;
  readonly errors: readonly (FieldError | string)[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    options: { errors?: readonly (FieldError | string)[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.name = 'GitHubRefusal';
    this.status = status;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }

  /** The JSON body of the answer. */
  body(): Record<string, unknown> {
    return {
      message: this.message,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(this.status),
    };
  }
}

/** 404: absent, or not to be seen with this token. */
export function notFound(message = 'Not Found'): GitHubRefusal {
  return new GitHubRefusal(404, message);
}

/** 403: seen, but not allowed. */
export function forbidden(message: string): GitHubRefusal {
  return new GitHubRefusal(403, message);
}

/** 422 with GitHub's sentence, and the fields it is about. */
export function unprocessable(message: string, errors?: readonly (FieldError | string)[]): GitHubRefusal {
  return new GitHubRefusal(422, message, errors === undefined ? {} : { errors });
}

/** 422 for a field that is missing or of the wrong form. */
export function invalidField(resource: string, field: string, code = 'invalid', message?: string): GitHubRefusal {
  return unprocessable('Validation Failed', [{ resource, field, code, ...(message === undefined ? {} : { message }) }]);
}
