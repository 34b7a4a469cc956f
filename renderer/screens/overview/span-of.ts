/** The months shown beside a party: the last three years at most, and what the head calls them: 2025, or 2022–2024. */
export function spanOf(months: readonly string[]): { months: readonly string[]; years: string } {
  const last = months.slice(-36);
  const from = last[0]?.slice(0, 4) ?? '';
  const to = last.at(-1)?.slice(0, 4) ?? '';
  return { months: last, years: from === to ? from : `${from}–${to}` };
}
