import { deserialize } from 'node:v8';
import type { EmbeddedPostgres } from './embedded-pglite.ts';
import type { Answer, Question } from './pglite-host.ts';
import { HOSTS } from './pglite-hosts.ts';

export type { EmbeddedPostgres };

/**
 * An embedded PostgreSQL with nothing in it, in a process beside the tests.
 * A test's own process stays small there, and starts other programs in a tenth of the time.
 */
export async function startPglite(): Promise<EmbeddedPostgres> {
  const host = hostOf(process.env);
  const { id, url } = await ask(host, { kind: 'start' });
  return {
    url,
    query: async (text) => (await ask(host, { kind: 'query', id, text })).rows,
    stop: async () => void (await ask(host, { kind: 'stop', id })),
  };
}

/** Every worker of a run has a host of its own. */
function hostOf(env: NodeJS.ProcessEnv): string {
  const ports = (env[HOSTS] ?? '').split(' ').filter((port) => port !== '');
  const port = ports[(Number(env['VITEST_POOL_ID'] ?? '1') - 1) % ports.length];
  if (port === undefined) throw new Error('no host of PGlite runs: vitest starts them, by its configuration');
  return `http://127.0.0.1:${port}`;
}

async function ask<K extends Question['kind']>(
  host: string,
  question: Extract<Question, { kind: K }>,
): Promise<Answer[K]> {
  const answer = await fetch(host, { method: 'POST', body: JSON.stringify(question) });
  const body: unknown = deserialize(Buffer.from(await answer.arrayBuffer()));
  if (!answer.ok) throw Object.assign(new Error(`PGlite: ${question.kind}`), body);
  return body as Answer[K];
}
