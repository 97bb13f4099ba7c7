import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rolldown';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/**
 * Writes `THIRD-PARTY-NOTICES.txt` beside the bundle: name, version and licence text of every package in it,
 * as the licences of bundled packages require. Sorted, so that a rebuild gives the same bytes.
 */
export function thirdPartyNotices(): Plugin {
  return {
    name: 'third-party-notices',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? output.moduleIds : []));
      const homes = new Set(modules.map(packageHome).filter((home) => home !== undefined));
      const notices = new Set([...homes].map(notice));
      this.emitFile({
        type: 'asset',
        fileName: 'THIRD-PARTY-NOTICES.txt',
        source: [...notices].toSorted().join(`\n${'-'.repeat(80)}\n\n`),
      });
    },
  };
}

function packageHome(moduleId: string): string | undefined {
  const match = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/?]+)/.exec(moduleId);
  const home = match?.[1];
  return home !== undefined && existsSync(join(home, 'package.json')) ? home : undefined;
}

function notice(home: string): string {
  const manifest = readManifest(join(home, 'package.json'));
  const file = globSync('{licen[cs]e,LICEN[CS]E,Licen[cs]e}*', { cwd: home }).toSorted()[0];
  const text =
    file === undefined ? 'The package carries no licence file.' : readFileSync(join(home, file), 'utf8').trim();
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text.replaceAll('\r\n', '\n')}\n`;
}

function readManifest(path: string): Manifest {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isManifest(value)) throw new Error(`${dirname(path)} is bundled but names no name, version and license`);
  return value;
}

function isManifest(value: unknown): value is Manifest {
  const fields = ['name', 'version', 'license'] as const;
  return (
    typeof value === 'object' &&
    value !== null &&
    fields.every((key) => key in value && typeof Reflect.get(value, key) === 'string')
  );
}
