import { AssessedAccess, type OwnAccess } from '../core/access/own.ts';
import { parseAddress, compareText, type Address } from '../core/address.ts';
import type { Assessment, ChangeAssessment } from '../core/assessment.ts';
import type { Sha256 } from '../core/json.ts';
import { sameLeaf } from '../core/leaves.ts';
import type { Change, IdentityMetadata, Plan, Verb } from '../core/plan.ts';
import { compareRisk } from '../core/risk/level.ts';
import { data, type Phrase } from './phrase.ts';

/** What a row begins with; the words beside it say the same. */
export type Sign = '+' | '~' | '−' | '±' | '·' | '!';

export type ChangeView = {
  readonly change: Change;
  readonly assessment: ChangeAssessment;
  readonly access: OwnAccess;
  readonly sign: Sign;
  readonly source: string;
  readonly kind: string;
  readonly name: string;
  /** Its name; with its source where the plan is about several. */ readonly who: Phrase;
  /** What a Reconciliation document asks for. */
  readonly request: Verb | null;
};

/** What a reader has to know before anything else; the first that holds. */
export type Standing = 'errored' | 'incomplete' | 'blocked' | 'denied' | 'nothing' | 'rules' | 'changes';

/** The one view that comment, checks, terminal and summary are rendered from. */
export type PlanView = {
  readonly naming: Naming;
  readonly plan: Plan;
  readonly digest: Sha256;
  readonly assessment: Assessment;
  readonly effective: AssessedAccess;
  readonly standing: Standing;
  /** By risk, the highest first, then by address; without those that change nothing. */
  readonly changes: readonly ChangeView[];
  /** Documents that differ and change nothing, neither live nor in their metadata. */
  readonly unchanged: number;
};

const NO_ASSESSMENT: Omit<ChangeAssessment, 'address'> = {
  risk: {
    level: 'critical',
    reasons: [{ level: 'critical', code: 'not-assessed', message: 'this change was not assessed' }],
  },
  gains: [],
  loses: [],
  expansions: {},
  location: null,
  locations: {},
  notes: [],
};

export function viewOf(plan: Plan, digest: Sha256, assessment: Assessment): PlanView {
  const assessments = new Map(assessment.changes.map((assessed) => [assessed.address, assessed]));
  const requests = new Map(plan.requests.map(({ address, verb }) => [address, verb]));
  const effective = new AssessedAccess(plan, assessment.access);
  const naming = namingIn(plan);
  const changes = plan.changes
    .filter((change) => !isQuiet(change))
    .map((change) => {
      const { address } = change;
      const assessed = assessments.get(address) ?? { address, ...NO_ASSESSMENT };
      const access = effective.of(assessed);
      const parts = identityOf(address);
      const who = naming(address);
      const request = requests.get(address) ?? null;
      return { change, assessment: assessed, access, sign: signOf(change), ...parts, who, request };
    })
    .toSorted(byRisk);
  const unchanged = plan.changes.length - changes.length;
  const standing = standingOf(plan, assessment, changes);
  return { naming, plan, digest, assessment, effective, standing, changes, unchanged };
}

/** How identities are named to readers of one plan. */
export type Naming = (address: Address) => Phrase;

/** With their source where the plan is about several. */
function namingIn({ changes }: Plan): Naming {
  const several = new Set(changes.map(({ address }) => parseAddress(address).source)).size > 1;
  return several ? nameWithSource : nameAlone;
}

export function nameAlone(address: Address): Phrase {
  return [data(identityOf(address).name)];
}

export function nameWithSource(address: Address): Phrase {
  const { source, name } = identityOf(address);
  return [data(source), ' · ', data(name)];
}

function standingOf(plan: Plan, assessment: Assessment, changes: readonly ChangeView[]): Standing {
  if (assessment.errored) return 'errored';
  if (!assessment.complete) return 'incomplete';
  if (!assessment.applyable) return 'blocked';
  if (assessment.findings.some(({ effect }) => effect === 'deny')) return 'denied';
  if (changes.length > 0) return 'changes';
  return plan.governance.length > 0 ? 'rules' : 'nothing';
}

/** An address in parts for people; the name's own separators stay `/`. */
export function identityOf(address: Address): { source: string; kind: string; name: string } {
  const { source, kind, name } = parseAddress(address);
  return { source, kind, name: name.join('/') };
}

function byRisk(left: ChangeView, right: ChangeView): number {
  return (
    compareRisk(right.assessment.risk.level, left.assessment.risk.level) ||
    compareText(left.change.address, right.change.address)
  );
}

function signOf(change: Change): Sign {
  if (change.blocked.length > 0) return '!';
  switch (change.action) {
    case 'create':
      return '+';
    case 'update':
      return '~';
    case 'delete':
    case 'disable':
      return '−';
    case 'replace':
      return '±';
    case 'forget':
    case 'describe':
      return '·';
  }
}

/** A document that was edited without any meaning for people or live systems. */
function isQuiet(change: Change): boolean {
  if (change.action !== 'describe' || change.steps.length > 0 || change.blocked.length > 0) return false;
  return metadataChanges(change).length === 0;
}

export type MetadataChange = {
  readonly field: keyof IdentityMetadata;
  readonly before: IdentityMetadata[keyof IdentityMetadata];
  readonly after: IdentityMetadata[keyof IdentityMetadata];
};

const METADATA_FIELDS: readonly (keyof IdentityMetadata)[] = [
  'owner',
  'purpose',
  'expires',
  'consumers',
  'dependsOn',
  'adopts',
];

/** What differs in a document besides its spec; a missing document has nothing. */
export function metadataChanges(change: Change): readonly MetadataChange[] {
  const { before, after } = change.metadata;
  return METADATA_FIELDS.map((field) => ({
    field,
    before: valueOf(before, field),
    after: valueOf(after, field),
  })).filter((field) => !sameLeaf(field.before, field.after));
}

function valueOf(metadata: IdentityMetadata | null, field: keyof IdentityMetadata): MetadataChange['before'] {
  const value = metadata?.[field] ?? null;
  return typeof value !== 'string' && value?.length === 0 ? null : value;
}

/** What is live within the boundaries and in no document, as far as it was read. */
export function undeclaredOf({ unmanaged }: Pick<Assessment, 'unmanaged'>): readonly Address[] {
  return unmanaged.flatMap(({ addresses }) => addresses);
}
