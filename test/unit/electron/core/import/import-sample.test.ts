import { expect, test } from 'vitest';
import { generateSample, simulateCase } from '../../../../../build/sample/generate.ts';
import type { SampleOptions } from '../../../../../build/sample/options.ts';
import { dayOfStamp } from '../../../../../build/sample/plain/civil.ts';
import type { Truth } from '../../../../../build/sample/truth/truth.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import type { ImportReport } from '../../../../../shared/protocol/import.requests.ts';
import { importBytes } from '../../../../make/import-bytes.ts';

interface Place {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}
const spell = ({ file, sheet, row }: Place) => `${file} › ${sheet} › ${row}`;
const byText = (a: string, b: string) => (a < b ? -1 : 1);

/** A column in which nothing but noughts stands has a sum for the import, and none for the generator. */
const withoutNought = (sums: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(sums).filter(([, fen]) => fen !== '0'));

/** What the generator says of each sheet, and what the import said of it, in the same words. */
const told = (truth: Truth) =>
  truth.files.flatMap(({ file, sheets }) =>
    sheets.map(({ badRows, ...sheet }) => ({
      ...sheet,
      sums: withoutNought(sheet.sums),
      file,
      problems: badRows.map((bad) => `${bad.row} ${bad.column} ${bad.code} ${bad.seen} ${bad.rejected}`).sort(byText),
    })),
  );
const found = (report: ImportReport) =>
  report.files.flatMap(({ file, sheets }) =>
    sheets.map(({ sheet, category, headerRow, columns, rows: { mirrored, ...rows }, sums, problems }) => ({
      sheet,
      category,
      headerRow,
      columns,
      rows,
      sums: withoutNought(sums),
      file,
      problems: problems
        .map((each) => `${each.row} ${each.column} ${each.code} ${each.seen} ${each.rejects}`)
        .sort(byText),
    })),
  );

const toldMirrors = (truth: Truth): string[] =>
  truth.mirrors.map((pair) => pair.map(spell).sort(byText).join(' = ')).sort(byText);

function mirrors(store: Store): string[] {
  const place = (alias: string) => `(select file || ' › ' || sheet_name || ' › ' || n from place where row = ${alias})`;
  const rows = store.db
    .prepare<[], { a: string; b: string }>(
      `select ${place('f.row')} as a, ${place('f.mirror_of')} as b from rec_bank_flow f where f.mirror_of is not null`,
    )
    .all();
  return rows.map(({ a, b }) => [a, b].sort(byText).join(' = ')).sort(byText);
}

test.each([7, 2026])(
  'every sheet of the fictitious case is read as it was written, seed %i',
  { timeout: 180_000 },
  async (seed) => {
    const files = generateSample({ seed, size: 'S', noise: 0.5 });
    const truth: Truth = JSON.parse(new TextDecoder().decode(files.find(({ name }) => name === 'truth.json')?.bytes));
    const named = new Set(truth.files.map(({ file }) => file));
    const { report, store } = await importBytes(
      files.filter(({ name }) => named.has(name)).map(({ name, bytes }) => ({ path: name, bytes })),
    );
    expect(report.files.flatMap(({ problems }) => problems)).toEqual([]);
    expect(found(report)).toEqual(told(truth));
    expect(mirrors(store)).toEqual(toldMirrors(truth));
    for (const { rows } of report.files.flatMap(({ sheets }) => sheets)) {
      expect(rows.imported + rows.rejected + rows.duplicate + rows.skipped).toBe(rows.read);
    }
  },
);

/** The statements of the whole case, and what its truth says of them. */
async function statementsOf(options: SampleOptions): Promise<{ truth: Truth; store: Store; report: ImportReport }> {
  const files = generateSample(options);
  const truth: Truth = JSON.parse(new TextDecoder().decode(files.find(({ name }) => name === 'truth.json')?.bytes));
  const statements = truth.files.filter(({ sheets }) => sheets.every(({ category }) => category === 'bank_flow'));
  const names = new Set(statements.map(({ file }) => file));
  const { store, report } = await importBytes(
    files.filter(({ name }) => names.has(name)).map(({ name, bytes }) => ({ path: name, bytes })),
  );
  return { truth: { ...truth, files: statements }, store, report };
}

test('statements of the whole case are read as they were written, pages too; two transfers in five have both sides, and each is one payment', {
  timeout: 180_000,
}, async () => {
  const { truth, store, report } = await statementsOf({ seed: 1, size: 'S', noise: 0.5, scope: 'all' });
  expect(found(report)).toEqual(told(truth));
  expect(truth.files.map(({ format }) => format)).toContain('html');
  expect(mirrors(store)).toEqual(toldMirrors(truth));
  const one = store.db
    .prepare(
      `select count(*) from rec_bank_flow f join mention c on c.id = f.counterparty
         where f.mirror_of is null and f.outcome <> 'failed' and c.account is not null`,
    )
    .pluck()
    .get() as number;
  const share = truth.mirrors.length / one;
  expect([share > 0.35, share < 0.55]).toEqual([true, true]);
});

test('whoever was paid received as much however many statements show it', { timeout: 180_000 }, async () => {
  const options = { seed: 1, size: 'S', noise: 0, scope: 'all' } as const;
  const { store, truth } = await statementsOf(options);
  expect(truth.mirrors.length).toBeGreaterThan(1000);
  const { world } = simulateCase(options);
  // inquiry platforms name the account behind a card
  const behind = new Map(world.accounts.map((account) => [account.behind, account.number]));
  const sums = (list: ReadonlyArray<readonly [string, number]>) =>
    Object.fromEntries(
      [...Map.groupBy(list, ([account]) => behind.get(account) ?? account)].map(([account, each]) => [
        account,
        each.reduce((sum, [, fen]) => sum + fen, 0),
      ]),
    );
  const received = world.transfers.flatMap(({ from, to, fen, at, failed }) => {
    const isShown = [from, to].some((account) => world.shows(account, dayOfStamp(at)));
    return failed || !isShown || to.number === '' ? [] : [[to.number, fen] as const];
  });
  const counted = store.db
    .prepare(
      `select m.account, sum(f.fen) from rec_bank_flow f join mention m on m.id = f.payee
         where f.mirror_of is null and f.outcome = 'ok' and f.direction <> 'neutral' and m.account is not null group by m.account`,
    )
    .raw()
    .all() as Array<[string, number]>;
  expect(sums(counted)).toEqual(sums(received));
});

test('a conference that stands once, merged over all who came, is the conference of each of them', async () => {
  const options = { seed: 1, size: 'S', noise: 0.5, scope: 'all' } as const;
  const rosters = generateSample(options).filter(({ name }) => name.startsWith('402_'));
  const { store } = await importBytes(rosters.map(({ name, bytes }) => ({ path: name, bytes })));
  const came = store.db
    .prepare('select m.name, count(*) from rec_conference_person p join mention m on m.id = p.conference group by 1')
    .raw()
    .all() as Array<[string, number]>;
  const told = simulateCase(options).world.attendances.filter(
    ({ conference }) =>
      conference.list === 'society' && new Date(conference.start * 86_400_000).getUTCFullYear() === 2023,
  );
  const byName = Map.groupBy(told, ({ conference }) => conference.name.normalize('NFKC'));
  expect(Object.fromEntries(came.map(([name, count]) => [name.normalize('NFKC'), count]))).toEqual(
    Object.fromEntries([...byName].map(([name, attendances]) => [name, attendances.length])),
  );
  expect(told.length).toBeGreaterThan(byName.size);
});

test('whom a wallet shows by the last character of the name is nobody whom that name could be', async () => {
  const wallets = generateSample({ seed: 1, size: 'S', noise: 0.5, scope: 'all' }).filter(({ name }) =>
    name.startsWith('618_'),
  );
  const { store } = await importBytes(wallets.map(({ name, bytes }) => ({ path: name, bytes })));
  const masked = store.db.prepare("select name, masked from mention where name like '*%'").raw().all();
  expect(masked.length).toBeGreaterThan(0);
  expect(masked.map((row) => (row as [string, number])[1])).toEqual(masked.map(() => 1));
});
