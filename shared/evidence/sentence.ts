import { fill } from '../plain/fill.ts';
import type { SentenceValue } from '../protocol/parts.ts';
import type { Fen } from './fen.ts';
import { showMoney } from './show-money.ts';

type Lang = 'zh-CN' | 'en';

const countFormat = { 'zh-CN': new Intl.NumberFormat('zh-CN'), en: new Intl.NumberFormat('en') };
const numberFormat = {
  'zh-CN': new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 2 }),
};
const ratioFormat = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });

/** One value of a finding in the reader's language and unit: 44.83万元, 9, 24.3%. */
export function showValue(value: SentenceValue, lang: Lang): string {
  if (value.type === 'fen') return showMoney(value.value as Fen, lang);
  if (value.type === 'count') return countFormat[lang].format(value.value);
  if (value.type === 'ratio') return ratioFormat.format(value.value);
  if (value.type === 'number') return numberFormat[lang].format(value.value);
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
