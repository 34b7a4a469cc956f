import type { Bilingual } from '../../../../../shared/protocol/parts.ts';
import type { TraceMethodId } from '../../../../../shared/protocol/trace-words.ts';
import type { Parts } from './parts.ts';

/** Label of money that is not followed. */
export const OTHER = -1;

/**
 * The money of accounts through which followed money comes, by party. A label says which part of the money it is (its layer), `day` when it came;
 * OTHER is what is not followed. All amounts are fen; nothing is ever made or lost in here.
 */
export interface Pools {
  /** followed money only */
  followed(party: number): number;
  put(party: number, fen: number, label: number, day: number): void;
  /** Takes fen out, never more than there is; adds the parts that went, in order. */
  take(party: number, fen: number, gone: Parts): void;
  /** Followed money that came before `first` or after `last` is followed no further; it stays in the account. Adds what it was. */
  letGo(party: number, first: number, last: number, gone: Parts): void;
  /** Adds what is left of the followed money. */
  left(party: number, gone: Parts): void;
  /** Forgets an account in which nothing followed is; answers the other money in it. */
  close(party: number): number;
}

/** 归属方法: which money in an account is held to have gone out. Different methods give different results. */
export interface TraceMethod {
  readonly id: TraceMethodId;
  readonly words: Bilingual;
  /** one sentence that window and reports print as it stands */
  readonly explained: Bilingual;
  /** Of parties 0 … `parties` − 1, all empty. `days`: whether the day on which money came matters. */
  pools(parties: number, days: boolean): Pools;
}
