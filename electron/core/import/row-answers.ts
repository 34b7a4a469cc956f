import { packCells } from '../../../shared/evidence/cell.ts';
import type { SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import { withValues } from '../store/corrections.ts';
import type { SheetGrid } from './read/grid.ts';

/** What a person said of single cells and rows of a sheet before its import. */
export interface RowAnswers {
  /** the sheet with the corrected cells in their places */
  readonly grid: SheetGrid;
  /** corrected cells of the row with this number */
  fixesOf(n: number): ReadonlyArray<{ readonly column: number; readonly value: string; readonly reason: string }>;
  isLeftOut(n: number): boolean;
  importsRepetition(n: number): boolean;
}

const none: ReturnType<RowAnswers['fixesOf']> = [];

export function rowAnswers(grid: SheetGrid, answer: SheetAnswer | undefined): RowAnswers {
  const fixes = Map.groupBy(answer?.fixes ?? [], ({ row }) => row);
  const leftOut = new Set(answer?.skipRows);
  const all = answer?.importDuplicates === true;
  const imported = new Set(Array.isArray(answer?.importDuplicates) ? answer.importDuplicates : []);
  return {
    grid: fixes.size === 0 ? grid : fixedGrid(grid, fixes),
    fixesOf: (n) => fixes.get(n) ?? none,
    isLeftOut: (n) => leftOut.has(n),
    importsRepetition: (n) => all || imported.has(n),
  };
}

function fixedGrid(
  grid: SheetGrid,
  fixes: ReadonlyMap<number, ReadonlyArray<{ readonly column: number; readonly value: string }>>,
): SheetGrid {
  const cells: SheetGrid['cells'] = (i) => {
    const said = fixes.get(grid.number(i));
    const original = grid.cells(i);
    return said ? withValues(original, new Map(said.map(({ column, value }) => [column, value]))) : original;
  };
  return {
    name: grid.name,
    idx: grid.idx,
    hidden: grid.hidden,
    merges: grid.merges,
    columns: grid.columns,
    length: grid.length,
    // a correction may write what the file did not
    mayHoldNegatives: true,
    number: (i) => grid.number(i),
    packed: (i) => (fixes.has(grid.number(i)) ? packCells(cells(i)) : grid.packed(i)),
    cells,
  };
}
