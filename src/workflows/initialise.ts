import type { Configuration, SigningConfiguration } from '../core/configuration.ts';
import { CountersignError } from '../core/errors.ts';
import { classifier } from '../core/globs.ts';
import type { Sha256 } from '../core/json.ts';
import { anchorText } from '../core/ledger/anchor.ts';
import { beginLedger, type LedgerWriter } from '../core/ledger/append.ts';
import type { Anchor } from '../core/ledger/entry.ts';
import type { Principal } from '../core/own-app.ts';
import type { Contents } from '../github/contents.ts';
import { personByLogin } from '../github/persons.ts';
import { permissionOf, repositoryFacts, type Repository } from '../github/repository.ts';
import { tipOf } from './concern.ts';
import { requireOwnApp } from './own-app.ts';
import { requireRules, ruleHashes, type Providers } from './rules.ts';

export type InitialiseSurface = {
  readonly repository: Repository;
  readonly principal: () => Promise<Principal>;
  readonly contents: Contents;
  readonly providers: Providers;
  readonly ledgerWriter: (configuration: Configuration) => Omit<LedgerWriter, 'anchor'>;
  readonly quotedAnchor: (configuration: Configuration) => Promise<Anchor | null>;
  readonly quoteAnchor: (configuration: Configuration, anchor: Anchor) => Promise<void>;
  /** Login of the person who dispatched this run. */
  readonly actor: string;
  readonly newLedgerId: () => string;
  readonly now: () => string;
};

export type Initialised = { readonly ledgerId: string; readonly tip: string; readonly anchor: Anchor };

/**
 * Begins the ledger with its `genesis`: who signs, which rules hold, and the commit from which landings are examined.
 * @throws CountersignError `init-not-permitted`, `app-differs`, `app-shared`, `ledger-exists`, `ledger-begun-before`, `rules-missing`.
 */
export async function initialise(surface: InitialiseSurface): Promise<Initialised> {
  const { repository, contents, providers } = surface;
  await requireAdministrator(repository, surface.actor);
  const { defaultBranch } = await repositoryFacts(repository);
  const tip = await tipOf(repository, defaultBranch);
  const configuration = await requireRules(contents, tip, providers);
  await requireOwnApp(surface, configuration);
  await requireFirst(surface, configuration);
  const ledgerId = surface.newLedgerId();
  const body = {
    type: 'genesis' as const,
    ledgerId,
    signers: signersOf(configuration.ledger.signing),
    governance: await governanceAt(contents, tip, configuration),
    tip,
  };
  const anchor = await beginLedger(surface.ledgerWriter(configuration), body, surface.now());
  await surface.quoteAnchor(configuration, anchor);
  return { ledgerId, tip, anchor };
}

/** A ledger whose branch was deleted is restored: every later run would refuse one that begins anew. */
async function requireFirst({ quotedAnchor }: InitialiseSurface, configuration: Configuration): Promise<void> {
  const anchor = await quotedAnchor(configuration);
  if (anchor === null) return;
  throw new CountersignError(
    'ledger-begun-before',
    'A check run on the default branch quotes an entry of this ledger.',
    {
      evidence: anchorText(anchor),
      mend: 'Restore the branch from a clone. To give the old record up, name another branch in `ledger.branch`.',
    },
  );
}

function signersOf(signing: SigningConfiguration): readonly string[] {
  if (signing.kind === 'none') return [];
  return (signing.kind === 'ed25519' ? Object.keys(signing.keys) : [...signing.workflows]).sort();
}

async function requireAdministrator(repository: Repository, actor: string): Promise<void> {
  const person = await personByLogin(repository.github, actor);
  const permission =
    person === null || person.type !== 'User' ? 'none' : (await permissionOf(repository, person)).permission;
  if (permission === 'admin') return;
  throw new CountersignError('init-not-permitted', 'Only an administrator of the repository begins a ledger.', {
    evidence: `the run was dispatched by someone with the permission ${permission}`,
    mend: 'Let an administrator dispatch the workflow with the command init.',
  });
}

/** Hash of every rule file at a commit, by its path. */
export async function governanceAt(
  contents: Contents,
  commit: string,
  configuration: Configuration,
): Promise<{ readonly [path: string]: Sha256 }> {
  const classify = classifier(configuration);
  const tree = await contents.tree(commit);
  const paths = new Set([...tree.keys()].filter((path) => classify(path) === 'governance'));
  return Object.fromEntries(await ruleHashes(contents, tree, paths));
}
