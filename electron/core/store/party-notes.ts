import type { PartyNote } from '../../../shared/protocol/notes.requests.ts';
import type { Store } from './connect.ts';
import { drawingOf } from './drawings.ts';
import { mentionsWith, namesakesOf, wordsOf } from './mention-words.ts';
import { prepared } from './prepared.ts';

export interface Written {
  readonly text: string;
  readonly at: string;
  readonly actor: string;
}

/** Writes a note on a party; returns its number. It stays with the mention that founded the party, whatever is joined or taken apart. */
export function writeNote(store: Store, party: { id: number; name: string }, { text, at, actor }: Written): number {
  const note = prepared<[], { next: number }>(store, 'select coalesce(max(id), 0) + 1 as next from party_note').get()!
    .next;
  prepared<[number, number, string, string, string, string, string]>(
    store,
    'insert into party_note (id, note, side, name, text, at, actor) values (?, ?, ?, ?, ?, ?, ?)',
  ).run(note, note, wordsOf(store, namesakesOf(store, party.id)), party.name, text, at, actor);
  return note;
}

/** What a note says now, '' = taken away, and what it said last before that; undefined: there is no such note. */
export function readNote(store: Store, note: number): { name: string; text: string; before: string } | undefined {
  const versions = prepared<[number], { name: string; text: string }>(
    store,
    'select name, text from party_note where note = ? order by id desc',
  ).all(note);
  const [now] = versions;
  if (!now) return undefined;
  return { ...now, before: versions.find(({ text }) => text !== '')!.text };
}

/** Changes a note; text '' takes it away. What it said before stays. */
export function changeNote(store: Store, note: number, { text, at, actor }: Written): void {
  prepared<[string, string, string, number]>(
    store,
    `insert into party_note (note, side, name, text, at, actor)
     select note, side, name, ?, ?, ? from party_note where note = ? order by id limit 1`,
  ).run(text, at, actor, note);
}

interface Version extends Written {
  readonly note: number;
  readonly side: string;
}

const kept = new WeakMap<Store['db'], { stamp: string; notes: ReadonlyMap<number, readonly PartyNote[]> }>();

/** All notes by the party to which they belong now; kept until one is written or parties change. */
function notesByParty(store: Store): ReadonlyMap<number, readonly PartyNote[]> {
  const { last } = prepared<[], { last: number | null }>(store, 'select max(id) as last from party_note').get()!;
  const stamp = `${last} ${drawingOf(store)}`;
  const known = kept.get(store.db);
  if (known?.stamp === stamp) return known.notes;
  const versions = prepared<[], Version>(
    store,
    'select note, side, text, at, actor from party_note order by id desc',
  ).all();
  const partyOf = prepared<[number], { party: number | null }>(store, 'select party from mention where id = ?');
  const notes = new Map<number, PartyNote[]>();
  for (const [note, [now, ...earlier]] of Map.groupBy(versions, (version) => version.note)) {
    if (!now) continue;
    const [founder] = mentionsWith(store, now.side);
    const party = founder === undefined ? null : (partyOf.get(founder)?.party ?? null);
    if (party === null) continue;
    const shown = ({ text, at, actor }: Version) => ({ text, at, actor });
    notes.set(party, [...(notes.get(party) ?? []), { note, ...shown(now), earlier: earlier.map(shown) }]);
  }
  kept.set(store.db, { stamp, notes });
  return notes;
}

/** The notes on a party, the latest first, those that were taken away last. */
export const notesOf = (store: Store, party: number): readonly PartyNote[] =>
  [...(notesByParty(store).get(party) ?? [])].sort((a, b) => Number(a.text === '') - Number(b.text === ''));

/** How many notes stand on a party. */
export const countNotes = (store: Store, party: number): number =>
  (notesByParty(store).get(party) ?? []).filter(({ text }) => text !== '').length;
