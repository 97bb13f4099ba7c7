import type { TestProject } from 'vitest/node';
import { startHosts } from './pglite-hosts.ts';
import { aboutSeed, propertySeed } from './property-seed.ts';

/** Once, before the first test, in the process that starts the workers. */
export async function setup({ vitest }: TestProject): Promise<() => void> {
  console.log(aboutSeed(propertySeed(process.env)));
  return await startHosts(Number(vitest.config.maxWorkers));
}
