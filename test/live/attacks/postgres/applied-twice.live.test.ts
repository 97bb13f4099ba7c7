import { cases, standing } from '../../../attacks/applied-twice/cases.ts';
import { row } from '../../../attacks/applied-twice/row.ts';
import { onSystem } from '../../../attacks/support/on-system.ts';
import { replay } from '../../../attacks/support/replay.ts';
import { startPostgresSystem } from './postgres-system.ts';

replay(row, cases(onSystem(startPostgresSystem, standing)));
