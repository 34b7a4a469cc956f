import type { Bilingual } from '../../../../shared/protocol/parts.ts';
import type { HitRow } from '../model.ts';
import { type OrderLine, writtenFen } from './order-lines.ts';

/** What lines cost, written or computed, in fen; a line without an amount adds nothing. For shares and comparisons, never for the sum of a finding. */
export const sumFen = (lines: ReadonlyArray<Pick<OrderLine, 'fen'>>): number =>
  lines.reduce((sum, { fen }) => sum + (fen ?? 0), 0);

/** The money of a finding that cites these lines: the written amounts in fen; null where none is written. */
export const moneyOf = (lines: readonly OrderLine[]): number | null =>
  lines.some(({ written }) => written) ? writtenFen(lines) : null;

/** Cites lines for their price alone, which another is held against. */
export const citeUnitPrices = (lines: readonly OrderLine[], note: Bilingual): HitRow[] =>
  lines.map(({ row }) => ({ row, field: 'unit_price', role: 'evidence', note }));
