import { isWorkloadIdentity } from '../normal-form/workload-identity.ts';
import type { Effect } from '../steps/effect.ts';

/** What a write does not end: pods keep what they were started with. */
export function remainsAfter(effect: Effect): readonly string[] {
  if (effect.kind !== 'edit') return [];
  const { automountToken, annotations } = effect.edit;
  return [
    ...(automountToken === false ? ['the tokens of pods that already run, until these end'] : []),
    ...(annotations?.remove.some(isWorkloadIdentity) === true
      ? ['the cloud identity of pods that already run, until these end']
      : []),
  ];
}
