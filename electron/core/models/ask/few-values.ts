/**
 * How far a value must lie from the middle of `count` others to be as rare as `limit` standard deviations from the middle of very many: Student's t
 * with count − 1 degrees of freedom at the same probability, by its expansion (Abramowitz and Stegun 26.7.5). 3.5 against six values is 7.8, against
 * twelve 4.9.
 */
export function limitForFew(limit: number, count: number): number {
  const free = count - 1;
  if (free < 1) return Number.POSITIVE_INFINITY;
  const [z, z3, z5, z7] = [1, 3, 5, 7].map((power) => limit ** power) as [number, number, number, number];
  return (
    z +
    (z3 + z) / (4 * free) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * free ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * free ** 3)
  );
}
