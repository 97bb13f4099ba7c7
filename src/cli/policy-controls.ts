import { controlsReport } from '../core/controls/report.ts';
import type { ControlLine } from '../core/controls/line.ts';
import { planDigest } from '../core/digest.ts';
import type { Sha256 } from '../core/json.ts';
import { judgeBy } from '../core/policy.ts';
import { renderControls } from '../render/controls.ts';
import { requiredConfiguration } from './configuration.ts';
import type { CliContext } from './context.ts';
import { formatDiagnostics } from './diagnostics.ts';
import type { Given } from './given.ts';
import { readWhole } from './live-file.ts';
import { planFileOf } from './plan-file.ts';
import { withPolicies } from './policies.ts';

/** What `--format json` writes; schemas/Controls.json describes it. */
type Report = { readonly formatVersion: '1'; readonly digest: Sha256; readonly controls: readonly ControlLine[] };

/** What a plan in a file shows of each control, by the policies of the working tree. Nobody has published it, so approvals are open. */
export async function reportControls(context: CliContext, given: Given, path: string): Promise<number> {
  const { plan, assessment } = planFileOf(await readWhole(context, path), path);
  const configuration = await withPolicies(context.files, await requiredConfiguration(context, given));
  const { diagnostics } = configuration.policySet;
  if (diagnostics.length > 0) context.stderr.write(formatDiagnostics(diagnostics, 'text'));
  if (diagnostics.some(({ severity }) => severity === 'error')) return 1;
  const judged = judgeBy(configuration, context.clock.now().toISOString(), null)(
    plan,
    assessment.changes,
    assessment.access,
  );
  const coverage = configuration.policySet.coverage(plan.changes, null);
  const digest = planDigest(plan);
  const controls = controlsReport({
    plan,
    digest,
    assessment: { ...assessment, ...judged },
    coverage,
    approval: null,
    recorded: null,
  });
  const report: Report = { formatVersion: '1', digest, controls };
  const isJson = given.text('format') === 'json';
  context.stdout.write(isJson ? `${JSON.stringify(report, null, 2)}\n` : renderControls(controls));
  return 0;
}
