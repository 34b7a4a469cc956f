import type { Answer } from '../../../shared/protocol/requests.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { recordOfCategory } from '../store/records/index.ts';
import { wholeFigures } from '../store/whole-figures.ts';
import { sheetWords } from './lacks.ts';

type Overview = Answer<'overview.read'>;

/** Every kind of sheet that words ask for, with its table. Wallet bills become bank bookings and are counted with them. */
const categories = Object.keys(sheetWords).flatMap((category) => {
  const record = recordOfCategory(category);
  if (!record) return [];
  const { categories: sheets, table, day } = record;
  return [{ category, sheets, table, dated: day.covers }];
});

/** More months than this are a slip of the pen somewhere; then the span is that of the money alone. */
const MOST_MONTHS = 240;

/** Which months each category covers, over the whole span of the case; categories never imported are in it with nothing. */
export function coverageOf(store: Store): Pick<Overview, 'months' | 'coverage'> {
  const { months: counted } = wholeFigures(store);
  const coverage = categories.map(({ category, sheets, table, dated }) => {
    const { rows, files } = prepared<[string], { rows: number; files: number }>(
      store,
      `select coalesce(sum(s.rows_imported), 0) as rows, count(distinct b.evidence) as files from sheet s join batch b on b.id = s.batch
       where b.state = 'written' and s.category in (select value from json_each(?))`,
    ).get(JSON.stringify(sheets))!;
    return {
      category,
      title: sheetWords[category] ?? { zh: category, en: category },
      rows,
      files,
      months: counted[table] ?? {},
      dated,
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
