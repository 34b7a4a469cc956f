import type { Store } from '../store/connect.ts';
import { pairsWith } from '../store/mention-pairs.ts';
import type { PartyDecision } from '../store/party-decisions.ts';
import { prepared } from '../store/prepared.ts';
import { purposeOf } from './mention-evidence.ts';
import { LONGEST_NAME } from './read-mentions.ts';

/** More mentions than this are no small matter: then everything is joined anew. */
const MOST = 20_000;

interface Told {
  readonly id: number;
  readonly kind: string;
  readonly numbered: number;
  readonly key: string;
  readonly employed: number;
  readonly masked: number;
  readonly party: number | null;
}

/** Conferences join by names that are compared otherwise: what touches them is joined with everything. */
const APART = 'conference';

/**
 * The mentions (ids, ascending) that a decision about `seeds` may concern: whatever hangs together with them by a number, an account, a phone, a
 * name that joins, a pair that records make, or a person's word. Joining these alone gives what joining all would give. undefined: too many, or
 * of a sort that is joined with everything.
 */
export function concernedBy(
  store: Store,
  seeds: Iterable<number>,
  words: readonly Pick<PartyDecision, 'a' | 'b'>[],
): number[] | undefined {
  const reach = new Reach(store, words);
  reach.add(seeds);
  while (reach.goOn()) if (reach.size > MOST) return undefined;
  return reach.isApart ? undefined : reach.all();
}

class Reach {
  readonly #store: Store;
  readonly #said = new Map<number, number[]>();
  readonly #reached = new Set<number>();
  #border: number[] = [];
  readonly #parties = new Set<number>();
  readonly #values = new Set<string>();
  readonly #keys = new Set<string>();
  readonly #colleagues = new Set<string>();
  isApart = false;

  constructor(store: Store, words: readonly Pick<PartyDecision, 'a' | 'b'>[]) {
    this.#store = store;
    for (const { a, b } of words) {
      const all = [...a, ...b];
      for (const mention of all) this.#said.set(mention, [...(this.#said.get(mention) ?? []), ...all]);
    }
  }

  get size(): number {
    return this.#reached.size;
  }

  all(): number[] {
    return [...this.#reached].sort((a, b) => a - b);
  }

  add(mentions: Iterable<number>): void {
    for (const mention of mentions) {
      if (this.#reached.has(mention)) continue;
      this.#reached.add(mention);
      this.#border.push(mention);
    }
  }

  /** One step outwards; false when there is nothing more. */
  goOn(): boolean {
    if (this.#border.length === 0 || this.isApart) return false;
    const border = JSON.stringify(this.#border);
    const told = prepared<[string], Told>(
      this.#store,
      `select id, kind, id_type is 'uscc' as numbered, key, org_key is not null as employed, masked, party from mention where id in (select value from json_each(?))`,
    ).all(border);
    this.isApart = told.some(({ kind }) => kind === APART);
    const said = this.#border.flatMap((mention) => this.#said.get(mention) ?? []);
    this.#border = [];
    this.add(said);
    this.add(pairsWith(this.#store, border).flatMap(({ a, b }) => [a, b]));
    this.#byParty(told);
    this.#byNumber(border);
    this.#byName(told);
    // all cash is one party
    if (told.some(({ kind }) => kind === 'cash'))
      this.#find("select id from mention where kind = 'cash' and ? <> ''", ['cash']);
    return true;
  }

  #byParty(told: readonly Told[]): void {
    const parties = fresh(
      this.#parties,
      told.flatMap(({ party }) => party ?? []),
    );
    this.#find('select id from mention where party in (select value from json_each(?))', parties);
  }

  #byNumber(border: string): void {
    const numbers = prepared<[string], { type: string; value: string }>(
      this.#store,
      'select distinct type, value from mention_identifier where keyable = 1 and mention in (select value from json_each(?))',
    ).all(border);
    const values = numbers.flatMap(({ type, value }) => (purposeOf(type, value) === undefined ? [] : [value]));
    this.#find(
      'select mention as id from mention_identifier where keyable = 1 and value in (select value from json_each(?))',
      fresh(this.#values, values),
    );
  }

  /** People join by name only beside an employer (a phone or a number is found by itself), everything else by its name. */
  #byName(told: readonly Told[]): void {
    const keys: string[] = [];
    const colleagues: string[] = [];
    for (const { kind, numbered, key, employed, masked } of told) {
      if (key === '' || masked === 1 || kind === 'account' || kind === 'phone') continue;
      if (kind !== 'person' || numbered === 1 || key.length > LONGEST_NAME) keys.push(key);
      else if (employed === 1) colleagues.push(key);
    }
    this.#find('select id from mention where key in (select value from json_each(?))', fresh(this.#keys, keys));
    this.#find(
      'select id from mention where org_key is not null and key in (select value from json_each(?))',
      fresh(this.#colleagues, colleagues),
    );
  }

  #find(sql: string, values: readonly (string | number)[]): void {
    if (values.length === 0) return;
    const found = prepared<[string], { id: number }>(this.#store, sql).all(JSON.stringify(values));
    this.add(found.map(({ id }) => id));
  }
}

/** Those that were not met before. */
function fresh<T>(known: Set<T>, values: readonly T[]): T[] {
  return values.filter((value) => {
    if (known.has(value)) return false;
    known.add(value);
    return true;
  });
}
