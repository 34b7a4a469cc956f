import type { Answer } from '../../../shared/protocol/requests.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { sheetWords } from './lacks.ts';

type Overview = Answer<'overview.read'>;

/** Where the days of a category stand. Wallet bills become bank bookings and are counted with them. */
const categories: ReadonlyArray<{
  readonly category: string;
  readonly sheets: readonly string[];
  readonly table: string;
  readonly day: string | null;
}> = [
  { category: 'bank_flow', sheets: ['bank_flow', 'wallet_flow'], table: 'rec_bank_flow', day: 'day' },
  { category: 'expense', sheets: ['expense'], table: 'rec_expense', day: 'day' },
  { category: 'conference', sheets: ['conference'], table: 'rec_conference', day: 'start_day' },
  {
    category: 'conference_person',
    sheets: ['conference_person'],
    table: 'rec_conference_person',
    day: 'conference_day',
  },
  { category: 'company', sheets: ['company'], table: 'rec_company', day: null },
];

/** More months than this are a slip of the pen somewhere; then the span is that of the money alone. */
const MOST_MONTHS = 240;

/** Which months each category covers, over the whole span of the case; categories never imported are in it with nothing. */
export function coverageOf(store: Store): Pick<Overview, 'months' | 'coverage'> {
  const coverage = categories.map(({ category, sheets, table, day }) => {
    const { rows, files } = prepared<[string], { rows: number; files: number }>(
      store,
      `select coalesce(sum(s.rows_imported), 0) as rows, count(distinct b.evidence) as files from sheet s join batch b on b.id = s.batch
       where b.state = 'written' and s.category in (select value from json_each(?))`,
    ).get(JSON.stringify(sheets))!;
    const months =
      day === null
        ? []
        : prepared<[], { month: string; n: number }>(
            store,
            `select substr(${day}, 1, 7) as month, count(*) as n from ${table} where ${day} is not null group by 1 order by 1`,
          ).all();
    return {
      category,
      title: sheetWords[category] ?? { zh: category, en: category },
      rows,
      files,
      months: Object.fromEntries(months.map(({ month, n }) => [month, n])),
      dated: day !== null,
    };
  });
  const months = monthsBetween(coverage.flatMap((each) => Object.keys(each.months)));
  return {
    months: months.length <= MOST_MONTHS ? months : monthsBetween(Object.keys(coverage[0]?.months ?? {})),
    coverage,
  };
}

/** Every month from the first to the last of these. */
function monthsBetween(months: readonly string[]): string[] {
  if (months.length === 0) return [];
  const sorted = months.toSorted();
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  const all: string[] = [];
  for (let month = first; month <= last; month = next(month)) all.push(month);
  return all;
}

function next(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return number === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${month.slice(0, 4)}-${String(number + 1).padStart(2, '0')}`;
}
