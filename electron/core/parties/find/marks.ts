import { pinyinOf } from '../../../../shared/evidence/pinyin.ts';
import { toSimplified } from '../../../../shared/evidence/traditional.ts';
import { folded } from './read-lines.ts';

/** Part of a text that fits what was typed: from, to (exclusive), in UTF-16 units. */
export type Mark = [from: number, to: number];

/** Where a typed word stands in a text; full width, case, spaces and traditional characters do not matter. */
export function markOf(text: string, word: string): Mark | undefined {
  const wanted = toSimplified(folded(word));
  if (wanted === '') return undefined;
  let read = '';
  const places: number[] = [];
  let at = 0;
  for (const char of text) {
    const plain = toSimplified(folded(char));
    read += plain;
    for (let i = 0; i < plain.length; i++) places.push(at);
    at += char.length;
  }
  const found = read.indexOf(wanted);
  if (found === -1) return undefined;
  return [places[found]!, places[found + wanted.length] ?? text.length];
}

/** The characters of a name whose sound begins with the typed letters (zhouqi), or whose first letters they are (zqm). */
export function soundMark(name: string, letters: string, isPerson: boolean): Mark | undefined {
  const chars = [...toSimplified(name)];
  const sounds = pinyinOf(name, isPerson).map((sound) => sound.toLowerCase());
  // 尉迟 is one sound of two characters: then the name is marked as a whole
  if (sounds.length !== chars.length) return [0, name.length];
  const unit = (n: number): number => chars.slice(0, n).join('').length;
  for (let from = 0; from < sounds.length; from++) {
    const to = bySyllable(sounds, from, letters) ?? byInitials(sounds, from, letters);
    if (to !== undefined) return [unit(from), unit(to)];
  }
  return undefined;
}

function bySyllable(sounds: readonly string[], from: number, letters: string): number | undefined {
  let left = letters;
  for (let at = from; at < sounds.length; at++) {
    const sound = sounds[at]!;
    if (sound.startsWith(left)) return at + 1;
    if (!left.startsWith(sound)) return undefined;
    left = left.slice(sound.length);
  }
  return undefined;
}

function byInitials(sounds: readonly string[], from: number, letters: string): number | undefined {
  const fits = [...letters].every((letter, i) => sounds[from + i]?.[0] === letter);
  return fits ? from + letters.length : undefined;
}
