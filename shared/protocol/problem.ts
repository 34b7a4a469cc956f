import type { FillParams } from '../plain/fill.ts';
import type { ProblemCode } from '../text/zh-CN/problems.ts';

export type { ProblemCode };

/** Where in the evidence something stands. `row` is the spreadsheet's own 1-based row; `cell` is its address, e.g. D418. */
export interface Place {
  readonly file?: string | undefined;
  readonly sheet?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly cell?: string | undefined;
}

/** 问题: something expected that stands in the way. A value, never thrown. Its words are in `problems.ts` of each language in `shared/text`. */
export interface Problem {
  readonly code: ProblemCode;
  readonly at?: Place | undefined;
  /** The text that was read, as it stands in the cell. */
  readonly seen?: string | undefined;
  readonly params?: FillParams | undefined;
}

/** The outcome of reading one value: the value, or why not. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** The outcome of one request: crosses process borders, so it holds plain data only. */
export type Reply<T> = Read<T>;

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** A failed Read or Reply. */
export function failed(
  code: ProblemCode,
  more: { at?: Place | undefined; seen?: string | undefined; params?: FillParams | undefined } = {},
): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, ...more } };
}
