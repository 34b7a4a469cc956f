import type { Store } from '../../electron/core/store/connect.ts';
import { mentionPlaces } from '../../electron/core/store/mention-places.ts';
import { tidy } from '../../shared/evidence/text.ts';

/** One true party of the sample with the cells that name it: truth_entities.json. */
export interface TrueParty {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly mentions: ReadonlyArray<{ file: string; sheet: string; row: number; field: string; written: string }>;
}

/** How well parties agree with the truth, over cells that name somebody. */
export interface PartyScore {
  readonly cells: number;
  /** cells of the truth that no record holds */
  readonly lost: number;
  readonly precision: number;
  readonly recall: number;
  readonly bCubedPrecision: number;
  readonly bCubedRecall: number;
  /** parties that hold cells of several true parties, the largest first: true names with their cells */
  readonly mixed: ReadonlyArray<{ party: number; holds: string }>;
  /** true parties that are spread over several parties, the largest loss first */
  readonly split: ReadonlyArray<{ name: string; over: string }>;
}

export function scoreParties(store: Store, truth: readonly TrueParty[]): PartyScore {
  const cells = namedCells(store);
  const together = new Map<string, number>(); // true party and party → cells
  const ofTrue = new Map<string, number>();
  const ofParty = new Map<number, number>();
  let lost = 0;
  for (const { id, kind, mentions } of truth) {
    if (kind === 'pseudo') continue;
    for (const { file, sheet, row, field, written } of mentions) {
      const found = cells.get(`${file}|${sheet}|${row}|${field}`) ?? [];
      const cell = found.length > 1 ? found.find(({ name }) => name === tidy(written)) : found[0];
      if (cell === undefined) {
        lost++;
        continue;
      }
      const pair = `${id} ${cell.party}`;
      together.set(pair, (together.get(pair) ?? 0) + 1);
      ofTrue.set(id, (ofTrue.get(id) ?? 0) + 1);
      ofParty.set(cell.party, (ofParty.get(cell.party) ?? 0) + 1);
    }
  }
  const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const total = [...ofTrue.values()].reduce((sum, n) => sum + n, 0);
  let cubedPrecision = 0;
  let cubedRecall = 0;
  const parts = new Map<number, string[]>();
  const spread = new Map<string, string[]>();
  const nameOf = new Map(truth.map(({ id, name }) => [id, name]));
  for (const [pair, n] of together) {
    const [id = '', partyText] = pair.split(' ');
    const party = Number(partyText);
    cubedPrecision += (n * n) / ofParty.get(party)!;
    cubedRecall += (n * n) / ofTrue.get(id)!;
    parts.set(party, [...(parts.get(party) ?? []), `${nameOf.get(id)} ${id} ×${n}`]);
    spread.set(id, [...(spread.get(id) ?? []), `#${party} ×${n}`]);
  }
  const right = pairs(together.values());
  return {
    cells: total,
    lost,
    precision: right / pairs(ofParty.values()),
    recall: right / pairs(ofTrue.values()),
    bCubedPrecision: cubedPrecision / total,
    bCubedRecall: cubedRecall / total,
    mixed: [...parts]
      .filter(([, list]) => list.length > 1)
      .sort(([a], [b]) => ofParty.get(b)! - ofParty.get(a)!)
      .map(([party, list]) => ({ party, holds: list.join(' | ') })),
    split: [...spread]
      .filter(([, list]) => list.length > 1)
      .sort(([a], [b]) => ofTrue.get(b)! - ofTrue.get(a)!)
      .map(([id, list]) => ({ name: `${nameOf.get(id)} ${id}`, over: list.join(' ') })),
  };
}

/** file|sheet|row|field → the parties that this cell names. */
function namedCells(store: Store): Map<string, Array<{ party: number; name: string }>> {
  const cells = new Map<string, Array<{ party: number; name: string }>>();
  for (const { table, column, field } of mentionPlaces) {
    const rows = store.db.prepare<
      [],
      { party: number; name: string; field: string; n: number; sheet: string; file: string }
    >(
      `select m.party, m.name, ${field === null ? 't.field' : `'${field}'`} as field, p.n, p.sheet_name as sheet, p.file
       from ${table} t join mention m on m.id = t.${column} join place p on p.row = t.row where m.party is not null`,
    );
    for (const { party, name, field: at, n, sheet, file } of rows.iterate()) {
      const key = `${file}|${sheet}|${n}|${at}`;
      cells.set(key, [...(cells.get(key) ?? []), { party, name: tidy(name) }]);
    }
  }
  return cells;
}
