import type { Fen } from './fen.ts';

const digitWords = '零壹贰叁肆伍陆柒捌玖';
const sectionUnits = ['', '拾', '佰', '仟'];

/** 大写: 16,409.02 → 壹万陆仟肆佰零玖元零贰分, as cheques and minutes write it; the text of an exact amount. */
export function capitals(amount: Fen): string {
  if (amount === 0) return '零元整';
  const size = Math.abs(amount);
  const cents = size % 100;
  const yuan = (size - cents) / 100;
  const jiao = (cents - (cents % 10)) / 10;
  const words =
    (yuan > 0 ? `${wholeInCapitals(yuan)}元` : '') +
    (jiao > 0 ? `${digitWords[jiao]}角` : yuan > 0 && cents > 0 ? '零' : '') +
    (cents % 10 > 0 ? `${digitWords[cents % 10]}分` : '');
  return `${amount < 0 ? '负' : ''}${words}${cents === 0 ? '整' : ''}`;
}

/** Splits at 亿, then at 万: 壹万亿 is ten thousand 亿. A gap below the split is bridged by one 零. */
function wholeInCapitals(value: number): string {
  for (const [size, word] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (value < size) continue;
    const low = value % size;
    const gap = low > 0 && low < size / 10 ? '零' : '';
    return wholeInCapitals((value - low) / size) + word + gap + (low > 0 ? wholeInCapitals(low) : '');
  }
  return section(value);
}

function section(value: number): string {
  let words = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) gap = words !== '';
    else {
      words += `${gap ? '零' : ''}${digitWords[digit]}${sectionUnits[place]}`;
      gap = false;
    }
  }
  return words;
}

const digitValues = new Map(
  ['零〇', '壹一', '贰貳二两兩', '叁參叄参三', '肆四', '伍五', '陆陸六', '柒七', '捌八', '玖九'].flatMap(
    (words, value) => [...words].map((word) => [word, value] as const),
  ),
);
const unitValues = new Map([...'拾十'].map((word) => [word, 10]));
for (const word of '佰百') unitValues.set(word, 100);
for (const word of '仟千') unitValues.set(word, 1000);

const digit = '零〇壹一贰貳二叁參叄参三肆四伍五陆陸六柒七捌八玖九';
const amountInWords = new RegExp(
  `^([负負]?)([${digit}两兩拾十佰百仟千万萬亿億]+)?([元圆圓块])?(?:[零〇]?([${digit}])[角毛])?(?:[零〇]?([${digit}])分)?([整正])?$`,
);

/** An amount written in words, in fen. `scaled`: it names its own unit (元, 万 …), so a header in 万元 does not touch it. */
export interface WrittenAmount {
  readonly fen: number;
  readonly scaled: boolean;
}

/**
 * 壹万贰仟叁佰肆拾伍元陆角柒分 → 1 234 567 fen. Refuses what can be read in two ways: 一万五 (15 000 or 10 005),
 * 三五 (35 or a slip), a lone 一, which is often meant as a dash. undefined: no amount in words.
 */
export function readCapitals(text: string): WrittenAmount | undefined {
  const found = amountInWords.exec(text);
  if (!found) return undefined;
  const [, minus, whole, yuan, jiao, cent] = found;
  if (whole === undefined && jiao === undefined && cent === undefined) return undefined;
  if (whole === undefined ? yuan !== undefined : yuan === undefined && (jiao !== undefined || cent !== undefined)) {
    return undefined;
  }
  if (text === '一') return undefined;
  const value = whole === undefined ? 0 : readWhole(whole.replaceAll('萬', '万').replaceAll('億', '亿'));
  if (value === undefined) return undefined;
  const size = value * 100 + wordValue(jiao) * 10 + wordValue(cent);
  if (!Number.isSafeInteger(size)) return undefined;
  return { fen: minus && size > 0 ? -size : size, scaled: /[元圆圓块角毛分万萬亿億]/.test(text) };
}

const wordValue = (word: string | undefined): number => (word === undefined ? 0 : (digitValues.get(word) ?? 0));

function readWhole(words: string): number | undefined {
  return readSplit(words, '亿', 1e8, (part, first) =>
    readSplit(part, '万', 1e4, (lower, lowerFirst) => readSection(lower, first && lowerFirst)),
  );
}

/** The part before the unit counts the unit and must not be zero; the part after it is a rest. */
function readSplit(
  words: string,
  unit: string,
  size: number,
  readPart: (part: string, first: boolean) => number | undefined,
): number | undefined {
  const at = words.indexOf(unit);
  if (at < 0) return readPart(words, true);
  const rest = words.slice(at + 1);
  if (rest.includes(unit)) return undefined;
  const high = readPart(words.slice(0, at), true);
  const low = rest === '' ? 0 : readPart(rest, false);
  return high && low !== undefined && low < size ? high * size + low : undefined;
}

/** Up to 9999. `first`: nothing stands before it, so a lone digit is itself and not short for 五千 or 五十. */
function readSection(words: string, first: boolean): number | undefined {
  if (words === '') return undefined;
  let value = 0;
  let pending = -1;
  let lastUnit = 10_000;
  let bridged = false;
  for (const word of words) {
    const unit = unitValues.get(word);
    if (unit !== undefined) {
      if (unit >= lastUnit || (bridged && pending < 0)) return undefined;
      if (pending < 0 && unit !== 10) return undefined;
      value += (pending < 0 ? 1 : pending) * unit;
      lastUnit = unit;
      pending = -1;
      bridged = false;
      continue;
    }
    const digitValue = digitValues.get(word);
    if (digitValue === undefined || pending >= 0) return undefined;
    if (digitValue === 0) bridged = true;
    else pending = digitValue;
  }
  if (pending < 0) return value;
  const isPlain = bridged || lastUnit === 10 || (lastUnit === 10_000 && first);
  return isPlain ? value + pending : undefined;
}
