import type { CodeTopic } from './entry.ts';

/** What several providers say alike. */
export const SOURCE_CODES: CodeTopic = {
  title: 'Sources of every kind',
  intro: 'What may be said of any live system; codes of one system alone have topics of their own.',
  shows: ['plan', 'gate', 'apply', 'CLI'],
  codes: {
    'source-unreachable': {
      meaning: 'The server has no address, does not listen, or broke the connection.',
      next: 'Check host and port of the connection, and that the runner may reach it.',
    },
    'source-timeout': {
      meaning: 'The server did not answer in time.',
      next: 'Check the network, and in a database look for locks that last; then run again.',
    },
    'outside-boundary': {
      meaning: 'A document, or a change that was approved, is about an identity that the source does not manage.',
      next: 'Correct its name, namespace or path, widen the boundary, or take the document out. After a landing, ask for the same again with a Reconciliation.',
      shows: ['configuration', 'plan', 'gate', 'apply', 'CLI'],
    },
    'text-secret': {
      meaning: 'A text that is live, such as a comment, tag or annotation, has the shape of a secret.',
      next: 'Remove it. If it was a secret, it is known: change it.',
      shows: ['configuration', 'plan'],
    },
    'facts-malformed': {
      meaning: 'A kept live state is none that the provider of the source reads.',
      next: 'Read the source again with this version of Countersign.',
    },
    unsupported: {
      meaning: 'This system, or its provider, does not have what is asked for.',
      next: 'Leave it out.',
      shows: ['plan'],
    },
    'not-modelled-lost': {
      meaning: 'Cannot be undone: something that is not shown ends with the identity.',
      next: 'Look at it in the live system.',
      shows: ['plan'],
    },
  },
};
