import type { CodeTopic } from './entry.ts';

export const DOCUMENT_CODES: CodeTopic = {
  title: 'Documents and configuration',
  intro:
    'What `countersign validate` reports, with file, line and column. A plan reads the same files, and is red for the same errors.',
  shows: ['configuration'],
  codes: {
    'missing-key': {
      meaning: 'A key that has to be there is not.',
      next: 'Add it; the message says what belongs there.',
    },
    'missing-value': { meaning: 'A key has no value.', next: 'Write one, or remove the key.' },
    'unknown-key': {
      meaning: 'There is no such key here.',
      next: 'Correct its spelling; the message names the nearest.',
    },
    'wrong-type': { meaning: 'A value is of another type than it has to be.', next: 'Write the type that is named.' },
    'wrong-value': { meaning: 'A value is none of those that are possible.', next: 'Write one of those named.' },
    'wrong-format': {
      meaning: 'A text does not have the form that it has to have.',
      next: 'Write it as the message says.',
    },
    'out-of-bounds': {
      meaning: 'A value is too small, too large, too long or too many.',
      next: 'Keep to the bound that is named.',
    },
    'not-text': { meaning: 'A text without quotes is read as a number or as true or false.', next: 'Quote it.' },
    'no-form-fits': {
      meaning: 'A value has none of the forms allowed here.',
      next: 'Use one of the forms that are named.',
    },
    'not-a-document': {
      meaning: 'This is no mapping with apiVersion, kind, metadata and spec.',
      next: 'Write these four keys.',
    },
    'unknown-api-version': {
      meaning: 'No document format has this name.',
      next: 'Write the apiVersion that is named, or take the file out of the desired-state globs.',
    },
    'unknown-kind': {
      meaning: 'No kind has this name.',
      next: 'Correct the spelling.',
      shows: ['configuration', 'CLI'],
    },
    'unknown-source': {
      meaning: 'The configuration has no source of this name.',
      next: 'Name one of its sources, or add the source first.',
      shows: ['configuration', 'CLI'],
    },
    'wrong-source': {
      meaning: 'The source belongs to another provider than the kind.',
      next: 'Name a source of that provider.',
    },
    'unknown-people': {
      meaning: 'A name is neither a group of the configuration nor in one.',
      next: 'Name a group, or add the person to one.',
    },
    'ambiguous-people': { meaning: 'A name is both a login and a group.', next: 'Rename the group.' },
    'team-unchecked': {
      meaning: 'A team was named, and whether its members can be read is not known here.',
      next: 'Hand the publish and apply jobs the token of an App with the organization permission members (read).',
      shows: ['configuration', 'CLI'],
    },
    'person-unpinned': {
      meaning: 'A login that decides about approvals is not pinned to its account, and could pass to somebody else.',
      next: 'Pin it: `ana#583231`, the number from `gh api users/ana --jq .id`.',
      shows: ['configuration', 'CLI'],
    },
    'team-unpinned': {
      meaning:
        'A team that decides about approvals is named by its slug alone, which could become that of another team.',
      next: 'Pin it: `@org/team#4711`, the number from `gh api orgs/ORG/teams/TEAM --jq .id`.',
      shows: ['configuration', 'CLI'],
    },
    'group-in-group': { meaning: 'A group names another group.', next: 'Write the members out.' },
    'pins-disagree': {
      meaning: 'Two entries pin one login to different accounts.',
      next: 'Write the same id everywhere: `gh api users/LOGIN --jq .id`.',
    },
    'not-a-login': { meaning: 'This is not a GitHub login.', next: 'Write it without `@`.' },
    'duplicate-address': { meaning: 'Two documents declare one identity.', next: 'Remove one of the two.' },
    'duplicate-reconciliation': { meaning: 'Two Reconciliations have one name.', next: 'Rename one of them.' },
    'address-malformed': {
      meaning: 'This is not an address.',
      next: 'Write `source/Kind/name`, with special characters percent-encoded.',
    },
    'depends-on-itself': {
      meaning: 'An identity names itself under `dependsOn`.',
      next: 'Remove it from the list.',
    },
    'dependency-undeclared': {
      meaning: 'An identity depends on one that no document declares, so nothing could be made before it.',
      next: 'Correct the address, declare the identity, or remove it from `dependsOn`.',
      shows: ['plan', 'CLI'],
    },
    'unexpected-on-remove': {
      meaning: '`onRemove` stands with a verb that removes nothing.',
      next: 'Remove it, or use the verb `remove`.',
    },
    'secret-in-document': {
      meaning: 'A value has the shape of a secret.',
      next: 'Remove it. If it was pushed, it is known: change it in the live system.',
    },
    'secret-in-configuration': {
      meaning: 'A connection string or a secret stands where the name of an environment variable belongs.',
      next: 'Write the name of the variable. If it was pushed, it is known: change it in the live system.',
    },
    'environment-name': {
      meaning: 'This cannot be the name of an environment variable.',
      next: 'Write a name such as `ORDERS_DB_URL`.',
    },
    'bad-glob': { meaning: 'A pattern cannot be understood.', next: 'Write it as in `identities/**/*.yaml`.' },
    'several-documents': {
      meaning: 'The configuration is one document, and more follow.',
      next: 'Remove everything from the second `---` on.',
    },
    'rules-invalid': {
      meaning: 'The configuration on the base branch cannot be used.',
      next: 'An administrator mends it; `countersign validate` says what is wrong. No rules are left to judge the mend, so where these checks are required it lands past the protection.',
      shows: ['plan', 'apply'],
    },
    'rules-missing': {
      meaning: 'There are no readable rules at that commit.',
      next: 'An administrator lands a valid configuration.',
      shows: ['plan', 'gate', 'apply'],
    },
    'rule-unreadable': {
      meaning: 'A file that makes the rules cannot be read.',
      next: 'Make it a plain file within the limits.',
      shows: ['plan', 'gate', 'apply'],
    },
    'input-symlink': {
      meaning: 'A symbolic link stands where a document is read.',
      next: 'Put a file with the content itself in its place, or keep it outside of the patterns.',
      shows: ['plan', 'apply'],
    },
    'input-submodule': {
      meaning: 'A submodule stands where a document is read.',
      next: 'Put a file with the content itself in its place, or keep it outside of the patterns.',
      shows: ['plan', 'apply'],
    },
    'input-too-large': { meaning: 'A file is larger than is read.', next: 'Split it into several files.' },
    'inputs-too-large': {
      meaning: 'The files hold more together than is read.',
      next: 'Make the desired-state globs match documents only.',
    },
    'inputs-too-many': {
      meaning: 'There are more inputs than are read.',
      next: 'Narrow the patterns of the configuration.',
      shows: ['plan', 'apply'],
    },
    'tree-too-large': {
      meaning: 'The repository has more files than are looked through.',
      next: 'Use a smaller repository for identities.',
      shows: ['plan', 'apply'],
    },
    'file-overlooked': {
      meaning:
        'A file lies beside the documents and is not read, because its name ends in `.yml` instead of `.yaml`, or the other way round.',
      next: 'Rename it, or add a glob for its ending.',
      shows: ['configuration', 'CLI'],
    },
    'code-owner-unknowable': {
      meaning:
        'CODEOWNERS names only e-mail addresses for a document, and only GitHub knows whose they are, so the owner of its source answers.',
      next: 'Write `@login` or `@org/team` beside them, or `metadata.owner` in the document.',
      shows: ['plan', 'CLI'],
    },
    'documents-not-judged': {
      meaning: 'Documents were not checked, because the configuration has errors.',
      next: 'Mend the configuration first.',
    },
  },
};
