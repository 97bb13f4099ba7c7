import { KubeConfig } from '@kubernetes/client-node';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { credentialsIn, serviceAccountIn } from '../../../src/providers/kubernetes/kubeconfig.ts';

const PEM = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
const base64 = (text: string) => Buffer.from(text).toString('base64');

const SERVER = { server: 'https://api.example:6443', 'certificate-authority-data': base64(PEM) };
const TOKEN = { token: 'shown-to-nobody' };

function kubeconfig(cluster: object = SERVER, user: object = TOKEN, more: object = {}): string {
  return dump({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      { name: 'other', cluster: { server: 'https://other.example' } },
      { name: 'production', cluster },
    ],
    users: [{ name: 'ci', user }],
    contexts: [{ name: 'production', context: { cluster: 'production', user: 'ci', namespace: 'shop' } }],
    'current-context': 'production',
    ...more,
  });
}

describe('a token', () => {
  const user = (token: string) => serviceAccountIn({ login: { kind: 'token', token } });
  const jwt = (claims: string) => `e30.${Buffer.from(claims).toString('base64url')}.c2ln`;

  it.each([
    ['of a ServiceAccount names it', jwt('{"sub":"system:serviceaccount:shop:web"}'), 'system:serviceaccount:shop:web'],
    ['of a person names nobody', jwt('{"sub":"ana"}'), null],
    ['of another shape names nobody', jwt('{"sub":"system:serviceaccount:shop:web:x"}'), null],
    ['that is not JSON names nobody', jwt('{'), null],
    ['without parts names nobody', 'opaque', null],
  ])('%s', (_what, token, name) => expect(user(token)).toBe(name));

  it('is none where one logs in with a certificate', () => {
    expect(serviceAccountIn({ login: { kind: 'certificate', certificate: PEM, key: PEM } })).toBeNull();
  });
});

describe('a kubeconfig', () => {
  it('says where the server is, whom it is signed by and who one is', () => {
    expect(credentialsIn(kubeconfig())).toEqual({
      server: 'https://api.example:6443',
      authority: PEM,
      serverName: null,
      login: { kind: 'token', token: 'shown-to-nobody' },
    });
  });

  it('may log in with a certificate, and name the server otherwise', () => {
    const user = { 'client-certificate-data': base64(PEM), 'client-key-data': base64(PEM) };
    const cluster = { ...SERVER, 'tls-server-name': 'kubernetes' };
    expect(credentialsIn(kubeconfig(cluster, user))).toMatchObject({
      serverName: 'kubernetes',
      login: { kind: 'certificate', certificate: PEM, key: PEM },
    });
  });

  it('is understood as the official client does', () => {
    const secret = kubeconfig();
    const config = new KubeConfig();
    config.loadFromString(secret);
    const ours = credentialsIn(secret);
    expect(ours.server).toBe(config.getCurrentCluster()?.server);
    expect(ours.login).toEqual({ kind: 'token', token: config.getCurrentUser()?.token });
  });

  it('may be written as JSON, and may leave the path of a proxy in the address', () => {
    const cluster = { server: 'https://rancher.example/k8s/clusters/c-1/' };
    const config = JSON.stringify({
      clusters: [{ name: 'production', cluster }],
      users: [{ name: 'ci', user: TOKEN }],
      contexts: [{ name: 'production', context: { cluster: 'production', user: 'ci' } }],
      'current-context': 'production',
    });
    expect(credentialsIn(config)).toMatchObject({
      server: 'https://rancher.example/k8s/clusters/c-1',
      authority: null,
    });
  });

  it.each([
    ['runs a program', SERVER, { exec: { command: 'aws' } }, 'kubeconfig-executes'],
    ['asks a plugin', SERVER, { 'auth-provider': { name: 'gcp' } }, 'kubeconfig-executes'],
    ['names a file with the token', SERVER, { tokenFile: '/tmp/token' }, 'kubeconfig-unsupported'],
    ['names a file with the key', SERVER, { 'client-key': 'key.pem' }, 'kubeconfig-unsupported'],
    ['has a password', SERVER, { username: 'admin', password: 'shown-to-nobody' }, 'kubeconfig-unsupported'],
    ['acts as another', SERVER, { ...TOKEN, as: 'admin' }, 'kubeconfig-unsupported'],
    ['trusts everybody', { ...SERVER, 'insecure-skip-tls-verify': true }, TOKEN, 'kubeconfig-unsupported'],
    ['goes through a proxy', { ...SERVER, 'proxy-url': 'http://proxy' }, TOKEN, 'kubeconfig-unsupported'],
    ['has no login', SERVER, {}, 'kubeconfig-malformed'],
    ['has half a login', SERVER, { 'client-certificate-data': base64(PEM) }, 'kubeconfig-malformed'],
    ['speaks without encryption', { server: 'http://api.example' }, TOKEN, 'kubeconfig-malformed'],
    ['has no server', {}, TOKEN, 'kubeconfig-malformed'],
    ['has no PEM', { ...SERVER, 'certificate-authority-data': 'AAAA' }, TOKEN, 'kubeconfig-malformed'],
  ])('that %s is refused', (_what, cluster, user, code) => {
    expect(() => credentialsIn(kubeconfig(cluster, user))).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    ['text', 'shown-to-nobody'],
    ['nothing', ''],
    ['broken YAML', 'users: [\ntoken: shown-to-nobody'],
    ['a context that is not there', kubeconfig(SERVER, TOKEN, { 'current-context': 'staging' })],
    ['no context', kubeconfig(SERVER, TOKEN, { 'current-context': '' })],
    ['two documents', `${kubeconfig()}---\na: b\n`],
  ])('%s is none, and no message repeats it', (_what, secret) => {
    expect(() => credentialsIn(secret)).toThrow(expect.objectContaining({ code: 'kubeconfig-malformed' }));
    expect(() => credentialsIn(secret)).not.toThrow(/shown-to-nobody/u);
  });

  describe('without encryption', () => {
    const PROXY = { server: 'http://127.0.0.1:8001' };
    const certificate = { 'client-certificate-data': base64(PEM), 'client-key-data': base64(PEM) };

    it.each([
      ['has a user without a login', {}],
      ['has a user with an empty one', { users: [{ name: 'ci', user: { token: '' } }] }],
      ['has no user', { contexts: [{ name: 'production', context: { cluster: 'production' } }] }],
      ['names none', { users: [], contexts: [{ name: 'production', context: { cluster: 'production', user: '' } }] }],
    ])('may be spoken to on the same machine where it %s', (_what, more) => {
      expect(credentialsIn(kubeconfig(PROXY, {}, more))).toMatchObject({ ...PROXY, login: { kind: 'proxy' } });
    });

    it.each([
      ['a token', TOKEN],
      ['a certificate', certificate],
      ['a key', { 'client-key-data': base64(PEM) }],
      ['a token file', { tokenFile: '/tmp/token' }],
      ['a password', { username: 'admin', password: 'shown-to-nobody' }],
    ])('is never sent %s', (_what, user) => {
      for (const server of ['http://127.0.0.1:8001', 'http://localhost:8001', 'http://[::1]:8001'])
        expect(() => credentialsIn(kubeconfig({ server }, user))).toThrow(
          expect.objectContaining({ code: 'kubeconfig-unsupported' }),
        );
    });

    it('is nothing elsewhere, whoever asks', () => {
      expect(() => credentialsIn(kubeconfig({ server: 'http://api.example' }, {}))).toThrow(
        expect.objectContaining({ code: 'kubeconfig-malformed' }),
      );
    });
  });
});
