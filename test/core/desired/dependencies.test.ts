import { describe, expect, it } from 'vitest';
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
});
