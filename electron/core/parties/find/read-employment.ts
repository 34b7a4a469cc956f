import type { Store } from '../../store/connect.ts';
import { KeyTable } from './key-table.ts';
import { pages, type Reading } from './read-lines.ts';

/** Who works for whom, by the ids of parties. */
export interface Employment {
  readonly employersOf: Lists;
  readonly staffOf: Lists;
}

/** Employment as the links say; `only`: where one side is among these parties. */
export async function readEmployment(store: Store, reading: Reading): Promise<Employment> {
  const only = 'in (select value from json_each(@only))';
  const among =
    reading.only === undefined
      ? 'true'
      : `id in (select id from link where source ${only} union select id from link where target ${only})`;
  const sql = `select id, source, target from link where kind = 'employment' and id > @after and ${among} order by id limit @page`;
  const [people, employers]: [number[], number[]] = [[], []];
  for await (const rows of pages<readonly [number, number, number]>(store, sql, reading))
    for (const [, person, employer] of rows) {
      people.push(person);
      employers.push(employer);
    }
  return { employersOf: new Lists(people, employers), staffOf: new Lists(employers, people) };
}

/** For each of many numbers a list of others. */
class Lists {
  readonly #keys = new KeyTable();
  readonly #from: Int32Array;
  readonly #items: Int32Array;

  /** keys[i] has items[i] in its list. */
  constructor(keys: readonly number[], items: readonly number[]) {
    const numbers = Int32Array.from(keys, (key) => this.#keys.numberOf(key));
    this.#from = new Int32Array(this.#keys.size + 1);
    for (const k of numbers) this.#from[k + 1]!++;
    for (let k = 0; k < this.#keys.size; k++) this.#from[k + 1]! += this.#from[k]!;
    const next = this.#from.slice();
    this.#items = new Int32Array(items.length);
    for (const [i, k] of numbers.entries()) this.#items[next[k]!++] = items[i]!;
  }

  some(key: number, is: (item: number) => boolean): boolean {
    const k = this.#keys.find(key);
    if (k === undefined) return false;
    for (let i = this.#from[k]!; i < this.#from[k + 1]!; i++) if (is(this.#items[i]!)) return true;
    return false;
  }

  each(key: number, tell: (item: number) => void): void {
    const k = this.#keys.find(key);
    if (k === undefined) return;
    for (let i = this.#from[k]!; i < this.#from[k + 1]!; i++) tell(this.#items[i]!);
  }
}
