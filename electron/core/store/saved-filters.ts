import type { FindingFilterAsked } from '../../../shared/protocol/triage.requests.ts';
import type { Store } from './connect.ts';
import { prepared } from './prepared.ts';

export interface SavedFilter {
  readonly id: number;
  readonly name: string;
  readonly filter: FindingFilterAsked;
  readonly at: string;
  readonly actor: string;
}

/** In the order in which they were saved. */
export const readFilters = (store: Store): SavedFilter[] =>
  prepared<[], Omit<SavedFilter, 'filter'> & { filter: string }>(
    store,
    'select id, name, filter, at, actor from saved_filter order by id',
  )
    .all()
    .map(({ filter, ...row }) => ({ ...row, filter: JSON.parse(filter) as FindingFilterAsked }));

/** Saves a filter; the same name replaces it and keeps its place. Gives its id. */
export function writeFilter(store: Store, { name, filter, at, actor }: Omit<SavedFilter, 'id'>): number {
  return prepared<string[], { id: number }>(
    store,
    `insert into saved_filter(name, filter, at, actor) values (?, ?, ?, ?)
     on conflict(name) do update set filter = excluded.filter, at = excluded.at, actor = excluded.actor returning id`,
  ).get(name, JSON.stringify(filter), at, actor)!.id;
}

/** false: there is none with this id. */
export const removeFilter = (store: Store, id: number): boolean =>
  prepared<[number]>(store, 'delete from saved_filter where id = ?').run(id).changes > 0;
