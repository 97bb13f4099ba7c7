import { cases, estate } from '../../attacks/applied-twice/cases.ts';
import { row } from '../../attacks/applied-twice/row.ts';
import { replay } from '../../attacks/support/replay.ts';
import { standing } from '../../attacks/support/standing.ts';
import { onPostgres } from './on-postgres.ts';

replay(row, cases(standing(onPostgres(estate))));
