import { hash } from 'node:crypto';
import type { Store } from '../store/connect.ts';
import { caseIdOf } from '../store/meta.ts';
import { withoutIndexes } from '../store/without-indexes.ts';
import { type Clusters, membersOf } from './clusters.ts';
import type { Description } from './describe-parties.ts';
import type { JoinReason, Made } from './joins.ts';
import type { Mentions } from './read-mentions.ts';

interface PartyRow {
  readonly id: number;
  readonly uid: string;
  readonly kind: string;
  readonly name: string;
  readonly role: string | null;
}

/**
 * Writes who is who, touching only what changed. A cluster keeps the party that its earliest mention already had; where two
 * clusters claim one party, the earlier mention wins and the other gets a party of its own. A party whose mentions are gone is
 * deleted, unless a finding names it: then it stays as a name without mentions, so that the finding can still be read.
 */
export function writeParties(
  store: Store,
  at: string,
  mentions: Mentions,
  clusters: Clusters,
  described: readonly Description[],
  made: Made,
): void {
  const old = new Map<number, PartyRow>();
  for (const party of store.db.prepare<[], PartyRow>('select id, uid, kind, name, role from party').iterate())
    old.set(party.id, party);
  const kept = new Set<number>();
  const partyOf = claimParties(mentions, clusters, old, kept);
  const isNew = clusters.count - kept.size;
  const write = () => {
    writeDescriptions(store, at, described, partyOf, old, kept, uidMaker(store, old, mentions, clusters));
    writeMentions(store, mentions, clusters, partyOf, made);
  };
  if (isNew > MANY_NEW) withoutIndexes(store, ['party_uid', 'party_kind', 'party_name', 'mention_party'], write);
  else write();
  removeEmptyParties(
    store,
    [...old.keys()].filter((id) => !kept.has(id)),
  );
}

/** From so many new parties on, it is faster to make the indexes anew. */
const MANY_NEW = 20_000;

/** The party that each cluster keeps, 0 = none; clusters are asked in the order of their earliest mention. */
function claimParties(
  mentions: Mentions,
  clusters: Clusters,
  old: ReadonlyMap<number, PartyRow>,
  kept: Set<number>,
): Int32Array {
  const partyOf = new Int32Array(clusters.count);
  if (old.size === 0) return partyOf;
  for (let cluster = 0; cluster < clusters.count; cluster++) {
    for (const mention of membersOf(clusters, cluster)) {
      const had = mentions.parties[mention]!;
      if (had === 0 || !old.has(had)) continue;
      if (!kept.has(had)) {
        kept.add(had);
        partyOf[cluster] = had;
      }
      break;
    }
  }
  return partyOf;
}

/** Writes the parties themselves; fills the gaps of `partyOf`, and adds to `kept` the parties that came back to life. */
function writeDescriptions(
  store: Store,
  at: string,
  described: readonly Description[],
  partyOf: Int32Array,
  old: ReadonlyMap<number, PartyRow>,
  kept: Set<number>,
  uidFor: UidMaker,
): void {
  const insert = store.db.prepare<[string, string, string, string | null, string], never>(
    'insert into party (uid, kind, name, role, created_at) values (?, ?, ?, ?, ?)',
  );
  const update = store.db.prepare('update party set kind = ?, name = ?, role = ? where id = ?');
  const asleep = new Map<string, number>();
  for (const { id, uid } of old.values()) if (!kept.has(id)) asleep.set(uid, id);
  for (const [cluster, is] of described.entries()) {
    if (partyOf[cluster] === 0 && asleep.size > 0) partyOf[cluster] = asleep.get(uidFor.plain(cluster)) ?? 0;
    const known = partyOf[cluster]!;
    if (known === 0) {
      partyOf[cluster] = Number(insert.run(uidFor.free(cluster), is.kind, is.name, is.role, at).lastInsertRowid);
      continue;
    }
    kept.add(known);
    const was = old.get(known)!;
    if (was.kind !== is.kind || was.name !== is.name || was.role !== is.role)
      update.run(is.kind, is.name, is.role, known);
  }
}

interface UidMaker {
  plain(cluster: number): string;
  /** `plain`, or where that is taken by a party that stays with another cluster, a further one */
  free(cluster: number): string;
}

/**
 * The uid of a new party comes from the case and from what its first mention holds, so that a file taken back and imported
 * again finds its parties, and findings keep their dispositions. It can be guessed by whoever guesses the number beside the
 * name and knows the case: it belongs in no output that hides names.
 */
function uidMaker(store: Store, old: ReadonlyMap<number, PartyRow>, mentions: Mentions, clusters: Clusters): UidMaker {
  const caseId = caseIdOf(store);
  const taken = new Set<string>();
  for (const { uid } of old.values()) taken.add(uid);
  const text = (cluster: number) => `${caseId}\n${mentions.print(clusters.items[clusters.start[cluster]!]!)}`;
  return {
    plain: (cluster) => digest(text(cluster)),
    free(cluster) {
      const founded = text(cluster);
      let uid = digest(founded);
      for (let n = 2; taken.has(uid); n++) uid = digest(`${founded}\n${n}`);
      taken.add(uid);
      return uid;
    },
  };
}

const digest = (text: string): string => hash('sha256', text, 'hex').slice(0, 32);

/** Writes party and reason of every mention that changed. */
function writeMentions(store: Store, mentions: Mentions, clusters: Clusters, partyOf: Int32Array, made: Made): void {
  const { to, reason } = reasonsOf(clusters, made);
  const write = store.db.prepare('update mention set party = ?, join_reason = ?, join_mention = ? where id = ?');
  for (let mention = 0; mention < mentions.count; mention++) {
    const cluster = clusters.of[mention]!;
    const party = cluster === -1 ? null : partyOf[cluster]!;
    const why = cluster === -1 ? null : (reason[mention] ?? 'first');
    const joined = to[mention] === -1 ? null : mentions.ids[to[mention]!]!;
    const same =
      mentions.parties[mention] === (party ?? 0) &&
      mentions.reasons[mention] === why &&
      mentions.joinedTo[mention] === (joined ?? 0);
    if (!same) write.run(party, why, joined, mentions.ids[mention]!);
  }
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
