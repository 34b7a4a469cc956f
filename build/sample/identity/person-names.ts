/** Invented people: surnames by rough frequency, given names of one or two characters with a drift by decade of birth. */
import type { Random } from '../plain/random.ts';

const surnames: ReadonlyArray<readonly [string, number]> = [
  ...[...'王李张刘陈'].map((name) => [name, 70] as const),
  ...[...'杨赵黄周吴徐孙胡朱高'].map((name) => [name, 24] as const),
  ...[...'林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'].map((name) => [name, 10] as const),
  ...[
    ...'苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
  ].map((name) => [name, 4] as const),
  ['欧阳', 2],
  ['上官', 1],
  ['司徒', 1],
  ['诸葛', 1],
];

const early = {
  male: '建国志强文军卫东海涛明华永平国庆德胜利民春生立新光荣振兴学斌',
  female: '秀英桂兰玉珍淑华丽萍红梅春燕凤霞素琴月娥美玲爱莲惠敏静芳',
};
const middle = {
  male: '伟勇杰磊超鹏飞斌辉刚浩峰毅凯旭波宏亮俊松林晓东健翔志远启明',
  female: '芳娜敏静丽艳娟霞燕玲婷雪莉琳颖倩洁晶莹丹萍蓉薇岚晓红',
};
const late = {
  male: '浩宇子轩博文俊熙泽航天佑嘉诚梓睿思远奕辰铭哲逸凡承泽怀瑾',
  female: '雨桐欣怡梓涵诗琪可馨若曦思雨佳怡语嫣安琪清妍书瑶知夏念慈',
};
/** Transliterated names with a middle dot, as they stand in rosters. */
const dotted = [
  '阿依古丽',
  '买买提',
  '古丽娜尔',
  '艾力',
  '帕提古丽',
  '吐尔逊',
  '阿米娜',
  '卡德尔',
  '玛依努尔',
  '赛买提',
];

export function personName(random: Random, birthYear: number, male: boolean): string {
  if (random.chance(0.015)) return `${random.pick(dotted)}·${random.pick(dotted)}`;
  const surname = random.pickWeighted(surnames);
  const age = birthYear < 1970 ? early : birthYear < 1988 ? middle : late;
  const letters = [...(male ? age.male : age.female)];
  const first = random.pick(letters);
  if (random.chance(birthYear < 1988 ? 0.3 : 0.12)) return surname + first;
  return surname + first + random.pick(letters);
}

/** Which traditional characters a careless typist's input method leaves in a name. */
export const traditional: Readonly<Record<string, string>> = {
  张: '張',
  刘: '劉',
  陈: '陳',
  杨: '楊',
  赵: '趙',
  黄: '黃',
  吴: '吳',
  孙: '孫',
  马: '馬',
  罗: '羅',
  郑: '鄭',
  谢: '謝',
  韩: '韓',
  冯: '馮',
  许: '許',
  邓: '鄧',
  苏: '蘇',
  卢: '盧',
  蒋: '蔣',
  叶: '葉',
};

/** Near-shape or near-sound slips. */
export const slips: Readonly<Record<string, string>> = {
  伟: '玮',
  芳: '方',
  丽: '莉',
  静: '靖',
  明: '民',
  华: '桦',
  军: '君',
  平: '萍',
  海: '梅',
  涛: '滔',
  峰: '锋',
  辉: '晖',
  晓: '小',
  燕: '艳',
  琳: '林',
  斌: '彬',
};
