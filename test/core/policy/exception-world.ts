import type { ExceptionNote } from '../../../src/core/assessment.ts';
import { changeWith } from '../../support/plans.ts';
import { policyText, type Judged } from './world.ts';

type ExceptionText = {
  readonly name?: string;
  readonly rule?: string;
  readonly addresses?: string;
  readonly owner?: string;
  readonly until?: string;
};

/** `NOW` is the noon of 2026-06-01. */
export function exceptionText({
  name = 'one',
  rule = 'team/rule',
  addresses = "['*/a']",
  owner = 'owner',
  until = '2026-06-30',
}: ExceptionText = {}): string {
  return `apiVersion: countersign.dev/v1\nkind: Exception\nmetadata: { name: ${name} }\nspec:\n  rule: ${rule}\n  addresses: ${addresses}\n  reason: It moves.\n  owner: ${owner}\n  until: ${until}\n`;
}

export const DENIES = policyText([{ effect: 'deny', message: '{change.name}!' }]);
export const both: readonly Judged[] = [{ change: changeWith('a') }, { change: changeWith('b') }];

export function codes({ exceptions }: { readonly exceptions: readonly ExceptionNote[] }): readonly string[] {
  return exceptions.map((note) =>
    note.code === 'exception-invalid' ? note.code : `${note.code} ${note.name} ${note.daysLeft}`,
  );
}
