import fc from 'fast-check';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { PlanFile } from '../../src/cli/plan-file.ts';
import type { Provider } from '../../src/core/ports.ts';
import { memoryProvider } from '../../src/providers/memory/index.ts';
import { CONFIGURATION, distorted, document, memoryWorld, workspace, type Workspace } from './workspace.ts';

const open: { remove(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.remove();
});

function start(
  accounts: Parameters<typeof memoryWorld>[0],
  files: { readonly [path: string]: string } = {},
): { place: Workspace; world: ReturnType<typeof memoryWorld> } {
  const world = memoryWorld(accounts, ['invoices', 'orders']);
  const place = workspace({ '.github/countersign.yaml': CONFIGURATION, ...files }, { ROBOTS_READ: world.path });
  open.push(world, place);
  return { place, world };
}

const OUT = ['--out', 'identities/robots'];

async function planAll(place: Workspace): Promise<PlanFile> {
  const { code, stdout } = await place.run('plan', '--all', '--exit-code', '--format', 'json');
  expect(code).toBe(0);
  return JSON.parse(stdout) as PlanFile;
}

describe('countersign import', () => {
  test('writes a document of what another tool manages, and says whose it is and where that is seen', async () => {
    const managedBy = { tool: 'Terraform', evidence: 'the tag managed-by' };
    const { place } = start({ exporter: { managedBy }, reader: {} });
    const { code, stderr } = await place.run('import', 'robots', ...OUT);
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining('identities/robots/exporter.yaml: belongs to Terraform (the tag managed-by)\n'),
    ]);
    expect(stderr).not.toContain('reader.yaml: ');
    expect((await planAll(place)).assessment.applyable).toBe(true);
  });

  test('writes a document for each identity, and planning right after has nothing to do', async () => {
    const { place, world } = start({
      exporter: { grants: { invoices: ['write', 'read'], orders: ['read'] }, tier: 'yes', note: '012' },
      reader: { enabled: false, actsAs: ['exporter'] },
    });
    const before = world.bytes();
    expect(await place.run('import', 'robots', ...OUT)).toEqual({
      code: 0,
      stdout: 'wrote identities/robots/exporter.yaml\nwrote identities/robots/reader.yaml\n',
      stderr: [
        'reading robots',
        '2 documents written, 0 declared already, 0 facts not modelled.',
        "Editors find no schemas in schemas: run 'countersign schemas --out schemas' once.",
        '',
      ].join('\n'),
    });
    const { plan, assessment } = await planAll(place);
    expect(plan.changes.flatMap(({ steps, blocked }) => [...steps, ...blocked])).toEqual([]);
    expect([plan.desired.length, assessment.unmanaged]).toEqual([2, [{ source: 'robots', addresses: [] }]]);
    expect(world.bytes()).toBe(before);
    expect(place.asked).not.toContain('ROBOTS_WRITE');
  });

  test('writes what a person would have written', async () => {
    const { place } = start({ exporter: { grants: { invoices: ['write', 'read'] }, tier: 'yes' } });
    await place.run('import', 'robots', ...OUT, '--owner', 'owners');
    expect(place.read('identities/robots/exporter.yaml'))
      .toBe(`# yaml-language-server: $schema=../../schemas/MemoryAccount.json
apiVersion: countersign.dev/v1
kind: MemoryAccount
metadata:
  name: exporter
  source: robots
  owner: owners
spec:
  enabled: true
  tier: "yes"
  note: null
  actsAs: []
  grants:
    - on: invoices
      actions: [read, write]
`);
  });

  test('writes the same bytes again', async () => {
    const { place } = start({ b: { actsAs: ['a'] }, a: {} });
    await place.run('import', 'robots', '--out', 'one');
    await place.run('import', 'robots', '--out', 'two');
    expect(place.list('one')).toEqual(['a.yaml', 'b.yaml']);
    for (const file of place.list('one')) expect(place.read(`two/${file}`)).toBe(place.read(`one/${file}`));
  });

  test('leaves what is declared to its document, wherever that stands', async () => {
    const { place } = start({ a: {}, b: {} }, { 'identities/elsewhere.yaml': document('a', 'enabled: true') });
    const { stdout, stderr } = await place.run('import', 'robots', ...OUT);
    expect(stdout).toBe('wrote identities/robots/b.yaml\n');
    expect(stderr).toContain('1 document written, 1 declared already');
    expect((await place.run('import', 'robots', ...OUT)).stderr).toContain('0 documents written, 2 declared already');
  });

  test('takes names that no file could have', async () => {
    const { place } = start({ A: {}, a: {}, '../../escape': {}, con: {}, '012': {}, 'a b: #c': {}, é: {} });
    expect((await place.run('import', 'robots', ...OUT)).code).toBe(0);
    expect(place.list('identities/robots')).toEqual([
      '%2E.%2F..%2Fescape.yaml',
      '%41.yaml',
      '%63on.yaml',
      '%C3%A9.yaml',
      '012.yaml',
      'a%20b%3A%20%23c.yaml',
      'a.yaml',
    ]);
    expect((await planAll(place)).plan.desired).toHaveLength(7);
  });

  test('lists by name what cannot be written, and manages none of it', async () => {
    const { place } = start({
      'evil\u202E': {},
      odd: { note: 'a\u200Bb', tier: 'gold' },
      fine: { note: 'a\tb\nc' },
      leaky: { note: `ghp_${'a1B2'.repeat(10)}` },
    });
    const { code, stdout } = await place.run('import', 'robots', ...OUT);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^not modelled: robots\/MemoryAccount\/evil%E2%80%AE: MemoryAccount: .*U\+202E/mu);
    expect(stdout).toMatch(/^not modelled: robots\/MemoryAccount\/odd: spec\.note: .*U\+200B/mu);
    expect(stdout).toMatch(/^not modelled: robots\/MemoryAccount\/leaky: spec\.note: .*GitHub token/mu);
    expect(stdout).not.toMatch(/ghp_|\u202E|\u200B/u);
    expect(place.read('identities/robots/odd.yaml')).toMatch(
      /^# yaml-language-server: .*\n# Imported from robots\. Not modelled, and so not managed:\n# - spec\.note: .*\napiVersion/u,
    );
    expect(place.read('identities/robots/odd.yaml')).toContain('tier: gold');
    expect(place.read('identities/robots/leaky.yaml')).not.toContain('ghp_');
    expect((await planAll(place)).assessment.unmanaged[0]?.addresses).toEqual(['robots/MemoryAccount/evil%E2%80%AE']);
  });

  test('whatever is live: planning right after has nothing to do, and no file is lost', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('a', 'A', 'x*y', '*', '\u202E'),
    );
    const accounts = fc.dictionary(
      texts.filter((name) => name !== '' && name !== '__proto__' && name.isWellFormed()),
      fc.record({
        note: fc.option(texts),
        actsAs: fc.uniqueArray(texts.filter((text) => text.isWellFormed() && text !== '')),
        grants: fc.dictionary(
          fc.constantFrom('invoices', 'orders', 'a b', 'yes'),
          fc.uniqueArray(texts, { minLength: 1 }),
        ),
      }),
      { maxKeys: 6 },
    );
    await fc.assert(
      fc.asyncProperty(accounts, async (estate) => {
        const { place } = start(estate);
        expect((await place.run('import', 'robots', ...OUT)).code).toBe(0);
        const { plan, assessment } = await planAll(place);
        expect(plan.changes.flatMap(({ steps, blocked }) => [...steps, ...blocked])).toEqual([]);
        const unmanaged = assessment.unmanaged[0]?.addresses.length ?? 0;
        expect(plan.desired.length + unmanaged).toBe(Object.keys(estate).length);
        for (const one of open.splice(0)) one.remove();
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is in the way', () => {
  test('is never written over unless asked, and then nothing at all is written', async () => {
    const { place } = start({ a: {}, b: {} }, { 'new/b.yaml': 'mine' });
    const { code, stdout, stderr } = await place.run('import', 'robots', '--out', 'new');
    expect([code, stdout, place.list('new'), place.read('new/b.yaml')]).toEqual([1, '', ['b.yaml'], 'mine']);
    expect(stderr).toContain('new/b.yaml: is there already\nNothing was written.');
    expect((await place.run('import', 'robots', '--out', 'new', '--force')).code).toBe(0);
    expect(place.read('new/b.yaml')).toContain('name: b');
  });

  test('is never written through when it is a link, not even when asked', async () => {
    const { place } = start({ a: {} }, { 'kept.yaml': 'kept', 'far/x': '' });
    mkdirSync(join(place.root, 'new'));
    symlinkSync('../kept.yaml', join(place.root, 'new/a.yaml'));
    symlinkSync('far', join(place.root, 'linked'));
    for (const out of ['new', 'linked']) {
      const { code, stderr } = await place.run('import', 'robots', '--out', out, '--force');
      expect(code).toBe(1);
      expect(stderr).toMatch(/symbolic link/u);
    }
    expect([place.read('kept.yaml'), place.list('far')]).toEqual(['kept', ['x']]);
  });
});

describe('an import says', () => {
  test('that nobody reads documents where the globs do not look', async () => {
    const { place } = start({ a: {} });
    expect((await place.run('import', 'robots', '--out', 'elsewhere')).stderr).toContain('identities/**/*.yaml');
  });

  test('where editors find the schema', async () => {
    const { place } = start({ a: {} });
    await place.run('import', 'robots', '--out', 'one/two', '--schemas', 'https://example.test/schemas/');
    expect(place.read('one/two/a.yaml')).toMatch(
      /^# .* \$schema=https:\/\/example\.test\/schemas\/MemoryAccount\.json\n/u,
    );
  });

  test('how to get the schemas, as long as they are not where the documents look for them', async () => {
    const { place } = start({ a: {}, b: {} });
    const hint = "Editors find no schemas in schemas: run 'countersign schemas --out schemas' once.";
    expect((await place.run('import', 'robots', ...OUT)).stderr).toContain(hint);
    await place.run('schemas');
    expect((await place.run('import', 'robots', ...OUT, '--force')).stderr).not.toContain('schemas');
    expect(
      (await place.run('import', 'robots', ...OUT, '--force', '--schemas', 'https://a.test')).stderr,
    ).not.toContain('Editors');
  });

  test.each([
    ['an unknown source, and which was meant', ['robot', ...OUT], /unknown-source.*Did you mean "robots"/u],
    ['that the folder is missing', ['robots'], /out-missing/u],
    ['an owner whom nobody knows', ['robots', ...OUT, '--owner', 'ownres'], /unknown-people.*"owners"/u],
  ])('%s', async (_, argv, message) => {
    const { place } = start({ a: {} });
    const { code, stdout, stderr } = await place.run('import', ...argv);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
  });

  test('that the source could not be read, and then writes nothing', async () => {
    const { place, world } = start({ a: {} });
    world.remove();
    open.shift();
    const { code, stderr } = await place.run('import', 'robots', ...OUT);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/source-unreachable[^]*Nothing was written/u)]);
    expect(place.list('.')).toEqual(['.github']);
  });

  test('which identities could not be read, writes the others, and is no success', async () => {
    const { place } = start({ a: {}, b: {} });
    const reason = { code: 'permission-denied', message: 'It may not be read.' };
    const partial = distorted((live) => ({
      ...live,
      unreadable: [
        { address: 'robots/MemoryAccount/a', pointer: null, reason },
        { address: 'robots/MemoryAccount/b', pointer: '/note', reason },
      ],
    }));
    const { code, stdout } = await place.with(partial).run('import', 'robots', ...OUT);
    expect([code, stdout]).toEqual([
      1,
      [
        'wrote identities/robots/b.yaml',
        'not modelled: robots/MemoryAccount/b: /note was not read: It may not be read.',
        'not modelled: robots/MemoryAccount/b: spec.note: It may not be read. (attribute-unread)',
        'not read: robots/MemoryAccount/a: permission-denied: It may not be read.',
        '',
      ].join('\n'),
    ]);
    expect(place.read('identities/robots/b.yaml')).toContain('# - /note was not read: It may not be read.');
    expect((await place.with(partial).run('plan', '--all')).code).toBe(1);
  });

  test('what of a document would change something, and leaves it out', async () => {
    const { place } = start({ a: {}, b: {} });
    const wrong = memoryProvider();
    const lying: Provider = {
      ...wrong,
      toDocument: (object, live) => ({
        ...wrong.toDocument(object, live),
        spec: { enabled: object.incarnation === '0' },
      }),
    };
    const { stdout } = await place.with(lying).run('import', 'robots', ...OUT);
    expect(stdout).toBe(
      'wrote identities/robots/a.yaml\nwrote identities/robots/b.yaml\nnot modelled: robots/MemoryAccount/b: spec.enabled: Planning a document of it would change it.\n',
    );
    expect(place.read('identities/robots/b.yaml')).toMatch(/^spec: \{\}$/mu);
  });

  test('that documents have errors: what they declare is unknown', async () => {
    const { place } = start({ a: {} }, { 'identities/a.yaml': document('a', 'enabeld: true') });
    const { code, stderr } = await place.run('import', 'robots', ...OUT);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/identities\/a\.yaml:[^]*Nothing was written/u)]);
  });
});
