import type { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type * as Providers from '@aws-sdk/credential-providers';
import { CountersignError } from '../../core/errors.ts';
import type { Connection } from '../../core/ports.ts';
import type { Caller, ReadCalls, WriteCalls } from './calls.ts';
import { loginOf, optionsOf, regionOf, roleFor, type Login, type Options, type Use } from './connection.ts';
import { profileFailure } from './profile.ts';
import { named, readCallsOf, writeCallsOf } from './sdk-calls.ts';

/** Attempts of a read: with the SDK's pauses they last half a minute at most before throttling is told. */
const READ_ATTEMPTS = 6;

export type ReadClient = {
  readonly calls: ReadCalls;
  /** @throws CallFailure */
  caller(): Promise<Caller>;
  close(): void;
};

export type WriteClient = Omit<ReadClient, 'calls'> & { readonly calls: ReadCalls & WriteCalls };

/** @throws CountersignError `aws-connection-malformed`, CallFailure when nobody could be logged in. */
export async function openReader(connection: Connection): Promise<ReadClient> {
  const { sdk, iam, caller, close } = await open(connection, 'read');
  return { calls: readCallsOf(sdk, iam), caller, close };
}

/** Its reads are repeated as those of a reader are; its writes never are. @throws as openReader */
export async function openWriter(connection: Connection): Promise<WriteClient> {
  const { sdk, settings, iam, caller, close } = await open(connection, 'write');
  const once = new sdk.IAMClient({ ...settings, maxAttempts: 1, credentials: iam.config.credentials });
  return {
    calls: { ...readCallsOf(sdk, iam), ...writeCallsOf(sdk, once) },
    caller,
    close: () => {
      once.destroy();
      close();
    },
  };
}

/** The SDK, and one login for all of its clients; nothing of the SDK is loaded before. */
async function open(connection: Connection, use: Use) {
  const options = optionsOf(connection);
  const login = loginOf(connection.secret);
  const role = roleFor(use, options);
  const settings = settingsOf(options, connection.timeout);
  const [sdk, sts] = await Promise.all([import('@aws-sdk/client-iam'), import('@aws-sdk/client-sts')]);
  const iam = new sdk.IAMClient({
    ...settings,
    credentials: await credentialsOf(login, connection, role, options, settings),
  });
  await loggedIn(login, () => named(role === null ? 'GetCredentials' : 'AssumeRole', () => iam.config.credentials()));
  const tokens = new sts.STSClient({ ...settings, credentials: iam.config.credentials });
  return {
    sdk,
    settings,
    iam,
    caller: () => callerOf(tokens, () => new sts.GetCallerIdentityCommand({})),
    close: () => {
      iam.destroy();
      tokens.destroy();
    },
  };
}

/** @throws CallFailure; CountersignError `aws-credentials-refused` about a profile that does not exist */
async function loggedIn(login: Login, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (login.kind !== 'chain' && login.kind !== 'profile') throw error;
    const { fromIni } = await import('@aws-sdk/credential-providers');
    throw await profileFailure(error, fromIni(login.kind === 'profile' ? { profile: login.profile } : {}));
  }
}

async function credentialsOf(
  login: Login,
  connection: Pick<Connection, 'source'>,
  role: string | null,
  options: Options,
  settings: Settings,
) {
  const providers = await import('@aws-sdk/credential-providers');
  const own = ownCredentials(providers, login, settings);
  if (role === null) return own;
  return providers.fromTemporaryCredentials({
    masterCredentials: own,
    params: {
      RoleArn: role,
      RoleSessionName: sessionName(connection.source),
      ...(options.externalId === undefined ? {} : { ExternalId: options.externalId }),
    },
    clientConfig: settings,
  });
}

function ownCredentials(providers: typeof Providers, login: Login, settings: Settings) {
  switch (login.kind) {
    case 'chain':
      return providers.fromNodeProviderChain({ clientConfig: settings });
    case 'profile':
      return providers.fromIni({ profile: login.profile, clientConfig: settings });
    case 'token-file':
      return providers.fromTokenFile({
        roleArn: login.role,
        webIdentityTokenFile: login.file,
        roleSessionName: 'countersign',
        clientConfig: settings,
      });
    case 'keys': {
      const { accessKeyId, secretAccessKey, sessionToken } = login;
      return { accessKeyId, secretAccessKey, ...(sessionToken === null ? {} : { sessionToken }) };
    }
  }
}

/** As AWS allows it: CloudTrail shows it with every call. */
function sessionName(source: string): string {
  return `countersign-${source.replace(/[^\w+=,.@-]/gu, '-')}`.slice(0, 64);
}

type Settings = ReturnType<typeof settingsOf>;

function settingsOf(options: Options, timeout: number) {
  return {
    region: regionOf(options),
    ...(options.endpoint === undefined ? {} : { endpoint: options.endpoint }),
    maxAttempts: READ_ATTEMPTS,
    retryMode: 'standard',
    requestHandler: { connectionTimeout: timeout, requestTimeout: timeout, throwOnRequestTimeout: true },
    // What the SDK would tell may hold what it was given.
    logger: SILENT,
    userAgentAppId: 'countersign',
  };
}

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

async function callerOf(tokens: STSClient, command: () => GetCallerIdentityCommand): Promise<Caller> {
  const { Account: account, Arn: arn } = await named('GetCallerIdentity', () => tokens.send(command()));
  if (account !== undefined && arn !== undefined) return { account, arn };
  throw new CountersignError('aws-answer-malformed', 'AWS does not say which account this is.', {
    mend: 'Check the endpoint among the options of the source.',
  });
}
