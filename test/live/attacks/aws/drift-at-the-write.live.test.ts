import { cases, standing } from '../../../attacks/drift-at-the-write/cases.ts';
import { row } from '../../../attacks/drift-at-the-write/row.ts';
import { onSystem } from '../../../attacks/support/on-system.ts';
import { replay } from '../../../attacks/support/replay.ts';
import { AwsSystem } from './aws-system.ts';

replay(row, cases(onSystem(async () => await AwsSystem.start(), standing)));
