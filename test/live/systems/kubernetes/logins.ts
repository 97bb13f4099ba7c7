import { randomBytes } from 'node:crypto';
import { dump } from 'js-yaml';

/** Who may log in. `admin` may do everything; the others hold nothing until they are bound to something. */
const LOGINS = ['admin', 'reader', 'applier', 'ana', 'ben', 'cleo', 'dan', 'eve'] as const;

/** Tokens of the logins, made for one server. */
export class Logins {
  readonly #tokens = new Map<string, string>(
    [...LOGINS, 'controllers'].map((login) => [login, randomBytes(24).toString('hex')]),
  );

  /** @throws Error about a login that there is not. */
  token(login: string): string {
    const token = this.#tokens.get(login);
    if (token === undefined) throw new Error(`There is no login ${login}, only ${LOGINS.join(', ')}.`);
    return token;
  }

  /** What `--token-auth-file` takes. */
  file(): string {
    const rows = [...this.#tokens].map(([login, token]) => {
      const groups = login === 'admin' || login === 'controllers' ? ',"system:masters"' : '';
      return `${token},${login},${login}${groups}\n`;
    });
    return rows.join('');
  }

  /** @param ca PEM; null: the server is believed, for a program that starts before there is a certificate. */
  kubeconfig(login: string, url: string, ca: string | null): string {
    const trust =
      ca === null
        ? { 'insecure-skip-tls-verify': true }
        : { 'certificate-authority-data': Buffer.from(ca).toString('base64') };
    return dump({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'live', cluster: { server: url, ...trust } }],
      users: [{ name: login, user: { token: this.token(login) } }],
      contexts: [{ name: 'live', context: { cluster: 'live', user: login } }],
      'current-context': 'live',
    });
  }
}
