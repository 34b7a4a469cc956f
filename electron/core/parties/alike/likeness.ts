import { compatibleKeys } from '../../../../shared/evidence/compatible-names.ts';
import { pinyinOf } from '../../../../shared/evidence/pinyin.ts';
import { shapeKey } from '../../../../shared/evidence/shape-alike.ts';
import { tidy } from '../../../../shared/evidence/text.ts';

/** How two names can be one: a reason each, the words are in shared/text. */
export type NameLikeness = 'same-name' | 'traditional' | 'shape' | 'pinyin' | 'spelling' | 'short-name';

/** Characters that tell one house from the next: 第一医院 and 第二医院 are never one. */
const telling = /[0-9一二三四五六七八九十甲乙丙丁东西南北中A-Z]/;

/** What a name and its key are compared by. */
export interface Written {
  readonly name: string;
  readonly key: string;
}

/** The closest way in which two names are alike, or undefined. Keys are those of shared/evidence/name.ts. */
export function nameLikeness(a: Written, b: Written, sort: 'person' | 'org'): NameLikeness | undefined {
  if (a.key === b.key) return plain(a.name) === plain(b.name) ? 'same-name' : writingOf(a, b);
  if (sort === 'org' && branchOf(a.key) !== branchOf(b.key)) return undefined;
  const differing = differences(a.key, b.key);
  if (differing?.some(([x, y]) => telling.test(x) && telling.test(y))) return undefined;
  if (sort === 'person' && a.key.length < 2) return undefined;
  if (differing !== undefined && shapeKey(a.key) === shapeKey(b.key)) return 'shape';
  if (pinyinKey(a.key, sort) === pinyinKey(b.key, sort)) return 'pinyin';
  if (differing?.length === 1 && a.key.length >= (sort === 'person' ? 3 : 4))
    return sort === 'person' && a.key[0] !== b.key[0] ? undefined : 'spelling';
  if (sort === 'org' && oneMissing(a.key, b.key)) return 'spelling';
  return sort === 'org' && compatibleKeys(a.key, b.key, 'org') ? 'short-name' : undefined;
}

/** Two ways of writing one key: 張偉 for 张伟, or only spaces and brackets. */
const writingOf = (a: Written, b: Written): NameLikeness =>
  plain(a.name).length === plain(b.name).length ? 'traditional' : 'same-name';

const plain = (name: string): string => tidy(name).replace(/\s+/g, '').toUpperCase();

const branchOf = (key: string): string => key.split('#')[1] ?? '';

/** 拼音 of a key as one text. */
export const pinyinKey = (key: string, sort: 'person' | 'org'): string => pinyinOf(key, sort === 'person').join(' ');

/** The places in which two keys of one length differ, at most three; undefined where they differ more, or in length. */
function differences(a: string, b: string): Array<readonly [string, string]> | undefined {
  const [left, right] = [[...a], [...b]];
  if (left.length !== right.length) return undefined;
  const pairs = left.flatMap((char, i) => (char === right[i] ? [] : [[char, right[i]!] as const]));
  return pairs.length > 3 || pairs.length === left.length ? undefined : pairs;
}

/** One character left out of a long key. */
function oneMissing(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 1 || short.length < 5) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return !telling.test(long[at]!) && short.slice(at) === long.slice(at + 1);
}

const generic =
  /医疗器械|医疗用品|医疗科技|生物医药|生物科技|生物技术|企业管理|商务咨询|信息咨询|市场营销|会议服务|会展服务|文化传媒|医药|药业|制药|医疗|器械|科技|技术|贸易|商贸|咨询|管理|营销|策划|推广|服务|传媒|广告|企业|商务|信息|健康|生物|会议|会展|文化|配送|销售|集团|有限|公司|中国/g;
const place = /^\p{Script=Han}{2,6}?(?:省|自治区|市|自治州|县|区)(?=\p{Script=Han}{2})/u;

/** What a short name and its full name have in common: the words that are nobody else's. 澄溪云杉企业管理咨询 → 澄溪云杉, 云杉. */
export function coreNames(key: string): string[] {
  const bare = key.split('#')[0]!.replace(place, '').replace(generic, '');
  if (bare.length < 2) return [];
  return bare.length >= 4 ? [bare, bare.slice(0, 2), bare.slice(2)] : [bare, bare.slice(0, 2)];
}

/** The keys with one character left out each: two keys that differ in one place share one of them. */
export const deletions = (key: string): string[] =>
  Array.from({ length: key.length }, (_, i) => `${i}${key.slice(0, i)}_${key.slice(i + 1)}`);

/** Where somebody belongs, as far as an employer's name tells: 澄溪市第一人民医院 → 澄溪. */
export function cityOf(orgKey: string): string {
  const named = /^(?:\p{Script=Han}{2,5}?(?:省|自治区))?(\p{Script=Han}{2,5}?)(?:市|自治州|县|区)/u.exec(orgKey)?.[1];
  return named ?? orgKey.slice(0, 2);
}
