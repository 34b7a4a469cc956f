import type { Answer } from '../../../shared/protocol/requests.ts';

export type Batch = Answer<'import.batches'>['batches'][number];

/** Rows of all sheets of a batch that came to one end. */
export const rowsOf = (batch: Batch, what: keyof Batch['sheets'][number]['rows']): number =>
  batch.sheets.reduce((sum, sheet) => sum + sheet.rows[what], 0);
