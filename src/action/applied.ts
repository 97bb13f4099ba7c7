import type { Receipt } from '../core/apply/receipt.ts';
import type { ApplyRunReport, LandingReport } from '../workflows/apply-landed.ts';
import type { RunResult } from './result.ts';

/** A landing that was not applied as planned makes the job red: somebody has to look. */
export function appliedResult(done: ApplyRunReport | null): RunResult {
  if (done === null)
    return {
      outputs: {},
      planFile: null,
      lines: ['Another run holds the apply lease and does what there is to do.'],
      failed: null,
    };
  const { landings: reports, unapproved } = done;
  const last = reports.at(-1);
  const wrong = reports.filter(({ result }) => result !== 'applied' && result !== 'nothing' && result !== 'superseded');
  const problems = [
    ...wrong.map(({ landing, result }) => `${nameOf(landing)} ended in ${result}`),
    ...(unapproved === null ? [] : [`${unapproved.code}: ${unapproved.message}`]),
  ];
  return {
    outputs: {
      ...(last === undefined ? {} : { decision: last.result }),
      ...(last?.digest ? { digest: last.digest } : {}),
      ...(last?.commentUrl ? { 'comment-url': last.commentUrl } : {}),
    },
    planFile: null,
    lines: [
      ...(reports.length === 0 ? ['Nothing landed that is not finished.'] : reports.flatMap(landingLines)),
      ...(unapproved === null ? [] : [`${unapproved.code}: ${unapproved.message}`]),
    ],
    failed: problems.length === 0 ? null : problems.join('; '),
  };
}

function landingLines({ landing, result, reasons, report }: LandingReport): readonly string[] {
  const receipts = report?.receipts.map((receipt) => `  ${receipt.stepId}: ${receipt.kind}${detailOf(receipt)}`) ?? [];
  return [`${nameOf(landing)}: ${result}`, ...reasons.map(({ code, message }) => `  ${code}: ${message}`), ...receipts];
}

function detailOf({ conflict, failure, note }: Receipt): string {
  if (conflict !== null) return ` at ${conflict.pointer}`;
  if (failure !== null) return `: ${failure.code}: ${failure.cause}`;
  return note === null ? '' : `: ${note}`;
}

function nameOf({ pull, commit }: LandingReport['landing']): string {
  return pull === null ? `commit ${commit.slice(0, 7)}` : `pull request ${pull.number}`;
}
