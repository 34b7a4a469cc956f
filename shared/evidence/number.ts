import { failed, ok, type Read } from '../protocol/problem.ts';
import type { Cell, CellOrEmpty } from './cell.ts';
import { numberText } from './decimal.ts';
import { figureText, saysNothing, seenIn } from './text.ts';

/** A number as written, every decimal kept (`text`, plain: -1234.50), and as a number to compare with. */
export interface Decimal {
  readonly text: string;
  readonly value: number;
}

const grouped =
  /^([+-]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d*))?\s*(万|亿)?\s*(?:人次|人|名|位|天|日|盒|支|瓶|片|粒|个|次|份|学时|课时|小时|年|岁|张|家|台|件|套|袋|箱|场|例)?$/;
const scientific = /^([+-]?)(\d+)(?:\.(\d+))?e([+-]?\d{1,2})$/i;
const powers: Readonly<Record<string, number>> = { 万: 4, 亿: 8 };

/** integer.fraction × 10^power as plain decimal text. */
function shifted(sign: string, integer: string, fraction: string, power: number): string {
  const digits = integer + fraction;
  const point = integer.length + power;
  const whole =
    point <= 0
      ? '0'
      : digits
          .slice(0, point)
          .padEnd(point, '0')
          .replace(/^0+(?=\d)/, '');
  const rest = point < 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  const text = rest === '' ? whole : `${whole}.${rest}`;
  return sign === '-' && /[1-9]/.test(text) ? `-${text}` : text;
}

/** A tidy text as a decimal number; measure words behind it (100人, 10盒) are dropped. undefined: none. */
export function parseDecimal(text: string): Decimal | undefined {
  const plain = grouped.exec(text);
  const power = plain?.[4] === undefined ? 0 : (powers[plain[4]] ?? 0);
  if (plain) return decimal(shifted(plain[1] ?? '', (plain[2] ?? '').replaceAll(',', ''), plain[3] ?? '', power));
  const exponential = scientific.exec(text);
  if (!exponential) return undefined;
  const [, sign = '', integer = '', fraction = '', exponent] = exponential;
  return decimal(shifted(sign, integer, fraction, Number(exponent)));
}

const decimal = (text: string): Decimal => ({ text, value: Number(text) });

function decimalOf(cell: Cell): Decimal | null | undefined {
  if (cell.type === 'number' && typeof cell.raw === 'number') return parseDecimal(numberText(cell.raw));
  if (cell.type !== 'text' || typeof cell.raw !== 'string') return undefined;
  const text = figureText(cell.raw);
  if (text === undefined) return undefined;
  return saysNothing(text) ? null : parseDecimal(text.replace(/^−/, '-'));
}

/** Reads a number: 12.50, 1,200, 1.2万, 100人. null: empty. Problem: number.unreadable. */
export function readNumber(cell: CellOrEmpty): Read<Decimal | null> {
  if (cell === null) return ok(null);
  const read = decimalOf(cell);
  return read === undefined ? failed('number.unreadable', { seen: seenIn(cell) }) : ok(read);
}

/** Reads a whole number; 100.0 is whole, 100.5 is not. null: empty. Problem: number.unreadable. */
export function readInteger(cell: CellOrEmpty): Read<number | null> {
  const read = readNumber(cell);
  if (!read.ok || read.value === null) return read.ok ? ok(null) : read;
  if (Number.isSafeInteger(read.value.value)) return ok(read.value.value === 0 ? 0 : read.value.value);
  return cell === null ? ok(null) : failed('number.unreadable', { seen: seenIn(cell) });
}

/** `bare`: whether figures without % in this column are parts of one (0.3 = 30%) or percent already. */
export interface PercentOptions {
  readonly bare?: 'fraction' | 'percent' | undefined;
}

const taxFree = /^(?:免税|不征税|零税率|免征)$/;

/**
 * Reads a percentage as percent: 12.5% → 12.5, 0.13 in a column of fractions → 13, 免税 → 0. A bare figure between 0 and 1
 * can be either, so without `bare` it is a Problem. null: empty. Problem: number.unreadable.
 */
export function readPercent(cell: CellOrEmpty, { bare }: PercentOptions = {}): Read<Decimal | null> {
  if (cell === null) return ok(null);
  const unreadable = failed('number.unreadable', { seen: seenIn(cell) });
  const typed = typeof cell.raw === 'string' ? figureText(cell.raw) : undefined;
  if (typed !== undefined && taxFree.test(typed)) return ok(decimal('0'));
  if (typed?.endsWith('%')) {
    const percent = parseDecimal(typed.slice(0, -1).trim());
    return percent ? ok(percent) : unreadable;
  }
  const read = readNumber(cell);
  if (!read.ok || read.value === null) return read;
  const { text, value } = read.value;
  const isShownAsPercent = cell.type === 'number' && cell.shown.trim().endsWith('%');
  const form = isShownAsPercent
    ? 'fraction'
    : (bare ?? (value > 1 || value < 0 || value === 0 ? 'percent' : undefined));
  if (form === undefined) return unreadable;
  if (form === 'percent') return ok(read.value);
  const [integer = '0', fraction = ''] = text.replace('-', '').split('.');
  return ok(decimal(shifted(text.startsWith('-') ? '-' : '', integer, fraction, 2)));
}

/** What bare figures of a percentage column are: one above 1 makes them percent, otherwise they are parts of one. */
export function bareFormOf(values: Iterable<number>): 'fraction' | 'percent' {
  for (const value of values) if (value > 1) return 'percent';
  return 'fraction';
}
