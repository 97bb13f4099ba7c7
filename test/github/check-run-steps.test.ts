import { describe, expect, it } from 'vitest';
import { nextStep, type Annotation, type CheckRunDraft, type CheckRunFact } from '../../src/github/check-run-steps.ts';

const annotation = (line: number): Annotation => ({
  path: 'identities/a.yaml',
  startLine: line,
  endLine: line,
  level: 'warning',
  title: 'long-lived',
  message: 'lives long',
});
const annotations = (count: number): Annotation[] => Array.from({ length: count }, (_, index) => annotation(index + 1));

const draft: CheckRunDraft = {
  name: 'countersign/plan',
  head: 'abc',
  externalId: 'sha256:1',
  state: 'success',
  title: 'One identity changes',
  summary: 'summary',
  text: null,
  annotations: [],
};

const asDrafted = (from: CheckRunDraft, delta: Partial<CheckRunFact> = {}): CheckRunFact => ({
  id: 7,
  url: null,
  name: from.name,
  head: from.head,
  externalId: from.externalId,
  state: from.state,
  completedAt: null,
  title: from.title,
  summary: from.summary,
  text: from.text,
  annotations: from.annotations.length,
  ...delta,
});

describe('the next request for a check run', () => {
  it('creates the first', () => {
    expect(nextStep(null, draft)).toEqual({ kind: 'create', annotations: [], sent: 0, last: true });
  });

  it('is none when the run says the same already', () => {
    const run = asDrafted(draft);
    expect(nextStep(run, draft)).toEqual({ kind: 'done', run });
  });

  it('updates a waiting run', () => {
    expect(nextStep(asDrafted(draft, { state: 'waiting' }), draft)).toMatchObject({
      kind: 'update',
      id: 7,
      last: true,
    });
  });

  it.each<[string, Partial<CheckRunFact>, Partial<CheckRunDraft>?]>([
    ['another digest', { externalId: 'sha256:2' }],
    ['a completed run, when it has to wait again', { state: 'success' }, { state: 'waiting' }],
    ['a completed run, when the outcome is another', { state: 'failure' }],
    ['more annotations than there should be', { annotations: 1 }],
  ])('creates a new one after %s', (_name, found, wanted = {}) => {
    expect(nextStep(asDrafted(draft, found), { ...draft, ...wanted }).kind).toBe('create');
  });

  it('never continues a run that names no digest, unless it says the same', () => {
    const nameless = { ...draft, externalId: null, state: 'failure' as const };
    expect(nextStep(asDrafted(nameless), nameless).kind).toBe('done');
    expect(nextStep(asDrafted(nameless, { summary: 'another error' }), nameless).kind).toBe('create');
  });

  it('sends annotations in batches of 50, and the outcome with the last batch', () => {
    const long = { ...draft, annotations: annotations(120) };
    const first = nextStep(null, long);
    const second = nextStep(asDrafted(long, { state: 'waiting', annotations: 50 }), long);
    const third = nextStep(asDrafted(long, { state: 'waiting', annotations: 100 }), long);
    expect([first, second, third]).toMatchObject([
      { kind: 'create', sent: 50, last: false, annotations: { length: 50 } },
      { kind: 'update', sent: 100, last: false, annotations: { length: 50 } },
      { kind: 'update', sent: 120, last: true, annotations: { length: 20 } },
    ]);
  });

  it.each([
    ['summary', { summary: 'é'.repeat(32_768) }],
    ['text', { text: 'x'.repeat(65_536) }],
    ['annotations', { annotations: annotations(1001) }],
  ])('refuses more than GitHub takes: %s', (_name, delta) => {
    expect(() => nextStep(null, { ...draft, ...delta })).toThrow(
      expect.objectContaining({ code: 'check-run-too-long' }),
    );
  });
});
