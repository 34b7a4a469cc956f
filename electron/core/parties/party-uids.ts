import { hash } from 'node:crypto';
import type { Store } from '../store/connect.ts';
import { caseIdOf } from '../store/meta.ts';
import type { Clusters } from './clusters.ts';
import type { Mentions } from './read-mentions.ts';

/** A party as the store has it. */
export interface PartyRow {
  readonly id: number;
  readonly uid: string;
  readonly kind: string;
  readonly name: string;
  readonly role: string | null;
}

/** How many mentions are looked up in one go. */
const TOGETHER = 1_000;

/**
 * The uids of parties. One comes from the case and from what the mention holds that founded the party, so that a file taken back and imported
 * again finds its parties, and findings keep their dispositions. It can be guessed by whoever guesses the number beside the
 * name and knows the case: it belongs in no output that hides names.
 */
export class PartyUids {
  readonly #store: Store;
  readonly #mentions: Mentions;
  readonly #clusters: Clusters;
  readonly #case: string;
  #mentionsOf: Map<number, number[]> | undefined;
  /** by cluster, those that were asked for together */
  readonly #foreseen = new Map<number, string>();

  constructor(store: Store, mentions: Mentions, clusters: Clusters) {
    this.#store = store;
    this.#mentions = mentions;
    this.#clusters = clusters;
    this.#case = caseIdOf(store);
  }

  /** The uid of a party that the first mention of a cluster founds. */
  of(cluster: number): string {
    return this.#foreseen.get(cluster) ?? this.#founded(this.#firstOf(cluster));
  }

  /** Works out the uids of many clusters together, which is faster than one by one. */
  foresee(clusters: readonly number[]): void {
    for (let from = 0; from < clusters.length; from += TOGETHER) {
      const some = clusters.slice(from, from + TOGETHER);
      const prints = this.#mentions.prints(some.map((cluster) => this.#firstOf(cluster)));
      for (const [i, cluster] of some.entries()) this.#foreseen.set(cluster, this.#uid(prints[i]!));
    }
  }

  /** The mention that founded a party; undefined: none of its mentions did. */
  founderOf({ id, uid }: PartyRow): number | undefined {
    const { parties } = this.#mentions;
    this.#mentionsOf ??= Map.groupBy(parties.keys(), (mention) => parties[mention]!);
    return this.#mentionsOf.get(id)?.find((mention) => this.#founded(mention) === uid);
  }

  /**
   * Gives uids to new parties, each that of its cluster. Where a party has it that stays with another cluster, its founder is here now: that one
   * goes on under the uid of its own first mention, so that parties taken apart and put together again are what they were. `areAllOld`: no other
   * party is in the case.
   */
  giver(old: ReadonlyMap<number, PartyRow>, areAllOld: boolean): (cluster: number, partyOf: Int32Array) => string {
    const holderOf = new Map<string, number>();
    for (const { id, uid } of old.values()) holderOf.set(uid, id);
    const known = this.#store.db.prepare<[string], number>('select 1 from party where uid = ?').pluck();
    const rename = this.#store.db.prepare('update party set uid = ? where id = ?');
    const give = (cluster: number, partyOf: Int32Array): string => {
      let uid = this.of(cluster);
      const holder = holderOf.get(uid);
      const other = holder === undefined ? -1 : partyOf.indexOf(holder);
      if (holder !== undefined && other !== -1) {
        holderOf.delete(uid);
        const its = give(other, partyOf);
        rename.run(its, holder);
        holderOf.set(its, holder);
      }
      const isTaken = () => holderOf.has(uid) || (!areAllOld && known.get(uid) !== undefined);
      for (let n = 2; isTaken(); n++) uid = this.#founded(this.#firstOf(cluster), `\n${n}`);
      holderOf.set(uid, 0);
      return uid;
    };
    return give;
  }

  #firstOf(cluster: number): number {
    return this.#clusters.items[this.#clusters.start[cluster]!]!;
  }

  #founded(mention: number, more = ''): string {
    return this.#uid(`${this.#mentions.prints([mention])[0]}${more}`);
  }

  #uid(print: string): string {
    return hash('sha256', `${this.#case}\n${print}`, 'hex').slice(0, 32);
  }
}
