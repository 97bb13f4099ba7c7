import { APPLY_CODES } from './apply.ts';
import { APPROVAL_TOPIC, CONTRIBUTOR_CODES, REQUIREMENT_CODES } from './approval.ts';
import { COMMAND_LINE_CODES } from './command-line.ts';
import { DOCUMENT_CODES } from './documents.ts';
import { DOCTOR_CODES } from './doctor.ts';
import type { CodeTopic } from './entry.ts';
import { GITHUB_CODES } from './github.ts';
import { GROUP_CODES } from './group.ts';
import { INPUT_CODES } from './inputs.ts';
import { LEDGER_CODES, SIGNATURE_CODES, VERIFY_TOPIC } from './ledger.ts';
import { NO_PLAN_CODES, PLAN_CODES } from './plan.ts';
import { POLICY_CODES } from './policy.ts';
import { RISK_CODES } from './risk.ts';
import { SOURCE_CODES } from './sources.ts';
import { YAML_CODES } from './yaml.ts';

/** Every code but those that a provider brings, in the order in which people read about them. */
export const CORE_CODES: readonly CodeTopic[] = [
  NO_PLAN_CODES,
  PLAN_CODES,
  SOURCE_CODES,
  RISK_CODES,
  APPROVAL_TOPIC,
  REQUIREMENT_CODES,
  CONTRIBUTOR_CODES,
  GROUP_CODES,
  APPLY_CODES,
  DOCUMENT_CODES,
  INPUT_CODES,
  YAML_CODES,
  POLICY_CODES,
  VERIFY_TOPIC,
  SIGNATURE_CODES,
  LEDGER_CODES,
  DOCTOR_CODES,
  GITHUB_CODES,
  COMMAND_LINE_CODES,
];
