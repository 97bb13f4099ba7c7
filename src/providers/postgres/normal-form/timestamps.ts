const DAY = 86_400_000_000n;
/** Days from 0000-03-01 to 1970-01-01 in the proleptic Gregorian calendar. */
const EPOCH_DAYS = 719_468n;
const DAYS_IN_400_YEARS = 146_097n;

const SPELLING =
  /^([+-]?\d{4,6})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?(?:Z|([+-])(\d{2}):(\d{2}))$/iu;

/** Microseconds since 1970-01-01T00:00:00Z to the normal form of `validUntil`. */
export function formatInstant(microseconds: bigint): string {
  const days = floorDivide(microseconds, DAY);
  const { year, month, day } = civil(days);
  const rest = microseconds - days * DAY;
  const [hours, minutes] = [rest / 3_600_000_000n, (rest / 60_000_000n) % 60n];
  const [seconds, fraction] = [(rest / 1_000_000n) % 60n, rest % 1_000_000n];
  const decimals = fraction === 0n ? '' : `.${pad(fraction, 6).replace(/0+$/u, '')}`;
  const clock = `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds, 2)}${decimals}`;
  return `${formatYear(year)}-${pad(month, 2)}-${pad(day, 2)}T${clock}Z`;
}

/** RFC 3339, also with an offset, or with an expanded year; null for anything else. */
export function parseInstant(text: string): bigint | null {
  const found = SPELLING.exec(text);
  if (found === null) return null;
  const [, years = '', months = '', days = '', hours = '', minutes = '', seconds = '', fraction = ''] = found;
  const [year, month, day] = [BigInt(years), BigInt(months), BigInt(days)];
  const instant = civilDays(year, month, day);
  const same = civil(instant);
  if (same.year !== year || same.month !== month || same.day !== day) return null;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 60) return null;
  const clock = (BigInt(hours) * 3600n + BigInt(minutes) * 60n + BigInt(seconds)) * 1_000_000n;
  const offset = BigInt(found[9] ?? 0) * 3600n + BigInt(found[10] ?? 0) * 60n;
  const shift = (found[8] === '-' ? -offset : offset) * 1_000_000n;
  return instant * DAY + clock + BigInt(fraction.padEnd(6, '0')) - shift;
}

function formatYear(year: bigint): string {
  if (year >= 0n && year <= 9999n) return pad(year, 4);
  return `${year < 0n ? '-' : '+'}${pad(year < 0n ? -year : year, 4)}`;
}

/** Years that begin in March make the leap day the last one. */
function civil(days: bigint): { year: bigint; month: bigint; day: bigint } {
  const shifted = days + EPOCH_DAYS;
  const era = floorDivide(shifted, DAYS_IN_400_YEARS);
  const ofEra = shifted - era * DAYS_IN_400_YEARS;
  const yearOfEra = (ofEra - ofEra / 1460n + ofEra / 36_524n - ofEra / 146_096n) / 365n;
  const ofYear = ofEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n);
  const shiftedMonth = (5n * ofYear + 2n) / 153n;
  const month = shiftedMonth < 10n ? shiftedMonth + 3n : shiftedMonth - 9n;
  const day = ofYear - (153n * shiftedMonth + 2n) / 5n + 1n;
  return { year: yearOfEra + era * 400n + (month <= 2n ? 1n : 0n), month, day };
}

function civilDays(year: bigint, month: bigint, day: bigint): bigint {
  const shiftedYear = month <= 2n ? year - 1n : year;
  const era = floorDivide(shiftedYear, 400n);
  const yearOfEra = shiftedYear - era * 400n;
  const ofYear = (153n * (month > 2n ? month - 3n : month + 9n) + 2n) / 5n + day - 1n;
  return era * DAYS_IN_400_YEARS + yearOfEra * 365n + yearOfEra / 4n - yearOfEra / 100n + ofYear - EPOCH_DAYS;
}

function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left % right < 0n ? quotient - 1n : quotient;
}

function pad(value: bigint, digits: number): string {
  return String(value).padStart(digits, '0');
}
