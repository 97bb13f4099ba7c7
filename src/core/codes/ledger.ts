import { VERIFY_CODES, type VerifyCode } from '../ledger/problems.ts';
import { withNext } from './with-next.ts';
import type { CodeTopic, Place } from './entry.ts';

const RESTORE = "Find who wrote to the ledger's branch, and restore it from a copy that verifies.";
const INVESTIGATE =
  'Compare with the log of that run and with what the live system holds; let an administrator judge it.';

const NEXT: { readonly [code in VerifyCode]: string } = {
  'ledger-missing':
    'An administrator begins one by dispatching the workflow with `init`; one that existed is restored from a copy.',
  'entry-missing': RESTORE,
  'entry-malformed': RESTORE,
  'entry-newer': 'Verify with the version of Countersign that wrote it, or a newer one.',
  'entry-untrusted': `Check that the trusted keys are complete. Otherwise: ${RESTORE}`,
  'entry-misplaced': RESTORE,
  'entry-altered': RESTORE,
  'entry-foreign': RESTORE,
  'ledger-id-differs': RESTORE,
  'genesis-misplaced': RESTORE,
  'ledger-truncated': RESTORE,
  'anchor-differs': `Check that the anchor is of this ledger. Otherwise: ${RESTORE}`,
  'head-differs': RESTORE,
  'state-differs': RESTORE,
  'index-altered': RESTORE,
  'blob-missing': RESTORE,
  'blob-altered': RESTORE,
  'apply-not-approved': INVESTIGATE,
  'apply-not-started': INVESTIGATE,
  'apply-after-finish': INVESTIGATE,
  'apply-changed': INVESTIGATE,
  'apply-repeated': INVESTIGATE,
  'step-unknown': INVESTIGATE,
  'step-without-intent': INVESTIGATE,
  'receipt-doubled': INVESTIGATE,
  'receipt-missing': INVESTIGATE,
  'apply-overstated': INVESTIGATE,
};

const EVERYWHERE: readonly Place[] = ['gate', 'apply', 'verification'];

export const VERIFY_TOPIC: CodeTopic = {
  title: 'Verification of a ledger',
  intro: '`countersign verify` names each bad entry; what reads a ledger to plan or to apply stops at the first.',
  shows: ['verification'],
  codes: withNext(VERIFY_CODES, NEXT, {
    'ledger-missing': EVERYWHERE,
    'ledger-truncated': EVERYWHERE,
    'blob-altered': EVERYWHERE,
  }),
};

const FORGED = 'Find who wrote the entry: it is none of yours, or your trust is set up for another workflow.';

/** In the detail of `entry-untrusted`. */
export const SIGNATURE_CODES: CodeTopic = {
  title: 'Signatures of entries',
  intro: 'Why an entry is not trusted; it stands beside `entry-untrusted`.',
  shows: ['gate', 'apply', 'verification'],
  codes: {
    'signature-absent': { meaning: 'The entry has no signature, or more than the one that it may have.', next: FORGED },
    'signature-foreign': { meaning: 'None of the trusted keys made the signature.', next: FORGED },
    'token-malformed': { meaning: 'The signature is no token of a workflow run.', next: FORGED },
    'token-algorithm': { meaning: 'The token is not signed with RS256.', next: FORGED },
    'token-key-unknown': {
      meaning: "The token's key is neither pinned nor one of the issuer's.",
      next: 'Pin the key, if it once was one of the issuer; otherwise the entry is forged.',
    },
    'token-key-retired': { meaning: "The token was issued after its key's end.", next: FORGED },
    'token-forged': { meaning: 'The issuer did not sign the token.', next: FORGED },
    'token-issuer': { meaning: 'The token is from another issuer.', next: FORGED },
    'token-audience': { meaning: 'The token was issued for another entry.', next: FORGED },
    'token-repository': { meaning: 'The token is of another repository.', next: FORGED },
    'token-workflow': { meaning: 'The token is of a workflow that is not trusted.', next: FORGED },
    'token-ref': { meaning: 'The token is of a run on a ref that is not trusted.', next: FORGED },
    'token-event': { meaning: 'The token is of a run by an event that is not trusted.', next: FORGED },
  },
};

export const LEDGER_CODES: CodeTopic = {
  title: 'Working with the ledger',
  intro: 'Why a run could not read the ledger, or not append to it.',
  shows: ['gate', 'apply'],
  codes: {
    'ledger-anchor-differs': { meaning: 'The ledger is another one than it is known to have been.', next: RESTORE },
    'ledger-chain-broken': {
      meaning: 'An entry is missing, not trusted, or not linked to the one before it.',
      next: RESTORE,
    },
    'ledger-index-altered': { meaning: 'A file of the ledger is not what its signed entries say.', next: RESTORE },
    'engine-outdated': {
      meaning: 'The ledger holds an entry, a state or a plan in a form that this version does not know.',
      next: 'Run the version of Countersign that wrote it, or a newer one; nothing was written.',
    },
    'ledger-malformed': { meaning: 'A file of the ledger is not what Countersign writes.', next: RESTORE },
    'ledger-content-missing': {
      meaning: 'The ledger lacks the plan or the comment of a publication that it has entered; a landing waits for it.',
      next: RESTORE,
    },
    'ledger-unsettled': {
      meaning: 'The ledger does not say where examining landings begins.',
      next: 'Verify it with `countersign verify`.',
    },
    'ledger-signer-untrusted': {
      meaning: 'The base configuration does not trust what the run signs with.',
      next: 'Add its key, or its workflow, ref and event, to `ledger.signing` on the default branch, or hand the run the right key.',
    },
    'signing-key-unusable': {
      meaning: "The ledger's signing key is not an Ed25519 key.",
      next: 'Make a pair as the setup guide says.',
      shows: ['gate', 'apply', 'CLI'],
    },
    'issuer-key-unusable': {
      meaning: "A key of the tokens' issuer is not an RSA key of 2048 bits or more.",
      next: 'Take it again from the issuer, at `/.well-known/jwks`; it is written as base64 of SPKI DER.',
      shows: ['gate', 'apply', 'CLI'],
    },
    'oidc-unreachable': {
      meaning: 'The issuer of identity tokens gave no token, or not its keys.',
      next: 'Run again; if it stays so, compare `ledger.signing.issuer` with the issuer of your GitHub.',
    },
    'oidc-not-permitted': {
      meaning: 'The job may not ask for an identity token to sign with.',
      next: 'Give the job `permissions: id-token: write`.',
    },
    'ledger-begun-before': {
      meaning: 'There was a ledger before: a check run on the default branch quotes an entry of it.',
      next: 'Restore its branch from a clone; to give the old record up, name another branch in `ledger.branch`.',
    },
    'ledger-exists': {
      meaning: 'There is a ledger already.',
      next: 'A ledger is begun once; name another branch to begin another.',
    },
    'ledger-contended': {
      meaning: 'Other runs kept appending first.',
      next: 'Run again; if it stays, look for a run that appends without end.',
    },
    'ledger-overtaken': {
      meaning: 'Another run was faster with the same pull request.',
      next: 'Nothing has to be done.',
    },
    'ledger-commit-too-large': {
      meaning: 'One commit of the ledger would be too large.',
      next: 'Split the pull request.',
    },
    'ledger-file-too-large': {
      meaning: 'A file of the ledger is larger than any that is written.',
      next: 'Remove it: Countersign did not write it.',
      shows: ['CLI'],
    },
    'ledger-token-missing': {
      meaning: 'The configuration puts the ledger into another repository, and the step has no token for that one.',
      next: 'Hand a token that may write contents there to the step as `ledger-token`.',
    },
    'ledger-repository-empty': {
      meaning: 'The repository for the ledger has no commit.',
      next: 'Put a first commit into it, and run again.',
    },
    'init-not-permitted': {
      meaning: 'Only an administrator of the repository begins a ledger.',
      next: 'Let an administrator dispatch the workflow with `init`.',
    },
    'not-canonical': {
      meaning: 'A value has no canonical form, so it cannot be digested.',
      next: 'Report it as a defect.',
      shows: ['plan', 'gate', 'apply', 'CLI'],
    },
  },
};
