import type { TraceQuestion } from '../../../shared/protocol/trace.requests.ts';
import type { Store } from './connect.ts';
import { mentionsWith, namesakesOf, wordsOf } from './mention-words.ts';
import { prepared } from './prepared.ts';

/** 保存的追踪 without its question. */
export interface TraceHead {
  readonly trace: number;
  readonly name: string;
  readonly note: string;
  readonly at: string;
  readonly actor: string;
  /** in fen, when it was saved: what it started with, and what reached the furthest layer, over both directions */
  readonly seedFen: number;
  readonly reachedFen: number;
  readonly reported: boolean;
  readonly removed: boolean;
}

type HeadRow = Omit<TraceHead, 'reported' | 'removed'> & { readonly reported: number; readonly removed: number };

const headSql = `select id as trace, name, note, at, actor, seed_fen as seedFen, reached_fen as reachedFen, reported, removed from graph_trace`;

const headOf = (row: HeadRow): TraceHead => ({ ...row, reported: row.reported === 1, removed: row.removed === 1 });

/** The latest first. */
export const listTraces = (store: Store, withRemoved = false): TraceHead[] =>
  prepared<[number], HeadRow>(store, `${headSql} where removed <= ? order by id desc`)
    .all(withRemoved ? 1 : 0)
    .map(headOf);

/** undefined: there is none with this id. */
export function traceHead(store: Store, trace: number): TraceHead | undefined {
  const row = prepared<[number], HeadRow>(store, `${headSql} where id = ?`).get(trace);
  return row && headOf(row);
}

/** Keeps a question with what is needed to find its parties and rows again. Gives its id. */
export function writeTrace(
  store: Store,
  question: TraceQuestion,
  head: Omit<TraceHead, 'trace' | 'reported' | 'removed'>,
): number {
  const { parties, pairs, rows } = question.seeds;
  const named = new Set([...parties, ...pairs.flatMap(({ payer, payee }) => [payer, payee])]);
  const sides = [...named].map((party) => [party, wordsOf(store, namesakesOf(store, party))] as const);
  const placeOf = prepared<[number], { sha256: string; sheet: string; n: number }>(
    store,
    'select sha256, sheet_name as sheet, n from place where row = ?',
  );
  const places = rows.flatMap((row) => {
    const place = placeOf.get(row);
    return place ? [[row, place] as const] : [];
  });
  const { lastInsertRowid } = prepared<unknown[]>(
    store,
    `insert into graph_trace(name, note, question, sides, places, seed_fen, reached_fen, at, actor) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    head.name,
    head.note,
    JSON.stringify(question),
    JSON.stringify(sides),
    JSON.stringify(places),
    head.seedFen,
    head.reachedFen,
    head.at,
    head.actor,
  );
  return Number(lastInsertRowid);
}

/** Sets whether it is in the report, and whether it was taken away. */
export function changeTrace(store: Store, trace: number, head: Pick<TraceHead, 'reported' | 'removed'>): void {
  prepared<[number, number, number]>(store, 'update graph_trace set reported = ?, removed = ? where id = ?').run(
    Number(head.reported),
    Number(head.removed),
    trace,
  );
}

/** The question by the ids of now; `gone`: seeds that are not in the case any more and are left out of it. */
export function readTraceQuestion(store: Store, trace: number): { question: TraceQuestion; gone: number } {
  const kept = prepared<[number], { question: string; sides: string; places: string }>(
    store,
    'select question, sides, places from graph_trace where id = ?',
  ).get(trace)!;
  const question = JSON.parse(kept.question) as TraceQuestion;
  const partyOf = prepared<[number], { party: number | null }>(store, 'select party from mention where id = ?');
  const now = new Map(
    (JSON.parse(kept.sides) as Array<[number, string]>).map(([saved, side]) => {
      const [founder] = mentionsWith(store, side);
      return [saved, founder === undefined ? null : (partyOf.get(founder)?.party ?? null)];
    }),
  );
  const rowAt = prepared<[string, string, number], { row: number }>(
    store,
    'select row from place where sha256 = ? and sheet_name = ? and n = ?',
  );
  const rowNow = new Map(
    (JSON.parse(kept.places) as Array<[number, { sha256: string; sheet: string; n: number }]>).map(
      ([saved, { sha256, sheet, n }]) => [saved, rowAt.get(sha256, sheet, n)?.row ?? null],
    ),
  );
  const { parties, pairs, rows } = question.seeds;
  const seeds = {
    ...question.seeds,
    parties: [...new Set(parties.flatMap((party) => now.get(party) ?? []))],
    pairs: pairs.flatMap(({ payer, payee }) => {
      const [from, to] = [now.get(payer), now.get(payee)];
      return from && to && from !== to ? [{ payer: from, payee: to }] : [];
    }),
    rows: rows.flatMap((row) => rowNow.get(row) ?? []),
  };
  const gone =
    parties.filter((party) => !now.get(party)).length +
    (pairs.length - seeds.pairs.length) +
    (rows.length - seeds.rows.length);
  return { question: { ...question, seeds }, gone };
}
