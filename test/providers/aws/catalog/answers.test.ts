import { describe, expect, test } from 'vitest';
import { managedBy } from '../../../../src/providers/aws/catalog/managed-by.ts';
import { credentialReport, keyUseIn } from '../../../../src/providers/aws/catalog/credential-report.ts';
import { documentOf } from '../../../../src/providers/aws/catalog/documents.ts';
import { pages, type Page } from '../../../../src/providers/aws/catalog/pages.ts';
import { scriptedCalls } from './scripted-calls.ts';

describe('pages', () => {
  async function read(...answers: readonly Page[]) {
    const asked: unknown[] = [];
    const left = [...answers];
    const all = await pages('ListRoles', (at) => {
      asked.push(at);
      return Promise.resolve(left.shift() ?? {});
    });
    return { asked, all };
  }

  test('are asked for until one is the last', async () => {
    const { asked, all } = await read({ IsTruncated: true, Marker: 'a' }, { IsTruncated: true, Marker: 'b' }, {});
    expect(all).toHaveLength(3);
    expect(asked).toEqual([{ MaxItems: 1000 }, { MaxItems: 1000, Marker: 'a' }, { MaxItems: 1000, Marker: 'b' }]);
  });

  test.each([
    ['without a marker', [{ IsTruncated: true }]],
    ['with an empty marker', [{ IsTruncated: true, Marker: '' }]],
    ['with a marker that comes again', [1, 2, 1].map((id) => ({ IsTruncated: true, Marker: String(id) }))],
  ])('that go on %s are an error', async (_what, answers) => {
    await expect(read(...answers)).rejects.toMatchObject({ code: 'aws-answer-malformed' });
  });

  test('without an end are an error', async () => {
    let next = 0;
    const endless = () => Promise.resolve({ IsTruncated: true, Marker: String((next += 1)) });
    await expect(pages('ListRoles', endless)).rejects.toMatchObject({ code: 'aws-answer-malformed' });
    expect(next).toBe(1000);
  });
});

describe('documents', () => {
  const text = JSON.stringify({ Sid: "100% of it's + (ü)" });

  test.each([
    ['encoded', encodeURIComponent(text)],
    [
      'encoded to the letter of RFC 3986',
      encodeURIComponent(text).replace(/[!'()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
    ],
    ['encoded with white space before', encodeURIComponent(`\n ${text}`)],
    ['plain', text],
    ['plain with white space before', `\n${text}`],
  ])('are read %s', (_how, given) => {
    expect(documentOf(given)).toEqual({ Sid: "100% of it's + (ü)" });
  });

  test.each([undefined, '', '%', '%7B', '%E0%A4%A', `"${'x'.repeat(2_000_001)}"`])(
    'that cannot be read are errors',
    (given) => {
      expect(() => documentOf(given)).toThrow(expect.objectContaining({ code: 'aws-document-unreadable' }));
    },
  );
});

describe('the credential report', () => {
  const HEAD =
    'user,arn,user_creation_time,password_last_used,access_key_1_last_rotated,access_key_1_last_used_date,access_key_2_last_rotated,access_key_2_last_used_date';
  const MADE = '2026-01-01T00:00:00+00:00';

  async function report(states: readonly string[], ...rows: readonly string[]) {
    const left = [...states];
    const pauses: number[] = [];
    const uses = await credentialReport(
      scriptedCalls({
        GenerateCredentialReport: () =>
          Promise.resolve({ State: left.shift() === 'COMPLETE' ? 'COMPLETE' : 'INPROGRESS' }),
        GetCredentialReport: () =>
          Promise.resolve({ Content: new TextEncoder().encode([HEAD, ...rows, ''].join('\n')) }),
      }),
      (milliseconds) => Promise.resolve(pauses.push(milliseconds)),
    );
    return { uses, pauses };
  }

  test('is waited for, longer each time', async () => {
    const { pauses } = await report(['STARTED', 'INPROGRESS', 'COMPLETE']);
    expect(pauses).toEqual([500, 1000]);
  });

  test('that is never finished is an error', async () => {
    await expect(report([])).rejects.toMatchObject({ code: 'aws-report-unfinished' });
  });

  test('tells keys by when they were made, also of a user with commas in its name', async () => {
    const { uses } = await report(
      ['COMPLETE'],
      `a,b,arn:aws:iam::1:user/a,b,${MADE},no_information,${MADE},2026-02-02T00:00:00+00:00,N/A,N/A`,
      `"c,d","arn:aws:iam::1:user/c,d",${MADE},2026-03-03T00:00:00+00:00,N/A,N/A,N/A,N/A`,
    );
    expect(keyUseIn(uses.get('a,b'), new Date(MADE))?.lastUsed).toEqual(new Date('2026-02-02T00:00:00Z'));
    expect(keyUseIn(uses.get('a,b'), new Date('2026-01-01T00:01:00Z'))).toBeNull();
    expect(keyUseIn(uses.get('nobody'), new Date(MADE))).toBeNull();
    expect(uses.get('c,d')?.password).toEqual(new Date('2026-03-03T00:00:00Z'));
  });

  test('that has other columns is an error', async () => {
    const calls = scriptedCalls({
      GenerateCredentialReport: () => Promise.resolve({ State: 'COMPLETE' }),
      GetCredentialReport: () => Promise.resolve({ Content: new TextEncoder().encode('name\n') }),
    });
    await expect(credentialReport(calls)).rejects.toMatchObject({ code: 'aws-answer-malformed' });
  });
});

describe('the tags of other tools', () => {
  const options = {
    managedByTags: [
      { tool: 'Terraform', key: 'managed-by', values: ['terraform', 'opentofu'] },
      { tool: 'Pulumi', key: 'pulumi:project' },
    ],
  };

  test.each([
    [[['aws:cloudformation:stack-name', 'billing']], 'CloudFormation'],
    [[['managed-by', 'opentofu']], 'Terraform'],
    [[['managed-by', 'hand']], undefined],
    [[['pulumi:project', 'x']], 'Pulumi'],
    [[['team', 'billing']], undefined],
  ] as const)('%j are those of %s', (tags, tool) => {
    expect(managedBy(tags, options)?.tool).toBe(tool);
  });

  test('are not repeated where they look like a secret', () => {
    const tag = ['pulumi:project', 'password=canary-5e0b91'] as const;
    expect(managedBy([tag], options)).toEqual({
      tool: 'Pulumi',
      evidence: 'tag "pulumi:project"',
      pointer: '/tags/values/pulumi:project',
    });
  });
});
