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
  const losing = new Set(assessed.filter(({ loses }) => loses.length > 0).map(({ address }) => address));
  for (const change of plan.changes) {
    if (change.steps.length === 0) continue;
    const name = parseAddress(change.address).source;
    const source = configuration.sources.find((candidate) => candidate.name === name);
    const provider = providers.get(source?.provider ?? '');
    if (source === undefined || provider === undefined) {
      return { code: 'source-gone', message: `The source ${name} of ${change.address} is no longer configured.` };
    }
    if (source.mode === 'observe') {
      return {
        code: 'source-observed',
        message: `The source ${name} is only observed now: nothing is executed there.`,
      };
    }
    if (source.mode === 'additive' && (removes(change) || losing.has(change.address))) {
      const message = `The source ${name} is in mode additive now, and ${change.address} would lose something.`;
      return { code: 'source-not-authoritative', message };
    }
    const outside = provider.outside(source, change);
    if (outside !== null) return outside;
  }
  return null;
}

function removes({ action }: Change): boolean {
  return action === 'delete' || action === 'disable' || action === 'replace';
}
