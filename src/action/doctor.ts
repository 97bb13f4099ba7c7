import { doctorLines } from '../render/doctor.ts';
import { examine, type DoctorSurface } from '../workflows/doctor.ts';
import type { RunResult } from './result.ts';

/** What is missing makes no job red: the level is told, and nobody is stopped. */
export async function doctor(surface: DoctorSurface): Promise<RunResult> {
  const diagnosis = await examine(surface);
  return { outputs: { decision: diagnosis.level }, planFile: null, lines: doctorLines(diagnosis), failed: null };
}
