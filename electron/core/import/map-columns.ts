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

/** The columns, of those asked about, that hold anything in any row below the header. */
function filledOf(grid: SheetGrid, header: FoundHeader, asked: ReadonlySet<number>): Set<number> {
  const filled = new Set<number>();
  for (let i = header.at + header.rows; i < grid.length && filled.size < asked.size; i++) {
    const cells = grid.cells(i);
    for (const index of asked) {
      const cell = cells[index];
      if (cell && !filled.has(index) && !saysNothing(tidy(cell.shown))) filled.add(index);
    }
  }
  return filled;
}

/**
 * Gives each field its column: the earlier name in the field's list wins, but a column that holds nothing never takes a field from one
 * that does (banks print 交易金额 and 记账金额, of which one is all dashes). Every other column is kept as an additional field.
 */
export function mapColumns(grid: SheetGrid, header: FoundHeader, sheet: SheetDefinition): ColumnMapping[] {
  const claims = header.columns.flatMap(({ index, spellings }) => {
    const spelling = spellings.find((each) => meaningsOf(each).some((meaning) => meaning.sheet === sheet));
    if (spelling === undefined) return [];
    return meaningsOf(spelling)
      .filter((meaning) => meaning.sheet === sheet)
      .map(({ field, rank }) => ({ index, field, rank }));
  });
  const byField = Map.groupBy(claims, (claim) => claim.field);
  const contested = new Set(
    claims.filter(({ field }) => (byField.get(field)?.length ?? 0) > 1).map(({ index }) => index),
  );
  const filled = filledOf(grid, header, contested);
  const isEmpty = (index: number) => contested.has(index) && !filled.has(index);
  claims.sort((a, b) => Number(isEmpty(a.index)) - Number(isEmpty(b.index)) || a.rank - b.rank || a.index - b.index);

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
