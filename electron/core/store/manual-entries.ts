import type { Store } from './connect.ts';
import { mentionPlaces } from './mention-places.ts';
import { prepared } from './prepared.ts';

export type EntryKind = 'record' | 'party' | 'link';

/** 手工条目 as it is stored. */
export interface StoredEntry {
  readonly id: number;
  readonly batch: number;
  readonly what: EntryKind;
  readonly category: string;
  /** JSON {field: text} */
  readonly typed: string;
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
  readonly replaces: number | null;
  readonly replacedBy: number | null;
  readonly state: 'written' | 'undone';
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
  readonly undoReason: string | null;
  /** the row of its values; null once it was taken back */
  readonly row: number | null;
}

const columns = `e.id as id, e.batch as batch, e.what as what, e.category as category, e.typed as typed, e.at as at, e.actor as actor, e.reason as reason,
  e.replaces as replaces, (select max(n.id) from manual_entry n where n.replaces = e.id) as replacedBy, b.state as state, b.undone_at as undoneAt,
  b.undone_by as undoneBy, b.undo_reason as undoReason,
  (select r.id from sheet s join row r on r.sheet = s.id where s.batch = e.batch and r.state = 'imported') as row`;

/** Every entry, newest first, those that were replaced or taken back as well. */
export const readEntries = (store: Store): StoredEntry[] =>
  prepared<[], StoredEntry>(
    store,
    `select ${columns} from manual_entry e join batch b on b.id = e.batch order by e.id desc`,
  ).all();

export const readEntry = (store: Store, id: number): StoredEntry | undefined =>
  prepared<[number], StoredEntry>(
    store,
    `select ${columns} from manual_entry e join batch b on b.id = e.batch where e.id = ?`,
  ).get(id);

/** The entry a row was typed in; undefined: the row comes from a file. */
export const entryOfRow = (store: Store, row: number): StoredEntry | undefined =>
  prepared<[number], StoredEntry>(
    store,
    `select ${columns} from row t join sheet z on z.id = t.sheet join manual_entry e on e.batch = z.batch join batch b on b.id = e.batch where t.id = ?`,
  ).get(row);

/** The number the next entry gets. Entries are never deleted. */
export const nextEntry = (store: Store): number =>
  prepared<[], { n: number }>(store, 'select coalesce(max(id), 0) + 1 as n from manual_entry').get()?.n ?? 1;

export interface NewEntry {
  readonly id: number;
  readonly uid: string;
  readonly batch: number;
  readonly what: EntryKind;
  readonly category: string;
  readonly typed: string;
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
  readonly replaces: number | null;
}

export function insertEntry({ db }: Store, entry: NewEntry): void {
  db.prepare(
    `insert into manual_entry(id, uid, batch, what, category, typed, at, actor, reason, replaces)
     values (@id, @uid, @batch, @what, @category, @typed, @at, @actor, @reason, @replaces)`,
  ).run(entry);
}

/** The mention that a party entered by hand was written as. */
export const mentionOfParty = (store: Store, row: number): { mention: number; party: number | null } | undefined =>
  prepared<[number], { mention: number; party: number | null }>(
    store,
    'select p.party as mention, m.party as party from rec_manual_party p join mention m on m.id = p.party where p.row = ?',
  ).get(row);

/** Links entered by hand that point to this mention. */
export const linksTo = (store: Store, mention: number): number =>
  prepared<[{ mention: number }], { n: number }>(
    store,
    'select count(*) as n from rec_manual_link where source = @mention or target = @mention',
  ).get({ mention })?.n ?? 0;

/** Whether any row but `row` and links entered by hand names the mention. */
export const isNamedElsewhere = (store: Store, mention: number, row: number): boolean =>
  mentionPlaces
    .filter(({ table }) => table !== 'rec_manual_link')
    .some(
      ({ table, column }) =>
        prepared<[number, number], { row: number }>(
          store,
          `select row from ${table} where ${column} = ? and row <> ? limit 1`,
        ).get(mention, row) !== undefined,
    );

/**
 * After a party entered by hand was typed anew: the party stays the same one, and links entered by hand point to its new wording. The old
 * wording goes where nothing else names it.
 */
export function carryParty({ db }: Store, before: { mention: number; party: number | null }, after: number): void {
  if (before.party !== null)
    db.prepare('update mention set party = ? where id = ? and party is null').run(before.party, after);
  if (before.mention === after) return;
  const still = db.prepare('select 1 from mention where id = ?').get(before.mention);
  if (still === undefined) return;
  db.prepare('update rec_manual_link set source = ? where source = ?').run(after, before.mention);
  db.prepare('update rec_manual_link set target = ? where target = ?').run(after, before.mention);
  const named = mentionPlaces.some(({ table, column }) =>
    db.prepare(`select 1 from ${table} where ${column} = ? limit 1`).get(before.mention),
  );
  if (named) return;
  db.prepare('delete from mention_identifier where mention = ?').run(before.mention);
  db.prepare('delete from mention where id = ?').run(before.mention);
}

/** The way of naming a party that a link entered by hand points to: one with a number that settles who it is, else the earliest. */
export const anchorOf = (store: Store, party: number): { mention: number; name: string } | undefined =>
  prepared<[number], { mention: number; name: string }>(
    store,
    `select m.id as mention, p.name as name from mention m join party p on p.id = m.party where p.id = ?
     order by exists(select 1 from mention_identifier i where i.mention = m.id and i.keyable = 1) desc, m.id limit 1`,
  ).get(party);

export const partyOfMention = (store: Store, mention: number): number | null =>
  prepared<[number], { party: number | null }>(store, 'select party from mention where id = ?').get(mention)?.party ??
  null;
