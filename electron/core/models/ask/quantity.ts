/**
 * Quantities are decimal text. Whole millionths of a unit add up exactly: this is the SQL of one quantity in them, for `sum(…)`;
 * digits beyond the sixth decimal are rounded.
 */
export const microQuantity = 'cast(round(quantity * 1000000) as integer)';

const MICRO = 1_000_000;

/** Millionths as units, for showing. */
export const unitsOf = (micro: number): number => micro / MICRO;

/** Units as millionths, for thresholds. */
export const microOf = (units: number): number => Math.round(units * MICRO);
