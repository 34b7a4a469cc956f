import { saysNothing, tidy } from '../../../shared/evidence/text.ts';
import { splitUnit, type Unit } from '../../../shared/evidence/unit.ts';
import type { SheetDefinition } from '../sheets/sheet.ts';
import type { FoundHeader } from './find-header.ts';
import { meaningsOf } from './header-index.ts';
import type { SheetGrid } from './read/grid.ts';

/** One column of a recognised sheet. */
export interface ColumnMapping {
  readonly index: number;
  readonly header: string;
  /** null = kept as an additional field */
  readonly field: string | null;
  readonly confidence: number;
  /** the unit its header states; undefined: the title or a person may state it */
  readonly unit: Unit | undefined;
}

const sampleRows = 200;

/** Share of the first rows below the header in which each column holds something. */
export function fillOf(grid: SheetGrid, header: FoundHeader): Map<number, number> {
  const from = header.at + header.rows;
  const to = Math.min(grid.length, from + sampleRows);
  const filled = new Map<number, number>();
  for (let i = from; i < to; i++) {
    for (const [index, cell] of grid.cells(i).entries()) {
      if (cell !== null && !saysNothing(tidy(cell.shown))) filled.set(index, (filled.get(index) ?? 0) + 1);
    }
  }
  for (const [index, rows] of filled) filled.set(index, rows / Math.max(1, to - from));
  return filled;
}

/**
 * Gives each field its column: the earlier name in the field's list wins, but a column that holds nothing never takes a field from one
 * that does (banks print 交易金额 and 记账金额, of which one is all dashes). Every other column is kept as an additional field.
 */
export function mapColumns(grid: SheetGrid, header: FoundHeader, sheet: SheetDefinition): ColumnMapping[] {
  const filled = fillOf(grid, header);
  const claims = header.columns.flatMap(({ index, spellings }) => {
    const spelling = spellings.find((each) => meaningsOf(each).some((meaning) => meaning.sheet === sheet));
    if (spelling === undefined) return [];
    const isEmpty = (filled.get(index) ?? 0) === 0;
    return meaningsOf(spelling)
      .filter((meaning) => meaning.sheet === sheet)
      .map(({ field, rank }) => ({ index, field, rank, isEmpty }));
  });
  claims.sort((a, b) => Number(a.isEmpty) - Number(b.isEmpty) || a.rank - b.rank || a.index - b.index);

  const fieldOf = new Map<number, string>();
  const takenFields = new Set<string>();
  for (const { index, field } of claims) {
    if (fieldOf.has(index) || takenFields.has(field)) continue;
    fieldOf.set(index, field);
    takenFields.add(field);
  }
  return header.columns.map(({ index, header: text }) => ({
    index,
    header: text,
    field: fieldOf.get(index) ?? null,
    confidence: fieldOf.has(index) ? 1 : 0,
    unit: splitUnit(text).unit,
  }));
}
