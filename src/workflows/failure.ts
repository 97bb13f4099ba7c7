import { CountersignError, type Reason } from '../core/errors.ts';

/** What a check or a log can say of an error. Of an unforeseen one only its kind: its message may quote anything. */
export function reasonOf(error: unknown): Reason {
  if (error instanceof CountersignError) return { code: error.code, message: `${error.message} ${error.mend}` };
  const name = error instanceof Error ? error.name : 'something that is no error';
  return { code: 'unexpected', message: `The run met ${name} here. Run it again; if it stays, please report this.` };
}
