import { expect, it } from 'vitest';
import { accessPhrase } from '../../src/render/access.ts';
import { markdown, plain } from '../../src/render/phrase.ts';

const ISSUER = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';
const GROUP = { path: 'direct', power: 'use', actions: ['trust (sts:AssumeRoleWithWebIdentity)'] } as const;

it('tells who is let in, which stands at the end of what a trust policy says', () => {
  const federated = `Federated arn:aws:iam::111122223333:oidc-provider/${ISSUER}`;
  const conditions = `StringEquals ${ISSUER}:aud: sts.amazonaws.com and StringEquals ${ISSUER}:sub: system:serviceaccount:shop:exporter`;
  const resource = `${federated} when ${conditions}`;
  const phrase = accessPhrase({ ...GROUP, resource });
  expect(plain(phrase)).toContain(`"${resource}"`);
  expect(markdown(phrase, 'cell')).toContain(`\`${resource}\``);
});

it('is bounded all the same', () => {
  const text = plain(accessPhrase({ ...GROUP, resource: 'x'.repeat(10_000) }));
  expect(text).toContain('… (10,000 characters)');
  expect(text.length).toBeLessThan(600);
});
