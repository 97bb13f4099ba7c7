import type { Diagnosis } from '../core/doctor.ts';

/** What no token of a job is told, however things stand. */
const NOT_SEEN = [
  'who may bypass the rulesets: GitHub tells that only to those who may edit them',
  'classic branch protection, which no token of a workflow may read: only rulesets count here',
  'who is in teams, unless the token of the App is handed to the doctor',
  'as which App publish and apply run, unless their token is handed to the doctor, too',
  'which secrets are kept outside of environments, and environments of other names than the examples give',
];

/** Lines for the log and the summary. What they quote is rendered inert where they are shown. */
export function doctorLines({ level, findings }: Diagnosis): readonly string[] {
  const found =
    findings.length === 0
      ? ['Nothing is missing.']
      : findings.flatMap(({ code, message, mend }) => [`${code}: ${message}`, `  ${mend}`]);
  return [
    `Level: ${level}`,
    ...found,
    'Not to be seen from here, and yours to check:',
    ...NOT_SEEN.map((what) => `  ${what}`),
  ];
}
