import type { Tag } from '@aws-sdk/client-iam';
import { CountersignError } from '../../../core/errors.ts';

/** What every answer of IAM says by its description. @throws CountersignError `aws-answer-malformed` */
export function said<T>(value: T | undefined, what: string): T {
  if (value !== undefined) return value;
  throw new CountersignError('aws-answer-malformed', `An answer of AWS does not say ${what}.`, {
    mend: 'Run again; check the endpoint among the options of the source if it stays.',
  });
}

export function tagsOf(tags: readonly Tag[] | undefined): readonly (readonly [string, string])[] {
  return (tags ?? []).map(({ Key, Value }) => [said(Key, 'the key of a tag'), Value ?? '']);
}
