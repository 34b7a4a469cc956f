import type { Bilingual } from '../../../../../shared/protocol/parts.ts';
import type { TraceMethodId } from '../../../../../shared/protocol/trace-words.ts';
import type { Parts } from './parts.ts';

/** Label of money that is not followed. */
export const OTHER = -1;

/**
 * The money of one account while it is followed. A label says which part of the money it is (its layer), `day` when it came; OTHER is what is not
 * followed. All amounts are fen; nothing is ever made or lost in here.
 */
export interface Pool {
  /** followed and other money together */
  readonly total: number;
  /** followed money only */
  readonly followed: number;
  put(fen: number, label: number, day: number): void;
  /** Takes fen out, never more than there is; adds the parts that went, in order. */
  take(fen: number, gone: Parts): void;
  /** Followed money that came before `first` or after `last` is followed no further; it stays in the account. Adds what it was. */
  letGo(first: number, last: number, gone: Parts): void;
  /** Adds what is left of the followed money. */
  left(parts: Parts): void;
}

/** 归属方法: which money in an account is held to have gone out. Different methods give different results. */
export interface TraceMethod {
  readonly id: TraceMethodId;
  readonly words: Bilingual;
  /** one sentence that window and reports print as it stands */
  readonly explained: Bilingual;
  /** `days`: whether the day on which money came matters */
  pool(days: boolean): Pool;
}
