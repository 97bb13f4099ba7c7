import { setTimeout } from 'node:timers/promises';
import type { Applier } from '../../../core/ports.ts';
import { openWriter } from '../client.ts';
import type { Pause } from './execution.ts';
import { AwsWriter, type OpenWriter } from './write.ts';

/** The writing half of the provider. `open` is how a login that may write comes to be. */
export function awsApplier(open: OpenWriter = openWriter, pause: Pause = wait): Applier {
  return { name: 'aws', writer: (connection) => new AwsWriter(connection, open, pause) };
}

async function wait(milliseconds: number): Promise<void> {
  await setTimeout(milliseconds);
}
