/** The days of a finding, as short as they stay exact: 2025-06-20 ~ 12-19 within a year, one day alone, a dash when none is known. */
export function spanText(first: string | null, last: string | null): string {
  if (first === null || last === null) return first ?? last ?? '—';
  if (first === last) return first;
  return first.slice(0, 4) === last.slice(0, 4) ? `${first} ~ ${last.slice(5)}` : `${first} ~ ${last}`;
}
