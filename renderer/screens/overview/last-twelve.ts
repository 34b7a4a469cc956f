/** The last twelve months of the case; `year` when they are one calendar year. */
export function lastTwelve(months: readonly string[]): { months: readonly string[]; year: string | null } {
  const last = months.slice(-12);
  const years = new Set(last.map((month) => month.slice(0, 4)));
  return { months: last, year: years.size === 1 ? ([...years][0] ?? null) : null };
}
