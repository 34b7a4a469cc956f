import { CellFormat } from './cell-format.ts';
import { serialOf } from './iso-date.ts';
import type { SharedStrings } from './shared-strings.ts';
import { cellText } from './xml-text.ts';

export type CellKind = 'number' | 'shared' | 'text' | 'bool' | 'error' | 'date';

/** A cell taken apart, its value still in the bytes of the sheet. */
export interface CellParts {
  readonly strings: SharedStrings;
  readonly formats: readonly CellFormat[];
  readonly date1904: boolean;
  readonly kind: CellKind;
  readonly style: number;
  readonly formula: boolean;
  readonly from: number;
  readonly to: number;
  readonly text: string | undefined;
  readonly formulaText: string;
}

const general = new CellFormat('General', false);
const decimalNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The cell as `packCells` of shared/evidence/cell.ts writes it; undefined: it is empty. */
export function cellJson(cell: CellParts, bytes: Buffer): string | undefined {
  if (cell.from < 0 && cell.text === undefined) return cell.formula ? uncalculated(cell) : undefined;
  switch (cell.kind) {
    case 'shared':
      return sharedText(cell, bytes);
    case 'number':
      return cell.text === undefined ? plainNumber(cell, bytes) : anyNumber(cell, cell.text);
    case 'text':
      return textOf(cell, cell.text ?? cellText(bytes.utf8Slice(cell.from, cell.to)));
    case 'bool': {
      const isTrue = /^\s*(1|true)\s*$/i.test(writtenValue(cell, bytes));
      return `["b${cell.formula ? 'f' : ''}",${isTrue},"${isTrue ? 'TRUE' : 'FALSE'}"]`;
    }
    case 'error':
      return tagged('e', cell, writtenValue(cell, bytes).trim() || '#ERROR');
    case 'date': {
      const text = writtenValue(cell, bytes);
      const serial = serialOf(text, cell.date1904);
      if (serial === undefined) return textOf(cell, text);
      const style = cell.formats[cell.style];
      const format = style?.isDate ? style : new CellFormat(isoFormat(serial), cell.date1904);
      return format.pack(serial, '', -1, cell.formula);
    }
  }
}

const isoFormat = (serial: number): string =>
  serial < 1 ? 'h:mm:ss' : Number.isInteger(serial) ? 'yyyy/m/d' : 'yyyy/m/d h:mm:ss';

const writtenValue = (cell: CellParts, bytes: Buffer): string =>
  cell.text ?? cellText(bytes.utf8Slice(cell.from, cell.to));

const tagged = (letter: 'e' | 't', cell: CellParts, text: string): string =>
  `["${letter}${cell.formula ? 'f' : ''}",${JSON.stringify(text)},${JSON.stringify(text)}]`;

function textOf(cell: CellParts, text: string): string | undefined {
  if (text === '') return undefined;
  return cell.formula ? tagged('t', cell, text) : JSON.stringify(text);
}

/** Nobody knows its value: it must not look like an empty cell. */
const uncalculated = (cell: CellParts): string =>
  `["ef","#UNCALCULATED",${JSON.stringify(cell.formulaText === '' ? '#UNCALCULATED' : `=${cellText(cell.formulaText)}`)}]`;

/** The number of a shared string; NaN: there is something else. */
export function indexIn(bytes: Buffer, from: number, to: number): number {
  let index = 0;
  for (let p = from; p < to; p++) {
    const digit = (bytes[p] as number) - 0x30;
    if (digit >= 0 && digit <= 9) index = index * 10 + digit;
    else if (digit + 0x30 > 0x20) index = Number.NaN;
  }
  return index;
}

function sharedText(cell: CellParts, bytes: Buffer): string | undefined {
  const index = indexIn(bytes, cell.from, cell.to);
  const quoted = cell.text === undefined && cell.to > cell.from ? cell.strings.quoted(index) : undefined;
  // a string that is named and not there is not an empty cell
  if (quoted === undefined) return tagged('e', cell, `#STRING ${writtenValue(cell, bytes).trim()}`);
  if (quoted === '""') return undefined;
  return cell.formula ? `["tf",${quoted},${quoted}]` : quoted;
}

const powers = Array.from({ length: 16 }, (_, i) => 10 ** i);

/** Most numbers are a few digits with a point among them: read here, without the way through a string and back. */
function plainNumber(cell: CellParts, bytes: Buffer): string | undefined {
  const { from, to } = cell;
  let p = from;
  const minus = bytes[p] === 0x2d;
  if (minus) p++;
  const start = p;
  let mantissa = 0;
  let point = -1;
  for (; p < to; p++) {
    const c = bytes[p] as number;
    if (c >= 0x30 && c <= 0x39) mantissa = mantissa * 10 + c - 0x30;
    else if (c === 0x2e && point < 0 && p > start) point = p;
    else break;
  }
  const wholeDigits = (point < 0 ? to : point) - start;
  const decimals = point < 0 ? 0 : to - point - 1;
  const plain =
    p === to &&
    wholeDigits > 0 &&
    wholeDigits + decimals <= 15 &&
    (wholeDigits === 1 || bytes[start] !== 0x30) &&
    (point < 0 ? mantissa > 0 || !minus : decimals > 0 && bytes[to - 1] !== 0x30);
  const text = bytes.latin1Slice(from, to);
  if (!plain) return anyNumber(cell, text);
  const size = decimals === 0 ? mantissa : mantissa / (powers[decimals] as number);
  // smaller ones are written with an exponent by everybody else
  if (size !== 0 && size < 1e-4) return anyNumber(cell, text);
  return (cell.formats[cell.style] ?? general).pack(minus ? -size : size, text, decimals, cell.formula);
}

function anyNumber(cell: CellParts, text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return cell.formula ? uncalculated(cell) : undefined;
  const value = decimalNumber.test(trimmed) ? Number(trimmed) : Number.NaN;
  // what is no number is kept as it is written, to be refused where a number is wanted
  if (!Number.isFinite(value)) return textOf(cell, cellText(text));
  return (cell.formats[cell.style] ?? general).pack(value, '', -1, cell.formula);
}
