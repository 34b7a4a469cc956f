/** So many of a list, evenly spread: the same for the same list. */
export const spread = (list: readonly number[], most: number): readonly number[] =>
  list.length <= most ? list : Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!);
