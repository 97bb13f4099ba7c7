import type { CodeTopic } from './entry.ts';

export const POLICY_CODES: CodeTopic = {
  title: 'Policies',
  intro:
    'What is wrong with the documents that `policies` names, and what the engine itself says of a plan. A rule that holds is called by its own name, `policy/rule`.',
  shows: ['configuration', 'CLI'],
  codes: {
    'not-a-policy': {
      meaning: 'A file that `policies` names is neither a policy nor an exception.',
      next: 'Write `kind: Policy` or `kind: Exception`, or take the file out of what is named.',
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
    'unknown-word': {
      meaning: 'An expression compares a value with a text that it never is, such as a misspelt level of risk.',
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
    'bad-requirement': {
      meaning: 'Who a rule asks for is said by no key, by several, or in too many ways.',
      next: 'Write one of `of`, `permission`, `anyOf` and `allOf`, and less of it.',
    },
    'duplicate-policy': { meaning: 'Two policies have one name.', next: 'Rename one of them.' },
    'duplicate-rule': { meaning: 'Two rules of a policy have one name.', next: 'Rename one of them.' },
    'unknown-rule': { meaning: 'A case expects a rule that its document has not.', next: 'Correct the name.' },
    'duplicate-exception': {
      meaning: 'Two exceptions have one name; only the first counts.',
      next: 'Rename one of them.',
    },
    'exception-rule-unknown': {
      meaning: 'An exception is about a rule that there is not, so it does not count.',
      next: 'Correct the name, or take the exception out.',
    },
    'too-many-exceptions': {
      meaning: 'There are more exceptions than are looked at; those beyond do not count.',
      next: 'Take out those that ended.',
    },
    'exception-too-long': {
      meaning: 'An exception would end more than 90 days ahead, so it does not count.',
      next: 'Write an earlier day; it can be prolonged.',
      shows: ['CLI', 'plan'],
    },
    'exception-expired': {
      meaning: 'An exception ended, so its rule counts again.',
      next: 'Take it out, or let administrators approve another end.',
      shows: ['CLI', 'plan'],
    },
    'exception-used': {
      meaning: 'An exception lifts what a rule says of an identity.',
      next: 'Comply before it ends.',
      shows: ['plan'],
    },
    'exception-unused': {
      meaning: 'An exception is about an identity of the plan, and its rule does not hold there.',
      next: 'Take it out, if it is needed no more.',
      shows: ['plan'],
    },
    'exception-invalid': {
      meaning: 'The base branch has an exception that is wrong, and does not count.',
      next: 'Mend it; `countersign validate` shows what is wrong.',
      shows: ['plan'],
    },
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
    'policy-untold': {
      meaning: 'A rule asks about the pull request, and there is none where the plan is made.',
      next: 'Nothing has to be done: the gate judges by it, when it has read the pull request itself.',
      shows: ['CLI', 'plan'],
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
