import type { Store } from '../store/connect.ts';
import { followSubjects } from '../store/findings-by-hand.ts';
import { ManyInserts } from '../store/many-inserts.ts';
import { withoutIndexes } from '../store/without-indexes.ts';
import { type Clusters, membersOf } from './clusters.ts';
import type { Description } from './describe-parties.ts';
import type { JoinReason, Made } from './joins.ts';
import { type PartyRow, PartyUids } from './party-uids.ts';
import type { Mentions } from './read-mentions.ts';

/**
 * Writes who is who, touching only what changed. A cluster keeps the party that its earliest mention already had; where two
 * clusters claim one party, the earlier mention wins and the other gets a party of its own. A party whose mentions are gone is
 * deleted, unless a finding names it: then it stays as a name without mentions, so that the finding can still be read.
 */
export function writeParties(
  store: Store,
  at: string,
  { mentions, clusters, described, made }: ToWrite,
  isWhole = true,
): Written {
  const old = isWhole ? allParties(store) : partiesOf(store, mentions);
  const kept = new Set<number>();
  const uids = new PartyUids(store, mentions, clusters);
  const partyOf = claimParties(mentions, clusters, old, kept, uids);
  const isNew = clusters.count - kept.size;
  if (isNew > MANY_NEW) uids.foresee([...partyOf.keys()].filter((cluster) => partyOf[cluster] === 0));
  const elsewhere = isWhole ? new Map<string, number>() : sleepers(store, clusters, partyOf, uids);
  const moved: Moved[] = [];
  const write = () => {
    writeDescriptions(store, at, { described, partyOf, old, kept, uids, areAllOld: isWhole, elsewhere });
    writeMentions(store, mentions, clusters, partyOf, made, isWhole ? undefined : moved);
  };
  if (isNew > MANY_NEW) withoutIndexes(store, ['party_uid', 'party_kind', 'party_name', 'mention_party'], write);
  else write();
  const emptied = [...old.keys()].filter((id) => !kept.has(id));
  const remove = () => {
    followSubjects(store);
    removeEmptyParties(store, emptied);
  };
  return { moved, emptied, remove };
}

/** Who is who, as it was worked out. */
export interface ToWrite {
  readonly mentions: Mentions;
  readonly clusters: Clusters;
  readonly described: readonly Description[];
  readonly made: Made;
}

/** A mention that stands with another party now. */
export interface Moved {
  readonly mention: number;
  readonly from: number;
  readonly to: number;
}

export interface Written {
  /** only where not all mentions were written */
  readonly moved: readonly Moved[];
  /** parties without mentions */
  readonly emptied: readonly number[];
  /** deletes them: call it when nothing points to them any more */
  remove(): void;
}

const partySql = 'select id, uid, kind, name, role from party';

function allParties(store: Store): Map<number, PartyRow> {
  const parties = new Map<number, PartyRow>();
  for (const party of store.db.prepare<[], PartyRow>(partySql).iterate()) parties.set(party.id, party);
  return parties;
}

function partiesOf(store: Store, { parties }: Mentions): Map<number, PartyRow> {
  const find = store.db.prepare<[number], PartyRow>(`${partySql} where id = ?`);
  const ids = new Set(parties);
  ids.delete(0);
  return new Map([...ids].flatMap((id) => (find.get(id) ? [[id, find.get(id)!] as const] : [])));
}

/** Parties without mentions that a finding keeps, by the uid under which a cluster without a party would find them. */
function sleepers(store: Store, clusters: Clusters, partyOf: Int32Array, uids: PartyUids): Map<string, number> {
  const find = store.db
    .prepare<[string], number>(
      'select id from party where uid = ? and not exists (select 1 from mention where party = party.id)',
    )
    .pluck();
  const found = new Map<string, number>();
  for (let cluster = 0; cluster < clusters.count; cluster++) {
    if (partyOf[cluster] !== 0) continue;
    const uid = uids.of(cluster);
    const id = find.get(uid);
    if (id !== undefined) found.set(uid, id);
  }
  return found;
}

/** From so many new parties on, it is faster to make the indexes anew. */
const MANY_NEW = 20_000;

/**
 * The party that each cluster keeps, 0 = none; clusters are asked in the order of their earliest mention. A party that was taken apart stays
 * with the mention that founded it, or with nobody where that one went into another party.
 */
function claimParties(
  mentions: Mentions,
  clusters: Clusters,
  old: ReadonlyMap<number, PartyRow>,
  kept: Set<number>,
  uids: PartyUids,
): Int32Array {
  const partyOf = new Int32Array(clusters.count);
  if (old.size === 0) return partyOf;
  const sizes = new Int32Array(mentions.parties.reduce((most, party) => Math.max(most, party), 0) + 1);
  for (const party of mentions.parties) sizes[party]!++;
  for (let cluster = 0; cluster < clusters.count; cluster++) {
    const members = membersOf(clusters, cluster);
    for (const mention of members) {
      const had = mentions.parties[mention]!;
      const party = old.get(had);
      if (had === 0 || !party) continue;
      if (kept.has(had)) break;
      let here = 0;
      for (const other of members) if (mentions.parties[other] === had) here++;
      const founder = here === sizes[had] ? undefined : uids.founderOf(party);
      if (founder === undefined || clusters.of[founder] === cluster) {
        kept.add(had);
        partyOf[cluster] = had;
      }
      break;
    }
  }
  return partyOf;
}

interface Descriptions {
  readonly described: readonly Description[];
  readonly partyOf: Int32Array;
  readonly old: ReadonlyMap<number, PartyRow>;
  readonly kept: Set<number>;
  readonly uids: PartyUids;
  /** `old` are all parties of the case */
  readonly areAllOld: boolean;
  /** parties without mentions that are not among the old ones, by uid */
  readonly elsewhere: ReadonlyMap<string, number>;
}

/** Writes the parties themselves; fills the gaps of `partyOf`, and adds to `kept` the parties that came back to life. */
function writeDescriptions(
  store: Store,
  at: string,
  { described, partyOf, old, kept, uids, areAllOld, elsewhere }: Descriptions,
): void {
  const insert = new ManyInserts(store.db, 'insert into party (id, uid, kind, name, role, created_at)', 6);
  let last = store.db.prepare<[], number>('select coalesce(max(id), 0) from party').pluck().get()!;
  const update = store.db.prepare('update party set kind = ?, name = ?, role = ? where id = ?');
  const give = uids.giver(old, areAllOld);
  const asleep = new Map(elsewhere);
  for (const { id, uid } of old.values()) if (!kept.has(id)) asleep.set(uid, id);
  for (const [cluster, is] of described.entries()) {
    if (partyOf[cluster] === 0 && asleep.size > 0) partyOf[cluster] = asleep.get(uids.of(cluster)) ?? 0;
    const known = partyOf[cluster]!;
    if (known === 0) {
      insert.add([++last, give(cluster, partyOf), is.kind, is.name, is.role, at]);
      partyOf[cluster] = last;
      continue;
    }
    kept.add(known);
    const was = old.get(known);
    if (was === undefined || was.kind !== is.kind || was.name !== is.name || was.role !== is.role)
      update.run(is.kind, is.name, is.role, known);
  }
  insert.flush();
}

/** Writes party and reason of every mention that changed; tells `moved` which ones have another party. */
function writeMentions(
  store: Store,
  mentions: Mentions,
  clusters: Clusters,
  partyOf: Int32Array,
  made: Made,
  moved?: Moved[],
): void {
  const { to, reason } = reasonsOf(clusters, made);
  const partyAt = (mention: number): number => {
    const cluster = clusters.of[mention]!;
    return cluster === -1 ? 0 : partyOf[cluster]!;
  };
  const whyAt = (mention: number) => (clusters.of[mention] === -1 ? null : (reason[mention] ?? 'first'));
  const joinedAt = (mention: number): number => (to[mention] === -1 ? 0 : mentions.ids[to[mention]!]!);
  const changed: number[] = [];
  for (let mention = 0; mention < mentions.count; mention++) {
    const from = mentions.parties[mention]!;
    const party = partyAt(mention);
    if (from !== party) moved?.push({ mention: mentions.ids[mention]!, from, to: party });
    const isSame =
      from === party &&
      mentions.reasons[mention] === whyAt(mention) &&
      mentions.joinedTo[mention] === joinedAt(mention);
    if (!isSame) changed.push(mention);
  }
  if (changed.length > MANY_NEW) {
    writeAtOnce(store, mentions, changed, { partyAt, whyAt, joinedAt });
    return;
  }
  const write = store.db.prepare('update mention set party = ?, join_reason = ?, join_mention = ? where id = ?');
  for (const mention of changed)
    write.run(partyAt(mention) || null, whyAt(mention), joinedAt(mention) || null, mentions.ids[mention]!);
}

interface Told {
  readonly partyAt: (mention: number) => number;
  readonly whyAt: (mention: number) => string | null;
  readonly joinedAt: (mention: number) => number;
}

/** Many mentions in one statement that asks for what is to be written: measured, less than half of the time of a statement for each. */
function writeAtOnce({ db }: Store, { ids }: Mentions, changed: readonly number[], is: Told): void {
  const at = new Int32Array(ids.at(-1)! + 1).fill(-1);
  for (const mention of changed) at[ids[mention]!] = mention;
  // the connection keeps the functions, so what they ask is let go of
  const asked: { is?: Told; at?: Int32Array } = { is, at };
  const mentionOf = (id: unknown): number => asked.at?.[Number(id)] ?? -1;
  db.function('qy_is_changed', { directOnly: true }, (id) => (mentionOf(id) === -1 ? 0 : 1));
  db.function('qy_party', { directOnly: true }, (id) => asked.is?.partyAt(mentionOf(id)) || null);
  db.function('qy_reason', { directOnly: true }, (id) => asked.is?.whyAt(mentionOf(id)));
  db.function('qy_joined', { directOnly: true }, (id) => asked.is?.joinedAt(mentionOf(id)) || null);
  db.exec(
    'update mention set party = qy_party(id), join_reason = qy_reason(id), join_mention = qy_joined(id) where qy_is_changed(id)',
  );
  delete asked.is;
  delete asked.at;
}

/** The joins as seen from the earliest mention of each cluster: which mention each one stands with (-1 = it is the earliest), and why. */
function reasonsOf(clusters: Clusters, made: Made): { to: Int32Array; reason: Array<JoinReason | undefined> } {
  const size = clusters.of.length;
  const start = new Int32Array(size + 1);
  const count = made.a.length;
  for (let e = 0; e < count; e++) {
    start[made.a[e]! + 1]!++;
    start[made.b[e]! + 1]!++;
  }
  for (let m = 0; m < size; m++) start[m + 1]! += start[m]!;
  const next = start.slice();
  const edges = new Int32Array(2 * count);
  for (let e = 0; e < count; e++) {
    edges[next[made.a[e]!]!++] = e;
    edges[next[made.b[e]!]!++] = e;
  }
  const to = new Int32Array(size).fill(-1);
  const reason = new Array<JoinReason | undefined>(size);
  const waiting: number[] = [];
  for (let cluster = 0; cluster < clusters.count; cluster++) {
    waiting.push(clusters.items[clusters.start[cluster]!]!);
    for (let from = waiting.pop(); from !== undefined; from = waiting.pop())
      for (let i = start[from]!; i < start[from + 1]!; i++) {
        const e = edges[i]!;
        const other = made.a[e] === from ? made.b[e]! : made.a[e]!;
        if (to[from] === other) continue;
        to[other] = from;
        reason[other] = made.reason[e];
        waiting.push(other);
      }
  }
  return { to, reason };
}

function removeEmptyParties(store: Store, ids: Iterable<number>): void {
  const named = store.db.prepare('select 1 from finding_subject where party = ? limit 1').pluck();
  const remove = store.db.prepare('delete from party where id = ?');
  for (const id of ids) if (named.get(id) === undefined) remove.run(id);
}
