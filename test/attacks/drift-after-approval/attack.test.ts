import { replay } from '../support/replay.ts';
import { standing } from '../support/standing.ts';
import { cases, estate } from './cases.ts';
import { row } from './row.ts';

replay(row, cases(standing(estate)));
