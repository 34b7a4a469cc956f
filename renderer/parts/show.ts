import type { Settings } from '../../shared/protocol/settings.requests.ts';
import type { Lang } from '../app/words.ts';

/** A figure and its unit, apart because the figure may be larger than its unit. English puts the unit in front. */
export interface ShownMoney {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

const wan = 1_000_000;
const yi = 10_000_000_000;

/**
 * Fen as it is read: below 1万 the exact 元, then 万元 with one decimal, then 亿元 with two, half up. The unit is never dropped.
 * `exact` gives 元 and fen whatever the size; it stands behind every shortened figure.
 */
export function showMoney(fen: number, lang: Lang, how: Settings['money'] | 'exact' = 'auto'): ShownMoney {
  const size = Math.abs(fen);
  const unit =
    how === 'yuan' || how === 'exact' ? 'yuan' : how === 'wan' ? 'wan' : size < wan ? 'yuan' : size < yi ? 'wan' : 'yi';
  if (lang === 'en') return english(fen, size, unit);
  if (unit === 'yuan') return { before: '', figure: decimal(fen, 100, 2), after: '元' };
  if (unit === 'wan') return { before: '', figure: decimal(fen, wan, 1), after: '万元' };
  return { before: '', figure: decimal(fen, yi, 2), after: '亿元' };
}

/** Thousands, millions and billions of yuan: 万 and 亿 do not exist in English. */
function english(fen: number, size: number, unit: 'yuan' | 'wan' | 'yi'): ShownMoney {
  const before = 'CNY ';
  if (unit === 'yuan') return { before, figure: decimal(fen, 100, 2), after: '' };
  if (size < 100_000_000) return { before, figure: decimal(fen, 100_000, 1), after: 'k' };
  if (size < 100_000_000_000) return { before, figure: decimal(fen, 100_000_000, 1), after: 'm' };
  return { before, figure: decimal(fen, 100_000_000_000, 2), after: 'bn' };
}

export const moneyText = (fen: number, lang: Lang, how?: Settings['money'] | 'exact'): string => {
  const { before, figure, after } = showMoney(fen, lang, how);
  return before + figure + after;
};

/** fen / divisor with fixed decimals, rounded half up in whole numbers, minus sign U+2212. */
function decimal(fen: number, divisor: number, decimals: number): string {
  const scaled = Math.round((Math.abs(fen) * 10 ** decimals) / divisor);
  const whole = Math.floor(scaled / 10 ** decimals);
  const rest = String(scaled % 10 ** decimals).padStart(decimals, '0');
  return `${fen < 0 && scaled > 0 ? '−' : ''}${whole.toLocaleString('en-US')}.${rest}`;
}

export const countText = (n: number): string => n.toLocaleString('en-US');

/** 0.2654 → 26.5% */
export const percentText = (ratio: number): string => `${(ratio * 100).toFixed(1)}%`;

/** Bytes with three significant digits. */
export function bytesText(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toPrecision(3)} ${units[unit]}`;
}

/** An instant as local date and time: 2026-03-06 14:20:05. */
export function instantText(iso: string): string {
  const at = new Date(iso);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** A digest in groups of four, for reading aloud. */
export const groupsOfFour = (text: string): string[] => text.replaceAll(/[^0-9A-Za-z]/g, '').match(/.{1,4}/g) ?? [];
