import { formatSignature, parseSignature, type Signature } from './identity.ts';

/** A commit object, read. */
export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
  /** True when the object carries a signature header: the server signs what GitHub would sign. */
  readonly signed: boolean;
}

/** What a commit object is made from. */
export interface CommitDraft {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
  readonly signed?: boolean;
}

const placeholderSignature = [
  'gpgsig -----BEGIN PGP SIGNATURE-----',
  ' ',
  ' dGVzdCBzZXJ2ZXI=',
  ' -----END PGP SIGNATURE-----',
];

/** The bytes of a commit object. */
export function formatCommit(draft: CommitDraft): Buffer {
  const lines = [
    `tree ${draft.tree}`,
    ...draft.parents.map((parent) => `parent ${parent}`),
    `author ${formatSignature(draft.author)}`,
    `committer ${formatSignature(draft.committer)}`,
    ...(draft.signed === true ? placeholderSignature : []),
    '',
    draft.message,
  ];
  return Buffer.from(lines.join('\n'), 'utf8');
}

/** Reads a commit object. Throws for anything else. */
export function parseCommit(sha: string, bytes: Buffer): Commit {
  const text = bytes.toString('utf8');
  const end = text.indexOf('\n\n');
  const header = end === -1 ? text : text.slice(0, end);
  const message = end === -1 ? '' : text.slice(end + 2);
  const values = (key: string): string[] =>
    header.split('\n').flatMap((line) => (line.startsWith(`${key} `) ? [line.slice(key.length + 1)] : []));
  const [tree] = values('tree');
  const [author] = values('author');
  const [committer] = values('committer');
  if (tree === undefined || author === undefined || committer === undefined) throw new Error(`not a commit: ${sha}`);
  return {
    sha,
    tree,
    parents: values('parent'),
    author: parseSignature(author),
    committer: parseSignature(committer),
    message,
    signed: values('gpgsig').length > 0,
  };
}
