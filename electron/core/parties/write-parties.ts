import { createHash } from 'node:crypto';
import type { Store } from '../store/connect.ts';
import { caseIdOf } from '../store/meta.ts';
import type { Cluster, Description } from './describe-parties.ts';
import type { Joined, JoinReason } from './joins.ts';
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
  clusters: ReadonlyMap<number, Cluster>,
  described: ReadonlyMap<number, Description>,
  made: readonly Joined[],
): void {
  const { db } = store;
  const old = new Map<number, PartyRow>();
  const uids = new Set<string>();
  for (const party of db.prepare<[], PartyRow>('select id, uid, kind, name, role from party').iterate()) {
    old.set(party.id, party);
    uids.add(party.uid);
  }
  const parties = claimParties(mentions, clusters, old);
  const insert = db.prepare<[string, string, string, string | null, string], never>(
    'insert into party (uid, kind, name, role, created_at) values (?, ?, ?, ?, ?)',
  );
  const update = db.prepare('update party set kind = ?, name = ?, role = ? where id = ?');
  const uidFor = uidMaker(caseIdOf(store), uids, mentions);
  const revive = new Map([...old.values()].filter(({ id }) => !parties.has(id)).map(({ uid, id }) => [uid, id]));
  const partyOf = new Map<number, number>([...parties].map(([party, root]) => [root, party]));
  for (const [root] of clusters) {
    const is = described.get(root)!;
    const known = partyOf.get(root) ?? (revive.size > 0 ? revive.get(uidFor.plain(root)) : undefined);
    if (known === undefined) {
      partyOf.set(root, Number(insert.run(uidFor.free(root), is.kind, is.name, is.role, at).lastInsertRowid));
      continue;
    }
    partyOf.set(root, known);
    parties.set(known, root);
    const was = old.get(known)!;
    if (was.kind !== is.kind || was.name !== is.name || was.role !== is.role)
      update.run(is.kind, is.name, is.role, known);
  }
  writeMentions(store, mentions, clusters, partyOf, made);
  removeEmptyParties(
    store,
    [...old.keys()].filter((id) => !parties.has(id)),
  );
}

/** party → root of the cluster that keeps it. Clusters are asked in the order of their earliest mention. */
function claimParties(
  mentions: Mentions,
  clusters: ReadonlyMap<number, Cluster>,
  old: ReadonlyMap<number, PartyRow>,
): Map<number, number> {
  const claimed = new Map<number, number>();
  if (old.size === 0) return claimed;
  for (const [root, cluster] of clusters) {
    const had = cluster.map((mention) => mentions.parties[mention]!).find((party) => old.has(party));
    if (had !== undefined && !claimed.has(had)) claimed.set(had, root);
  }
  return claimed;
}

/**
 * The uid of a new party comes from the case and from what its first mention holds, so that a file taken back and imported
 * again finds its parties, and findings keep their dispositions. It can be guessed by whoever guesses the number beside the
 * name and knows the case: it belongs in no output that hides names.
 */
function uidMaker(caseId: string, taken: Set<string>, mentions: Mentions) {
  const plain = (root: number) => digest(`${caseId}\n${mentions.print(root)}`);
  return {
    plain,
    free(root: number): string {
      let uid = plain(root);
      for (let n = 2; taken.has(uid); n++) uid = digest(`${caseId}\n${mentions.print(root)}\n${n}`);
      taken.add(uid);
      return uid;
    },
  };
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Writes party and reason of every mention that changed. Reasons form a tree over each cluster, seen from its earliest mention. */
function writeMentions(
  store: Store,
  mentions: Mentions,
  clusters: ReadonlyMap<number, Cluster>,
  partyOf: ReadonlyMap<number, number>,
  made: readonly Joined[],
): void {
  const joined = new Map<number, Array<{ to: number; reason: JoinReason }>>();
  const link = (from: number, to: number, reason: JoinReason) => {
    const known = joined.get(from);
    if (known) known.push({ to, reason });
    else joined.set(from, [{ to, reason }]);
  };
  for (const { a, b, reason } of made) {
    link(a, b, reason);
    link(b, a, reason);
  }
  const write = store.db.prepare('update mention set party = ?, join_reason = ?, join_mention = ? where id = ?');
  const put = (mention: number, party: number | null, reason: string | null, to: number | null) => {
    const same =
      mentions.parties[mention] === (party ?? 0) &&
      mentions.reasons[mention] === reason &&
      mentions.joinedTo[mention] === (to === null ? 0 : mentions.ids[to]!);
    if (!same) write.run(party, reason, to === null ? null : mentions.ids[to]!, mentions.ids[mention]!);
  };
  for (let mention = 0; mention < mentions.count; mention++)
    if (mentions.sorts[mention] === 'nothing') put(mention, null, null, null);
  for (const [root, cluster] of clusters) {
    const party = partyOf.get(root)!;
    put(root, party, 'first', null);
    if (cluster.length === 1) continue;
    const reached = new Set([root]);
    for (const from of reached)
      for (const { to, reason } of joined.get(from) ?? []) {
        if (reached.has(to)) continue;
        reached.add(to);
        put(to, party, reason, from);
      }
  }
}

function removeEmptyParties(store: Store, ids: readonly number[]): void {
  const named = store.db.prepare('select 1 from finding_subject where party = ? limit 1').pluck();
  const remove = store.db.prepare('delete from party where id = ?');
  for (const id of ids) if (named.get(id) === undefined) remove.run(id);
}
