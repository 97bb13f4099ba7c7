import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/core/json.ts';
import { plain } from '../../src/render/phrase.ts';
import { changeSentence, riskPhrase, tableCells } from '../../src/render/sentence.ts';
import { viewOf, type ChangeView } from '../../src/render/view.ts';
import { account, allow } from './systems/account.ts';
import { document, json, plannedOf } from './systems/pull-request.ts';

const PLACE = 'arn:aws:s3:::exports/orders/*';

/** The role as a plan changes it, from what is live to what is declared. */
function changed(live: JsonObject, declared: JsonObject): ChangeView {
  const spec = { path: '/apps/', trust: { services: ['lambda.amazonaws.com'] } };
  const files = (policy: JsonObject) => ({
    'identities/prod/exporter.json': json(policy),
    'identities/prod/exporter.yaml': document(
      'AwsIamRole',
      'name: exporter\nsource: prod\npurpose: Exports orders',
      'path: /apps/\ntrust: { services: [lambda.amazonaws.com] }\ninlinePolicies:\n  bucket: { file: exporter.json }',
    ),
  });
  const held = {
    kind: 'AwsIamRole',
    name: 'exporter',
    spec: { ...spec, inlinePolicies: { bucket: live } },
  };
  const { plan, digest, assessment } = plannedOf({
    systems: [account('prod', [held])],
    base: files(live),
    head: files(declared),
  });
  const [view] = viewOf(plan, digest, assessment).changes;
  if (view === undefined) throw new Error('the plan changes the role');
  return view;
}

describe('permissions are counted in one way', () => {
  it('by the sentence, the risk and the table, a pattern as one, whatever it stands for', () => {
    const view = changed(allow('s3:*', PLACE), allow('s3:PutObject', PLACE));
    expect(plain(changeSentence(view))).toMatch(/^exporter loses s3:\* on arn:aws:s3:::exports\/orders\/\*/u);
    expect(plain(riskPhrase(view))).toBe('low: loses 1 permission');
    expect(tableCells(view)[3]).toHaveLength(1);
  });

  it('each on the resources of its own statement, with and without a condition', () => {
    const statements = (more: JsonObject) => ({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['ecs:UpdateService', 'ecs:DescribeServices'], Resource: '*', ...more },
        { Effect: 'Allow', Action: 's3:GetObject', Resource: PLACE },
      ],
    });
    for (const more of [{}, { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }]) {
      const view = changed(statements(more), allow('s3:GetObject', PLACE));
      expect(plain(riskPhrase(view))).toBe('low: loses 2 permissions');
      expect(plain((tableCells(view)[3] ?? []).flat())).not.toContain('exports');
    }
  });

  it('by the sentence and the table, where there is no room for all', () => {
    const actions = ['GetObject', 'PutObject', 'DeleteObject', 'GetObjectAcl', 'GetObjectTagging', 'RestoreObject'];
    const Statement = actions.map((action, index) => ({
      Effect: 'Allow',
      Action: `s3:${action}`,
      Resource: [`arn:aws:s3:::a${index}/*`, `arn:aws:s3:::b${index}/*`],
    }));
    const view = changed(allow('s3:GetObject', PLACE), { Version: '2012-10-17', Statement });
    const [rest = ''] = (tableCells(view)[2] ?? []).map(plain).slice(-1);
    expect(rest).toBe('and 6 more permissions');
    expect(plain(changeSentence(view))).toContain(` ${rest}; loses `);
  });
});
