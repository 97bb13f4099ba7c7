import type { CodeTopic } from './entry.ts';

export const POLICY_CODES: CodeTopic = {
  title: 'Policies',
  intro:
    'What is wrong with the documents that `policies` names, and what the engine itself says of a plan. A rule that holds is called by its own name, `policy/rule`.',
  shows: ['configuration', 'CLI'],
  codes: {
    'not-a-policy': {
      meaning: 'A file that `policies` names is no policy.',
      next: 'Write `kind: Policy`, or take the file out of what is named.',
    },
    'bad-expression': {
      meaning: 'An expression cannot be read as CEL.',
      next: 'Correct it at the place that is named.',
    },
    'unknown-variable': { meaning: 'An expression names no variable.', next: 'Use one of those that are named.' },
    'unknown-field': {
      meaning: 'An expression asks for a field that its value never has.',
      next: 'Use one of those that are named.',
    },
    'unknown-function': {
      meaning: 'An expression calls what policies do not have.',
      next: 'Use one of the functions that are named.',
    },
    'expression-too-large': {
      meaning: 'An expression is longer, deeper, or loops deeper than one may.',
      next: 'Make several rules of it.',
    },
    'bad-pattern': {
      meaning: 'A regular expression is none, is too long, or does not stand in the expression itself.',
      next: 'Write a short one of RE2 in quotes.',
    },
    'bad-message': {
      meaning: 'A message has braces that lead to no value.',
      next: 'Write a path such as `{change.name}`.',
    },
    'duplicate-policy': { meaning: 'Two policies have one name.', next: 'Rename one of them.' },
    'duplicate-rule': { meaning: 'Two rules of a policy have one name.', next: 'Rename one of them.' },
    'unknown-rule': { meaning: 'A case expects a rule that its document has not.', next: 'Correct the name.' },
    'too-many-rules': { meaning: 'There are more rules than are judged by.', next: 'Merge those that say the same.' },
    'rule-untested': {
      meaning: 'No case shows that a rule ever holds.',
      next: 'Add one to the tests of its document.',
      shows: ['CLI'],
    },
    'policy-test-failed': {
      meaning: 'A rule holds in a case where it should not, or the other way around.',
      next: 'Correct the rule or the case.',
      shows: ['CLI'],
    },
    'policies-missing': {
      meaning: 'There are no policies where they are looked for.',
      next: 'Name a folder that has some.',
      shows: ['CLI'],
    },
    'policy-invalid': {
      meaning: 'The base branch has policies that cannot be used, so every plan that changes an identity is denied.',
      next: 'Mend them in a pull request that changes no identity; `countersign validate` shows what is wrong.',
      shows: ['plan', 'gate', 'apply'],
    },
    'policy-failed': {
      meaning: 'A rule could not be evaluated for a change, so the change is denied.',
      next: 'Let the rule ask `has(…)` for what may be missing, and add the case to its tests.',
      shows: ['plan', 'gate', 'apply'],
    },
    'policies-unmatched': {
      meaning:
        'The configuration names policies where none is: a misspelt, empty or linked folder. Nothing of it judges.',
      next: 'Correct the name, or take it away.',
      shows: ['plan', 'gate', 'apply', 'CLI'],
    },
    'policy-too-costly': {
      meaning: 'A rule, or all of them together, takes more work than it may, so the plan is denied.',
      next: 'Make the rule cheaper, or split the pull request.',
      shows: ['plan', 'gate', 'apply'],
    },
  },
};
