import type { CodeTopic } from './entry.ts';

export const YAML_CODES: CodeTopic = {
  title: 'YAML',
  intro: 'Documents are written in the part of YAML that has one meaning. Everything else is refused at its place.',
  shows: ['configuration'],
  codes: {
    'yaml-syntax': {
      meaning: 'This is not YAML.',
      next: 'Look at the line and the one before it for a missing quote, colon, comma or space.',
    },
    'yaml-tab': { meaning: 'A tab indents the line.', next: 'Indent with spaces.' },
    'yaml-indentation': {
      meaning: 'The line does not continue what stands before it.',
      next: 'Align the entries of one mapping or list, and quote texts that hold `: ` or ` #`.',
    },
    'yaml-no-colon': {
      meaning: 'A key, a colon and a space are expected.',
      next: 'Write `key: value`, on one line up to the colon.',
    },
    'yaml-flow-entry': {
      meaning: 'Entries between brackets are separated by exactly one comma each.',
      next: 'Put one comma between two entries.',
    },
    'yaml-unclosed': {
      meaning: 'A bracket or a quote is still open.',
      next: 'Close it, or indent what belongs to it.',
    },
    'yaml-escape': {
      meaning: 'YAML knows no such escape in double quotes.',
      next: 'Write `\\\\` for a backslash, or use single quotes.',
    },
    'yaml-tag': {
      meaning: 'Tags such as `!!str` are not allowed.',
      next: 'Remove the tag; quote a value that is a text.',
    },
    'yaml-alias': {
      meaning: 'Anchors and aliases are not allowed: a change in one place would change another.',
      next: 'Write values out where they are used; quote a text that begins with `*` or `&`.',
    },
    'yaml-merge-key': { meaning: 'The merge key `<<` is not allowed.', next: 'Write the members out.' },
    'yaml-directive': { meaning: 'This directive is not understood.', next: 'Remove the line that begins with `%`.' },
    'yaml-too-deep': {
      meaning: 'The document nests too deep.',
      next: 'Flatten it: no kind needs more than a few levels.',
    },
    'yaml-too-many-documents': { meaning: 'The file holds too many documents.', next: 'Split the file.' },
    'yaml-too-many-nodes': { meaning: 'The file holds too many values.', next: 'Split the file.' },
    'yaml-unwritable': {
      meaning: 'A live value cannot stand in a document.',
      next: 'Rename or remove it in the live system, or leave it unmanaged.',
      shows: ['CLI'],
    },
    'too-many-problems': { meaning: 'Not every problem is shown.', next: 'Mend those shown, then run again.' },
    'not-utf8': { meaning: 'The file is not UTF-8.', next: 'Save it as UTF-8.' },
    'bidi-control': {
      meaning: 'A character changes the direction of what is shown, so reviewers would read something else.',
      next: 'Remove the character.',
    },
    'forbidden-character': {
      meaning: 'A character cannot be seen.',
      next: 'Remove it, or write it as an escape in double quotes.',
    },
    'empty-file': {
      meaning: 'The file holds no document, or no value for one.',
      next: 'Write one, or delete the file; deleting removes what its last document declared.',
    },
    'duplicate-key': { meaning: 'A key stands twice in one mapping.', next: 'Remove one of the two.' },
    'yaml-template': {
      meaning: 'A text that begins with `{{` stands without quotes, so that it is read as a mapping.',
      next: "Quote it: `'{{ … }}'`. Render a template of another tool, such as Helm, first.",
    },
    'key-not-text': { meaning: 'A key is not a text.', next: 'Quote it.' },
    'key-too-long': { meaning: 'A key is too long.', next: 'Shorten it.' },
    'forbidden-key': { meaning: 'No key may have this name.', next: 'Remove the key.' },
    'number-ambiguous': {
      meaning: 'A number is read without its leading zero.',
      next: 'Quote it if it is a name or an identifier.',
    },
    'number-inexact': {
      meaning: 'A number is too large to be kept exactly.',
      next: 'Quote it if it is an identifier.',
    },
    'number-not-finite': { meaning: 'This is not a finite number.', next: 'Quote it if it is a name.' },
  },
};
