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
    'several-values': { meaning: 'A `.json` file holds more than one value.', next: 'Leave one of them.' },
    'document-in-json': {
      meaning: 'A document stands in a file that ends in `.json`, where only values for documents beside it stand.',
      next: 'Rename the file to `.yaml`: JSON is YAML.',
    },
    'expansion-too-large': {
      meaning: 'What documents make with all that they refer to is more than is read.',
      next: 'Refer to less: split the document, or its files.',
    },
  },
};
