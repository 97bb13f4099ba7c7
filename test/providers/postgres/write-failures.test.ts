import { describe, expect, it } from 'vitest';
import { CountersignError } from '../../../src/core/errors.ts';
import { failureOf, outcomeOf } from '../../../src/providers/postgres/write/write-failures.ts';

const server = (code: string, message = 'no', detail?: string) =>
  Object.assign(new Error(message), { severity: 'ERROR', code, detail });
const system = (code: string) => Object.assign(new Error(`connect ${code} 10.0.0.7:5432`), { code });

describe('an error before COMMIT was sent', () => {
  it.each(['40001', '40P01', '55P03', '57014', '57P01', '53300', '08006'])('%s asks to try again', (code) => {
    expect(outcomeOf(server(code), 'open').kind).toBe('retryable');
  });

  it.each(['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE'])('%s is tried again, and names no host', (code) => {
    const outcome = outcomeOf(system(code), 'open');
    expect(outcome).toMatchObject({ kind: 'retryable', cause: { code: 'connection-lost' } });
    expect(JSON.stringify(outcome)).not.toContain('10.0.0.7');
  });

  it.each([
    [system('DEPTH_ZERO_SELF_SIGNED_CERT'), 'certificate-untrusted'],
    [system('CERT_HAS_EXPIRED'), 'certificate-untrusted'],
    [new Error('The server does not support SSL connections'), 'tls-not-offered'],
  ])('a connection that is not encrypted as it has to be is said, and tried again: %s', (error, code) => {
    expect(outcomeOf(error, 'open')).toMatchObject({ kind: 'retryable', cause: { code } });
    expect(failureOf(error)).toMatchObject({ code, mend: expect.stringMatching(/sslmode/u) as string });
  });

  it('two GRANTs on one object at once have no code of their own, and are tried again', () => {
    expect(outcomeOf(server('XX000', 'tuple concurrently updated'), 'open').kind).toBe('retryable');
    expect(outcomeOf(server('XX000', 'something else'), 'open').kind).toBe('failed');
  });

  it('is said in the server’s words with its SQLSTATE', () => {
    expect(outcomeOf(server('2BP01', 'role "app" cannot be dropped', 'owner of table s.t'), 'open')).toMatchObject({
      kind: 'failed',
      cause: {
        code: 'sql-refused',
        cause: 'PostgreSQL refused the step: role "app" cannot be dropped',
        evidence: 'SQLSTATE 2BP01: owner of table s.t',
      },
    });
  });

  it.each([
    server('28P01', 'password authentication failed for user "canary"'),
    server('3D000', 'database "canary" does not exist'),
    server('22023', 'invalid value: "postgres://u:canary@host/db"'),
  ])('keeps to itself what could hold a secret', (error) => {
    const outcome = outcomeOf(error, 'open');
    expect(outcome.kind).toBe('failed');
    expect(JSON.stringify(outcome)).not.toContain('canary');
  });
});

describe('an error after COMMIT was sent', () => {
  it.each([
    system('ECONNRESET'),
    new Error('Connection terminated unexpectedly'),
    new Error('Query read timeout'),
    server('57P01'),
  ])('that gives no answer is ambiguous: %s', (error) => {
    expect(outcomeOf(error, 'commit-sent')).toMatchObject({ kind: 'ambiguous', cause: { code: 'commit-unanswered' } });
  });

  it('that is an answer is one', () => {
    expect(outcomeOf(server('40001'), 'commit-sent').kind).toBe('retryable');
    expect(outcomeOf(server('23505'), 'commit-sent').kind).toBe('failed');
  });
});

it('a defect of Countersign is no outcome', () => {
  const defect = new TypeError('x is undefined');
  expect(() => outcomeOf(defect, 'open')).toThrow(defect);
  expect(() => failureOf(defect)).toThrow(defect);
});

it('a reading that fails throws what its caller can show', () => {
  expect(failureOf(server('42501', 'permission denied for function pg_control_system'))).toBeInstanceOf(
    CountersignError,
  );
  const own = new CountersignError('outside-boundary', 'no', { mend: 'm' });
  expect(failureOf(own)).toBe(own);
});
