/**
 * Places sorted by a whole number from 0 to below `most` that each has in `of`, by counting; equal ones keep the order of `places`, which are all of
 * them where none are given. Sorting by several numbers begins with the last of them.
 */
export function byCount(of: Int32Array | Uint8Array, most: number, places?: Int32Array): Int32Array {
  const next = new Int32Array(most + 1);
  for (let n = 0; n < of.length; n++) next[of[n]! + 1]!++;
  for (let number = 0; number < most; number++) next[number + 1]! += next[number]!;
  const sorted = new Int32Array(of.length);
  for (let n = 0; n < of.length; n++) {
    const place = places === undefined ? n : places[n]!;
    sorted[next[of[place]!]!++] = place;
  }
  return sorted;
}
