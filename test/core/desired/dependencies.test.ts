import { describe, expect, it } from 'vitest';
import { withoutFollowing } from '../../../src/core/desired/broken.ts';
import { undeclaredDependencies } from '../../../src/core/desired/dependencies.ts';
import { load } from '../../../src/core/desired/load.ts';
import { tinyContext } from '../../support/tiny-kind.ts';

function file(name: string, dependsOn: string) {
  const text = `apiVersion: countersign.dev/v1\nkind: TinyRole\nmetadata:\n  name: ${name}\n  source: orders\n  dependsOn: ${dependsOn}\nspec: {}\n`;
  return { path: `${name}.yaml`, bytes: Buffer.from(text) };
}

const loaded = (dependsOn: string) => load([file('a', dependsOn)], tinyContext);
const problems = (dependsOn: string) =>
  loaded(dependsOn).diagnostics.map(
    ({ location, code, cause }) => `${location?.line}:${location?.column} ${code}: ${cause}`,
  );

describe('dependsOn', () => {
  it('is kept sorted, and is part of what the document says', () => {
    const { identities } = loaded('[orders/TinyRole/c, orders/TinyRole/b]').state;
    expect(identities[0]?.metadata.dependsOn).toEqual(['orders/TinyRole/b', 'orders/TinyRole/c']);
    expect(identities[0]?.hash).not.toBe(loaded('[orders/TinyRole/b]').state.identities[0]?.hash);
  });

  it.each([
    ['[billing exporter]', '6:15 address-malformed: "billing exporter" is not an address.'],
    ['[order/TinyRole/b]', '6:15 unknown-source: No source is called "order".'],
    ['[orders/TinyRule/b]', '6:15 unknown-kind: The source "orders" has no kind "TinyRule".'],
    ['[orders/TinyRole/a]', '6:15 depends-on-itself: orders/TinyRole/a names itself under "dependsOn".'],
    ['[orders/TinyRole/b, orders/TinyRole/b]', '6:14 out-of-bounds: "dependsOn" must not hold the same entry twice.'],
  ])('%s is told where it stands', (written, expected) => {
    expect(problems(written)).toEqual([expected]);
    expect(loaded(written).state.identities).toEqual([]);
  });

  it('may name what is declared, or was before, in whatever file', () => {
    const head = load([file('a', '[orders/TinyRole/b]'), file('b', '[]')], tinyContext);
    expect(undeclaredDependencies(head.state.identities, head, null)).toEqual([]);
    const alone = loaded('[orders/TinyRole/b]');
    expect(undeclaredDependencies(alone.state.identities, alone, head.state)).toEqual([]);
  });

  it('names the nearest of what is declared where there is none of that name', () => {
    const head = load([file('a', '[orders/TinyRole/exportr]'), file('exporter', '[]')], tinyContext);
    const [problem, ...more] = undeclaredDependencies(head.state.identities, head, null);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'dependency-undeclared',
      severity: 'error',
      address: 'orders/TinyRole/a',
      mend: expect.stringContaining('orders/TinyRole/exporter') as string,
      location: { path: 'a.yaml', line: 6, column: 14 },
    });
  });

  describe('on what has an error itself', () => {
    const codes = (...files: readonly ReturnType<typeof file>[]) => {
      const head = load([file('a', '[orders/TinyRole/b]'), ...files], tinyContext);
      const all = [...head.diagnostics, ...undeclaredDependencies(head.state.identities, head, null)];
      return withoutFollowing(all).map(({ code, location }) => `${location?.path} ${code}`);
    };
    const text = (written: string, path = 'b.yaml') => ({ path, bytes: Buffer.from(written) });
    const BROKEN = 'apiVersion: countersign.dev/v1\nkind: TinyRole\nmetadata: { name: b, source: order }\nspec: {}\n';

    it.each([
      ['in what it says', text(BROKEN), 'unknown-source'],
      ['in its kind', text(BROKEN.replace('TinyRole', 'TinyRule')), 'unknown-kind'],
      ['that lacks its name', text(BROKEN.replace('name: b, ', '')), 'missing-key'],
      ['that cannot be read at all', text('metadata: { name: b'), 'yaml-unclosed'],
    ])('is no error of its own: %s', (_, broken, code) => {
      const told = codes(broken);
      expect(told).toContain(`b.yaml ${code}`);
      expect(told.join()).not.toContain('dependency-undeclared');
    });

    it.each([
      ['of another name', text(BROKEN.replace('name: b', 'name: c'))],
      ['of another kind', text(BROKEN.replace('TinyRole', 'Reconciliation'))],
    ])('is one beside what is broken and %s', (_, broken) => {
      expect(codes(broken)).toContain('a.yaml dependency-undeclared');
    });

    it('is one where that error is not told, and points to it', () => {
      const head = load([file('a', '[orders/TinyRole/b]'), text(BROKEN)], tinyContext);
      const alone = undeclaredDependencies(head.state.identities, head, null);
      expect(withoutFollowing(alone)).toEqual(alone);
      expect(alone.map(({ related }) => related?.map(({ path }) => path))).toEqual([['b.yaml']]);
    });
  });
});
