import type { IncomingHttpHeaders } from 'node:http';
import type { Service } from './answers.ts';

export type AwsRequest = {
  readonly service: Service;
  /** `GetRole` */
  readonly action: string;
  /** Whose call it is; empty: unsigned. */
  readonly accessKeyId: string;
  /** As the query protocol flattens them: `Tags.member.1.Key`. */
  readonly parameters: Readonly<Record<string, string>>;
};

/** A call as the proxy saw it. */
export type AwsCall = AwsRequest & {
  readonly access: 'read' | 'write';
  /** Milliseconds of the machine's clock at its arrival. */
  readonly at: number;
  /** What the caller got: an HTTP status, a cut connection, or nothing yet. */
  outcome: number | 'cut' | 'open';
  /** Whether moto acted on it, whatever the caller got. */
  reached: boolean;
};

const READ = /^(?:Get|List|Simulate|Generate|Decode|AssumeRole)/u;
const CREDENTIAL = /Credential=(?<key>[^/]+)\/\d+\/[^/]+\/(?<service>[^/]+)\//u;

export function readRequest(headers: IncomingHttpHeaders, body: string): AwsRequest {
  const { Action: action = '', ...parameters } = Object.fromEntries(new URLSearchParams(body));
  const { key = '', service } = CREDENTIAL.exec(headers.authorization ?? '')?.groups ?? {};
  // Web identities are exchanged without a signature.
  const unsigned = parameters['Version'] === '2011-06-15';
  return { action, parameters, accessKeyId: key, service: service === 'sts' || unsigned ? 'sts' : 'iam' };
}

export function accessOf(action: string): 'read' | 'write' {
  return READ.test(action) ? 'read' : 'write';
}
