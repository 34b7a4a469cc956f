import { dayNumber } from '../../../../shared/evidence/day.ts';
import { linkKind } from '../../../../shared/ontology/index.ts';
import type { RouteLimits } from '../../../../shared/protocol/routes.requests.ts';
import type { Store } from '../../store/connect.ts';
import { type Adjacency, kindIds, linksFrom } from '../adjacency.ts';
import { countedRows, type PairRow } from '../pair-rows.ts';
import { isStanding } from './limits.ts';
import { byMoment, type Moment, secondOf } from './moment.ts';

/** A row of a hop that has a day. */
export interface DatedRow extends Moment {
  readonly link: number;
  readonly from: PairRow;
}

/** The links by which one party follows another on a route, and their rows within the period. */
export interface Hop {
  readonly links: readonly number[];
  /** earlier first */
  readonly rows: readonly DatedRow[];
  /** some link holds at any time: kinship, employment */
  readonly standing: boolean;
}

/** So many links are read in one question; beyond that the answer says that there may be more. */
const MOST_READ = 20_000;

/** The rows of hops, each read once. */
export class HopRows {
  readonly #store: Store;
  readonly #graph: Adjacency;
  readonly #ask: Pick<RouteLimits, 'since' | 'until' | 'minFen'> & { readonly directed: boolean };
  readonly #mayUse: (link: number) => boolean;
  readonly #pulse: () => void;
  readonly #known = new Map<number, Hop | null>();
  #read = 0;

  constructor(
    store: Store,
    graph: Adjacency,
    ask: Pick<RouteLimits, 'since' | 'until' | 'minFen'> & { readonly directed: boolean },
    mayUse: (link: number) => boolean,
    pulse: () => void,
  ) {
    this.#store = store;
    this.#graph = graph;
    this.#ask = ask;
    this.#mayUse = mayUse;
    this.#pulse = pulse;
  }

  spent(): boolean {
    return this.#read > MOST_READ;
  }

  /** null: no link passes once its rows are looked at. */
  of(at: number, next: number): Hop | null {
    const key = at * 2 ** 26 + next;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const both = [...linksFrom(this.#graph, at, next), ...(this.#ask.directed ? [] : linksFrom(this.#graph, next, at))];
    const read = both.filter(this.#mayUse).map((link) => ({ link, rows: this.#rowsOf(link) }));
    const passing = read.filter(({ link, rows }) => this.#passes(link, rows));
    const hop =
      passing.length === 0
        ? null
        : {
            links: passing.map(({ link }) => link),
            rows: passing.flatMap(({ rows }) => rows).sort(byMoment),
            standing: passing.some(({ link }) => isStanding(kindIds[this.#graph.kind[link]!]!)),
          };
    this.#known.set(key, hop);
    return hop;
  }

  #rowsOf(link: number): DatedRow[] {
    const graph = this.#graph;
    const kind = linkKind(kindIds[graph.kind[link]!]!)!;
    if (graph.first[link] === 0) return [];
    if (++this.#read % 64 === 0) this.#pulse();
    const { since = '', until = '9999-12-31' } = this.#ask;
    return countedRows(this.#store, kind, graph.source[link]!, graph.target[link]!).flatMap((row) =>
      row.day === null || row.day < since || row.day.slice(0, 10) > until
        ? []
        : [{ link, from: row, day: dayNumber(row.day.slice(0, 10)), second: secondOf(row.time) }],
    );
  }

  /** A link without a single day stands in every period; of another one, rows must lie within and make the sum. */
  #passes(link: number, rows: readonly DatedRow[]): boolean {
    const { minFen } = this.#ask;
    if (this.#graph.first[link] === 0) return true;
    if (rows.length === 0) return false;
    if (minFen === undefined || Number.isNaN(this.#graph.fen[link]!)) return true;
    return rows.reduce((sum, { from }) => sum + (from.fen ?? 0), 0) >= minFen;
  }
}
