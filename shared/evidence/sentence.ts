import { fill } from '../plain/fill.ts';
import type { SentenceValue } from '../protocol/parts.ts';
import type { Fen } from './fen.ts';
import { exactYuan, showMoney } from './show-money.ts';

type Lang = 'zh-CN' | 'en';

const countFormat = { 'zh-CN': new Intl.NumberFormat('zh-CN'), en: new Intl.NumberFormat('en') };
const numberFormat = {
  'zh-CN': new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 2 }),
};
const smallFormat = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const ratioFormat = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** What is smaller than this is said to be so. */
const LEAST = 0.000_001;

/** A number with two decimals; a small one with two figures, for a chance of 0.0005 is not 0. */
function showNumber(value: number, lang: Lang): string {
  const size = Math.abs(value);
  if (size === 0 || size >= 0.1) return numberFormat[lang].format(value);
  return size < LEAST ? `<${smallFormat.format(LEAST)}` : smallFormat.format(value);
}

/** A share with one decimal; what is too small or too near the whole for that is said to be so, never 0% or 100%. */
function showRatio(ratio: number): string {
  const shown = ratioFormat.format(ratio);
  if (ratio > 0 && shown === '0%') return '<0.1%';
  return ratio < 1 && shown === '100%' ? '>99.9%' : shown;
}

/**
 * A value that is held against another one: as exact as it takes to see that the two differ, so that no line says 20% > 20% or 3.00万元 > 3.00万元.
 * Equal values look equal.
 */
export function showBeside(value: SentenceValue, other: SentenceValue | null, lang: Lang): string {
  const shown = showValue(value, lang);
  if (other === null || value.type !== other.type || value.value === other.value || shown !== showValue(other, lang))
    return shown;
  if (value.type === 'fen')
    return lang === 'en' ? `CNY ${exactYuan(value.value as Fen)}` : `${exactYuan(value.value as Fen)}元`;
  if (value.type !== 'ratio' && value.type !== 'number') return shown;
  const style = value.type === 'ratio' ? 'percent' : 'decimal';
  for (let digits = 2; digits <= 10; digits++) {
    const format = new Intl.NumberFormat('en', { style, maximumFractionDigits: digits });
    const text = format.format(value.value);
    if (text !== format.format(other.value as number)) return text;
  }
  return shown;
}

/** One value of a finding in the reader's language and unit: 44.83万元, 9, 24.3%. */
export function showValue(value: SentenceValue, lang: Lang): string {
  if (value.type === 'fen') return showMoney(value.value as Fen, lang);
  if (value.type === 'count') return countFormat[lang].format(value.value);
  if (value.type === 'ratio') return showRatio(value.value);
  if (value.type === 'number') return showNumber(value.value, lang);
  return value.value;
}

/** The sentence of a finding: a model's summary filled with the finding's params. */
export function sentence(
  summary: { zh: string; en: string },
  params: Readonly<Record<string, SentenceValue>>,
  lang: Lang,
): string {
  const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, showValue(value, lang)]));
  return fill(lang === 'en' ? summary.en : summary.zh, shown);
}
