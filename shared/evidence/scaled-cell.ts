import { failed, ok, type Read } from '../protocol/problem.ts';
import { type Amount, type MoneyFlag, parseAmount } from './amount.ts';
import type { Cell, CellOrEmpty } from './cell.ts';
import type { Currency } from './currency.ts';
import { numberText, plainScaled, scale } from './decimal.ts';
import { figureText, saysNothing, seenIn } from './text.ts';

/** A figure of a cell in whole steps of 10^-decimals. */
export interface ScaledFigure {
  readonly value: number;
  readonly currency?: Currency;
  readonly flags?: readonly MoneyFlag[];
}

/** `decimals`: 2 for fen, 6 for micro-yuan. `limit`: the largest size in those steps that is still believed. */
export interface Scale {
  readonly decimals: number;
  readonly limit: number;
}

const nothing: Read<null> = ok(null);
const unreadable = (cell: Cell) => failed('amount.unreadable', { seen: seenIn(cell) });

// The accounting format shows zero as ¥-; in a text file nothing says whether it was a zero or an empty cell.
const dashForZero = /^[¥$]\s*[-–—]+$/;

/** Reads an amount cell exactly. Problems: amount.unreadable, amount.too-large. null: nothing was written there. */
export function readScaled(
  cell: CellOrEmpty,
  headerPower: number,
  { decimals, limit }: Scale,
): Read<ScaledFigure | null> {
  if (cell === null) return nothing;
  const isText = cell.type === 'text' && typeof cell.raw === 'string';
  const isNumber = cell.type === 'number' && typeof cell.raw === 'number' && Number.isFinite(cell.raw);
  if (!isText && !isNumber) return unreadable(cell);

  const isDisguised = isNumber && shownOtherwise.test(cell.shown);
  const typed = typeof cell.raw === 'number' ? numberText(cell.raw) : String(cell.raw).trim();
  if (!isDisguised) {
    const value = plainScaled(typed, headerPower + decimals);
    if (value !== undefined && Math.abs(value) <= limit) return ok({ value });
  }

  const text = figureText(typed);
  if (text === undefined) return unreadable(cell);
  if (saysNothing(text) || dashForZero.test(text)) return nothing;
  const amount = isDisguised ? amountAsShown(cell.shown, typed, headerPower) : parseAmount(text, headerPower);
  if (amount !== undefined) return figureOf(cell, amount, decimals, limit);
  return afterRefund(cell, text, headerPower, { decimals, limit });
}

function figureOf(cell: Cell, amount: Amount, decimals: number, limit: number): Read<ScaledFigure> {
  const { value, rounded } = scale(amount.integer, amount.fraction, amount.power + decimals);
  if (value === undefined || value > limit) return failed('amount.too-large', { seen: seenIn(cell) });
  const isSpreadsheetNumber = cell.type === 'number';
  const flags = amount.flags.filter((flag) => !(isSpreadsheetNumber && flag === 'scientific'));
  if (rounded) flags.push('rounded');
  return ok({
    value: amount.negative && value !== 0 ? -value : value,
    ...(amount.currency && amount.currency !== 'CNY' ? { currency: amount.currency } : {}),
    ...(flags.length > 0 ? { flags } : {}),
  });
}

const refund = /^(.+?)\s*\(已(?:(全额)退款|退款[¥￥]?\s*([\d.,]+)元?)\)$/;

/** 131.77(已退款89.84), as wallets write it: what is left, and a flag. More given back than paid is not believed. */
function afterRefund(cell: Cell, text: string, headerPower: number, scaleTo: Scale): Read<ScaledFigure> {
  const [, paidText = '', all, backText = ''] = refund.exec(text) ?? [];
  const paid = parseAmount(paidText, headerPower);
  if (paid === undefined) return unreadable(cell);
  const whole = figureOf(cell, paid, scaleTo.decimals, scaleTo.limit);
  if (!whole.ok) return whole;
  const flags = whole.value.flags ?? [];
  if (all) return ok({ ...whole.value, value: 0, flags: [...flags, 'full-refund'] });

  const back = parseAmount(backText, headerPower);
  if (back === undefined) return unreadable(cell);
  const returned = figureOf(cell, back, scaleTo.decimals, scaleTo.limit);
  if (!returned.ok) return returned;
  const left = Math.abs(whole.value.value) - returned.value.value;
  if (left < 0) return unreadable(cell);
  const value = whole.value.value < 0 && left !== 0 ? -left : left;
  return ok({ ...whole.value, value, flags: [...flags, left === 0 ? 'full-refund' : 'partial-refund'] });
}

// A number format can show 12.5 as 12.5万, 125000 as 12.5万, or 0.125 as 12.5%: then stored and shown value differ.
const shownOtherwise = /[万亿千百%$€£]|US|HK|EUR|GBP|JPY/i;

/**
 * A number whose format writes a unit behind it. The stored number is taken as it is when the format scales it down
 * (125000 shown as 12.5万), and times the unit when the format only adds the word (12.5 shown as 12.5万).
 */
function amountAsShown(shownText: string, stored: string, headerPower: number): Amount | undefined {
  const shown = figureText(shownText);
  const display = shown === undefined ? undefined : parseAmount(shown, headerPower);
  const exact = parseAmount(stored, headerPower);
  if (display === undefined || exact === undefined) return undefined;
  const flags = display.flags.filter((flag) => flag !== 'negative-in-parentheses' && flag !== 'trailing-minus');
  const { currency } = display;
  if (!flags.includes('unit-in-cell')) return { ...exact, currency, flags };

  const places = display.fraction.length;
  const displayed = scale(display.integer, display.fraction, places).value;
  const agrees = (power: number) => scale(exact.integer, exact.fraction, places + power).value === displayed;
  if (agrees(0)) return { ...exact, power: display.power, currency, flags };
  return agrees(-display.power) ? { ...exact, power: 0, currency, flags } : undefined;
}
