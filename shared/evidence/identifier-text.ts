import type { Cell } from './cell.ts';
import { longestValue, saysNothing, valueText } from './text.ts';

/** The characters of an identifier as far as the cell still holds them. */
export type IdentifierText =
  | { readonly state: 'text'; readonly text: string }
  | { readonly state: 'nothing' }
  /** A long number went through floating point: its last digits are not those of the paper. */
  | { readonly state: 'precision-lost' }
  | { readonly state: 'unreadable' };

const nothing: IdentifierText = { state: 'nothing' };
const lost: IdentifierText = { state: 'precision-lost' };
const unreadable: IdentifierText = { state: 'unreadable' };
const scientific = /^(\d)(?:\.(\d+))?e(\+?)(\d{1,3})$/i;
const floatTail = /^(\d+)\.0+$/;
const onlyZeros = /^0+$/;

/** Spreadsheets keep 15 digits. */
const exactBelow = 1e15;

/** Takes an identifier out of a cell as text; numbers only where every digit is certain. A filler 0 is nothing. */
export function identifierText(cell: Cell): IdentifierText {
  if (cell.type === 'number' && typeof cell.raw === 'number') return ofNumber(cell.raw, cell.shown);
  if (cell.type !== 'text' || typeof cell.raw !== 'string') return unreadable;
  const trimmed = cell.raw.trim();
  if (trimmed.length > longestValue) return unreadable;
  const text = valueText(trimmed);
  if (saysNothing(text) || text === '0') return nothing;
  return ofText(text);
}

function ofNumber(value: number, shown: string): IdentifierText {
  if (!Number.isInteger(value) || value < 0) return unreadable;
  if (value >= exactBelow) return lost;
  if (value === 0) return nothing;
  // a format such as 00000000 shows the zeros that the number has lost
  if (/^0\d+$/.test(shown) && Number(shown) === value) return { state: 'text', text: shown };
  return { state: 'text', text: String(value) };
}

function ofText(text: string): IdentifierText {
  const tail = floatTail.exec(text)?.[1];
  if (tail !== undefined) return tail.length > 15 ? lost : { state: 'text', text: tail };
  const [, first, decimals = '', plus, power] = scientific.exec(text) ?? [];
  // 6E12 without point and plus can be a code of its own
  if (first === undefined || (decimals === '' && plus === '')) return { state: 'text', text };
  const digits = first + decimals;
  const length = Number(power) + 1;
  if (length > 15 || digits.length > length) return lost;
  // 1.38E+10 hides eight digits; 1.38001380012E+11 shows all of them
  return digits.length === length && !onlyZeros.test(decimals) ? { state: 'text', text: digits } : lost;
}
