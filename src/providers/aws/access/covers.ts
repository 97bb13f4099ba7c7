import { coversArn } from '../policy/glob.ts';
import { placeIn } from './words.ts';

/** See core's AccessModel: `arn:aws:s3:::reports/*` covers `arn:aws:s3:::reports/2026/*`. Under a condition nothing is covered. */
export function covers(resource: string, part: string): boolean {
  const { target, when } = placeIn(resource);
  return when === '' && target === resource && resource !== part && coversArn(target, part);
}
