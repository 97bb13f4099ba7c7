import { setTimeout as pause } from 'node:timers/promises';
import { CountersignError } from '../../../core/errors.ts';
import type { ReadCalls } from '../calls.ts';

/** When a user's credentials were used last, as the credential report of the account knew it, which may be four hours ago. */
export type ReportedUse = {
  readonly password: Date | undefined;
  readonly keys: readonly { readonly rotated: Date | undefined; readonly lastUsed: Date | undefined }[];
};

const ATTEMPTS = 12;
const FIRST_PAUSE_MILLISECONDS = 250;
const LONGEST_PAUSE_MILLISECONDS = 4000;
const MAXIMUM_BYTES = 50_000_000;

/**
 * Two calls for the whole account, and some more where AWS has to make the report first.
 * @throws CallFailure; CountersignError `aws-report-unfinished`, `aws-answer-malformed`
 */
export async function credentialReport(
  calls: Pick<ReadCalls, 'GenerateCredentialReport' | 'GetCredentialReport'>,
  wait: (milliseconds: number) => Promise<unknown> = pause,
): Promise<ReadonlyMap<string, ReportedUse>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { State } = await calls.GenerateCredentialReport({});
    if (State === 'COMPLETE') return usesIn((await calls.GetCredentialReport({})).Content);
    await wait(Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** attempt));
  }
  throw new CountersignError('aws-report-unfinished', 'AWS did not finish the credential report in time.', {
    mend: 'Run again in some minutes.',
  });
}

function usesIn(content: Uint8Array | undefined): ReadonlyMap<string, ReportedUse> {
  if (content === undefined || content.length > MAXIMUM_BYTES) throw malformed();
  const [head = '', ...rows] = new TextDecoder('utf-8').decode(content).split(/\r?\n/u);
  const columns = head.split(',');
  if (columns[0] !== 'user' || columns[1] !== 'arn') throw malformed();
  return new Map(rows.filter((row) => row !== '').map((row) => [nameIn(row), useIn(columns, row.split(','))]));
}

/** A name may have commas in it, which make columns; the ARN is next to it. */
function nameIn(row: string): string {
  return row.slice(0, Math.max(0, row.search(/,"?arn:/u))).replace(/^"(.*)"$/u, '$1');
}

/** No column behind name and ARN has a comma in it, so they are counted from the end. */
function useIn(columns: readonly string[], fields: readonly string[]): ReportedUse {
  const time = (column: string) => {
    const at = columns.indexOf(column);
    return at === -1 ? undefined : timeIn(fields.at(at - columns.length));
  };
  return {
    password: time('password_last_used'),
    keys: [1, 2].map((key) => ({
      rotated: time(`access_key_${key}_last_rotated`),
      lastUsed: time(`access_key_${key}_last_used_date`),
    })),
  };
}

/** `N/A`, `no_information` and `not_supported` are no times. */
function timeIn(text: string | undefined): Date | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}T/u.test(text)) return undefined;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/**
 * The report has no ids of keys: one is told by when it was made. Null: the report does not tell it, because it is older, or the key
 * was changed since or is inactive. Source: Generate credential reports, on `access_key_1_last_rotated`.
 */
export function keyUseIn(
  use: ReportedUse | undefined,
  made: Date | undefined,
): { readonly lastUsed: Date | undefined } | null {
  if (made === undefined) return null;
  const fitting = use?.keys.filter(({ rotated }) => rotated !== undefined && sameSecond(rotated, made)) ?? [];
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function sameSecond(left: Date, right: Date): boolean {
  return Math.floor(left.getTime() / 1000) === Math.floor(right.getTime() / 1000);
}

function malformed(): CountersignError {
  return new CountersignError('aws-answer-malformed', 'The credential report of AWS cannot be read.', {
    mend: 'Run again; check the endpoint among the options of the source if it stays.',
  });
}
