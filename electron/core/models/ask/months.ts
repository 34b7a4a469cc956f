/** A calendar month as YYYY-MM; sorts as text. */
export type Month = string;

export const monthOf = (day: string): Month => day.slice(0, 7);

const numberOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** The month so many months later (earlier when negative). */
export function addMonths(month: Month, months: number): Month {
  const number = numberOf(month) + months;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** b − a in months. */
export const monthsBetween = (a: Month, b: Month): number => numberOf(b) - numberOf(a);

/** The first day of a month, and the first day after it: bounds for `day >= … and day < …`. */
export const boundsOf = (month: Month): { from: string; before: string } => ({
  from: `${month}-01`,
  before: `${addMonths(month, 1)}-01`,
});
