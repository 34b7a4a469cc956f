import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { defineJob } from '../job.ts';
import { dataCategories, otherData } from '../sheets/data-categories.ts';
import { sheets } from '../sheets/index.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { recordOfCategory } from '../store/records/index.ts';
import { sheetQuality } from './sheet-quality.ts';

type Board = Answer<'quality.read'>;
type Kind = Board['categories'][number]['kinds'][number];

/** More months than this are a slip of the pen somewhere: the fullest of them are shown, and how many there are is said. */
const mostMonths = 60;

declare module '../job.ts' {
  interface Jobs {
    'quality.read': { payload: Record<string, never>; result: Board };
  }
}

/** 数据质量: what data there are by category and month, what is missing, and how good each sheet is. Long work for a large case. */
export default defineJob('quality.read', (_, job) => {
  const { store } = job.openCase;
  const known = new Set(dataCategories.flatMap((category) => category.sheets));
  const others = sheets.filter(({ id }) => !known.has(id) && !id.startsWith('manual_')).map(({ id }) => id);
  const all = others.length === 0 ? dataCategories : [...dataCategories, { ...otherData, sheets: others }];
  const categories = all.map(({ id, words, basis, sheets: kindIds }) => {
    const kinds = kindIds.flatMap((kind) => kindOf(store, kind) ?? []);
    return {
      id,
      title: words,
      basis,
      rows: sum(kinds.map(({ rows }) => rows)),
      files: sum(kinds.map(({ files }) => files)),
      months: together(kinds.map(({ months }) => months)),
      kinds,
      // kinds of sheet that this program does not read yet
      unread: kindIds.filter((kind) => !sheets.some((sheet) => sheet.id === kind)).length,
    };
  });
  const months = monthsBetween(categories.flatMap((category) => Object.keys(category.months)));
  const shown = fullest(months, together(categories.map((category) => category.months)));
  return ok({ months: shown, monthsTotal: months.length, categories, sheets: sheetQuality(store) });
});

const sum = (list: readonly number[]): number => list.reduce((total, n) => total + n, 0);

function kindOf(store: Store, kind: string): Kind | undefined {
  const definition = sheets.find(({ id }) => id === kind);
  if (!definition) return undefined;
  const figures = prepared<[string], { rows: number; files: number; first: string | null; last: string | null }>(
    store,
    `select coalesce(sum(s.rows_imported), 0) as rows, count(distinct b.evidence) as files, min(s.first_day) as first, max(s.last_day) as last
     from sheet s join batch b on b.id = s.batch where b.state = 'written' and s.category = ?`,
  ).get(kind) ?? { rows: 0, files: 0, first: null, last: null };
  const record = recordOfCategory(kind);
  // a day of founding or of birth says nothing about what a file covers
  const day = record?.day.covers ? record.day.column : null;
  const months =
    record && day !== null && figures.rows > 0
      ? prepared<[string], { month: string; n: number }>(
          store,
          `select substr(x.${day}, 1, 7) as month, count(*) as n from ${record.table} x join row r on r.id = x.row join sheet s on s.id = r.sheet
           where s.category = ? and x.${day} is not null group by 1 order by 1`,
        ).all(kind)
      : [];
  return {
    category: kind,
    title: definition.title,
    ...figures,
    dated: day !== null,
    months: Object.fromEntries(months.map(({ month, n }) => [month, n])),
  };
}

function together(list: ReadonlyArray<Readonly<Record<string, number>>>): Record<string, number> {
  const all: Record<string, number> = {};
  for (const months of list) for (const [month, n] of Object.entries(months)) all[month] = (all[month] ?? 0) + n;
  return all;
}

/** As many months in a row as fit, those with most rows in them. */
function fullest(months: readonly string[], rows: Readonly<Record<string, number>>): string[] {
  if (months.length <= mostMonths) return [...months];
  const inWindow = (from: number) => sum(months.slice(from, from + mostMonths).map((month) => rows[month] ?? 0));
  let best = months.length - mostMonths;
  for (let from = best - 1; from >= 0; from--) if (inWindow(from) > inWindow(best)) best = from;
  return months.slice(best, best + mostMonths);
}

/** Every month from the first to the last of these. */
function monthsBetween(months: readonly string[]): string[] {
  const sorted = months.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  for (let text = first; text <= last && all.length < 2400; ) {
    all.push(text);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  }
  return all;
}
