import type { Assessment } from '../../src/core/assessment.ts';

/** An assessment of which nothing is to be said, but for these parts. */
export function plainAssessment(parts: Partial<Assessment> = {}): Assessment {
  return {
    formatVersion: '1',
    complete: true,
    applyable: true,
    errored: false,
    incomplete: [],
    diagnostics: [],
    changes: [],
    access: [],
    requirements: [],
    findings: [],
    exceptions: [],
    unmanaged: [],
    notModelled: [],
    sources: [],
    commits: null,
    engine: 'test',
    ...parts,
  };
}
