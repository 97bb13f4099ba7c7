import { startPglite } from '../../support/pglite.ts';
import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { cases } from './cases.ts';
import { row } from './row.ts';

/** Every embedded PostgreSQL is a copy of a prepared one, with its identifier; this one says another. */
async function another() {
  const other = await startPglite();
  await other.query(`
    CREATE SCHEMA billing; CREATE TABLE billing.invoices (id int);
    CREATE OR REPLACE FUNCTION pg_catalog.pg_control_system(
      OUT pg_control_version integer, OUT catalog_version_no integer,
      OUT system_identifier bigint, OUT pg_control_last_modified timestamptz)
    LANGUAGE sql AS 'SELECT 1300, 1, 4711::bigint, pg_catalog.now()'`);
  return other;
}

replay(row, cases(standing(), another));
