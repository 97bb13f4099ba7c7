import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIGURATION_PATH } from '../../../src/core/configuration.ts';
import { parseConfiguration } from '../../../src/core/configuration/parse.ts';
import { NO_CODE_OWNERS } from '../../../src/core/code-owners.ts';
import { NO_POLICIES } from '../../../src/core/policy/set.ts';
import { tinyProvider } from '../../support/tiny-kind.ts';

const HEAD =
  'apiVersion: countersign.dev/v1\nkind: Configuration\ndesired: [identities/**/*.yaml]\npeople: { billing: [ana, ben], admins: [dora] }\napproval: { administrators: admins }\n';
const SOURCE =
  'sources:\n  orders:\n    provider: tiny\n    connection: { read: { env: ORDERS_READ }, write: { env: ORDERS_WRITE } }\n    mode: authoritative\n    owner: billing\n    options: { database: orders }\n';

function parse(text: string) {
  return parseConfiguration({ path: CONFIGURATION_PATH, bytes: Buffer.from(text) }, [tinyProvider]);
}

function problems(text: string): readonly string[] {
  const parsed = parse(text);
  return parsed.kind === 'configuration'
    ? []
    : parsed.diagnostics.map(({ location, code }) => `${location?.line}:${location?.column} ${code}`);
}

function diagnosticsOf(text: string): string {
  const parsed = parse(text);
  return parsed.kind === 'configuration' ? '' : JSON.stringify(parsed.diagnostics);
}

describe('a configuration', () => {
  it('may pin people to the ids of their accounts, in several groups and beside the login alone', () => {
    const parsed = parse(
      HEAD.replace('[ana, ben]', '[ana#583231, ben]').replace('[dora]', '[Ana#583231, ana]') + SOURCE,
    );
    expect(parsed.kind === 'configuration' && parsed.configuration.people).toEqual({
      billing: ['ana#583231', 'ben'],
      admins: ['Ana#583231', 'ana'],
    });
  });

  it('may leave it to CODEOWNERS who owns what', () => {
    const asked = (owners: string) => {
      const parsed = parse(
        HEAD.replace('administrators: admins', `administrators: admins, owners: ${owners}`) + SOURCE,
      );
      return parsed.kind === 'configuration'
        ? parsed.configuration.codeOwners
        : parsed.diagnostics.map(({ code }) => code);
    };
    expect([asked('codeowners'), asked('documents'), asked('nobody')]).toEqual([NO_CODE_OWNERS, null, ['wrong-value']]);
  });

  it('that says only what it must has defaults for all else', () => {
    expect(parse(HEAD + SOURCE)).toEqual({
      kind: 'configuration',
      locate: expect.any(Function),
      configuration: {
        desired: ['identities/**/*.yaml'],
        policies: [],
        policySet: NO_POLICIES,
        codeOwners: null,
        people: { billing: ['ana', 'ben'], admins: ['dora'] },
        sources: [
          {
            name: 'orders',
            provider: 'tiny',
            connection: { read: 'ORDERS_READ', write: 'ORDERS_WRITE' },
            mode: 'authoritative',
            boundary: {},
            options: { database: 'orders' },
            owner: 'billing',
          },
        ],
        approval: {
          approvals: 1,
          widening: null,
          administrators: 'admins',
          irreversible: 2,
          distinct: false,
          machineUsers: [],
          bots: [],
        },
        sensitive: [],
        ledger: { branch: 'countersign/ledger', repository: null, signing: { kind: 'none' } },
        removalGuard: { share: 0.2, minimum: 5 },
        applyWithinDays: 7,
        app: null,
      },
    });
  });

  it('that says everything is taken at its word', () => {
    const text = [
      'apiVersion: countersign.dev/v1',
      'kind: Configuration',
      'desired: ["identities/**/*.{yaml,yml}"]',
      'policies: [policies, more/*.yaml]',
      'people: { billing: [ana] }',
      'sources: {}',
      'approval: { approvals: 2, widening: "@erin", administrators: "@dora", irreversible: 3, distinct: true, machineUsers: [robot], bots: ["renovate[bot]"] }',
      `ledger: { branch: audit/log, repository: acme/ledger, signing: { kind: ed25519, key: { env: LEDGER_KEY }, keys: { k1: ${'A'.repeat(58)}== } } }`,
      'sensitive: [{ name: pay, resources: ["orders-db/orders: * hr.*"] }, { name: pay, resources: ["*"], actions: [INSERT], level: critical }]',
      'removalGuard: { share: 0.5, minimum: 1 }',
      'applyWithinDays: 3',
      'app: 12345',
    ].join('\n');
    expect(parse(text)).toMatchObject({
      kind: 'configuration',
      configuration: {
        policies: ['policies', 'more/*.yaml'],
        approval: {
          approvals: 2,
          widening: 'erin',
          administrators: 'dora',
          irreversible: 3,
          distinct: true,
          machineUsers: ['robot'],
          bots: ['renovate[bot]'],
        },
        ledger: {
          branch: 'audit/log',
          repository: 'acme/ledger',
          signing: { kind: 'ed25519', key: 'LEDGER_KEY', keys: { k1: `${'A'.repeat(58)}==` } },
        },
        sensitive: [
          { name: 'pay', resources: ['orders-db/orders: * hr.*'], actions: ['*'], level: 'high' },
          { name: 'pay', resources: ['*'], actions: ['INSERT'], level: 'critical' },
        ],
        removalGuard: { share: 0.5, minimum: 1 },
        applyWithinDays: 3,
        app: 12345,
      },
    });
  });

  it('needs no writer for a source that is only observed', () => {
    const observed = SOURCE.replace(', write: { env: ORDERS_WRITE }', '').replace('authoritative', 'observe');
    expect(parse(HEAD + observed)).toMatchObject({
      configuration: { sources: [{ connection: { read: 'ORDERS_READ', write: '' } }] },
    });
    expect(problems(HEAD + observed.replace('observe', 'additive'))).toEqual(['9:17 missing-key']);
  });
});

describe('what is wrong', () => {
  it.each([
    ['nothing', '', ['1:1 empty-file']],
    ['comments', '# none\n', ['1:1 empty-file']],
    ['a list', '- a\n', ['1:1 wrong-type']],
    ['no sources', HEAD, ['1:1 missing-key']],
    ['a second document', `${HEAD}${SOURCE}---\na: 1\n`, ['14:1 several-documents']],
    ['another kind', HEAD.replace('Configuration', 'Config') + SOURCE, ['2:7 wrong-value']],
    ['an unknown key', `${HEAD}${SOURCE}polcies: [a]\n`, ['13:1 unknown-key']],
    ['an unknown key of a source', `${HEAD}${SOURCE}    credentials: x\n`, ['13:5 unknown-key']],
    ['an unknown provider', HEAD + SOURCE.replace('tiny', 'tyni'), ['8:15 wrong-value']],
    [
      "an option that the provider doesn't have",
      HEAD + SOURCE.replace('database: orders', 'database: orders, nope: 1'),
      ['12:34 unknown-key'],
    ],
    ['an option that the provider needs', HEAD + SOURCE.replace('database: orders', ''), ['12:5 missing-key']],
    ['an unknown mode', HEAD + SOURCE.replace('authoritative', 'authorative'), ['10:11 wrong-value']],
    ['an unknown group', HEAD + SOURCE.replace('billing', 'biling'), ['11:12 unknown-people']],
    [
      'an unknown group of administrators',
      HEAD.replace('administrators: admins', 'administrators: admin, widening: secrity') + SOURCE,
      ['5:29 unknown-people', '5:46 unknown-people'],
    ],
    ['a team in a group', HEAD.replace('ben]', '"@acme/billing"]') + SOURCE, ['4:26 not-a-login']],
    ['a group in a group', HEAD.replace('[dora]', '[dora, billing]') + SOURCE, ['4:47 group-in-group']],
    ['a member that is no login', HEAD.replace('[dora]', '["@dora"]') + SOURCE, ['4:41 not-a-login']],
    ['a pin that is no id', HEAD.replace('[dora]', '["dora#x"]') + SOURCE, ['4:41 not-a-login']],
    ['a pin without a login', HEAD.replace('[dora]', '["#583231"]') + SOURCE, ['4:41 not-a-login']],
    ['a pinned group', HEAD.replace('[dora]', '[dora, billing#583231]') + SOURCE, ['4:47 group-in-group']],
    [
      'one login pinned to two accounts',
      HEAD.replace('[ana, ben]', '[ana#1, ben]').replace('[dora]', '[Ana#2]') + SOURCE,
      ['4:21 pins-disagree', '4:43 pins-disagree'],
    ],
    [
      'a login that is also a group',
      HEAD.replace('administrators: admins', 'administrators: "@admins"') + SOURCE,
      ['5:29 ambiguous-people'],
    ],
    ['a glob out of the repository', HEAD.replace('identities/**/*.yaml', '../**') + SOURCE, ['3:11 bad-glob']],
    [
      'manifests of a provider that takes none',
      `${HEAD}${SOURCE}    manifests: [/deploy]\n`,
      ['13:17 bad-glob', '13:16 manifests-unsupported'],
    ],
    [
      'nobody to approve',
      HEAD.replace('administrators: admins', 'administrators: admins, approvals: 0') + SOURCE,
      ['5:48 out-of-bounds'],
    ],
    ['a branch that is none', `${HEAD}${SOURCE}ledger: { branch: "a b" }\n`, ['13:19 wrong-format']],
    [
      'a key for signing without public keys',
      `${HEAD}${SOURCE}ledger: { signing: { kind: ed25519, key: { env: K } } }\n`,
      ['13:11 missing-key'],
    ],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('all of it at once', () => {
    const text =
      HEAD.replace('billing:', 'billing: [],\n  other:') +
      SOURCE.replace('authoritative', 'nothing').replace('tiny', 'nope');
    expect(problems(text)).toHaveLength(3);
  });
});

describe('a secret where the name of a variable is wanted', () => {
  const secrets = [
    'postgres://countersign:s3cret@db.example.com/orders',
    'host=db password=s3cret',
    `ghp_${'a1B2'.repeat(9)}`,
    'AKIAIOSFODNN7EXAMPLE',
    'correct horse battery staple',
    'x9Kd82hfKd9s8dhs',
  ];

  it.each(secrets)('is an error that does not repeat it', (secret) => {
    const quoted = JSON.stringify(secret);
    const places = [
      [SOURCE.replace('env: ORDERS_READ', `env: ${quoted}`), '9:32'],
      [SOURCE.replace('{ env: ORDERS_READ }', quoted), '9:25'],
      [SOURCE.replace('{ read: { env: ORDERS_READ }, write: { env: ORDERS_WRITE } }', quoted), '9:17'],
      [
        `${SOURCE}ledger: { signing: { kind: ed25519, key: { env: ${quoted} }, keys: { k: ${'A'.repeat(58)}== } } }\n`,
        '13:49',
      ],
    ] as const;
    for (const [text, place] of places) {
      expect(problems(HEAD + text)).toEqual([`${place} secret-in-configuration`]);
      expect(diagnosticsOf(HEAD + text)).not.toContain(secret.slice(4, 12));
    }
  });

  it('is found anywhere else, too', () => {
    const text = HEAD + SOURCE.replace('database: orders', `database: ${secrets[0]}`);
    expect(problems(text)).toEqual(['12:26 secret-in-document']);
    expect(diagnosticsOf(text)).not.toContain('s3cret');
  });

  it.each(['orders_read', 'Orders', 'ORDERS-READ', '1ORDERS', ''])('but %j is only not a name', (name) => {
    expect(problems(HEAD + SOURCE.replace('env: ORDERS_READ', `env: "${name}"`))).toEqual(['9:32 environment-name']);
  });
});

describe('for any value', () => {
  it('parsing never throws', () => {
    const keys = fc.constantFrom(
      'desired',
      'sources',
      'approval',
      'people',
      'ledger',
      'policies',
      'removalGuard',
      'connection',
      'read',
      'env',
      'signing',
    );
    const value = fc.letrec((tie) => ({
      node: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 2 }), fc.dictionary(keys, tie('node'), { maxKeys: 4 })),
    })).node;
    fc.assert(
      fc.property(fc.dictionary(keys, value, { maxKeys: 5 }), (members) => {
        const text = JSON.stringify({ apiVersion: 'countersign.dev/v1', kind: 'Configuration', ...members });
        expect(parse(text)).toHaveProperty('kind');
      }),
      { numRuns: 500 },
    );
  });
});
