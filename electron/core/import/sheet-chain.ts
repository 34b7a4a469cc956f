import type { CellOrEmpty } from '../../../shared/evidence/cell.ts';
import { readMoney } from '../../../shared/evidence/money.ts';
import { tidy } from '../../../shared/evidence/text.ts';
import type { Unit } from '../../../shared/evidence/unit.ts';
import { type ChainLine, codesByBalance, type Proven, proveByBalance } from './balance-chain.ts';
import type { SheetGrid } from './read/grid.ts';

/** The columns of a statement that the chain of balances needs. undefined: the sheet has none. */
export interface ChainColumns {
  readonly account: readonly number[];
  readonly amount: number | undefined;
  readonly amountIn: number | undefined;
  readonly amountOut: number | undefined;
  readonly balance: number | undefined;
  readonly word: number | undefined;
  readonly unitOf: (column: number) => Unit;
}

/** What a whole statement says about its directions. Read only when a row needs it: most statements write 借 or 贷 and never do. */
export interface StatementFacts {
  readonly proven: readonly Proven[];
  readonly codes: ReadonlyMap<string, 'in' | 'out'>;
  /** amounts below zero stand for money out */
  readonly signed: boolean;
}

/** Reads the statement once from its first row; positions are those of the grid. */
export function readStatementFacts(
  grid: SheetGrid,
  from: number,
  columns: ChainColumns,
  directionOf: (word: string) => 'in' | 'out' | 'neutral' | undefined,
): StatementFacts {
  const lines: ChainLine[] = [];
  const money = (cells: readonly CellOrEmpty[], column: number | undefined): number | undefined => {
    if (column === undefined) return undefined;
    const read = readMoney(cells[column] ?? null, columns.unitOf(column));
    return read.ok ? read.value?.fen : undefined;
  };
  let outBelow = 0;
  let outAbove = 0;
  let below = 0;
  for (let i = 0; i < grid.length; i++) {
    if (i < from) {
      lines.push({ account: '', amount: undefined, balance: undefined, word: '' });
      continue;
    }
    const cells = grid.cells(i);
    const amount = money(cells, columns.amount) ?? money(cells, columns.amountIn) ?? money(cells, columns.amountOut);
    const word = columns.word === undefined ? '' : tidy(cells[columns.word]?.shown ?? '');
    const account = columns.account.map((column) => tidy(cells[column]?.shown ?? '')).join('|');
    lines.push({ account, amount, balance: money(cells, columns.balance), word });
    if (amount !== undefined && amount < 0) below++;
    if (amount !== undefined && amount !== 0 && word !== '' && directionOf(word) === 'out') {
      if (amount < 0) outBelow++;
      else outAbove++;
    }
  }
  const proven = proveByBalance(lines);
  const codes = codesByBalance(lines, proven);
  return { proven, codes, signed: columns.word === undefined ? below > 0 : outBelow > outAbove };
}
