import type { ViewState } from '../../../shared/protocol/views.requests.ts';
import type { Store } from './connect.ts';
import { mentionsWith, namesakesOf, wordsOf } from './mention-words.ts';
import { prepared } from './prepared.ts';

/** 视图 without what it shows. */
export interface ViewHead {
  readonly view: number;
  readonly name: string;
  readonly note: string;
  readonly at: string;
  readonly changedAt: string;
  readonly actor: string;
  readonly reported: boolean;
  readonly removed: boolean;
}

export interface ViewParty {
  /** the id it had when the view was saved */
  readonly saved: number;
  readonly name: string;
  readonly drawnAs: string;
  readonly x: number;
  readonly y: number;
  readonly pinned: boolean;
  readonly hidden: boolean;
}

/** A link in sight, with the figures it had; ends by the ids of that time. */
export interface ViewLink {
  readonly kind: string;
  readonly source: number;
  readonly target: number;
  readonly rows: number;
  readonly fen: number | null;
  readonly first: string | null;
  readonly last: string | null;
}

export interface ViewText {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

export interface SavedView {
  readonly state: ViewState;
  readonly texts: readonly ViewText[];
  readonly parties: readonly ViewParty[];
  readonly links: readonly ViewLink[];
}

type HeadRow = Omit<ViewHead, 'reported' | 'removed'> & { readonly reported: number; readonly removed: number };

const headSql = 'select id as view, name, note, at, changed_at as changedAt, actor, reported, removed from graph_view';

const headOf = (row: HeadRow): ViewHead => ({ ...row, reported: row.reported === 1, removed: row.removed === 1 });

/** The latest saved first. */
export const listViews = (store: Store, withRemoved = false): ViewHead[] =>
  prepared<[number], HeadRow>(store, `${headSql} where removed <= ? order by changed_at desc, id desc`)
    .all(withRemoved ? 1 : 0)
    .map(headOf);

/** undefined: there is none with this id. */
export function viewHead(store: Store, view: number): ViewHead | undefined {
  const row = prepared<[number], HeadRow>(store, `${headSql} where id = ?`).get(view);
  return row && headOf(row);
}

/** What a view shows. */
export function readView(store: Store, view: number): SavedView {
  const { state, texts } = prepared<[number], { state: string; texts: string }>(
    store,
    'select state, texts from graph_view where id = ?',
  ).get(view)!;
  const parties = prepared<[number], Omit<ViewParty, 'pinned' | 'hidden'> & { pinned: number; hidden: number }>(
    store,
    'select saved, name, drawn_as as drawnAs, x, y, pinned, hidden from graph_view_party where view = ? order by pos',
  ).all(view);
  const links = prepared<[number], ViewLink>(
    store,
    'select kind, source, target, rows, fen, first_day as first, last_day as last from graph_view_link where view = ? order by pos',
  ).all(view);
  return {
    state: JSON.parse(state) as ViewState,
    texts: JSON.parse(texts) as ViewText[],
    parties: parties.map((party) => ({ ...party, pinned: party.pinned === 1, hidden: party.hidden === 1 })),
    links,
  };
}

/** By the id a party had when the view was saved: the id it has now; who is not in the case any more is not in it. */
export function foundAgain(store: Store, view: number): ReadonlyMap<number, number> {
  const partyOf = prepared<[number], { party: number | null }>(store, 'select party from mention where id = ?');
  const found = new Map<number, number>();
  for (const { saved, side } of prepared<[number], { saved: number; side: string }>(
    store,
    'select saved, side from graph_view_party where view = ?',
  ).all(view)) {
    const [founder] = mentionsWith(store, side);
    const party = founder === undefined ? null : (partyOf.get(founder)?.party ?? null);
    if (party !== null) found.set(saved, party);
  }
  return found;
}

/** Writes what a view shows; over another view it keeps its id and the time it was first saved. Gives the id. */
export function writeView(
  store: Store,
  { view, name, note, at, actor }: Pick<ViewHead, 'name' | 'note' | 'at' | 'actor'> & { view?: number | undefined },
  { state, texts, parties, links }: SavedView,
): number {
  const id = prepared<[number | null, string, string, string, string, string, string, string], { id: number }>(
    store,
    `insert into graph_view (id, name, note, state, texts, at, actor, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set name = excluded.name, note = excluded.note, state = excluded.state, texts = excluded.texts,
       actor = excluded.actor, changed_at = excluded.changed_at returning id`,
  ).get(view ?? null, name, note, JSON.stringify(state), JSON.stringify(texts), at, actor, at)!.id;
  prepared<[number]>(store, 'delete from graph_view_party where view = ?').run(id);
  prepared<[number]>(store, 'delete from graph_view_link where view = ?').run(id);
  const putParty = prepared<Array<number | string>>(
    store,
    'insert into graph_view_party values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  parties.forEach((party, pos) => {
    const side = wordsOf(store, namesakesOf(store, party.saved));
    const { saved, name: called, drawnAs, x, y } = party;
    putParty.run(id, pos, saved, side, called, drawnAs, x, y, Number(party.pinned), Number(party.hidden));
  });
  const putLink = prepared<Array<number | string | null>>(
    store,
    'insert into graph_view_link values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  links.forEach(({ kind, source, target, rows, fen, first, last }, pos) => {
    putLink.run(id, pos, kind, source, target, rows, fen, first, last);
  });
  return id;
}

/** Sets what is said of a view; what it shows stays. */
export function changeView(
  store: Store,
  view: number,
  head: Pick<ViewHead, 'name' | 'note' | 'reported' | 'removed'>,
): void {
  prepared<[string, string, number, number, number]>(
    store,
    'update graph_view set name = ?, note = ?, reported = ?, removed = ? where id = ?',
  ).run(head.name, head.note, Number(head.reported), Number(head.removed), view);
}
