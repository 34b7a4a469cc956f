import type { Store } from '../store/connect.ts';
import { pairsWith } from '../store/mention-pairs.ts';
import type { PartyDecision } from '../store/party-decisions.ts';
import { prepared } from '../store/prepared.ts';
import { purposeOf } from './mention-evidence.ts';
import { LONGEST_NAME, meetingKey } from './read-mentions.ts';

/** More mentions than this are no small matter: then everything is joined anew. */
const MOST = 20_000;

const CONFERENCE = 'conference';

interface Told {
  readonly id: number;
  readonly kind: string;
  readonly numbered: number;
  readonly name: string;
  readonly key: string;
  readonly employed: number;
  readonly masked: number;
  readonly party: number | null;
}

/**
 * The mentions (ids, ascending) that a decision about `seeds` may concern: whatever hangs together with them by a number, an account, a phone, a
 * name that joins, a pair that records make, or a person's word. Joining these alone gives what joining all would give. undefined: too many.
 */
export function concernedBy(
  store: Store,
  seeds: Iterable<number>,
  words: readonly Pick<PartyDecision, 'a' | 'b'>[],
): number[] | undefined {
  const reach = new Reach(store, words);
  reach.add(seeds);
  while (reach.goOn()) if (reach.size > MOST) return undefined;
  return reach.all();
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
  readonly #meetings = new Set<string>();
  #meetingsByName: ReadonlyMap<string, number[]> | undefined;

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
    if (this.#border.length === 0) return false;
    const border = JSON.stringify(this.#border);
    const told = prepared<[string], Told>(
      this.#store,
      `select id, kind, id_type is 'uscc' as numbered, name, key, org_key is not null as employed, masked, party from mention where id in (select value from json_each(?))`,
    ).all(border);
    const said = this.#border.flatMap((mention) => this.#said.get(mention) ?? []);
    this.#border = [];
    this.add(said);
    this.add(pairsWith(this.#store, border).flatMap(({ a, b }) => [a, b]));
    this.#byParty(told);
    this.#byNumber(border);
    this.#byName(told.filter(({ kind }) => kind !== CONFERENCE));
    this.#byMeeting(told.filter(({ kind }) => kind === CONFERENCE));
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

  /** Conferences are known by their names as they are compared; days only tell apart what has one name. */
  #byMeeting(told: readonly Told[]): void {
    const names = fresh(
      this.#meetings,
      told.map(({ name }) => meetingKey(name)),
    );
    if (names.length === 0) return;
    this.#meetingsByName ??= readMeetings(this.#store);
    for (const name of names) this.add(this.#meetingsByName.get(name) ?? []);
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

/** All mentions of conferences by their names as they are compared. */
function readMeetings(store: Store): Map<string, number[]> {
  const byName = new Map<string, number[]>();
  const all = prepared<[string], { id: number; name: string }>(store, 'select id, name from mention where kind = ?');
  for (const { id, name } of all.iterate(CONFERENCE)) {
    const key = meetingKey(name);
    const known = byName.get(key);
    if (known) known.push(id);
    else byName.set(key, [id]);
  }
  return byName;
}
