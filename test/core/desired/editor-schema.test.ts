import { describe, expect, it } from 'vitest';
import { editorSchema } from '../../../src/core/desired/editor-schema.ts';
import type { KindDefinition } from '../../../src/core/ports.ts';
import { validate } from '../../../src/core/schema.ts';
import { parseYaml } from '../../../src/core/yaml.ts';
import { file, policyContext, policyRole } from '../../support/policy-kind.ts';
import { tinyProvider } from '../../support/tiny-kind.ts';

const [policyKind] = policyContext.providers.flatMap(({ kinds }) => kinds);

function said(spec: string, metadata: string, kind: KindDefinition | undefined = policyKind): readonly string[] {
  const [document] = parseYaml(file('a.yaml', policyRole(spec, metadata))).documents;
  if (document === undefined || kind === undefined) throw new TypeError('There is nothing to validate.');
  return validate(editorSchema({ ...kind, kind: 'PolicyRole' }), document).map(({ code }) => code);
}

describe('the schema that editors have of a document', () => {
  it.each([
    ['for one source', '{ limit: 1 }', 'source: prod'],
    ['for several', '{ limit: 1 }', 'sources: [prod, staging]'],
    ['for several with values', '{ note: "{{ v }}" }', 'sources: { prod: { v: x } }'],
    ['with profiles', '{}', 'source: prod\n  profiles: [readonly]'],
    [
      'with files beside it',
      '{ trust: { file: a.json }, policies: { a: { file: b.json }, b: { allow: [] } } }',
      'source: prod',
    ],
  ])('takes one %s', (_, spec, metadata) => {
    expect(said(spec, metadata)).toEqual([]);
  });

  it.each([
    ['without any source', '{}', 'owner: ana'],
    ['with a value that is no text', '{}', 'sources: { prod: { v: [1] } }'],
    ['with a file where the kind takes none', '{ limit: { file: a.json } }', 'source: prod'],
    ['with more beside the file', '{ trust: { file: a.json, more: 1 } }', 'source: prod'],
    ['with no key that there is', '{ limits: 1 }', 'source: prod'],
  ])('refuses one %s', (_, spec, metadata) => {
    expect(said(spec, metadata)).not.toEqual([]);
  });

  it('misses what has to be there only where no profile may say it', () => {
    const kind = policyKind && { ...policyKind, specSchema: { ...policyKind.specSchema, required: ['limit'] } };
    expect(said('{}', 'source: prod', kind)).toEqual(['missing-key']);
    expect(said('{}', 'source: prod\n  profiles: [readonly]', kind)).toEqual([]);
  });

  it('takes a file also where the schema refers to a definition of its own', () => {
    const [tiny] = tinyProvider.kinds;
    const kind = tiny && { ...tiny, files: ['/memberOf/*'] };
    expect(said('{ memberOf: [a, { file: b.json }] }', 'source: prod', kind)).toEqual([]);
    expect(said('{ memberOf: [a, { fail: b.json }] }', 'source: prod', kind)).not.toEqual([]);
  });
});
