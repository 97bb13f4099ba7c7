import { describe, expect, it } from 'vitest';
import { Refused } from '../../../src/providers/kubernetes/api/read.ts';
import { readFailure } from '../../../src/providers/kubernetes/catalog/read-failure.ts';
import { kubernetes } from '../../../src/providers/kubernetes/index.ts';

describe('a read that fails', () => {
  it.each([
    ['get the namespace kube-system', '.'],
    ['list roles', ', or narrow the boundary of the source.'],
  ])('where the login may not %s says what mends it', (asked, more) => {
    expect(readFailure(new Refused(403, asked))).toEqual({
      code: 'cluster-read-denied',
      message: `The source does not let this login ${asked} (403). Give the reading login what the page on Kubernetes gives it${more}`,
    });
  });

  it('says of a connection that is none what is wrong with it', async () => {
    const reader = kubernetes.reader({
      source: 'cluster',
      secret: 'hush',
      boundary: {},
      options: {},
      timeout: 1,
      progress: () => {},
    });
    const [unread] = (await reader.read({ kind: 'boundary' })).unreadable;
    expect(unread?.reason.message).toMatch(
      /^The connection is no usable kubeconfig: it is not one YAML mapping\. Store /u,
    );
  });
});
