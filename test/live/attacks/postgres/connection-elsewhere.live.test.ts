import { cases } from '../../../attacks/connection-elsewhere/cases.ts';
import { row } from '../../../attacks/connection-elsewhere/row.ts';
import { onSystem } from '../../../attacks/support/on-system.ts';
import { replay } from '../../../attacks/support/replay.ts';
import { startPostgresSystem } from './postgres-system.ts';

replay(row, cases(onSystem(startPostgresSystem)));
