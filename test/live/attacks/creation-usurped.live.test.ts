import { cases } from '../../attacks/creation-usurped/cases.ts';
import { row } from '../../attacks/creation-usurped/row.ts';
import { replay } from '../../attacks/support/replay.ts';
import { standing } from '../../attacks/support/standing.ts';
import { onPostgres } from './on-postgres.ts';

replay(row, cases(standing(onPostgres())));
