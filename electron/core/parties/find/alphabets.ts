/** Tells where a key stands: from `begin` on, before `end`. */
export type File = (key: number, begin: number, end: number) => void;

/** Keys of a text: what a line is filed under, and what a typed text is looked up by. Keys are whole numbers from 1 to 2³² − 1. */
export interface Alphabet {
  /** whether letters need two bytes */
  readonly wide: boolean;
  /** which bits of a kept letter are compared with a typed one */
  readonly mask: number;
  /** up to so many typed letters are one key, so that a line filed under it holds them, where it is filed */
  readonly oneKey: number;
  /** the letter for one UTF-16 unit of a line; 0 is none */
  letter(code: number): number;
  /** files the letters pool[from] … pool[to - 1] */
  file(pool: ArrayLike<number>, from: number, to: number, under: File): void;
  /** the keys under which every line with the typed letters is filed; none: such a text is not looked for */
  ask(typed: ArrayLike<number>): readonly number[];
  /** whether the typed letters may begin at this place of a line that is pool[start] … pool[end - 1] */
  mayBegin(
    pool: ArrayLike<number>,
    at: number,
    line: { start: number; end: number },
    typed: ArrayLike<number>,
  ): boolean;
}

const pair = (a: number, b: number): number => a * 2 ** 16 + b;

/** 名称: any two characters that follow each other, and the first one by itself; a single typed character has to begin the name. */
export const names: Alphabet = {
  wide: true,
  mask: 0xffff,
  oneKey: 2,
  letter: (code) => code || 0xfffd,
  file(pool, from, to, under) {
    if (from < to) under(pair(0, pool[from]!), from, from + 1);
    for (let at = from + 1; at < to; at++) under(pair(pool[at - 1]!, pool[at]!), at - 1, at + 1);
  },
  ask(typed) {
    if (typed.length < 2) return typed.length === 0 ? [] : [pair(0, typed[0]!)];
    return Array.from({ length: typed.length - 1 }, (_, at) => pair(typed[at]!, typed[at + 1]!));
  },
  mayBegin: (_pool, at, { start }, typed) => typed.length > 1 || at === start,
};

const END = 38;
const BASE = 39;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => code >= 65 && code <= 90;
const four = (a: number, b: number, c: number, d: number): number => ((a * BASE + b) * BASE + c) * BASE + d;

/** 号码: any four signs that follow each other; three typed signs have to be the last ones. */
export const numbers: Alphabet = {
  wide: false,
  mask: 0xff,
  oneKey: 4,
  letter: (code) => (isDigit(code) ? code - 47 : isLetter(code) ? code - 54 : 37),
  file(pool, from, to, under) {
    for (let at = from + 3; at < to; at++)
      under(four(pool[at - 3]!, pool[at - 2]!, pool[at - 1]!, pool[at]!), at - 3, at + 1);
    if (to - from >= 3) under(four(pool[to - 3]!, pool[to - 2]!, pool[to - 1]!, END), to - 3, to);
  },
  ask(typed) {
    if (typed.length < 3) return [];
    if (typed.length === 3) return [four(typed[0]!, typed[1]!, typed[2]!, END)];
    return Array.from({ length: typed.length - 3 }, (_, at) =>
      four(typed[at]!, typed[at + 1]!, typed[at + 2]!, typed[at + 3]!),
    );
  },
  mayBegin: (_pool, at, { end }, typed) => typed.length > 3 || at + 3 === end,
};

const sound = (code: number): number => (isLetter(code & ~32) ? (code & 31) + (code & 32 ? 0 : 32) : 31);
const plain = (letter: number): number => letter & 31;
const three = (a: number, b: number, c: number): number => (a << 10) | (b << 5) | c;

/** 拼音: syllables begin with a capital (ZhouQiMing); what is typed in small letters has to begin with a syllable. */
export const syllables: Alphabet = {
  wide: false,
  mask: 31,
  oneKey: 2,
  letter: sound,
  file(pool, from, to, under) {
    for (let at = from; at < to; at++) {
      const own = plain(pool[at]!);
      if (pool[at]! >= 32 && at + 1 < to) under(three(0, own, plain(pool[at + 1]!)), at, at + 2);
      if (at - from >= 2) under(three(plain(pool[at - 2]!), plain(pool[at - 1]!), own), at - 2, at + 1);
    }
  },
  ask(typed) {
    if (typed.length < 2) return [];
    const letters = Array.from(typed, plain);
    const inside = letters.slice(2).map((letter, at) => three(letters[at]!, letters[at + 1]!, letter));
    return [three(0, letters[0]!, letters[1]!), ...inside];
  },
  mayBegin: (pool, at) => pool[at]! >= 32,
};

/** 拼音首字母: any two letters that follow each other. */
export const initials: Alphabet = {
  wide: false,
  mask: 31,
  oneKey: 2,
  letter: (code) => plain(sound(code)),
  file(pool, from, to, under) {
    for (let at = from + 1; at < to; at++) under((pool[at - 1]! << 5) | pool[at]!, at - 1, at + 1);
  },
  ask: (typed) => Array.from({ length: Math.max(0, typed.length - 1) }, (_, at) => (typed[at]! << 5) | typed[at + 1]!),
  mayBegin: () => true,
};
