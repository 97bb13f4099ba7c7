import type { FromSchema } from 'json-schema-to-ts';
import type { KindDefinition } from '../../../core/ports.ts';
import { OIDC_KIND } from '../normal-form/model.ts';
import { issuerName } from './names.ts';
import { names, noDeletion, othersKeep, tags } from './shared.ts';

const specSchema = {
  type: 'object',
  description: 'An OpenID Connect provider; its name is its URL without https://. What is left out is not managed.',
  additionalProperties: false,
  properties: {
    audiences: { ...names, description: 'Audiences (client ids) that tokens may be for.' },
    thumbprints: {
      type: 'array',
      description: "SHA-1 thumbprints of the issuer's certificate authority.",
      maxItems: 6,
      items: {
        anyOf: [{ type: 'string', description: '40 hexadecimal digits.', pattern: '^[0-9A-Fa-f]{40}$' }, othersKeep],
      },
    },
    tags,
  },
} as const;

export type OidcProviderSpec = FromSchema<typeof specSchema>;

export const oidcProviderKind: KindDefinition = {
  kind: OIDC_KIND,
  names: issuerName,
  identityClass: 'identity provider',
  specSchema,
  deleteSchema: noDeletion,
  immutable: [],
};
