import { fen } from '../../shared/evidence/fen.ts';
import { exactYuan, showMoney as shortMoney } from '../../shared/evidence/show-money.ts';
import type { Settings } from '../../shared/protocol/settings.requests.ts';
import type { Lang } from '../app/words.ts';

/** A figure and its unit, apart because the figure may be larger than its unit. English puts the unit in front. */
export interface ShownMoney {
  readonly before: string;
  readonly figure: string;
  readonly after: string;
}

const wan = 1_000_000;

/**
 * Fen as it is read: short enough for a table ('auto', the same words as in the report), always 元, or always 万元.
 * The unit is never dropped; the exact figure stands behind every shortened one.
 */
export function showMoney(amount: number, lang: Lang, how: Settings['money'] | 'exact' = 'auto'): ShownMoney {
  const exact = how === 'exact' || how === 'yuan';
  const text = exact ? exactYuan(fen(amount)) : how === 'wan' ? inWan(amount, lang) : shortMoney(fen(amount), lang);
  const [, before = '', figure = '', after = ''] = /^(\D*?)(-?[\d,.]+)(.*)$/.exec(text) ?? [];
  const unit = exact
    ? lang === 'en'
      ? { before: 'CNY ', after: '' }
      : { before: '', after: '元' }
    : { before, after };
  return {
    before: unit.before.replace('-', ''),
    figure: minus(amount < 0) + figure.replace('-', ''),
    after: unit.after.trim(),
  };
}

/** 万元 for every amount; English counts the same column in thousands. */
function inWan(amount: number, lang: Lang): string {
  const unit = lang === 'en' ? wan / 10 : wan;
  const hundredths = Math.round((Math.abs(amount) * 100) / unit);
  return lang === 'en' ? `CNY ${exactYuan(fen(hundredths))} k` : `${exactYuan(fen(hundredths))}万元`;
}

const minus = (negative: boolean): string => (negative ? '−' : '');

export const moneyText = (fen: number, lang: Lang, how?: Settings['money'] | 'exact'): string => {
  const { before, figure, after } = showMoney(fen, lang, how);
  return `${before}${figure}${lang === 'en' && after ? ' ' : ''}${after}`;
};

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
