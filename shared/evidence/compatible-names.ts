/**
 * Whether two keys written beside one account can be one holder's. Only ever asked where the account agrees:
 * a name that merely looks alike joins nobody.
 */
export function compatibleKeys(a: string, b: string, sort: 'person' | 'org'): boolean {
  if (a === b) return true;
  if (sort === 'person') return sameSurname(a, b) && oneSlip(a, b, 3);
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return oneSlip(a, b, 4) || ([...short].length >= 4 && long.includes(short)) || isAbbreviation(short, long);
}

const wildcards = /[*＊✱●•○■□█×]+|(?<=\p{Script=Han})X{1,3}$|^X{1,2}(?=\p{Script=Han})/u;

/** Whether a name known to be masked can stand for a full one: 张* and *三 for 张三, 张** for 张三 (some banks pad). */
export function fitsMask(mask: string, name: string): boolean {
  const head = mask.split(wildcards)[0] ?? '';
  const tail = mask.split(wildcards).at(-1) ?? '';
  return head + tail !== '' && name.length > head.length + tail.length && name.startsWith(head) && name.endsWith(tail);
}

/** 简称 takes characters of the full name in their order: 云杉管理 of 澄溪云杉企业管理咨询, 中石化 of 中国石油化工. */
function isAbbreviation(short: string, long: string): boolean {
  const letters = [...short];
  if (letters.length < 3 || short.includes('#') || long.includes('#')) return false; // a branch is no short name
  let at = 0;
  for (const letter of long) if (letter === letters[at]) at++;
  return at === letters.length;
}

const sameSurname = (a: string, b: string): boolean => a.codePointAt(0) === b.codePointAt(0);

/** Same length, one character different: 张伟民 and 张伟明. Shorter than `atLeast` there is not enough left to agree. */
function oneSlip(a: string, b: string, atLeast: number): boolean {
  const left = [...a];
  const right = [...b];
  if (left.length !== right.length || left.length < atLeast) return false;
  return left.filter((char, index) => char !== right[index]).length === 1;
}
