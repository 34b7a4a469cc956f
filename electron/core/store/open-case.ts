import type { Store } from './connect.ts';

/** An open case: one connection to its store and what is known about it without asking. */
export interface OpenCase {
  readonly store: Store;
  readonly caseId: string;
  /** full path of the case folder */
  readonly folder: string;
  /** the raw key, so that the job thread can open its own connection; zeroed at lock */
  readonly key: Buffer;
  /** who works: written into the journal */
  readonly actor: string;
}
