/** Whole seconds, as GitHub counts; NaN for anything that is no time, so that every comparison with it fails. */
export function seconds(time: string): number {
  return Math.floor(Date.parse(time) / 1000);
}
