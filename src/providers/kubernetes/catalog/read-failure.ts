import { CountersignError, type Reason } from '../../../core/errors.ts';
import { Refused } from '../api/read.ts';
import { CallFailed } from '../client.ts';
import { ASKED_FIRST } from './target.ts';

type Trouble = { readonly code: string; readonly says: string; readonly mend: string };

const AGAIN = 'Run the plan again once it answers.';

/** Why a cluster could not be read. Repeats nothing that it said. */
export function readFailure(error: unknown): Reason {
  if (error instanceof CountersignError) return { code: error.code, message: `${error.message} ${error.mend}` };
  const { code, says, mend } = troubleOf(error);
  return { code, message: `The source ${says}. ${mend}` };
}

/** The same as an error, for calls that have no reason to give. @throws the error itself when it is not the cluster's. */
export function failureOf(error: unknown): CountersignError {
  if (error instanceof CountersignError) return error;
  if (!(error instanceof Refused) && !(error instanceof CallFailed)) throw error;
  const { code, says, mend } = troubleOf(error);
  return new CountersignError(code, `The cluster ${says}.`, { mend });
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof Refused) return refusal(error);
  return network(error instanceof CallFailed ? error.state : 'UNKNOWN');
}

function refusal({ status, asked }: Refused): Trouble {
  switch (status) {
    case 401:
      return {
        code: 'cluster-login-refused',
        says: 'refused the login (401)',
        mend: 'Renew the token or the client certificate of the kubeconfig.',
      };
    case 403:
      return {
        code: 'cluster-read-denied',
        says: `does not let this login ${asked} (403)`,
        mend: `Give the reading login what the page on Kubernetes gives it${asked === ASKED_FIRST ? '' : ', or narrow the boundary of the source'}.`,
      };
    default:
      return { code: 'source-unreachable', says: `answered ${status} when it was asked to ${asked}`, mend: AGAIN };
  }
}

const CERTIFICATE =
  /^(?:CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_|ERR_SSL_|ERR_OSSL_|EPROTO$)/u;

/** What keeps the connection from being encrypted as it was asked to be. */
export function isCertificateTrouble(state: string): boolean {
  return CERTIFICATE.test(state);
}

function network(state: string): Trouble {
  if (isCertificateTrouble(state))
    return {
      code: 'cluster-certificate',
      says: `agreed on no trusted TLS connection (${state})`,
      mend: 'Print the kubeconfig again: its certificate-authority-data, server and tls-server-name have to fit the server.',
    };
  if (state === 'ETIMEDOUT') return { code: 'source-timeout', says: 'did not answer in time (ETIMEDOUT)', mend: AGAIN };
  return {
    code: 'source-unreachable',
    says: `could not be reached, or the connection broke (${state})`,
    mend: `Check the server of the kubeconfig, and that the runner may reach it. ${AGAIN}`,
  };
}
