import { beforeEach, describe, expect, it } from 'vitest';
import { FaultList } from './faults.ts';

let faults: FaultList;
beforeEach(() => {
  faults = new FaultList();
});

function met(path = '/repos/acme/identities', method = 'GET', body = ''): string | undefined {
  return faults.take({ method, path, body })?.kind;
}

describe('a planned fault', () => {
  it('meets one request unless more are planned', () => {
    faults.add({ kind: 'cut' });
    expect([met(), met()]).toEqual(['cut', undefined]);
    faults.add({ kind: 'cut', times: 2 });
    expect([met(), met(), met()]).toEqual(['cut', 'cut', undefined]);
  });

  it('meets only requests that fit in method, path and body together', () => {
    faults.add({ kind: 'stall', match: { method: 'post', path: '/graphql', body: /minimizeComment/ } });
    expect(met('/graphql', 'POST', '{"query":"{ viewer }"}')).toBeUndefined();
    expect(met('/graphql', 'GET', 'minimizeComment')).toBeUndefined();
    expect(met('/graphql/x', 'POST', 'minimizeComment')).toBeUndefined();
    expect(met('/graphql', 'POST', 'minimizeComment')).toBe('stall');
  });

  it('given by a text means that path and no part of one, given by a pattern any that it finds', () => {
    faults.add({ kind: 'cut', match: { path: '/repos/acme' } });
    faults.add({ kind: 'refusal', match: { path: /\/git\/refs$/ } });
    expect(met('/repos/acme/identities')).toBeUndefined();
    expect(met('/repos/acme/identities/git/refs')).toBe('refusal');
    expect(met('/repos/acme')).toBe('cut');
  });

  it('that spares requests counts only those which fit', () => {
    faults.add({ kind: '5xx', skip: 1, match: { method: 'POST' } });
    expect([met('/a'), met('/a', 'POST'), met('/a'), met('/a', 'POST')]).toEqual([
      undefined,
      undefined,
      undefined,
      '5xx',
    ]);
  });

  it('comes before those planned later, one to a request', () => {
    faults.add({ kind: 'cut' });
    faults.add({ kind: '5xx-after' });
    expect([met(), met(), met()]).toEqual(['cut', '5xx-after', undefined]);
  });

  it('never happens once forgotten', () => {
    faults.add({ kind: 'cut', times: 9 });
    met();
    faults.clear();
    expect(met()).toBeUndefined();
  });
});
