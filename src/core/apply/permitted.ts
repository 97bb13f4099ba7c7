import { parseAddress } from '../address.ts';
import type { ChangeAssessment } from '../assessment.ts';
import type { Configuration } from '../configuration.ts';
import type { Reason } from '../errors.ts';
import type { Change, Plan } from '../plan.ts';
import type { Provider } from '../ports.ts';

/**
 * Null unless some rules' source no longer lets a plan be executed that was made when it did: gone, in another mode, or of
 * another reach.
 */
export function forbiddenBy(
  configuration: Pick<Configuration, 'sources'>,
  plan: Plan,
  assessed: readonly Pick<ChangeAssessment, 'address' | 'loses'>[],
  providers: ReadonlyMap<string, Pick<Provider, 'outside'>>,
): Reason | null {
  for (const change of plan.changes) {
    const reason = forbids(configuration, change, assessed, providers);
    if (reason !== null) return reason;
  }
  return null;
}

/** Of one change of the plan. */
export function forbids(
  configuration: Pick<Configuration, 'sources'>,
  change: Change,
  assessed: readonly Pick<ChangeAssessment, 'address' | 'loses'>[],
  providers: ReadonlyMap<string, Pick<Provider, 'outside'>>,
): Reason | null {
  if (change.steps.length === 0) return null;
  const name = parseAddress(change.address).source;
  const source = configuration.sources.find((candidate) => candidate.name === name);
  const provider = providers.get(source?.provider ?? '');
  if (source === undefined || provider === undefined)
    return { code: 'source-gone', message: `The source ${name} of ${change.address} is no longer configured.` };
  if (source.mode === 'observe')
    return { code: 'source-observed', message: `The source ${name} is only observed now: nothing is executed there.` };
  const loses = assessed.some(({ address, loses: lost }) => address === change.address && lost.length > 0);
  if (source.mode === 'additive' && (removes(change) || loses)) {
    const message = `The source ${name} is in mode additive now, and ${change.address} would lose something.`;
    return { code: 'source-not-authoritative', message };
  }
  return provider.outside(source, change);
}

export function removes({ action }: Pick<Change, 'action'>): boolean {
  return action === 'delete' || action === 'disable' || action === 'replace';
}
