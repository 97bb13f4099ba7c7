import { cases, standing } from '../../../attacks/drift-after-approval/cases.ts';
import { row } from '../../../attacks/drift-after-approval/row.ts';
import { onSystem } from '../../../attacks/support/on-system.ts';
import { replay } from '../../../attacks/support/replay.ts';
import { KubernetesSystem } from './kubernetes-system.ts';

replay(row, cases(onSystem(async () => await KubernetesSystem.start(), standing)));
