import type { Configuration } from '../configuration.ts';
import type { Diagnostic } from '../errors.ts';
import { isPolicyFile } from '../globs.ts';
import type { Finding } from '../assessment.ts';
import type { PolicySet } from './set.ts';

type Found = {
  readonly inputs: readonly { readonly path: string }[];
  readonly diagnostics: readonly Diagnostic[];
};

/** What `policies` names without any policy being there, as a misspelt folder, an empty one or a link: no rule of it judges. */
export function unmatchedNames(
  { policies }: Pick<Configuration, 'policies'>,
  { inputs, diagnostics }: Found,
): readonly string[] {
  const paths = [...inputs.map(({ path }) => path), ...diagnostics.flatMap(({ location }) => location?.path ?? [])];
  return policies.filter((name) => !paths.some(isPolicyFile({ policies: [name] })));
}

/** The set, which warns the reviewers of every plan that changes an identity. */
export function warningOf(set: PolicySet, unmatched: readonly string[]): PolicySet {
  if (unmatched.length === 0) return set;
  const findings = unmatched.map(unmatchedFinding);
  return {
    ...set,
    judge: (situation) => {
      const judgement = set.judge(situation);
      if (situation.plan.changes.length === 0) return judgement;
      return { ...judgement, findings: [...judgement.findings, ...findings] };
    },
  };
}

function unmatchedFinding(name: string): Finding {
  const message = `The configuration names policies at ${name}, and none stands there: nothing of it judges.`;
  return { code: 'policies-unmatched', effect: 'warn', address: null, message };
}
