import { afterAll, beforeAll } from 'vitest';
import { declares, Estate, type EstateOptions, type RoleDocument } from '../../e2e/estate.ts';

/** One estate for the cases of a file. After them its ledger has to verify, and no secret may be anywhere. */
export function standing(options: EstateOptions | (() => Promise<Estate>) = {}): () => Estate {
  let estate: Estate | null = null;
  beforeAll(async () => {
    estate = typeof options === 'function' ? await options() : await Estate.begin(options);
  });
  afterAll(async () => {
    try {
      await estate?.expectSound();
    } finally {
      await estate?.close();
    }
  });
  return () => {
    if (estate === null) throw new Error('the estate stands only while cases run');
    return estate;
  };
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
