import type { JsonObject } from '../../src/core/json.ts';
import type { LiveObject, LiveState } from '../../src/core/live.ts';
import type { Connection, Mode } from '../../src/core/ports.ts';
import { postgres } from '../../src/providers/postgres/index.ts';

export const SOURCE = 'orders-db';

export function connectionTo(secret: string, details: Partial<Connection> = {}): Connection {
  return { source: SOURCE, secret, boundary: {}, options: {}, timeout: 30_000, progress: () => undefined, ...details };
}

export async function readAll(connection: Connection): Promise<LiveState> {
  const reader = postgres.reader(connection);
  try {
    return await reader.read({ kind: 'boundary' });
  } finally {
    await reader.close();
  }
}

/** A spec in normal form, as a plan of `live` would use it. */
export function normalized(spec: JsonObject, live: LiveState, mode: Mode = 'authoritative'): JsonObject {
  const address = `${SOURCE}/PostgresRole/any`;
  const resolve = (reference: string) => reference;
  return postgres.normalize('PostgresRole', spec, { source: SOURCE, address, mode, live, resolve });
}

/** Imports one object and compares it with itself: equal sides are an empty plan. `problems`: what would refuse the document; a warning does not. */
export function roundTrip(object: LiveObject, live: LiveState) {
  const spec = JSON.parse(JSON.stringify(postgres.toDocument(object, live).spec)) as JsonObject;
  const head = normalized(spec, live);
  return {
    spec,
    problems: postgres.lint('PostgresRole', spec).filter(({ severity }) => severity === 'error'),
    found: postgres.project(object, { base: null, head }, live),
    head,
  };
}
