import { cases, estate } from '../../attacks/drift-after-approval/cases.ts';
import { row } from '../../attacks/drift-after-approval/row.ts';
import { replay } from '../../attacks/support/replay.ts';
import { standing } from '../../attacks/support/standing.ts';
import { onPostgres } from './on-postgres.ts';

replay(row, cases(standing(onPostgres(estate))));
