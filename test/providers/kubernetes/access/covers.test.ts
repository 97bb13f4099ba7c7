import { expect, it } from 'vitest';
import { covers } from '../../../../src/providers/kubernetes/access/covers.ts';

it.each<[string, string, boolean]>([
  ['prod: secrets', 'prod/shop: secrets', true],
  ['prod/shop: secrets', 'prod/shop: secrets "db"', true],
  ['prod: *.*', 'prod/shop: deployments.apps/scale "web"', true],
  ['prod: *.apps', 'prod: deployments.apps/scale', true],
  ['prod: *.""/scale', 'prod: deployments/scale', true],
  ['prod: *.""/scale', 'prod: deployments', false],
  ['prod: pods', 'prod: pods/exec', false],
  ['prod: pods', 'prod: pods.metrics.k8s.io', false],
  ['prod: *.""', 'prod: pods/exec', true],
  ['prod: *.""', 'prod: deployments.apps', false],
  ['prod: URL /healthz/*', 'prod: URL /healthz/ping', true],
  ['prod: URL *', 'prod: URL /healthz/*', true],
  ['prod: URL /healthz', 'prod: URL /healthz/ping', false],
  ['prod: *.*', 'prod: URL /healthz', false],
  ['prod/shop: secrets', 'prod: secrets', false],
  ['prod/shop: secrets', 'prod/shop2: secrets', false],
  ['prod/shop: secrets "db"', 'prod/shop: secrets', false],
  ['prod: secrets', 'prod: secrets', false],
  ['prod: ClusterRole edit', 'prod/shop: ClusterRole edit', false],
  ['prod', 'prod: secrets', false],
])('%s covers %s: %s', (whole, part, expected) => expect(covers(whole, part)).toBe(expected));
