import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

/**
 * What the case says about itself. `case` is its identity: the key slots and the journal's first link name it. `copy` is this store's own: a case
 * opened from a sealed file is the same case and goes its own way, so what this user's profile remembers is kept by copy.
 */
export interface CaseMeta {
  readonly case: string;
  readonly copy: string;
  readonly title: string;
  readonly number: string;
  readonly unit: string;
  readonly classification: string;
  readonly created_at: string;
  /** '1' for the fictitious sample case */
  readonly sample: string;
}
export type MetaKey = keyof CaseMeta;

export function readMeta(store: Store, key: MetaKey): string | undefined {
  return prepared<[string], { value: string }>(store, 'select value from meta where key = ?').get(key)?.value;
}

export function writeMeta(store: Store, values: Partial<CaseMeta>): void {
  const put = prepared<[string, string]>(
    store,
    'insert into meta values (?, ?) on conflict (key) do update set value = excluded.value',
  );
  store.transaction(() => {
    for (const [key, value] of Object.entries(values)) put.run(key, value);
  });
}

const idRule = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be the identity of a case or of a copy. Such texts come from files of strangers and become file names in the profile. */
export const isCaseId = (text: string): boolean => idRule.test(text);

/** The identity of the case in this store. A store without one is a bug of whoever made it. */
export function caseIdOf(store: Store): string {
  const id = readMeta(store, 'case');
  if (id === undefined) throw new Error('the store holds no case id');
  return id;
}

/** Which copy of the case this store is. */
export const copyIdOf = (store: Store): string => readMeta(store, 'copy') ?? caseIdOf(store);
