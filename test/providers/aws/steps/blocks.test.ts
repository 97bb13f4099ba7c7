import { describe, expect, it } from 'vitest';
import { aws } from '../../../../src/providers/aws/index.ts';
import { ROLE_KIND } from '../../../../src/providers/aws/normal-form/model.ts';
import { draft, LIVE, liveObject, TRUST } from '../drafts.ts';

function blocked(object: ReturnType<typeof liveObject>, spec: Parameters<typeof draft>[2]) {
  return aws.steps(draft(object, ROLE_KIND, spec), LIVE).blocked.map(({ code }) => code);
}

describe('a description that was not read', () => {
  const read = liveObject(ROLE_KIND, 'one', { trust: TRUST, description: 'Exports', maxSessionSeconds: 3600 });
  const { description: _, ...rest } = read.attributes;
  const unread = { ...read, attributes: rest };

  it('would be lost with another session length', () => {
    expect(blocked(unread, { maxSessionSeconds: 7200 })).toEqual(['description-unread']);
  });

  it.each([
    ['where it is declared', unread, { maxSessionSeconds: 7200, description: 'Exports' }],
    ['where the session length stays', unread, { maxSessionSeconds: 3600, tags: { team: 'billing' } }],
    ['where it was read', read, { maxSessionSeconds: 7200 }],
  ])('is not %s', (_what, object, spec) => {
    expect(blocked(object, spec)).toEqual([]);
  });
});

describe('a tag that is there with other capital letters', () => {
  const object = liveObject(ROLE_KIND, 'one', { trust: TRUST, tags: { Team: 'billing' } });

  it('would be overwritten', () => {
    expect(blocked(object, { tags: { team: 'orders', '*': 'keep' } })).toEqual(['tag-spelt-otherwise']);
  });

  it('is no other tag where it is spelt as it is, and others are none of it', () => {
    expect(blocked(object, { tags: { Team: 'orders', '*': 'keep' } })).toEqual([]);
    expect(blocked(object, { tags: { teams: 'orders', '*': 'keep' } })).toEqual([]);
  });
});
