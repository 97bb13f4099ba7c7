import type { Diagnostic } from '../errors.ts';
import { classifier, isInput, type PathRules } from '../globs.ts';

const ENDINGS = ['.yaml', '.yml'] as const;

/** Files that no glob names, and that one would name if they ended in the other of `.yaml` and `.yml`. `paths`: of files. */
export function overlookedFiles(paths: readonly string[], configuration: PathRules): readonly Diagnostic[] {
  const classify = classifier(configuration);
  return paths
    .filter((path) => {
      const [ending] = /\.ya?ml$/iu.exec(path) ?? [];
      if (ending === undefined || classify(path) !== 'other') return false;
      const stem = path.slice(0, -ending.length);
      return ENDINGS.some((other) => isInput(classify(`${stem}${other}`)));
    })
    .map(overlooked);
}

function overlooked(path: string): Diagnostic {
  return {
    code: 'file-overlooked',
    severity: 'warning',
    cause: 'No glob of the configuration names this file, so it was not read; only its ending is another.',
    mend: 'Rename the file, or add a glob for its ending to the configuration.',
    location: { path, line: 1, column: 1 },
  };
}
