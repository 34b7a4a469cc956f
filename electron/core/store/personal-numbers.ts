import type { Store } from './connect.ts';
import { records } from './records/index.ts';

/** Every number by which the case knows a person or an account, those of patients in its records included. Credit codes and the numbers of conferences, products and other things are nobody's and not among them. */
export function personalNumbers(store: Store): ReadonlySet<string> {
  const numbers = store.db
    .prepare<[], string>(
      `select distinct ltrim(value, '?') from mention_identifier
       where type not in ('uscc', 'tax_no', 'org_code', 'conference_no', 'product_code', 'approval_no', 'tender_no', 'contract_no', 'invoice_no', 'clue_no') and length(value) >= 5`,
    )
    .pluck()
    .all();
  const patients = records.flatMap(({ table, personal }) =>
    personal.flatMap((column) =>
      store.db
        .prepare<[], string>(`select distinct ${column} from ${table} where length(${column}) >= 5`)
        .pluck()
        .all(),
    ),
  );
  return new Set([...numbers, ...patients]);
}
