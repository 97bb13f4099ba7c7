import type { Applier } from '../../../core/ports.ts';
import { KubernetesWriter } from './write.ts';

/** The writing half of the provider. */
export const kubernetesApplier: Applier = {
  name: 'kubernetes',
  writer: (connection) => new KubernetesWriter(connection),
};
