import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { accountSubject } from '../../support/kubernetes-objects.ts';
import { PATHS } from '../../support/small-cluster.ts';
import {
  at,
  BIND,
  bindingOf,
  meddling,
  OWN,
  runStep,
  smallWorld,
  UNBIND,
  UNMOUNT,
  type Between,
} from '../../support/small-writer.ts';

describe('a writer that meets the mark of another tool, which came after the plan,', () => {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  const world = async (between?: Between) => await smallWorld(open, between);
  const HELM = { 'meta.helm.sh/release-name': 'chart' };
  const marked = (name: string, subjects: readonly JsonObject[]) =>
    bindingOf(name, 'orders', subjects, { annotations: HELM });

  it.each([
    ['an edit', UNMOUNT],
    ['a binding', BIND],
  ])('on the ServiceAccount, does not do %s', async (_what, one) => {
    const { cluster, writer, written } = await world();
    cluster.put(PATHS.exporter, { metadata: { name: 'exporter', namespace: 'shop', annotations: HELM } });
    expect(await runStep(writer, one)).toMatchObject({
      kind: 'conflict',
      found: expect.stringMatching(/^Helm manages/u),
    });
    expect(written()).toEqual([]);
  });

  it('between its judgement and its write, judges again', async () => {
    const { writer, written } = await world(
      meddling({ metadata: { name: 'exporter', namespace: 'shop', annotations: HELM } }, 1),
    );
    expect(await runStep(writer, UNMOUNT)).toMatchObject({ kind: 'conflict' });
    expect(written()).toHaveLength(1);
  });

  it('on one of the bindings, takes nobody out of any', async () => {
    const { cluster, writer, written } = await world();
    cluster.put(at('alone'), bindingOf('alone', 'orders', [accountSubject('exporter')]));
    cluster.put(at('chart'), marked('chart', [accountSubject('exporter')]));
    expect(await runStep(writer, UNBIND)).toMatchObject({
      kind: 'failed',
      cause: {
        code: 'binding-managed-elsewhere',
        evidence: 'chart in shop: Helm (annotation meta.helm.sh/release-name)',
      },
    });
    expect(written()).toEqual([]);
  });

  it('on the binding of its own name, adds nobody to it', async () => {
    const { cluster, writer, written } = await world();
    cluster.put(at(OWN), marked(OWN, [accountSubject('stranger')]));
    expect(await runStep(writer, BIND)).toMatchObject({ kind: 'failed', cause: { code: 'binding-managed-elsewhere' } });
    expect(written()).toEqual([]);
  });

  it('on a binding of others, does what it was asked to', async () => {
    const { cluster, writer } = await world();
    cluster.put(at('alone'), bindingOf('alone', 'orders', [accountSubject('exporter')]));
    cluster.put(at('chart'), marked('chart', [accountSubject('stranger')]));
    expect(await runStep(writer, UNBIND)).toMatchObject({ kind: 'applied' });
  });
});
