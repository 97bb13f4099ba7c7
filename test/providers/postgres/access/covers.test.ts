import { expect, it } from 'vitest';
import { covers } from '../../../../src/providers/postgres/access/covers.ts';

it.each<[string, string, boolean]>([
  ['pg/db: tables billing.*', 'pg/db: table billing.invoices', true],
  ['pg/db: tables *.*', 'pg/db: table billing.invoices', true],
  ['pg/db: tables billing.*', 'pg/db: table "bill*ing".invoices', false],
  ['pg/db: tables billing.*', 'pg/db: table hr.salaries', false],
  ['pg/db: tables billing.*', 'pg/other: table billing.invoices', false],
  ['pg/db: tables billing.*', 'pg/db: sequence billing.ids', false],
  ['pg/db: tables *.*', 'pg/db: table pg_catalog.pg_class', false],
  ['pg/db: schemas b*', 'pg/db: schema billing', true],
  ['pg/db: functions billing.*', 'pg/db: function billing.f(integer)', true],
  ['pg/db: table billing.invoices', 'pg/db: column billing.invoices.id', true],
  ['pg/db: tables billing.*', 'pg/db: column billing.invoices.id', true],
  ['pg/db: table billing.lines', 'pg/db: column billing.invoices.id', false],
  ['pg/db: table billing.invoices', 'pg/db: table billing.invoices', false],
  ['pg/db: tables billing.*', 'pg: role team', false],
  ['pg/db: tables billing.*', 'pg/db: future tables created by maker', false],
  ['pg/db: tables ***', 'pg/db: table billing.invoices', false],
  ['pg', 'pg', false],
])('%s covers %s: %s', (whole, part, expected) => expect(covers(whole, part)).toBe(expected));
