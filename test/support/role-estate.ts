import type { LiveObject, LiveState } from '../../src/core/live.ts';
import { SOURCE } from './round-trip.ts';

/** One of everything that a role can hold, two grantors, and texts that are secrets. */
export const ROLE_ESTATE = `
  CREATE ROLE owner; CREATE ROLE readonly; CREATE ROLE granter;
  CREATE ROLE app LOGIN CONNECTION LIMIT 5 VALID UNTIL '2027-03-31 00:00:00.5+02' PASSWORD 'never shown';
  COMMENT ON ROLE app IS 'exports invoices';
  ALTER ROLE app SET statement_timeout = 300000;
  ALTER ROLE app IN DATABASE postgres SET search_path = billing, "Odd";
  GRANT readonly TO app WITH ADMIN OPTION;
  CREATE SCHEMA billing AUTHORIZATION owner;
  SET ROLE owner;
  CREATE TABLE billing.invoices (id bigint GENERATED ALWAYS AS IDENTITY, amount numeric);
  CREATE TABLE billing.parts (at date) PARTITION BY RANGE (at);
  CREATE VIEW billing.totals AS SELECT 1 AS x;
  CREATE FUNCTION billing.f(integer, text[]) RETURNS integer LANGUAGE sql AS 'SELECT 1';
  CREATE PROCEDURE billing.p() LANGUAGE sql AS 'SELECT 1';
  CREATE DOMAIN billing.email AS text;
  CREATE TYPE billing.status AS ENUM ('open');
  GRANT USAGE ON SCHEMA billing TO app, granter;
  GRANT SELECT ON billing.invoices, billing.parts, billing.totals TO app;
  GRANT UPDATE (amount) ON billing.invoices TO app WITH GRANT OPTION;
  GRANT SELECT ON billing.invoices TO granter WITH GRANT OPTION;
  GRANT USAGE ON SEQUENCE billing.invoices_id_seq TO app;
  GRANT EXECUTE ON FUNCTION billing.f(integer, text[]) TO app;
  GRANT EXECUTE ON PROCEDURE billing.p() TO app;
  GRANT USAGE ON DOMAIN billing.email TO app;
  GRANT SELECT ON billing.parts TO app WITH GRANT OPTION;
  GRANT SELECT ON billing.parts TO granter WITH GRANT OPTION;
  ALTER TABLE billing.invoices ADD COLUMN gone integer;
  GRANT SELECT (gone) ON billing.invoices TO app;
  ALTER TABLE billing.invoices DROP COLUMN gone;
  CREATE TABLE billing.closed (x int);
  REVOKE ALL ON billing.closed FROM owner;
  GRANT SELECT ON billing.closed TO PUBLIC;
  ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT SELECT ON TABLES TO app;
  RESET ROLE;
  SET ROLE granter; GRANT SELECT ON billing.invoices, billing.parts TO app; RESET ROLE;
  CREATE ROLE tutor; GRANT readonly TO tutor WITH ADMIN OPTION;
  SET ROLE tutor; GRANT readonly TO app; RESET ROLE;
  GRANT CONNECT ON DATABASE postgres TO app;
  CREATE ROLE secretive;
  COMMENT ON ROLE secretive IS 'password: hunter2';
  ALTER ROLE secretive SET myapp.token = 'hunter3';
  ALTER ROLE secretive SET application_name = 'password=hunter4';
`;

export function roleIn(live: LiveState, name: string): LiveObject {
  const found = live.objects.find(({ address }) => address === `${SOURCE}/PostgresRole/${name}`);
  if (found === undefined) throw new Error(`There is no role ${name}.`);
  return found;
}
