import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

const read = (store: Store, key: string): string =>
  prepared<[string], { value: string }>(store, 'select value from meta where key = ?').get(key)?.value ?? '';

/** Whether suggestions were made from the parties as they are now. */
export const isSuggestedFresh = (store: Store): boolean =>
  read(store, 'suggested') === `of ${read(store, 'links_drawn')}`;

/** Remembers that suggestions stand for the parties as they are now. */
export function writeSuggestedStamp(store: Store): void {
  prepared<[string, string]>(
    store,
    'insert into meta values (?, ?) on conflict (key) do update set value = excluded.value',
  ).run('suggested', `of ${read(store, 'links_drawn')}`);
}
