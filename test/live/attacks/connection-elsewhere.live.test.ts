import { cases } from '../../attacks/connection-elsewhere/cases.ts';
import { row } from '../../attacks/connection-elsewhere/row.ts';
import { replay } from '../../attacks/support/replay.ts';
import { standing } from '../../attacks/support/standing.ts';
import { onPostgres, realDatabase } from './on-postgres.ts';

replay(row, cases(standing(onPostgres()), realDatabase));
