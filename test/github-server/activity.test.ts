import { beforeEach, describe, expect, it } from 'vitest';
import { activityShape, recordActivity } from './activity.ts';
import { quietWorld, type QuietWorld } from './quiet-world.ts';

let quiet: QuietWorld;
beforeEach(() => {
  quiet = quietWorld();
});

const movement = { before: '0'.repeat(40), after: 'a'.repeat(40), ref: 'refs/heads/main', type: 'push' } as const;

describe('a movement of a ref', () => {
  it('is listed with who moved it, from where to where, and when', () => {
    const entry = recordActivity(quiet.repository, { ...movement, actor: quiet.ana });
    expect(activityShape(quiet.repository, entry)).toMatchObject({
      before: movement.before,
      after: movement.after,
      ref: 'refs/heads/main',
      activity_type: 'push',
      actor: { login: 'ana', id: quiet.ana.id },
      timestamp: '2026-01-05T09:00:00Z',
    });
  });

  it('has no actor when the account is gone', () => {
    const entry = recordActivity(quiet.repository, { ...movement, actor: null });
    expect(activityShape(quiet.repository, entry).actor).toBeNull();
  });

  it('moves the time of the last push, and has an id above those before it', () => {
    const first = recordActivity(quiet.repository, { ...movement, actor: quiet.ana });
    quiet.world.clock.advance(5);
    const second = recordActivity(quiet.repository, { ...movement, actor: quiet.ana });
    expect(quiet.repository.pushedAt).toBe('2026-01-05T09:00:05Z');
    expect(quiet.repository.activity).toEqual([first, second]);
    expect(second.id).toBeGreaterThan(first.id);
  });
});
