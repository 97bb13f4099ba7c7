import { describe, expect, it } from 'vitest';
import { CountersignError } from '../../src/core/errors.ts';
import type { Change } from '../../src/core/plan.ts';
import type { Provider } from '../../src/core/ports.ts';
import { account, declared, memoryLab, type LabOptions } from '../support/memory.ts';

const lab = (options: LabOptions = {}) => memoryLab({ accounts: { a: account({ note: 'live' }) }, ...options });
const edit = (spec: Parameters<typeof declared>[1], options?: LabOptions) =>
  lab(options).change({ base: [declared('a')], head: [declared('a', spec)] });
const remove = (onRemove: Parameters<typeof declared>[2], options?: LabOptions) =>
  lab(options).change({ base: [declared('a', {}, onRemove)], head: [] });
const codes = ({ blocked }: Change) => blocked.map(({ code }) => code);

describe('what a provider cannot represent', () => {
  const unsupported = () => {
    throw new CountersignError('unsupported', 'This cannot be said.', { mend: 'Say something else.' });
  };
  const reason = { code: 'unsupported', message: 'This cannot be said. Say something else.' };

  it('blocks the change that meets it, under the action that was meant', async () => {
    const met = (action: string) => ({ action, steps: [], before: null, after: null, blocked: [reason] });
    expect(await edit({ note: 'new' }, { provider: { steps: unsupported } })).toMatchObject(met('update'));
    expect(await edit({ note: 'new' }, { provider: { normalize: unsupported }, accounts: {} })).toMatchObject(
      met('create'),
    );
    expect(await remove({ kind: 'delete', options: {} }, { provider: { inventory: unsupported } })).toMatchObject(
      met('delete'),
    );
    expect(await remove({ kind: 'disable' }, { provider: { disabled: unsupported } })).toMatchObject(met('disable'));
  });

  it('in the base does not keep its own correction from being planned', async () => {
    const memory = lab().provider;
    const provider: Partial<Provider> = {
      normalize: (kind, spec, context) => ('note' in spec ? memory.normalize(kind, spec, context) : unsupported()),
    };
    expect(await edit({ note: 'new' }, { provider })).toMatchObject({ action: 'update', blocked: [] });
  });

  it('is added to by what forbids the change besides', async () => {
    const distort: LabOptions['distort'] = (state) => ({
      ...state,
      objects: state.objects.map((object) => ({ ...object, managedBy: { tool: 'Terraform', evidence: 'a tag' } })),
    });
    const own = { code: 'no-right', message: 'the writer may not do this' };
    const steps: Provider['steps'] = () => ({ steps: [], irreversible: [], blocked: [own] });
    expect((await edit({ note: 'new' }, { provider: { steps } })).blocked).toEqual([own]);
    expect(codes(await edit({ note: 'new' }, { provider: { steps }, distort }))).toEqual([
      'no-right',
      'managed-elsewhere',
    ]);
    expect(codes(await edit({ note: 'new' }, { provider: { steps: unsupported }, distort }))).toEqual([
      'unsupported',
      'managed-elsewhere',
    ]);
  });

  it('is also what no apply would write, as it is outside of the boundary', async () => {
    const beyond = { code: 'outside-boundary', message: 'This is made under another path.' };
    const outside: Provider['outside'] = (_reach, { steps }) => (steps.length === 0 ? null : beyond);
    expect((await edit({ note: 'new' }, { provider: { outside } })).blocked).toEqual([beyond]);
    const steps: Provider['steps'] = () => ({ steps: [], irreversible: [], blocked: [beyond] });
    expect((await edit({ note: 'new' }, { provider: { outside, steps } })).blocked).toEqual([beyond]);
  });

  it('is told from a defect, which is not hidden', async () => {
    const broken = () => {
      throw new TypeError('a defect');
    };
    await expect(edit({ note: 'new' }, { provider: { steps: broken } })).rejects.toThrow('a defect');
    await expect(edit({ note: 'new' }, { provider: { normalize: broken } })).rejects.toThrow('a defect');
    const memory = lab().provider;
    const normalize: Provider['normalize'] = (kind, spec, context) =>
      'note' in spec ? memory.normalize(kind, spec, context) : broken();
    await expect(edit({ note: 'new' }, { provider: { normalize } })).rejects.toThrow('a defect');
  });
});

describe('steps that could not be resumed', () => {
  const step = (expect: object | null, result: object | null) =>
    ({ stage: 0, effect: {}, expect, result, repeat: 'idempotent' }) as never;
  const withSteps = (...steps: readonly never[]) =>
    edit({ note: 'new' }, { provider: { steps: () => ({ steps, irreversible: [], blocked: [] }) } });

  it('block the change: a return to an earlier state, or no change of state at all', async () => {
    const [one, two, three] = [{ note: '1' }, { note: '2' }, { note: '3' }];
    expect(codes(await withSteps(step(one, two), step(two, three)))).toEqual([]);
    expect(codes(await withSteps(step(one, two), step(two, one)))).toEqual(['steps-revisit-state']);
    expect(codes(await withSteps(step(one, one)))).toEqual(['steps-revisit-state']);
    expect(codes(await withSteps(step(null, one), step(one, null)))).toEqual(['steps-revisit-state']);
  });
});
