import { syllables } from './pinyin-table.ts';
import { toSimplified } from './traditional.ts';

/** Surnames that are read otherwise than the character usually is. */
const surnames: ReadonlyMap<string, string> = new Map(
  (
    '单 shan 解 xie 仇 qiu 曾 zeng 区 ou 查 zha 盖 ge 乐 yue 朴 piao 缪 miao 召 shao 覃 qin 折 she 郗 xi 繁 po 牟 mou 种 chong ' +
    '冼 xian 洗 xian 黑 he 秘 bi 尉迟 yuchi 万俟 moqi 长孙 zhangsun 澹台 tantai 尉 wei 员 yun 郇 xun 隗 wei 纪 ji 那 na 宁 ning 车 che'
  )
    .split(' ')
    .flatMap((word, i, all) => (i % 2 === 0 ? [[word, all[i + 1]!] as const] : [])),
);

let readings: Map<string, string> | undefined;

function readingOf(char: string): string | undefined {
  if (readings === undefined) {
    readings = new Map();
    for (const line of syllables) {
      const words = line.split(' ');
      for (let i = 0; i + 1 < words.length; i += 2) for (const each of words[i + 1]!) readings.set(each, words[i]!);
    }
  }
  return readings.get(char);
}

/**
 * 拼音 of a name, one text for each character, without tones; a character that is none or not in the table stands for itself. A person's
 * surname is read as surnames are: 单 shan, 尉迟 yuchi.
 */
export function pinyinOf(name: string, isPerson: boolean): string[] {
  const text = toSimplified(name).toUpperCase();
  const double = isPerson ? surnames.get(text.slice(0, 2)) : undefined;
  if (double !== undefined && text.length > 2) return [double, ...pinyinOf(text.slice(2), false)];
  return [...text].map(
    (char, at) => (isPerson && at === 0 ? surnames.get(char) : undefined) ?? readingOf(char) ?? char,
  );
}
