import { posix } from 'node:path';
import { CountersignError } from '../core/errors.ts';
import { openLedger, wholeChain } from '../core/ledger/open.ts';
import { pastPlan, plannedIn, type PastPlan } from '../core/ledger/past-plans.ts';
import type { LedgerStore } from '../core/ledger/ports.ts';
import { readBlob } from '../core/ledger/read.ts';
import { unsigned } from '../core/ledger/signing.ts';
import type { LedgerFiles } from '../core/ledger/verify.ts';
import type { PolicySet } from '../core/policy/set.ts';
import { summaryOf, tryOn, type Tried } from '../core/policy/trial.ts';
import { renderTrial } from '../render/trial.ts';
import { requiredConfiguration } from './configuration.ts';
import type { CliContext } from './context.ts';
import { formatDiagnostics } from './diagnostics.ts';
import type { Given } from './given.ts';
import { readKeys } from './ledger-trust.ts';
import { withLedger } from './local-ledger.ts';
import { loadedPolicies } from './policies.ts';

const MAXIMUM_PLANS = 1000;

/** What the plans of a ledger would have met under the policies at `where`, the newest first. */
export async function tryPolicies(context: CliContext, given: Given, where: string): Promise<number> {
  const last = lastOf(given);
  const place = given.text('ledger');
  if (place === null) throw ledgerMissing();
  const set = await policySetAt(context, given, where);
  if (set === null) return 1;
  const keys = given.text('keys');
  const verifier = keys === null ? unsigned : await readKeys(context, keys);
  return await withLedger(context, place, given.text('branch') ?? '', async (files) => {
    const ledger = await openLedger({ store: storeOf(files), verifier, anchor: null });
    const planned = plannedIn(await wholeChain(ledger));
    const tried: Tried[] = [];
    const unreadable: Extract<PastPlan, { kind: 'unreadable' }>[] = [];
    // One at a time: a plan may be some ten megabytes.
    for (const of of planned.slice(0, last)) {
      const past = await pastPlan((hash) => readBlob(ledger, hash), of);
      if (past.kind === 'plan') tried.push(tryOn(set, past));
      else unreadable.push(past);
    }
    const trial = { tried, unreadable, left: Math.max(0, planned.length - last), summary: summaryOf(tried) };
    context.stdout.write(given.text('format') === 'json' ? `${JSON.stringify(trial, null, 2)}\n` : renderTrial(trial));
    return unreadable.length > 0 ? 1 : 0;
  });
}

/** Null: what is wrong is said. @throws CountersignError `configuration-missing` and the like, `policies-missing`. */
async function policySetAt(context: CliContext, given: Given, where: string): Promise<PolicySet | null> {
  const named = await requiredConfiguration(context, given);
  const configuration = { ...named, policies: [posix.normalize(where)] };
  const loaded = await loadedPolicies(context.files, configuration);
  if (loaded === null) {
    throw new CountersignError('policies-missing', 'There are no policies.', {
      evidence: where.slice(0, 500),
      mend: 'Name a file or a folder with policies.',
    });
  }
  if (loaded.diagnostics.length > 0) context.stderr.write(formatDiagnostics(loaded.diagnostics, 'text'));
  if (loaded.diagnostics.some(({ severity }) => severity === 'error')) return null;
  const { policySetOf } = await import('../core/policy/index.ts');
  return policySetOf(loaded, configuration);
}

function storeOf(files: LedgerFiles): LedgerStore {
  const known = new Set(files.paths);
  return {
    revision: () => Promise.resolve('local'),
    read: (_revision, path) => (known.has(path) ? files.read(path) : Promise.resolve(null)),
    commit: () => Promise.reject(new TypeError('A ledger is only read here.')),
  };
}

/** @throws CountersignError `last-malformed`. */
function lastOf(given: Given): number {
  const text = given.text('last') ?? '';
  const last = /^[1-9]\d{0,3}$/u.test(text) ? Number(text) : MAXIMUM_PLANS + 1;
  if (last <= MAXIMUM_PLANS) return last;
  throw new CountersignError('last-malformed', 'This is no number of plans.', {
    evidence: text.slice(0, 100),
    mend: `Write a whole number from 1 to ${MAXIMUM_PLANS}.`,
  });
}

function ledgerMissing(): CountersignError {
  return new CountersignError(
    'policy-question-missing',
    'Policies are tried on the plans of a ledger, and none is named.',
    {
      mend: "Clone the ledger's branch, and name its folder: policy try POLICY --ledger DIR.",
    },
  );
}
