import type { Store } from './connect.ts';

/** Every number by which the case knows a person or an account. Credit codes and conference numbers are public and not among them. */
export function personalNumbers(store: Store): ReadonlySet<string> {
  const numbers = store.db
    .prepare<[], string>(
      `select distinct ltrim(value, '?') from mention_identifier
       where type not in ('uscc', 'tax_no', 'org_code', 'conference_no') and length(value) >= 5`,
    )
    .pluck()
    .all();
  return new Set(numbers);
}
