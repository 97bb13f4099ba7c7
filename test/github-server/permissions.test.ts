import { describe, expect, it } from 'vitest';
import { atLeast, grants, roles, strongest, workflowPermissions } from './permissions.ts';

describe('the permissions of a token', () => {
  it('grant what is weaker than themselves, and nothing of another name', () => {
    expect(grants({ contents: 'write' }, ['contents'], 'read')).toBe(true);
    expect(grants({ contents: 'read' }, ['contents'], 'write')).toBe(false);
    expect(grants({ administration: 'admin' }, ['administration'], 'write')).toBe(true);
    expect(grants({ contents: 'write' }, ['checks'], 'read')).toBe(false);
  });

  it('suffice when any one of those asked for is there', () => {
    expect(grants({ issues: 'write' }, ['issues', 'pull_requests'], 'write')).toBe(true);
    expect(grants({ issues: 'read' }, ['issues', 'pull_requests'], 'write')).toBe(false);
    expect(grants({ contents: 'write' }, [], 'read')).toBe(false);
  });

  it('always let metadata be read, never written', () => {
    expect(grants({}, ['metadata'], 'read')).toBe(true);
    expect(grants({}, ['metadata'], 'write')).toBe(false);
  });
});

describe('a role', () => {
  it('includes those before it: none, read, triage, write, maintain, admin', () => {
    expect(roles.filter((role) => atLeast('triage', role))).toEqual(['none', 'read', 'triage']);
    expect(roles.filter((role) => atLeast(role, 'write'))).toEqual(['write', 'maintain', 'admin']);
    expect([strongest('write', 'read'), strongest('none', 'maintain')]).toEqual(['write', 'maintain']);
  });
});

describe('what a workflow writes', () => {
  it('is spelled with hyphens, and `none` takes away', () => {
    expect(
      workflowPermissions({ 'pull-requests': 'write', 'id-token': 'write', contents: 'read', checks: 'none' }),
    ).toEqual({ pull_requests: 'write', id_token: 'write', contents: 'read' });
  });

  it('is refused for a name or level that GitHub does not have', () => {
    expect(() => workflowPermissions({ teams: 'read' })).toThrow('no such permission: teams');
    expect(() => workflowPermissions({ contents: 'admin' })).toThrow('no such level for contents: admin');
    expect(() => workflowPermissions({ contents: 'Write' })).toThrow('no such level');
  });
});
