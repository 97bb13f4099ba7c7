import { killedEverywhere } from './killed-everywhere.ts';
import { KubernetesRing } from './kubernetes-ring.ts';

killedEverywhere('an apply of five changes in a cluster', () => KubernetesRing.start(), {
  live: 9,
  others: 19,
  points: 38,
});
