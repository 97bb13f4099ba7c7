import type { Target } from '../../../core/live.ts';
import { CountersignError } from '../../../core/errors.ts';
import type { Connection } from '../../../core/ports.ts';
import type { ReadClient } from '../client.ts';
import type { Caller, ReadCalls } from '../calls.ts';
import { optionsOf } from '../connection.ts';
import { awsFacts, type AwsFacts } from '../normal-form/model.ts';

/** One login, and what it says about where it leads. */
export type Session = {
  readonly calls: ReadCalls;
  readonly target: Target;
  readonly facts: AwsFacts & {
    /** ARN of whom this is read as; the session of an assumed role is written as its role. */ readonly reader: string;
  };
  close(): void;
};

/** @throws CallFailure, CountersignError; then nothing stays open */
export async function startSession(
  connection: Connection,
  open: (connection: Connection) => Promise<ReadClient>,
): Promise<Session> {
  const client = await open(connection);
  try {
    const caller = await client.caller();
    const { quotas } = optionsOf(connection);
    const target = targetOf(caller);
    const defaults = awsFacts(target);
    return {
      calls: client.calls,
      target,
      facts: {
        ...target,
        attachedQuota: quotas?.attachedPolicies ?? defaults.attachedQuota,
        trustQuota: quotas?.trustCharacters ?? defaults.trustQuota,
        reader: readerOf(caller),
      },
      close: () => client.close(),
    };
  } catch (error) {
    client.close();
    throw error;
  }
}

/** Account and partition; nothing else that a login knows stays as it is. @throws CountersignError `aws-answer-malformed` */
export function targetOf({ account, arn }: Caller): { readonly account: string; readonly partition: string } {
  const partition = /^arn:(aws[a-z-]*):/u.exec(arn)?.[1];
  if (partition !== undefined && /^\d{12}$/u.test(account)) return { account, partition };
  throw new CountersignError('aws-answer-malformed', 'AWS does not say which account this is.', {
    mend: 'Check the endpoint among the options of the source.',
  });
}

/** `arn:aws:sts::1:assumed-role/NAME/SESSION` loses the path of the role, and so does this. */
function readerOf({ arn }: Caller): string {
  const [, partition, account, role] = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\//u.exec(arn) ?? [];
  return role === undefined ? arn : `arn:${partition}:iam::${account}:role/${role}`;
}
