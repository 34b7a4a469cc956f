import { textCell } from '../../../shared/evidence/cell.ts';
import { readDate } from '../../../shared/evidence/date.ts';
import { exactYuan, readMoney } from '../../../shared/evidence/money.ts';
import { isUnit } from '../../../shared/evidence/unit.ts';
import type { FieldType } from '../sheets/sheet.ts';

/** What a cell that cannot be read may stand for: the text that would be read in its place. */
export interface Suggestion {
  readonly value: string;
  /** why this and nothing else: what was left out or taken for something else */
  readonly why: 'note-left-out' | 'letter-for-digit' | 'mark-doubled';
}

/** Letters that hands and scanners write for digits. */
const digits: Readonly<Record<string, string>> = { O: '0', o: '0', Ｏ: '0', l: '1', I: '1' };
/** What makes an amount another figure than the one that is written. */
const unsure: readonly string[] = ['partial-refund', 'full-refund', 'foreign-sign', 'rounded', 'scientific'];

/** A remark in brackets that holds no figure of its own: （含税）, (税后). */
const note = /[（(【[][^）)】\]\d零一二三四五六七八九十百千万亿]*[）)】\]]/g;

/**
 * The one plausible reading of a cell, or undefined where there is none or more than one. It is only offered: a person decides. 2025-09-31 has
 * none, because it may be the 30th or the 1st; 约2万 has none, because nobody says how much it was.
 */
export function suggestFix(type: FieldType, shown: string, unit: number): Suggestion | undefined {
  const tries: ReadonlyArray<readonly [Suggestion['why'], string]> = [
    ['note-left-out', shown.replace(note, '')],
    [
      'letter-for-digit',
      shown.replace(/(?<=[\d,.])[OoＯlI]|[OoＯlI](?=[\d,.])/g, (letter) => digits[letter] ?? letter),
    ],
    ['mark-doubled', shown.replace(/([-/.,年月])\1+/g, '$1')],
  ];
  const found = new Map<string, Suggestion>();
  for (const [why, text] of tries) {
    if (text === shown || text.trim() === '') continue;
    const value = read(type, text, unit);
    if (value !== undefined) found.set(value, { value, why });
  }
  return found.size === 1 ? [...found.values()][0] : undefined;
}

function read(type: FieldType, text: string, unit: number): string | undefined {
  if (type === 'amount') {
    const money = readMoney(textCell(text), isUnit(unit) ? unit : 1);
    // the unit stands beside the figure, so that no header multiplies it again
    return money.ok && money.value && !money.value.currency && !money.value.flags?.some((flag) => unsure.includes(flag))
      ? `${exactYuan(money.value.fen)}元`
      : undefined;
  }
  if (type === 'date' || type === 'datetime') {
    const day = readDate(textCell(text), { date1904: false, order: 'ask' });
    return day.ok && day.value && day.value.precision !== 'month' ? text.trim() : undefined;
  }
  return undefined;
}
