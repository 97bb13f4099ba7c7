import { PostgresSystem } from '../../e2e/systems/postgres.ts';
import { onSystem } from '../support/on-system.ts';
import { replay } from '../support/replay.ts';
import { cases } from './cases.ts';
import { row } from './row.ts';

replay(row, cases(onSystem(async () => await PostgresSystem.embedded())));
