import { tidy } from './text.ts';

/** 币种, as ISO 4217 code. */
export type Currency =
  | 'CNY'
  | 'USD'
  | 'HKD'
  | 'EUR'
  | 'GBP'
  | 'JPY'
  | 'MOP'
  | 'TWD'
  | 'SGD'
  | 'AUD'
  | 'CAD'
  | 'CHF'
  | 'KRW';

/** Name, sign and number under which each currency is written. */
const written: Readonly<Record<Currency, string>> = {
  CNY: '人民币 人民币元 元 rmb cny cnh 156 ¥ 本币 人民币元户',
  USD: '美元 美金 usd us$ 840',
  HKD: '港元 港币 港纸 hkd hk$ 344',
  EUR: '欧元 eur € 978',
  GBP: '英镑 gbp £ 826',
  JPY: '日元 日圆 jpy 392',
  MOP: '澳门元 澳门币 mop 446',
  TWD: '新台币 台币 twd nt$ 901',
  SGD: '新加坡元 新币 sgd s$ 702',
  AUD: '澳大利亚元 澳元 aud a$ 036',
  CAD: '加拿大元 加元 cad c$ 124',
  CHF: '瑞士法郎 chf 756',
  KRW: '韩元 韩圆 krw 410',
};

const byWord = new Map(
  Object.entries(written).flatMap(([code, words]) => words.split(' ').map((word) => [word, code as Currency] as const)),
);
const accountKind = /[(（]?(?:现钞|现汇|钞|汇|户)[)）]?$/;

/** 币种 of a cell or of words beside an amount: 人民币, RMB, 156, 美元, 港币(现汇). undefined: not known, or empty. */
export function readCurrency(text: string): Currency | undefined {
  const word = tidy(text).toLowerCase().replaceAll(' ', '');
  return byWord.get(word) ?? byWord.get(word.replace(accountKind, ''));
}
