import type { ImportReport } from './queue.ts';

export type Rows = ImportReport['files'][number]['sheets'][number]['rows'];

/** The counts of all sheets together. */
export function totalRows(report: ImportReport): Rows {
  const total = { read: 0, imported: 0, rejected: 0, duplicate: 0, skipped: 0, mirrored: 0 };
  for (const { rows } of sheetsOf(report)) {
    for (const name of Object.keys(total) as Array<keyof Rows>) total[name] += rows[name];
  }
  return total;
}

export const sheetsOf = (report: ImportReport) =>
  report.files.flatMap(({ file, sheets }) => sheets.map((sheet) => ({ ...sheet, file })));

/** What comes back with repaired lists of rejected rows, or undefined where the files hold none. */
export function totalRepaired(report: ImportReport) {
  const lists = sheetsOf(report).flatMap(({ repaired }) => repaired ?? []);
  if (lists.length === 0) return undefined;
  const total = { rows: 0, imported: 0, duplicate: 0, left: 0 };
  for (const list of lists)
    for (const name of Object.keys(total) as Array<keyof typeof total>) total[name] += list[name];
  return total;
}

/** Rows of the file that no counter accounts for; 0 when every row is in exactly one of them. */
export const unaccounted = ({ read, imported, rejected, duplicate, skipped }: Rows): number =>
  read - imported - rejected - duplicate - skipped;
