import { expect, test } from 'vitest';
import { copyTables, takeTables } from '../../../../../electron/core/seal/snapshot.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { caseInMemory } from '../../../../case-in-memory.ts';
import { detectIn } from '../../../../make/detect-in.ts';
import { sampleCase } from '../../../../make/sample-case.ts';

/** Every text of every table of the attached copy. */
function* texts({ db }: Store): Generator<[string, string]> {
  const tables = db.prepare("select name from snap.sqlite_schema where type = 'table'").pluck().all() as string[];
  for (const table of tables)
    for (const row of db.prepare(`select * from snap.${table}`).all() as Array<Record<string, unknown>>)
      for (const [column, value] of Object.entries(row))
        if (typeof value === 'string' && !/^[0-9a-f]{64}$/.test(value)) yield [`${table}.${column}`, value];
}

test('a shared copy holds no number of a person in any column, and goes into a case of its own', {
  timeout: 300_000,
}, async () => {
  const { store } = await sampleCase(1, 'S');
  detectIn(store);
  const numbers = store.db
    .prepare(
      "select distinct value from mention_identifier where keyable = 1 and length(value) >= 7 and type not in ('uscc', 'tax_no', 'org_code', 'conference_no', 'product_code', 'approval_no', 'tender_no', 'contract_no', 'invoice_no')",
    )
    .pluck()
    .all() as string[];
  expect(numbers.length).toBeGreaterThan(50);
  store.db.exec("attach ':memory:' as snap");
  const copied = store.transaction(() => copyTables(store, 'snap', 'shared'));
  const known = new Set(numbers);
  const leaks = new Set<string>();
  for (const [where, text] of texts(store))
    for (const [run] of text
      .normalize('NFKC')
      .replace(/(?<=\d)[\s\-·.](?=\d)/g, '')
      .matchAll(/[0-9A-Za-z]{7,}/g))
      if (known.has(run)) leaks.add(where);
  expect([...leaks]).toEqual([]);

  // what is masked must still go through every unique index of a case
  const other = caseInMemory();
  other.db.exec("attach ':memory:' as snap");
  const tables = store.db.prepare("select sql from snap.sqlite_schema where type = 'table'").pluck().all() as string[];
  for (const sql of tables) other.db.exec(sql.replace(/^create table\s+"?(\w+)"?/i, 'create table snap.$1'));
  const taken = other.transaction(() => {
    other.db.pragma('defer_foreign_keys=on');
    for (const name of Object.keys(copied)) {
      const columns = store.db.pragma(`snap.table_xinfo(${name})`) as Array<{ name: string; hidden: number }>;
      const listed = columns.filter(({ hidden }) => hidden === 0).map((each) => each.name);
      const put = other.db.prepare(
        `insert into snap.${name}(${listed.join(', ')}) values (${listed.map(() => '?').join(', ')})`,
      );
      for (const row of store.db
        .prepare(`select ${listed.join(', ')} from snap.${name}`)
        .raw()
        .iterate())
        put.run(...(row as unknown[]));
    }
    return takeTables(other, 'snap');
  });
  for (const name of ['row', 'mention', 'mention_identifier', 'finding'])
    expect([name, taken[name]]).toEqual([name, copied[name]]);
});
