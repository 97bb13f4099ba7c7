import { describe, expect, it } from 'vitest';
import { ServerClock, stillClock } from './clock.ts';

describe('the clock', () => {
  it('counts whole seconds and moves only forward', () => {
    const clock = new ServerClock(stillClock('2026-01-05T09:00:00.999Z'));
    expect(clock.iso()).toBe('2026-01-05T09:00:00Z');
    clock.advance(90);
    expect(clock.iso()).toBe('2026-01-05T09:01:30Z');
    expect(() => clock.advance(-1)).toThrow(RangeError);
    expect(() => clock.advance(0.5)).toThrow(RangeError);
  });

  it('cannot stand at what is no time', () => {
    expect(() => stillClock('yesterday')).toThrow('not a time: yesterday');
  });
});
