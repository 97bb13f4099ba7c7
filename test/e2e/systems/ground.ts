import { shown } from '../runner.ts';
import { configurationOf, CONFIGURATION_PATH, signingKeys, Workplace, type WorkplaceParts } from '../workplace.ts';
import { SOURCE, type System } from './system.ts';
import type { Documents } from './ring.ts';

/** The environment variable of the connection that writes. */
export const WRITE = 'LIVE_WRITE';

type Source = Pick<System, 'provider' | 'settings' | 'secrets' | 'canaries' | 'close'>;

/** A live source, and the repository that manages its identities. */
export class Ground<S extends Source> extends Workplace {
  readonly system: S;

  protected constructor({ system, ...parts }: WorkplaceParts & { readonly system: S }) {
    super(parts);
    this.system = system;
  }

  /** With a ledger that has begun. @param documents of the default branch */
  static async open<S extends Source>(system: S, documents: Documents): Promise<Ground<S>> {
    return new Ground(await Ground.parts(system, documents));
  }

  protected static async parts<S extends Source>(system: S, documents: Documents) {
    const { key, pem } = signingKeys();
    const team = await Workplace.form(
      { [CONFIGURATION_PATH]: configurationOf(key, sourceOf(system)), ...filesOf(documents) },
      { LIVE_READ: system.secrets.read, [WRITE]: system.secrets.write, LEDGER_KEY: pem },
    );
    const init = await team.init();
    if (init.exitCode !== 0) throw new Error(shown(init));
    return { system, team, publicKey: key, secrets: [...system.canaries, pem] };
  }

  override async close(): Promise<void> {
    await super.close();
    await this.system.close();
  }
}

/** Documents as files of a commit. */
export function filesOf(documents: Documents): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(documents).map(([name, text]) => [`identities/${SOURCE}/${name}.yaml`, text]),
  );
}

function sourceOf({ provider, settings }: Source): string {
  return `  ${SOURCE}:
    provider: ${provider}
    connection:
      read: { env: LIVE_READ }
      write: { env: ${WRITE} }
    mode: authoritative
    owner: billing
${settings}`;
}
