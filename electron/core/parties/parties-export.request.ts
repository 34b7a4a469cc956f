import { drawnAs } from '../../../shared/ontology/index.ts';
import { isThing } from '../../../shared/ontology/kind.ts';
import { carries } from '../../../shared/ontology/tags.ts';
import { ok } from '../../../shared/protocol/problem.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import { answerInCase } from '../request.ts';
import type { Store } from '../store/connect.ts';
import { mentionPlaces } from '../store/mention-places.ts';
import { tagIndex } from '../tags/tag-index.ts';

type Exported = Answer<'parties.export'>['parties'][number];

/** Every party, or those that carry the tags asked for, with every cell that names it: one pass over each table of records. */
export default answerInCase('parties.export', (ask, { openCase }) => {
  const { store } = openCase;
  const parties = new Map<number, Exported>();
  const index = tagIndex(store);
  let all = 0;
  for (const { id, kind, role, name } of store.db
    .prepare('select id, kind, role, name from party order by id')
    .iterate() as IterableIterator<{ id: number; kind: string; role: string | null; name: string }>) {
    all++;
    const tags = [...index.of({ id, drawnAs: drawnAs(kind, role) })];
    if (!carries(tags, ask.tags)) continue;
    const org = kind !== 'person' && kind !== 'account' && !isThing(kind) && kind !== 'cash';
    parties.set(id, { id: String(id), kind, org, name, tags, aliases: [], identifiers: [], mentions: [] });
  }
  const partyOf = new Map<number, Exported>();
  for (const { id, party, name } of store.db
    .prepare('select id, party, name from mention where party is not null order by id')
    .iterate() as IterableIterator<{ id: number; party: number; name: string }>) {
    const found = parties.get(party);
    if (!found) continue;
    partyOf.set(id, found);
    if (name !== '' && name !== found.name && !found.aliases.includes(name)) found.aliases.push(name);
  }
  addIdentifiers(store, partyOf);
  addCells(store, partyOf);
  return ok({ all, parties: [...parties.values()] });
});

function addIdentifiers(store: Store, partyOf: ReadonlyMap<number, Exported>): void {
  const rows = store.db
    .prepare('select mention, type, value from mention_identifier where keyable = 1 order by type, value')
    .iterate();
  for (const { mention, type, value } of rows as IterableIterator<{ mention: number; type: string; value: string }>) {
    const party = partyOf.get(mention);
    if (party && !party.identifiers.some((known) => known.type === type && known.value === value))
      party.identifiers.push({ type, value });
  }
}

function addCells(store: Store, partyOf: ReadonlyMap<number, Exported>): void {
  const sheets = new Map(
    (
      store.db
        .prepare(
          'select s.id as id, s.name as sheet, e.name as file from sheet s join batch b on b.id = s.batch join evidence e on e.id = b.evidence',
        )
        .all() as Array<{ id: number; sheet: string; file: string }>
    ).map((sheet) => [sheet.id, sheet]),
  );
  for (const { table, column, field } of mentionPlaces) {
    const cells = store.db
      .prepare(
        `select t.${column}, ${field === null ? 't.field' : '?'}, r.sheet, r.n from ${table} t join row r on r.id = t.row where t.${column} is not null order by r.id`,
      )
      .raw()
      .iterate(...(field === null ? [] : [field])) as IterableIterator<[number, string, number, number]>;
    for (const [mention, named, sheet, row] of cells) {
      const at = sheets.get(sheet);
      if (at) partyOf.get(mention)?.mentions.push({ file: at.file, sheet: at.sheet, row, field: named });
    }
  }
}
