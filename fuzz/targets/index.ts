import { loadProviders } from '../../src/providers/registry.ts';
import type { Target } from '../target.ts';
import { awsTarget } from './aws.ts';
import { canonicalTarget } from './canonical.ts';
import { configurationTarget, desiredTarget } from './documents.ts';
import { eventTarget, logTarget } from './event.ts';
import { entryTarget, stateTarget, verificationTarget } from './ledger.ts';
import { planTarget } from './plan.ts';
import { postgresTarget } from './postgres.ts';
import { renderingTarget } from './rendering.ts';
import { yamlTarget } from './yaml.ts';

/** Everything that reads what others wrote. */
export async function targets(): Promise<readonly Target[]> {
  const providers = [...(await loadProviders()).values()];
  return [
    yamlTarget(),
    desiredTarget(providers),
    configurationTarget(providers),
    planTarget(),
    canonicalTarget(),
    entryTarget(),
    stateTarget(),
    await verificationTarget(),
    await renderingTarget(),
    postgresTarget(),
    awsTarget(),
    eventTarget(),
    logTarget(),
  ];
}
