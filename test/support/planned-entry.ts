import type { ChangeAssessment } from '../../src/core/assessment.ts';
import { canonicalize } from '../../src/core/digest.ts';
import type { EntryDraft, LedgerBlob } from '../../src/core/ledger/entry.ts';
import type { Change } from '../../src/core/plan.ts';
import { assessed } from '../core/policy/world.ts';
import { someHash } from './memory-ledger.ts';
import { planOf } from './plans.ts';

/** What the ledger is given when the plan of one change is published. */
export function plannedEntry(pullRequest: number, change: Change, gains: ChangeAssessment['gains'], run: string) {
  const plan = canonicalize(planOf([change]));
  const assessment = canonicalize({ formatVersion: '1', changes: [assessed({ change, gains })], access: [] });
  const draft: EntryDraft = {
    pullRequest,
    digest: someHash(plan),
    body: {
      type: 'planned',
      run,
      code: 'kt5m-w2qa',
      head: 'h',
      baseBranch: 'main',
      body: someHash('body'),
      assessment: someHash(assessment),
      mustQuote: false,
      because: 'first',
      senders: [],
    },
  };
  const blobs: readonly LedgerBlob[] = [plan, assessment].map((text) => ({
    hash: someHash(text),
    bytes: Buffer.from(text),
  }));
  return { draft, blobs, digest: someHash(plan), assessment: someHash(assessment) };
}
