import type { Diagnostic } from './errors.ts';

/** What names have to be like: a regular expression, and what is told of another, with a code of the provider's. */
export type NameRule = { readonly pattern: string } & Pick<Diagnostic, 'code' | 'cause' | 'mend'>;
