import type { CodeTopic } from './entry.ts';

export const INPUT_CODES: CodeTopic = {
  title: 'Several inputs of one identity',
  intro: 'What a document refers to is checked as if it stood in the document, and reported where it is written.',
  shows: ['configuration'],
  codes: {
    'file-reference': {
      meaning:
        'A document refers to what cannot be a file beside it: it leads out of the repository, or is no `.json`.',
      next: "Write a path from the document's own folder, as in `{ file: policy.json }`.",
    },
    'file-reference-missing': {
      meaning: 'A document refers to a file that is not there, or that no glob under `desired` names.',
      next: 'Correct the path, or add a glob such as `identities/**/*.json`.',
    },
    'file-unused': {
      meaning: 'No document refers to a `.json` file that the globs name, so it means nothing.',
      next: 'Refer to it, or delete it.',
    },
    'json-syntax': {
      meaning: 'A `.json` file is not JSON. It could be read as YAML, but not by the other programs that it is for.',
      next: 'Write texts and keys in double quotes, and no comments or commas too many.',
    },
    'several-values': { meaning: 'A `.json` file holds more than one value.', next: 'Leave one of them.' },
    'document-in-json': {
      meaning: 'A document stands in a file that ends in `.json`, where only values for documents beside it stand.',
      next: 'Rename the file to `.yaml`: JSON is YAML.',
    },
    'manifests-unsupported': {
      meaning: 'The configuration names plain manifests of a source whose provider takes none.',
      next: 'Remove `manifests`, and write documents.',
    },
    'manifest-and-document': {
      meaning: 'A file is named as a plain manifest and by a glob under `desired`.',
      next: 'Let one of the two globs leave it out.',
    },
    'document-among-manifests': {
      meaning: 'A document of Countersign stands in a file of plain manifests.',
      next: 'Move it to where a glob under `desired` finds it.',
    },
    'manifest-annotation': {
      meaning: 'An annotation `countersign.dev/…` of a plain manifest is none of those known, or no text.',
      next: 'Correct its spelling, or quote its value.',
    },
    'source-and-sources': { meaning: 'A document names one source and several.', next: 'Keep `source` or `sources`.' },
    'value-undefined': {
      meaning: 'A document says `{{ name }}`, and one of its sources gives no value of that name.',
      next: 'Write the value under `metadata.sources`.',
    },
    'value-unused': {
      meaning: 'A source is given a value that its document, and what it refers to, say nowhere.',
      next: 'Use it, correct its name, or remove it.',
    },
    'value-clash': {
      meaning: 'With the values of one source, two keys of a mapping are the same.',
      next: 'Give it another value, or write the keys out.',
    },
    'profile-unknown': { meaning: 'A document names a profile that is not there.', next: 'Correct its name.' },
    'profile-kind': {
      meaning: 'A document names a profile that is for documents of another kind.',
      next: 'Name a profile for its own kind.',
    },
    'profile-conflict': {
      meaning: 'A document and a profile that it names, or two of its profiles, say different things of one attribute.',
      next: 'Say it in one of the two places only, or the same in both.',
    },
    'duplicate-profile': { meaning: 'Two profiles have one name.', next: 'Rename one of them.' },
    'profile-unused': { meaning: 'No document names a profile, so it means nothing.', next: 'Name it, or delete it.' },
    'expansion-too-large': {
      meaning: 'What documents make with all that they refer to is more than is read.',
      next: 'Refer to less: split the document, or its files.',
    },
  },
};
