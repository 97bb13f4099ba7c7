/** A control by its id, in words of our own. */
export type Control = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  /** Why no plan shows anything of it; null: rules or the engine may. */
  readonly unseen: string | null;
  /** It is about how much an identity may do, so that no rule's silence shows it beside a critical risk. */
  readonly privileges?: true;
};

/** Where the controls are defined. */
const OWASP = 'OWASP Non-Human Identities Top 10, 2025';
const CSF = 'NIST Cybersecurity Framework 2.0 (NIST CSWP 29)';
const SP800 = 'NIST SP 800-53 Rev. 5';

function control(source: string, id: string, title: string, unseen: string | null = null): Control {
  return { id, title, source, unseen };
}

function ofPrivileges(one: Control): Control {
  return { ...one, privileges: true };
}

/** Every report has a line for each of these, in this order. */
export const CONTROLS: readonly Control[] = [
  control(OWASP, 'NHI1:2025', 'What is no longer needed is ended'),
  control(OWASP, 'NHI2:2025', 'Secrets do not leak'),
  control(OWASP, 'NHI3:2025', 'Third parties are sound'),
  control(OWASP, 'NHI4:2025', 'Authentication is sound'),
  ofPrivileges(control(OWASP, 'NHI5:2025', 'No more privileges than needed')),
  control(OWASP, 'NHI6:2025', 'Cloud deployments are set up soundly'),
  control(OWASP, 'NHI7:2025', 'Secrets do not live long'),
  control(OWASP, 'NHI8:2025', 'Environments are kept apart'),
  control(OWASP, 'NHI9:2025', 'One identity for each use'),
  control(OWASP, 'NHI10:2025', 'People use accounts of their own'),
  control(CSF, 'ID.RA-07', 'Changes are judged for their risk, recorded and tracked'),
  control(CSF, 'PR.PS-01', 'Configuration is managed'),
  control(CSF, 'PR.AA-01', 'Identities and credentials are managed'),
  control(
    CSF,
    'PR.AA-02',
    'Identities are proofed and bound to credentials',
    'Who was proofed before a credential was handed out does not stand in a plan.',
  ),
  control(
    CSF,
    'PR.AA-03',
    'Users, services and hardware are authenticated',
    'How a system authenticates is not part of what is planned.',
  ),
  control(
    CSF,
    'PR.AA-04',
    'Assertions of identity are protected and verified',
    'How assertions travel between systems is not part of what is planned.',
  ),
  ofPrivileges(
    control(CSF, 'PR.AA-05', 'Access is defined, enforced and reviewed by least privilege and separation of duties'),
  ),
  control(SP800, 'CM-3', 'Changes are proposed, reviewed, approved and recorded'),
  control(SP800, 'CM-5(4)', 'Two people authorize a change'),
  control(SP800, 'AC-2', 'Accounts are managed, with approvals'),
  ofPrivileges(control(SP800, 'AC-6', 'Least privilege')),
];

/** Known by its name, where a rule serves it. */
const BESIDES: readonly Control[] = [control(CSF, 'GV.RR-02', 'Who answers for what is set and known')];

export function knownControl(id: string): Control | null {
  return [...CONTROLS, ...BESIDES].find((one) => one.id === id) ?? null;
}
