import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { boundaryOf } from '../../../src/providers/aws/boundary.ts';

describe('a boundary', () => {
  it.each<readonly [string, JsonObject, string, boolean]>([
    ['any kind', {}, 'AwsIamRole', true],
    ['a kind that it names', { kinds: ['AwsIamUser', 'AwsIamRole'] }, 'AwsIamRole', true],
    ['no other kind', { kinds: ['AwsIamUser'] }, 'AwsIamRole', false],
  ])('has %s', (_what, boundary, kind, inside) => {
    expect(boundaryOf(boundary).kind(kind)).toBe(inside);
  });

  it.each<readonly [string, JsonObject, string, boolean]>([
    ['any name', {}, 'exporter', true],
    ['a name by one of its patterns', { include: ['im*', 'ex*'] }, 'exporter', true],
    ['no other name', { include: ['im*'] }, 'exporter', false],
    ['not what is left out again', { include: ['ex*'], exclude: ['a*', '*porter'] }, 'exporter', false],
    ['not what is left out of all', { exclude: ['exporter'] }, 'exporter', false],
    ['what is not left out', { exclude: ['im*'] }, 'exporter', true],
  ])('has %s', (_what, boundary, name, inside) => {
    expect(boundaryOf(boundary).name(name)).toBe(inside);
  });

  it.each<readonly [string, JsonObject, string | null, boolean]>([
    ['any path', {}, '/', true],
    ['what begins with one of its paths', { paths: ['/team/', '/apps/'] }, '/apps/billing/', true],
    ['no other path', { paths: ['/apps/'] }, '/team/apps/', false],
    ['what has no path, whatever its paths are', { paths: ['/apps/'] }, null, true],
    ['nothing of AWS', {}, '/aws-service-role/x.amazonaws.com/', false],
    ['nothing that AWS keeps for itself', {}, '/aws-reserved/sso.amazonaws.com/', false],
    ['nothing of AWS by its full path either', { paths: ['/aws-reserved/'] }, '/aws-reserved/', false],
    ['what is only called like it', {}, '/aws-reserved-not/', true],
  ])('has %s', (_what, boundary, path, inside) => {
    expect(boundaryOf(boundary).path(path)).toBe(inside);
  });
});
