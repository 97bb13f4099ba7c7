import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

/**
 * The house of docs/architecture.md as data: which layer may import which layer and which package.
 * A layer is a folder of `src/`, one provider, the registry, or the entrypoints beside them.
 */
type Layer =
  | { kind: 'core' | 'render' | 'github' | 'workflows' | 'cli' | 'registry' | 'front' }
  | { kind: 'provider'; name: string };

type Kind = Layer['kind'];

const arrows: Record<Kind, readonly Kind[]> = {
  core: [],
  render: ['core'],
  github: ['core'],
  provider: ['core'],
  registry: ['core', 'provider'],
  workflows: ['core', 'render', 'github'],
  cli: ['core', 'render', 'github', 'workflows', 'registry'],
  front: ['core', 'render', 'github', 'workflows', 'cli', 'registry'],
};

const reviewSurface = /^@(octokit|actions)\//;

const packages: Record<Kind, (name: string, layer: Layer) => boolean> = {
  core: (name) =>
    ['ajv', 'ajv-formats', 'canonicalize', 'picomatch', 'json-schema-to-ts', 'node:crypto'].includes(name),
  render: () => false,
  github: (name) => reviewSurface.test(name) || name.startsWith('node:'),
  provider: (name, layer) => !reviewSurface.test(name) || (layer.kind === 'provider' && layer.name === 'github'),
  registry: () => false,
  workflows: (name) => name.startsWith('node:'),
  cli: (name) => !reviewSurface.test(name),
  front: () => true,
};

const entrypoints = ['src/action.ts', 'src/bot.ts', 'src/cli.ts'];
const yamlHome = /^src\/core\/yaml(\.ts$|\/)/;
const celHome = 'src/core/policy/cel.ts';
const clientHome = /^src\/providers\/[a-z-]+\/client\.ts$/;
/** Loads the engine of policies where a repository has any. */
const policiesHome = 'src/workflows/policies.ts';

/**
 * Judges one import.
 *
 * @param file importing file, relative to the repository, with `/`: `src/core/plan.ts`
 * @param specifier as written: `./digest.ts`, `pg`, `node:fs`
 * @returns why the import is refused, or undefined when it is allowed
 */
export function judgeImport(file: string, specifier: string): string | undefined {
  const from = layerOf(file);
  if (from === undefined) return undefined;
  return specifier.startsWith('.') ? judgeFile(file, from, specifier) : judgePackage(file, from, specifier);
}

function judgeFile(file: string, from: Layer, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(file), specifier);
  const to = layerOf(target);
  if (to === undefined) return target.endsWith('.json') ? undefined : `${target} lies outside src/: only JSON data may`;
  if (to.kind === from.kind && (to.kind !== 'provider' || nameOf(to) === nameOf(from))) return undefined;
  if (to.kind !== from.kind && arrows[from.kind].includes(to.kind)) return undefined;
  return `${nameOf(from)} must not import ${nameOf(to)}: arrows point inward`;
}

function judgePackage(file: string, from: Layer, specifier: string): string | undefined {
  const name = packageName(specifier);
  if (name === 'js-yaml') return yamlHome.test(file) ? undefined : 'js-yaml is imported by src/core/yaml.ts only';
  if (name === '@bufbuild/cel') return file === celHome ? undefined : `${name} is imported by ${celHome} only`;
  if (name === 'node:process')
    return entrypoints.includes(file) ? undefined : 'only the entrypoints read the environment';
  return packages[from.kind](name, from) ? undefined : `${nameOf(from)} must not import the package ${name}`;
}

/**
 * Whether this file may load modules while it runs: the registry, the front doors and the policies' door do so to start quickly,
 * and so does a provider where it loads the client of its system, which only a run that talks to it pays for.
 */
export function loadsLazily(file: string): boolean {
  const layer = layerOf(file);
  return (
    layer === undefined ||
    file === policiesHome ||
    clientHome.test(file) ||
    ['registry', 'front', 'cli'].includes(layer.kind)
  );
}

/** Whether values in this file may depend on nothing but its arguments. */
export function isPure(file: string): boolean {
  const layer = layerOf(file);
  return layer?.kind === 'core' || layer?.kind === 'render';
}

function layerOf(file: string): Layer | undefined {
  const [root, folder, next, ...rest] = file.split('/');
  if (root !== 'src' || folder === undefined) return undefined;
  if (folder === 'providers') {
    return next === undefined || rest.length === 0 ? { kind: 'registry' } : { kind: 'provider', name: next };
  }
  if (next === undefined) return { kind: 'front' };
  switch (folder) {
    case 'core':
    case 'render':
    case 'github':
    case 'workflows':
    case 'cli':
      return { kind: folder };
    default:
      return { kind: 'front' };
  }
}

function nameOf(layer: Layer): string {
  return layer.kind === 'provider' ? `providers/${layer.name}` : layer.kind;
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier.split('/')[0] ?? specifier;
  const parts = specifier.split('/');
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  return isBuiltin(name) ? `node:${name}` : name;
}
