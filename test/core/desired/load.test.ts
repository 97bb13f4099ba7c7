import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { load } from '../../../src/core/desired/load.ts';
import type { Input } from '../../../src/core/desired/types.ts';
import { tinyConfiguration, tinyContext, tinyProvider } from '../../support/tiny-kind.ts';

function file(path: string, text: string): Input {
  return { path, bytes: Buffer.from(text) };
}

function role(name: string, rest = ''): string {
  return `apiVersion: countersign.dev/v1\nkind: TinyRole\nmetadata:\n  name: ${name}\n  source: orders\n${rest}spec:\n  login: true\n`;
}

function problems(...inputs: readonly Input[]): readonly string[] {
  return load(inputs, tinyContext).diagnostics.map(
    ({ location, code }) => `${location?.path}:${location?.line}:${location?.column} ${code}`,
  );
}

describe('an identity', () => {
  it('is what its document says', () => {
    const metadata =
      '  owner: billing\n  purpose: Export\n  expires: 2027-03-31\n  consumers: [jobs/export]\n  onRemove: { delete: { reassignTo: dora } }\n';
    const { state, diagnostics } = load([file('a.yaml', role('billing exporter', metadata))], tinyContext);
    expect(diagnostics).toEqual([]);
    expect(state.identities).toEqual([
      {
        address: 'orders/TinyRole/billing%20exporter',
        source: 'orders',
        kind: 'TinyRole',
        name: 'billing exporter',
        namespace: null,
        metadata: {
          owner: 'billing',
          purpose: 'Export',
          expires: '2027-03-31',
          consumers: ['jobs/export'],
          dependsOn: [],
          adopts: null,
        },
        onRemove: { kind: 'delete', options: { reassignTo: 'dora' } },
        spec: { login: true },
        hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/u),
        location: { path: 'a.yaml', line: 1, column: 1 },
        origins: [{ path: 'a.yaml', line: 1, column: 1 }],
      },
    ]);
  });

  it('that says little has nulls, and is disabled when it goes away', () => {
    const [identity] = load([file('a.yaml', role('r'))], tinyContext).state.identities;
    expect(identity?.metadata).toEqual({
      owner: null,
      purpose: null,
      expires: null,
      consumers: [],
      dependsOn: [],
      adopts: null,
    });
    expect(identity?.onRemove).toEqual({ kind: 'disable' });
  });

  it.each([
    ['disable', { kind: 'disable' }],
    ['forget', { kind: 'forget' }],
    ['delete', { kind: 'delete', options: {} }],
  ])('may end by %s', (word, removal) => {
    expect(
      load([file('a.yaml', role('r', `  onRemove: ${word}\n`))], tinyContext).state.identities[0]?.onRemove,
    ).toEqual(removal);
  });

  it('with a login as owner is owned by that login', () => {
    expect(
      load([file('a.yaml', role('r', '  owner: "@zoe"\n'))], tinyContext).state.identities[0]?.metadata.owner,
    ).toBe('zoe');
  });

  it('has its attributes located', () => {
    const { locate } = load([file('b.yaml', `${role('other')}---\n${role('r')}`)], tinyContext);
    expect(locate('orders/TinyRole/r', '/spec/login')).toEqual({ path: 'b.yaml', line: 15, column: 10 });
    expect(locate('orders/TinyRole/absent', '')).toBeNull();
  });

  it('keeps its hash when its file is renamed, reformatted and commented', () => {
    const hash = (path: string, text: string) => load([file(path, text)], tinyContext).state.identities[0]?.hash;
    const plain = hash('a.yaml', role('r'));
    expect(hash('z/b.yaml', `# moved\r\n${role('r').replaceAll('\n', '\r\n')}`)).toBe(plain);
    expect(
      hash(
        'a.yaml',
        '{"spec": {"login": true}, "metadata": {"source": "orders", "name": "r"}, "kind": "TinyRole", "apiVersion": "countersign.dev/v1"}',
      ),
    ).toBe(plain);
    expect(hash('a.yaml', role('r').replace('true', 'false'))).not.toBe(plain);
  });
});

describe('what is wrong', () => {
  it.each([
    ['no mapping', '- a\n', ['a.yaml:1:1 not-a-document']],
    ['a text', 'hello\n', ['a.yaml:1:1 not-a-document']],
    ['no header', 'a: 1\n', ['a.yaml:1:1 missing-key', 'a.yaml:1:1 missing-key']],
    ['another version', 'apiVersion: v1\nkind: ServiceAccount\n', ['a.yaml:1:13 unknown-api-version']],
    ['a number as version', 'apiVersion: 1\nkind: TinyRole\n', ['a.yaml:1:13 wrong-type']],
    ['another kind', 'apiVersion: countersign.dev/v1\nkind: TinyRoel\n', ['a.yaml:2:7 unknown-kind']],
    [
      'a kind named like a member of every object',
      'apiVersion: countersign.dev/v1\nkind: constructor\n',
      ['a.yaml:2:7 unknown-kind'],
    ],
    [
      'the configuration among the documents',
      'apiVersion: countersign.dev/v1\nkind: Configuration\n',
      ['a.yaml:2:7 unknown-kind'],
    ],
    ['a policy among them', 'apiVersion: countersign.dev/v1\nkind: Policy\n', ['a.yaml:2:7 unknown-kind']],
    ['an unknown source', role('r').replace('orders', 'ordres'), ['a.yaml:5:11 unknown-source']],
    ["another provider's source", role('r').replace('orders', 'cluster'), ['a.yaml:5:11 wrong-source']],
    ['an unknown owner', role('r', '  owner: biling\n'), ['a.yaml:6:10 unknown-people']],
    ['a day that is none', role('r', '  expires: 2027-02-29\n'), ['a.yaml:6:12 wrong-format']],
    ['a name that is a number', role('12'), ['a.yaml:4:9 not-text']],
    ['an empty name', role('""'), ['a.yaml:4:9 out-of-bounds']],
    [
      "what the provider's own checks find",
      role('r').replace('true', 'false\n  level: writer'),
      ['a.yaml:8:10 tiny-writer'],
    ],
    ['a secret in a text', role('r', `  purpose: uses ghp_${'a1B2'.repeat(9)}\n`), ['a.yaml:6:12 secret-in-document']],
  ])('%s', (_, text, expected) => {
    expect(problems(file('a.yaml', text))).toEqual(expected);
  });

  it('is reported for every document of every file, in the order of files and lines', () => {
    const inputs = [
      file('b.yaml', 'a: &x 1\n'),
      file('a.yaml', `${role('r').replace('login', 'logn')}---\n${role('12')}`),
      file('c.yaml', ''),
    ];
    expect(problems(...inputs)).toEqual([
      'a.yaml:7:3 unknown-key',
      'a.yaml:12:9 not-text',
      'b.yaml:1:1 missing-key',
      'b.yaml:1:1 missing-key',
      'b.yaml:1:4 yaml-alias',
      'c.yaml:1:1 empty-file',
    ]);
  });

  it('keeps only that document out of the state', () => {
    const { state } = load(
      [file('a.yaml', `${role('good')}---\n${role('bad')}  nope: 1\n---\n${role('warned')}  level: writer\n`)],
      tinyContext,
    );
    expect(state.identities.map(({ name }) => name)).toEqual(['good', 'warned']);
  });

  it('never repeats a secret', () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    const { diagnostics } = load([file('a.yaml', role('r', `  owner: [${secret}]\n  ${secret}: 1\n`))], tinyContext);
    expect(diagnostics.map(({ code }) => code)).toContain('secret-in-document');
    expect(JSON.stringify(diagnostics.filter(({ code }) => code !== 'unknown-key'))).not.toContain(secret);
  });
});

describe('the same identity declared twice', () => {
  it('is an error that names both places, across files', () => {
    const { state, diagnostics } = load(
      [file('z.yaml', role('r')), file('a.yaml', `# first\n${role('r')}`)],
      tinyContext,
    );
    expect(diagnostics).toEqual([
      {
        code: 'duplicate-address',
        severity: 'error',
        cause: 'orders/TinyRole/r is declared twice: here and at a.yaml:2:1.',
        mend: 'Remove one of the two documents.',
        address: 'orders/TinyRole/r',
        location: { path: 'z.yaml', line: 1, column: 1 },
        related: [{ path: 'a.yaml', line: 2, column: 1 }],
      },
    ]);
    expect(state.identities).toHaveLength(1);
  });

  it('within one file', () => {
    expect(problems(file('a.yaml', `${role('r')}---\n${role('r')}`))).toEqual(['a.yaml:9:1 duplicate-address']);
  });
});

describe('a reconciliation', () => {
  const request = (spec: string, name = 'undo') =>
    `apiVersion: countersign.dev/v1\nkind: Reconciliation\nmetadata: { name: ${name} }\nspec:\n  reason: drift\n${spec}`;

  it('is what its document says', () => {
    const { state, diagnostics } = load(
      [
        file(
          'a.yaml',
          request('  verb: remove\n  addresses: [orders/TinyRole/r]\n  onRemove: { delete: { reassignTo: dora } }\n'),
        ),
      ],
      tinyContext,
    );
    expect(diagnostics).toEqual([]);
    expect(state.reconciliations).toMatchObject([
      {
        name: 'undo',
        verb: 'remove',
        addresses: ['orders/TinyRole/r'],
        reason: 'drift',
        onRemove: { kind: 'delete', options: { reassignTo: 'dora' } },
        location: { path: 'a.yaml', line: 1, column: 1 },
      },
    ]);
  });

  it('without onRemove leaves it open', () => {
    expect(
      load([file('a.yaml', request('  verb: remove\n  addresses: [orders/TinyRole/r]\n'))], tinyContext).state
        .reconciliations[0]?.onRemove,
    ).toBeNull();
  });

  it.each([
    ['an unknown verb', '  verb: destroy\n  addresses: [orders/TinyRole/r]\n', ['a.yaml:6:9 wrong-value']],
    ['no address', '  verb: correct\n  addresses: []\n', ['a.yaml:7:14 out-of-bounds']],
    [
      'what is no address',
      '  verb: correct\n  addresses: [a, orders/TinyRole/a b]\n',
      ['a.yaml:7:15 address-malformed', 'a.yaml:7:18 address-malformed'],
    ],
    ['an unknown source', '  verb: correct\n  addresses: [ordres/TinyRole/r]\n', ['a.yaml:7:15 unknown-source']],
    ['an unknown kind', '  verb: correct\n  addresses: [orders/TinyRoel/r]\n', ['a.yaml:7:15 unknown-kind']],
    ["another provider's kind", '  verb: correct\n  addresses: [cluster/TinyRole/r]\n', ['a.yaml:7:15 unknown-kind']],
    [
      'onRemove with another verb',
      '  verb: correct\n  addresses: [orders/TinyRole/r]\n  onRemove: delete\n',
      ['a.yaml:8:3 unexpected-on-remove'],
    ],
    [
      'options that the kind does not have',
      '  verb: remove\n  addresses: [orders/TinyRole/r]\n  onRemove: { delete: { nope: 1 } }\n',
      ['a.yaml:8:25 unknown-key'],
    ],
  ])('%s', (_, spec, expected) => {
    expect(problems(file('a.yaml', request(spec)))).toEqual(expected);
  });

  it('has a name of its own', () => {
    const text = request('  verb: correct\n  addresses: [orders/TinyRole/r]\n');
    expect(problems(file('a.yaml', text), file('b.yaml', text))).toEqual(['b.yaml:1:1 duplicate-reconciliation']);
  });
});

describe('the outcome', () => {
  it('does not depend on the order of files', () => {
    const inputs = ['d', 'a', 'c', 'b'].map((name) => file(`${name}.yaml`, role(name === 'd' ? 'a' : name)));
    fc.assert(
      fc.property(fc.shuffledSubarray(inputs, { minLength: 4 }), (shuffled) => {
        const { state, diagnostics } = load(shuffled, tinyContext);
        expect(state.identities.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
        expect(diagnostics.map(({ location }) => location?.path)).toEqual(['d.yaml']);
      }),
    );
  });

  it('is never an exception, whatever the bytes and whatever the values', () => {
    const header = 'apiVersion: countersign.dev/v1\n';
    fc.assert(
      fc.property(
        fc.constantFrom('TinyRole', 'Reconciliation', 'x'),
        fc.jsonValue(),
        fc.jsonValue(),
        fc.uint8Array(),
        (kind, metadata, spec, bytes) => {
          const text = `${header}kind: ${kind}\nmetadata: ${JSON.stringify(metadata)}\nspec: ${JSON.stringify(spec)}\n`;
          expect(load([file('a.yaml', text), { path: 'b.yaml', bytes }], tinyContext)).toHaveProperty('state');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reports half a character in a list, and does not end with it', () => {
    const text = role('r').replace('metadata:', 'metadata:\n  consumers: ["\\uD800"]');
    const { diagnostics } = load([file('a.yaml', text)], tinyContext);
    expect(diagnostics.map(({ code }) => code)).toEqual(['forbidden-character']);
  });

  it('knows no kind of a provider that is not there', () => {
    const { diagnostics } = load([file('a.yaml', role('r'))], {
      providers: [{ ...tinyProvider, kinds: [] }],
      configuration: tinyConfiguration,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-kind']);
  });
});
