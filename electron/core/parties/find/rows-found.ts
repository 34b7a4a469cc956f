import type { SearchHit } from '../../../../shared/protocol/parties.requests.ts';

/** Rows that fit a text: the first of them, and how many there are; not `whole`: at least so many. */
export interface RowsFound {
  readonly total: number;
  readonly whole: boolean;
  readonly hits: SearchHit[];
}
