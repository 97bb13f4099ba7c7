import type { CodeTopic } from './entry.ts';

export const COMMAND_LINE_CODES: CodeTopic = {
  title: 'Command line',
  intro: 'What only the commands on your own machine say.',
  shows: ['CLI'],
  codes: {
    'node-too-old': { meaning: 'This Node is too old.', next: 'Use Node 24 or newer.' },
    unexpected: {
      meaning: 'A command failed in a way that was not foreseen.',
      next: 'Report it, with the places that are printed.',
    },
    'configuration-missing': {
      meaning: 'There is no configuration.',
      next: 'Write `.github/countersign.yaml`, or name one with `--config`.',
    },
    'file-missing': { meaning: 'There is no such file.', next: 'Check the path.' },
    'not-a-file': { meaning: 'This is not a file.', next: 'Name a file.' },
    symlink: {
      meaning: 'This is a symbolic link, or stands in a folder that is one.',
      next: 'Put the file itself here: what a link leads to is not what is reviewed.',
    },
    'file-unreadable': { meaning: 'The file cannot be read.', next: 'Check its permissions.' },
    'file-unwritable': {
      meaning: 'A file cannot be written.',
      next: 'Check the permissions of the folder and the room on the disk.',
    },
    'too-many-files': {
      meaning: 'The working tree has more files, or deeper folders, than are looked through.',
      next: 'Name the files on the command line.',
    },
    'rules-unreadable': { meaning: 'A rule file cannot be read.', next: 'Make it a plain file within the limits.' },
    'out-missing': {
      meaning: 'The command does not know where to write.',
      next: 'Name a folder or a file with `--out`.',
    },
    'out-not-a-file': { meaning: 'The path is a symbolic link, or goes through one.', next: 'Name a plain file.' },
    'file-in-the-way': {
      meaning: 'A file appeared where a document was to be written.',
      next: 'Run the import again.',
    },
    'arguments-contradict': { meaning: 'Two options ask for different things.', next: 'Give one of the two.' },
    'policy-question-missing': {
      meaning: 'It is not said what is to be done with policies.',
      next: 'Write `policy test [DIR]`, `policy explain PLAN.json`, `policy controls PLAN.json` or `policy try POLICY --ledger DIR`.',
    },
    'last-malformed': {
      meaning: 'This is no number of plans to look at.',
      next: 'Write a whole number from 1 to 1000.',
    },
    'base-unknown': {
      meaning: 'It is not known which commit to compare with.',
      next: 'Name one with `--base`, or use `--all`.',
    },
    'base-not-installed': {
      meaning: 'The commit to compare with has no configuration.',
      next: 'Use `--all`, which takes the one of the working tree.',
    },
    'not-at-root': { meaning: 'This folder is not the root of its repository.', next: 'Run the command in the root.' },
    'git-unreadable': {
      meaning: 'Git could not read this repository.',
      next: 'Check the clone with `git fsck`; a partial clone has to fetch its objects first.',
    },
    'plan-unreadable': {
      meaning: 'The file of a plan cannot be read.',
      next: 'Name a plain file of the size that is possible.',
    },
    'plan-malformed': { meaning: 'This is not a plan.', next: 'Give what `countersign plan --out` wrote.' },
    'access-question-missing': {
      meaning: 'It is not said whose access is asked for.',
      next: 'Name an identity, a resource with `--resource`, or a plan with `--plan`.',
    },
    'access-source-unclear': {
      meaning: 'Several sources could be meant.',
      next: 'Name one with `--source`.',
    },
    'access-not-modelled': {
      meaning: 'Nobody can tell who may do what in a source of this kind yet.',
      next: "Look at the system's own tools.",
    },
    'access-principal-unknown': {
      meaning: 'The source has no identity of this address, also not outside of its boundary.',
      next: 'Check the spelling; `import` names what there is. What is only declared so far is known with `--plan FILE`, as the plan leaves it.',
    },
    'access-resource-unknown': {
      meaning: 'The source has no such resource.',
      next: 'Write it as the list of an identity does, such as `table billing.invoices`.',
    },
    'access-plan-elsewhere': {
      meaning: 'The plan is not about the system that was read.',
      next: 'Plan again, or read the system that was planned.',
      shows: ['plan', 'CLI'],
    },
    'live-unusable': {
      meaning: 'The file given with `--live` does not hold what was read of this source.',
      next: 'Give a file that `countersign access --save` wrote.',
    },
    'live-state-unusable': {
      meaning: 'A file that was handed on holds no state of a source, or two are of one source.',
      next: 'Give what `countersign read` or the command `read` of the action wrote, unchanged.',
      shows: ['plan', 'CLI'],
    },
    'anchor-malformed': { meaning: 'This is not an anchor.', next: "Write the entry's index, a colon and its hash." },
    'anchor-unreadable': { meaning: 'The file given with --anchor cannot be read.', next: 'Name a file that exists.' },
    'keys-unreadable': { meaning: 'The file given with --keys cannot be read.', next: 'Name a file that exists.' },
    'keys-unusable': {
      meaning: 'The file given with --keys says nothing about whose signatures count.',
      next: 'Write what the configuration has under `ledger.signing`, as JSON or YAML; or Ed25519 keys by their ids.',
    },
    'ledger-place-missing': {
      meaning: 'There is no such folder with a ledger.',
      next: "Give the folder of a checked-out ledger, or of a git repository that has the ledger's branch.",
    },
    'schema-definitions-collide': {
      meaning: 'Two schemas define one name differently.',
      next: 'Report it as a defect.',
    },
  },
};
