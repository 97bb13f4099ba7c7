import { afterAll, beforeAll } from 'vitest';
import { declares, Estate, type EstateOptions, type RoleDocument } from '../../e2e/estate.ts';
import type { Workplace } from '../../e2e/workplace.ts';

/** One workplace for the cases of a file. After them its ledger has to verify, and no secret may be anywhere. */
export function upheld<W extends Workplace>(open: () => Promise<W>): () => W {
  let place: W | null = null;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(async () => {
    try {
      await place?.expectSound();
    } finally {
      await place?.close();
    }
  });
  return () => {
    if (place === null) throw new Error('the workplace stands only while cases run');
    return place;
  };
}

export function standing(options: EstateOptions | (() => Promise<Estate>) = {}): () => Estate {
  return upheld(typeof options === 'function' ? options : async () => await Estate.begin(options));
}

/** Roles that exist as their documents say, with a connection limit of 5. */
export function existing(...names: readonly string[]): EstateOptions {
  const sql = names.map(
    (name) =>
      `CREATE ROLE "${name}" LOGIN CONNECTION LIMIT 5; GRANT USAGE ON SCHEMA billing TO "${name}"; GRANT SELECT ON billing.invoices TO "${name}";`,
  );
  return { files: Object.assign({}, ...names.map((name) => declares(name))) as Files, sql: sql.join('\n') };
}

type Files = Readonly<Record<string, string>>;

/** The document of a role that exists, with another connection limit. */
export function limited(name: string, limit: number, more: RoleDocument = {}): Files {
  return declares(name, { ...more, limit });
}
