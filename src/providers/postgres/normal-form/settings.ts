import { formatName } from '../names/identifiers.ts';
import { settingType, type SettingType } from './setting-names.ts';

type Unit = { readonly name: string; readonly size: bigint };

/** Sizes in bytes and microseconds, largest first; as guc.c has them. */
const MEMORY: readonly Unit[] = [
  { name: 'TB', size: 1n << 40n },
  { name: 'GB', size: 1n << 30n },
  { name: 'MB', size: 1n << 20n },
  { name: 'kB', size: 1n << 10n },
  { name: 'B', size: 1n },
];
const TIME: readonly Unit[] = [
  { name: 'd', size: 86_400_000_000n },
  { name: 'h', size: 3_600_000_000n },
  { name: 'min', size: 60_000_000n },
  { name: 's', size: 1_000_000n },
  { name: 'ms', size: 1_000n },
  { name: 'us', size: 1n },
];

const BASE: { readonly [type in SettingType]?: { readonly units: readonly Unit[]; readonly size: bigint } } = {
  blocks: { units: MEMORY, size: 8192n },
  bytes: { units: MEMORY, size: 1n },
  kilobytes: { units: MEMORY, size: 1024n },
  milliseconds: { units: TIME, size: 1_000n },
  seconds: { units: TIME, size: 1_000_000n },
};

/** Values that mean the same get the same text: `300000` and `300 s` of statement_timeout are `5min`. What has no rule stays as it is. */
export function canonicalSetting(name: string, value: string): string {
  const type = settingType(name);
  if (type === null) return value;
  const base = BASE[type];
  if (base !== undefined) return quantity(value, base.units, base.size);
  switch (type) {
    case 'boolean':
      return booleanWord(value) ?? value;
    case 'number':
      return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)\s*$/u.test(value) ? decimal(value) : value;
    case 'enumeration':
      return value.toLowerCase();
    case 'list':
      return listText(settingItems(name, value)) ?? value;
    default:
      return value;
  }
}

/** An empty list is stored as a list of one empty name, which no schema has. */
function listText(items: readonly string[] | null): string | null {
  if (items === null) return null;
  return items.length === 0 ? '""' : items.map(formatName).join(', ');
}

/** The members of a setting that SET takes as a list of identifiers; null for every other setting, and for what is no such list. */
export function settingItems(name: string, value: string): readonly string[] | null {
  if (settingType(name) !== 'list') return null;
  if (value.trim() === '') return [];
  const items = [...value.matchAll(/\s*(?:"((?:[^"]|"")*)"|([^",\s][^",]*?))\s*(?:,|$)/guy)];
  if (items.map(([text]) => text).join('') !== value || value.trimEnd().endsWith(',')) return null;
  const folds = name === 'search_path' || name === 'temp_tablespaces';
  return items.map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? (folds ? plain.toLowerCase() : plain));
}

const PRELOADS: ReadonlySet<string> = new Set(['local_preload_libraries', 'session_preload_libraries']);

/**
 * An empty list is stored as a list of one empty name, and each new session of the role fails to load the library of that name.
 * @param name in lower case
 */
export function locksOut(name: string, value: string): boolean {
  if (!PRELOADS.has(name)) return false;
  const items = settingItems(name, value);
  return items !== null && (items.length === 0 || items.some((item) => item.trim() === ''));
}

function quantity(value: string, units: readonly Unit[], base: bigint): string {
  const [, sign = '', whole = '', fraction = '', suffix = ''] =
    /^\s*([+-]?)(\d{1,15})(?:\.(\d{0,9}))?\s*([A-Za-z]*)\s*$/u.exec(value) ?? [];
  const size = suffix === '' ? base : units.find((unit) => unit.name === suffix)?.size;
  if (whole === '' || size === undefined) return value;
  const scaled = BigInt(whole + fraction) * size;
  const scale = 10n ** BigInt(fraction.length);
  // What is no whole number of base units is rounded by the server, by rules that are its own.
  if (scaled % (scale * base) !== 0n) return value;
  const amount = scaled / scale;
  if (amount === 0n) return '0';
  if (sign === '-') return `-${amount / base}`;
  const unit = units.find(({ size: candidate }) => amount % candidate === 0n);
  return unit === undefined ? value : `${amount / unit.size}${unit.name}`;
}

/** Any unambiguous beginning of a word, as parse_bool takes it. */
function booleanWord(value: string): 'on' | 'off' | null {
  const word = value.trim().toLowerCase();
  if (word === '1' || word === 'on' || (word !== '' && ('true'.startsWith(word) || 'yes'.startsWith(word))))
    return 'on';
  const off =
    word === '0' ||
    word === 'of' ||
    word === 'off' ||
    (word !== '' && ('false'.startsWith(word) || 'no'.startsWith(word)));
  return off ? 'off' : null;
}

function decimal(value: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^\s*([+-]?)0*(\d*)\.?(\d*?)0*\s*$/u.exec(pad(value)) ?? [];
  const text = `${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`;
  return sign === '-' && text !== '0' ? `-${text}` : text;
}

/** Gives every number a fraction, so that trailing zeros are only ever dropped behind the point. */
function pad(value: string): string {
  return value.includes('.') ? value : `${value.trimEnd()}.0`;
}
