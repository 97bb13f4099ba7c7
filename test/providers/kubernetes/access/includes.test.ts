import { describe, expect, it } from 'vitest';
import { includes } from '../../../../src/providers/kubernetes/access/covers.ts';

const held = (action: string, resource: string) => ({ action, resource });

describe('a permission', () => {
  it.each([
    [held('*', 'prod: secrets'), held('get', 'prod: secrets')],
    [held('*', 'prod: secrets'), held('get', 'prod/shop: secrets')],
    [held('get', 'prod: *.*'), held('get', 'prod/shop: secrets "db"')],
    [held('get', 'prod: secrets'), held('get', 'prod: secrets')],
  ])('%o includes %o', (whole, part) => {
    expect(includes(whole, part)).toBe(true);
  });

  it.each([
    [held('get', 'prod: secrets'), held('*', 'prod: secrets')],
    [held('get', 'prod: secrets'), held('list', 'prod: secrets')],
    [held('*', 'prod/shop: secrets'), held('get', 'prod: secrets')],
    [held('*', 'prod: *.*'), held('bound to', 'prod: ClusterRole view')],
    [held('*', 'prod: *.*'), held('act as', 'prod: cloud identity arn:aws:iam::1:role/x')],
  ])('%o does not include %o', (whole, part) => {
    expect(includes(whole, part)).toBe(false);
  });
});
