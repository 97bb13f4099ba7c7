import { globSync } from 'node:fs';

/** Workflow files of this repository and of its examples, sorted. A glob does not reach into `.github` by itself. */
export function workflowFiles(): readonly string[] {
  return globSync('{,examples/**/}.github/workflows/*.{yml,yaml}').toSorted();
}
