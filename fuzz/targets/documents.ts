import { readFileSync } from 'node:fs';
import { CONFIGURATION_PATH, type Configuration } from '../../src/core/configuration.ts';
import { parseConfiguration } from '../../src/core/configuration/parse.ts';
import { load } from '../../src/core/desired/load.ts';
import { hashJson } from '../../src/core/digest.ts';
import type { Diagnostic } from '../../src/core/errors.ts';
import type { Provider } from '../../src/core/ports.ts';
import { bounded, holds, refusable, same } from '../oracle.ts';
import type { Target } from '../target.ts';
import { YAML_WORDS } from './yaml.ts';

const example = (path: string): string => readFileSync(new URL(`../../examples/${path}`, import.meta.url), 'utf8');
const CONFIGURATION = example('.github/countersign.yaml');

const IDENTITY = (kind: string, source: string, spec: string): string =>
  `apiVersion: countersign.dev/v1\nkind: ${kind}\nmetadata: { name: x, source: ${source}, owner: billing, purpose: p, expires: 2027-03-31, consumers: [a], onRemove: disable }\nspec: ${spec}\n`;

const ROLE =
  '{ login: true, connectionLimit: 5, validUntil: 2027-03-31T00:00:00Z, memberOf: [a, { role: b, admin: true }], settings: { everywhere: { work_mem: 4MB } }, grants: [{ on: { tables: "a.*" }, privileges: [SELECT] }, { on: { functions: "a.f(int)" }, privileges: [EXECUTE], grantable: true }, { others: keep }] }';

const REQUEST =
  'apiVersion: countersign.dev/v1\nkind: Reconciliation\nmetadata: { name: r }\nspec: { verb: remove, addresses: [accounts/MemoryAccount/x], reason: because, onRemove: disable }\n';

const WORDS = [
  ...YAML_WORDS,

  'apiVersion: countersign.dev/v1\n',
  'kind: ',
  'metadata:',
  'spec:',
  'name: ',
  'source: ',
  'owner: ',
  'grants:',
  'on:',

  'PostgresRole',
  'MemoryAccount',
  'Reconciliation',
  'accounts',
  'orders-db',
  'tables',
  'privileges',
  'SELECT',
  'others: keep',

  'onRemove: delete',
  '{ delete: { reassignOwnedTo: a } }',
  'memberOf',
  'settings',
  'validUntil',
  'password=hunter2',
];

/** Documents of any content are loaded or complained of; order does not matter, and what was loaded has a stable hash. */
export function desiredTarget(providers: readonly Provider[], read: typeof load = load): Target {
  const configuration = configurationOf(providers);
  const context = { providers, configuration };
  return {
    name: 'desired',
    seeds: [
      IDENTITY('PostgresRole', 'orders-db', ROLE),
      IDENTITY('MemoryAccount', 'accounts', '{ enabled: true }'),
      REQUEST,
    ],
    words: WORDS,
    share: 60_000,
    check: (bytes) => {
      const input = { path: 'identities/a.yaml', bytes };
      const other = {
        path: 'identities/b.yaml',
        bytes: Buffer.from(IDENTITY('MemoryAccount', 'accounts', '{ enabled: true }')),
      };
      const loaded = read([input, other], context);
      expectSaid(loaded.diagnostics);
      const turned = read([other, input], context);
      same('the order of files', turned.state, loaded.state);
      same('the order of files', turned.diagnostics, loaded.diagnostics);
      for (const { address, hash, spec, name } of loaded.state.identities) {
        holds(/^sha256:[0-9a-f]{64}$/u.test(hash), 'no hash');
        holds(loaded.locate(address, '/spec') !== null, 'an identity that stands nowhere', address);
        holds(refusable(() => hashJson(spec)) !== null, 'a spec without canonical form', name);
      }
    },
  };
}

/** A configuration is understood or complained of. */
export function configurationTarget(
  providers: readonly Provider[],
  parse: typeof parseConfiguration = parseConfiguration,
): Target {
  return {
    name: 'configuration',
    seeds: [CONFIGURATION],
    words: [
      ...WORDS,
      'people:',
      'sources:',
      'approval:',
      'administrators',
      'ledger:',
      'signing: { kind: ed25519, key: { env: K }, keys: { a: b } }',
      'boundary:',
      'options:',
      '${{ secrets.X }}',
      'env:',
      '**',
      'desired:',
    ],
    share: 60_000,
    check: (bytes) => {
      const parsed = parse({ path: CONFIGURATION_PATH, bytes }, providers);
      if (parsed.kind === 'configuration') {
        holds(
          parsed.configuration.sources.every(({ provider }) => providers.some(({ name }) => name === provider)),
          'a source of nobody',
        );
        const again = parse({ path: CONFIGURATION_PATH, bytes }, providers);
        same('read again', again.kind === 'configuration' ? again.configuration : null, parsed.configuration);
        return;
      }
      holds(parsed.diagnostics.length > 0, 'a configuration that is refused without a word');
      expectSaid(parsed.diagnostics);
    },
  };
}

function expectSaid(diagnostics: readonly Diagnostic[]): void {
  holds(diagnostics.length <= 2_000, 'too many diagnostics', String(diagnostics.length));
  for (const { code, cause, mend, evidence = '' } of diagnostics) {
    holds(/^[a-z0-9-]+$/u.test(code) && cause !== '' && mend !== '', 'a diagnostic that says too little', code);
    bounded('a diagnostic', cause + mend + evidence, 20_000);
  }
}

function configurationOf(providers: readonly Provider[]): Configuration {
  const accounts =
    'sources:\n  accounts: { provider: memory, connection: { read: { env: A }, write: { env: B } }, mode: authoritative, owner: billing }\n';
  const parsed = parseConfiguration(
    { path: CONFIGURATION_PATH, bytes: Buffer.from(CONFIGURATION.replace('sources:\n', accounts)) },
    providers,
  );
  if (parsed.kind === 'configuration') return parsed.configuration;
  throw new TypeError(`the example is no configuration: ${JSON.stringify(parsed.diagnostics)}`);
}
