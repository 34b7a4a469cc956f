/** How people write dates, amounts, names and numbers into cells. */
import { usccCheckCharacter } from '../identity/check-digits.ts';
import { slips, traditional } from '../identity/person-names.ts';
import { civilDate, clockOf, type Day, dayOfStamp, isoDay, type Stamp, serialOf, two } from '../plain/civil.ts';
import { capitalYuan, type Fen, groupedYuan, plainYuan, tenThousands } from '../plain/fen.ts';
import { type Random, randomOf } from '../plain/random.ts';
import type { Org, Party, Person } from '../world/types.ts';
import type { GridCell } from './grid.ts';

export type DateStyle = 'iso' | 'slash' | 'slash0' | 'dot' | 'compact' | 'cn' | 'cn0' | 'serial' | 'serialSlash';
export const textDateStyles: readonly DateStyle[] = ['iso', 'slash', 'slash0', 'dot', 'compact', 'cn', 'cn0'];

export function writeDay(day: Day, style: DateStyle): GridCell {
  const { year, month, date } = civilDate(day);
  switch (style) {
    case 'iso':
      return isoDay(day);
    case 'slash':
      return `${year}/${month}/${date}`;
    case 'slash0':
      return `${year}/${two(month)}/${two(date)}`;
    case 'dot':
      return `${year}.${month}.${date}`;
    case 'compact':
      return `${year}${two(month)}${two(date)}`;
    case 'cn':
      return `${year}年${month}月${date}日`;
    case 'cn0':
      return `${year}年${two(month)}月${two(date)}日`;
    case 'serial':
      return { n: serialOf(day), z: 'yyyy-mm-dd' };
    case 'serialSlash':
      return { n: serialOf(day), z: 'yyyy/m/d' };
  }
}

const clockText = (stamp: Stamp): string => {
  const { hour, minute, second } = clockOf(stamp);
  return `${two(hour)}:${two(minute)}:${two(second)}`;
};

/** Date and time in one cell. */
export function writeStamp(stamp: Stamp, style: DateStyle | 'db2'): GridCell {
  const day = dayOfStamp(stamp);
  const { hour, minute, second } = clockOf(stamp);
  if (style === 'db2') return `${isoDay(day)}-${two(hour)}.${two(minute)}.${two(second)}.000000`;
  if (style === 'serial' || style === 'serialSlash') {
    return { n: serialOf(day) + (stamp - day * 86_400) / 86_400, z: 'yyyy-mm-dd hh:mm:ss' };
  }
  if (style === 'compact') return `${writeDay(day, 'compact')}${two(hour)}${two(minute)}${two(second)}`;
  return `${writeDay(day, style)} ${clockText(stamp)}`;
}

export type ClockStyle = 'colons' | 'dots' | 'digits' | 'fraction';

/** The time in a column of its own; digits lose their leading zero when they are a number. */
export function writeClock(stamp: Stamp, style: ClockStyle): GridCell {
  const { hour, minute, second } = clockOf(stamp);
  if (style === 'dots') return `${two(hour)}.${two(minute)}.${two(second)}`;
  if (style === 'digits') return { n: hour * 10_000 + minute * 100 + second, z: '0' };
  if (style === 'fraction') return { n: (stamp - dayOfStamp(stamp) * 86_400) / 86_400, z: 'hh:mm:ss' };
  return clockText(stamp);
}

/** A conference of several days in one cell. */
export function writeRange(from: Day, to: Day, style: 'cn' | 'dot' | 'iso'): string {
  const a = civilDate(from);
  const b = civilDate(to);
  const sameMonth = a.year === b.year && a.month === b.month;
  if (from === to) return String(writeDay(from, style));
  if (style === 'cn') {
    return sameMonth
      ? `${a.year}年${a.month}月${a.date}日-${b.date}日`
      : `${a.year}年${a.month}月${a.date}日-${b.year === a.year ? '' : `${b.year}年`}${b.month}月${b.date}日`;
  }
  if (style === 'dot')
    return `${a.year}.${a.month}.${a.date}至${b.year === a.year ? '' : `${b.year}.`}${b.month}.${b.date}`;
  return `${isoDay(from)}~${isoDay(to)}`;
}

export type MoneyStyle = 'number' | 'plainNumber' | 'text' | 'grouped' | 'yen' | 'tenThousand' | 'tenThousandText';

export function writeMoney(fen: Fen, style: MoneyStyle): GridCell {
  switch (style) {
    case 'number':
      return { n: fen / 100, z: '#,##0.00' };
    case 'plainNumber':
      return { n: fen / 100, z: '0.00' };
    case 'text':
      return plainYuan(fen);
    case 'grouped':
      return fen < 0 ? `(${groupedYuan(-fen)})` : groupedYuan(fen);
    case 'yen':
      return fen < 0 ? `-￥${groupedYuan(-fen)}` : `￥${groupedYuan(fen)}`;
    case 'tenThousand':
      return { n: fen / 1_000_000, z: 'General' };
    case 'tenThousandText':
      return tenThousands(fen);
  }
}

/** A readable amount written in an unusual way. */
export function writeOddMoney(random: Random, fen: Fen): string | undefined {
  if (fen > 0 && fen % 100 === 0 && fen / 100 < 10_000_000 && random.chance(0.5)) return capitalYuan(fen);
  if (fen >= 100_000_000 || fen % 100 !== 0) return undefined;
  return random.chance(0.5) ? `${tenThousands(fen)}万元` : `人民币${groupedYuan(fen)}元`;
}

/** What stands in a cell that nobody can read as an amount. */
export const unreadableAmounts = ['贰万?', '面议', '见附件', '约3万', '#REF!', '待定'];
/** Days that do not exist, and words instead of a day. */
export const unreadableDates = ['2024-02-30', '2023-13-05', '2023/4/31', '不详', '年底'];

export const fullWidth = (text: string): string =>
  text.replace(/[0-9A-Za-z()]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** A person's name as somebody typed it. `anchored`: a number beside it says who is meant, so a slip does no harm. */
export function writePerson(random: Random, person: Person, noise: number, anchored: boolean): string {
  const { name } = person;
  if (name.includes('·')) return random.chance(0.4 * noise) ? name.replace('·', random.pick(['•', '・', '‧'])) : name;
  if (name.length === 2 && random.chance(0.1 * noise)) return `${name[0]} ${name[1]}`;
  if (random.chance(0.04 * noise)) return name + random.pick(['教授', '主任', '老师', '医生']);
  if (random.chance(0.02 * noise)) return [...name].map((c) => traditional[c] ?? c).join('');
  if (anchored && random.chance(0.02 * noise)) return name.slice(0, -1) + (slips[name.at(-1)!] ?? name.at(-1)!);
  return name;
}

/** An organisation's name as somebody typed it; abbreviated only where an account or a code says who is meant. */
export function writeOrg(random: Random, org: Org, noise: number, anchored: boolean): string {
  const { name } = org;
  if (name.includes('（')) {
    if (random.chance(0.4 * noise)) return name.replace('（', '(').replace('）', ')');
    return name;
  }
  if (anchored && org.short !== name && random.chance(0.12 * noise)) return org.short;
  if (random.chance(0.1 * noise)) return name.replace(/(股份有限公司|有限责任公司|有限公司)$/, '');
  if (random.chance(0.04 * noise)) return `${name} `;
  if (org.role === 'hospital' && org.formerNames.length > 0 && anchored && random.chance(0.2 * noise))
    return org.formerNames[0]!;
  return name;
}

/** The name a company had on that day, where the paper bears that one: papers written up later mostly bear the new one. */
export function formerName(party: Party, day: Day, noise: number): string | undefined {
  if (party.kind !== 'org' || !party.former) return undefined;
  const { name, until, stream } = party.former;
  return day < until && randomOf(`${stream}/${day}`).chance(0.4 * noise) ? name : undefined;
}

/** `wide`: some names of two characters are set apart by a wide space, as forms for three are filled in. */
export function writeParty(random: Random, party: Party, noise: number, anchored: boolean, wide = false): string {
  if (party.kind === 'person') {
    const written = writePerson(random, party, noise, anchored);
    return wide && written.length === 2 && random.chance(0.06 * noise) ? `${written[0]}　${written[1]}` : written;
  }
  if (party.kind === 'org') return writeOrg(random, party, noise, anchored);
  return party.name;
}

export interface WrittenNumber {
  readonly cell: GridCell;
  /** The identifier can no longer be trusted: problem code. */
  readonly damage?: 'identifier.precision-lost' | 'identifier.bad-checksum';
}

/** How an identity or account number arrives. Damage, and the 15 digits that cards had until 1999, only where the caller allows it. */
export function writeNumber(
  random: Random,
  digits: string,
  noise: number,
  allow: { damage: boolean; idCard: boolean; spreadsheet: boolean; old?: boolean },
): WrittenNumber {
  if (digits === '') return { cell: null };
  if (allow.damage && digits.length > 15 && /^\d+$/.test(digits) && random.chance(0.012 * noise)) {
    const lost = Number(digits);
    return allow.spreadsheet
      ? { cell: { n: lost, z: 'General' }, damage: 'identifier.precision-lost' }
      : { cell: lost.toExponential(5).replace('e+', 'E+'), damage: 'identifier.precision-lost' };
  }
  if (allow.damage && allow.idCard && random.chance(0.01 * noise)) {
    const wrong = oneDigitWrong(random, digits);
    if (wrong !== undefined) return { cell: wrong, damage: 'identifier.bad-checksum' };
  }
  if (allow.idCard && digits.endsWith('X') && random.chance(0.6 * noise)) return { cell: digits.toLowerCase() };
  if (allow.old && allow.idCard && digits.startsWith('19', 6) && random.chance(0.006 * noise))
    return { cell: digits.slice(0, 6) + digits.slice(8, 17) };
  if (random.chance(0.02 * noise)) return { cell: `'${digits}` };
  if (random.chance(0.01 * noise)) return { cell: fullWidth(digits) };
  if (!allow.idCard && digits.length === 19 && random.chance(0.03 * noise))
    return { cell: digits.replace(/(\d{4})(?=\d)/g, '$1 ') };
  return { cell: digits };
}

/** One digit of the sequence number mistyped; never so that a credit code of the same digits would be valid by chance. */
function oneDigitWrong(random: Random, digits: string): string | undefined {
  const at = random.int(14, 16);
  const digit = String((Number(digits[at]) + random.int(1, 9)) % 10);
  const wrong = digits.slice(0, at) + digit + digits.slice(at + 1);
  return usccCheckCharacter(wrong.slice(0, 17)) === wrong[17] ? undefined : wrong;
}
