import { drawnKinds } from '../../../shared/ontology/index.ts';
import type { EdgeSource } from '../../../shared/ontology/kind.ts';
import type { Store } from '../store/connect.ts';
import { records } from '../store/records/index.ts';
import type { DoctorCheckId, Finding } from './doctor-checks.ts';

/** Figures that are kept in two places and must agree. Each statement returns one line `(n, wrong)`: how many, and the ids that disagree. */
interface FigureCheck {
  readonly id: DoctorCheckId;
  readonly find: (store: Store) => Finding;
}

const record = `(${records.map(({ table }) => `select row from ${table}`).join(' union all ')})`;

/** Categories whose rows become a record of their own. */
const withRecord = `(${records.flatMap(({ categories }) => categories.map((category) => `'${category}'`)).join(', ')})`;

const standing = `sheet s join batch b on b.id = s.batch and b.state = 'written'`;

const statements: ReadonlyArray<readonly [DoctorCheckId, { readonly n: string; readonly wrong: string }]> = [
  [
    'rows-add-up',
    {
      n: `select count(*) from ${standing}`,
      wrong: `select s.id from ${standing} where s.rows_read <> s.rows_imported + s.rows_rejected + s.rows_duplicate + s.rows_skipped`,
    },
  ],
  [
    'rows-counted',
    {
      n: `select count(*) from ${standing} join row r on r.sheet = s.id`,
      wrong: `select s.id from ${standing} left join (
          select sheet, sum(state = 'imported') as imported, sum(state = 'rejected') as rejected, sum(state = 'duplicate') as duplicate, sum(state = 'skipped') as skipped
          from row group by sheet) c on c.sheet = s.id
        where s.rows_imported <> coalesce(c.imported, 0) or s.rows_rejected <> coalesce(c.rejected, 0)
           or s.rows_duplicate <> coalesce(c.duplicate, 0) or s.rows_skipped <> coalesce(c.skipped, 0)`,
    },
  ],
  [
    'records',
    {
      n: `select count(*) from ${record}`,
      wrong: `select row from ${record} group by row having count(*) > 1
        union select u.row from ${record} u join row r on r.id = u.row join sheet s on s.id = r.sheet join batch b on b.id = s.batch
          where r.state <> 'imported' or b.state <> 'written'
        union select r.id from ${standing} join row r on r.sheet = s.id where s.category in ${withRecord} and r.state = 'imported'
          ${records.map(({ table }) => `and not exists (select 1 from ${table} where row = r.id)`).join(' ')}`,
    },
  ],
  [
    // The sums told at import are over imported and duplicate rows; they can be compared where nothing was duplicate.
    // 支出 − 收入 of a statement, and 金额 of an expense ledger, must be what the records add up to.
    'sums',
    {
      n: `select count(*) from ${standing} where s.rows_duplicate = 0 and s.category in ('bank_flow', 'expense')`,
      wrong: `select s.id from ${standing} join row r on r.sheet = s.id join rec_expense x on x.row = r.id and x.currency = 'CNY'
          where s.category = 'expense' and s.rows_duplicate = 0 and json_extract(s.sums, '$.amount') is not null
          group by s.id having sum(x.fen) <> cast(json_extract(s.sums, '$.amount') as integer)
        union select s.id from ${standing} join row r on r.sheet = s.id join rec_bank_flow f on f.row = r.id and f.currency = 'CNY'
          where s.category = 'bank_flow' and s.rows_duplicate = 0 and json_extract(s.sums, '$.amount') is null
            and json_extract(s.sums, '$.amount_in') is not null and json_extract(s.sums, '$.amount_out') is not null
          group by s.id having sum(f.direction = 'neutral') = 0 and sum(case f.direction when 'in' then f.fen else -f.fen end)
            <> cast(json_extract(s.sums, '$.amount_in') as integer) - cast(json_extract(s.sums, '$.amount_out') as integer)`,
    },
  ],
  [
    // the other side of a mirrored line is another line of the same amount, itself not mirrored
    'mirrors',
    {
      n: 'select count(*) from rec_bank_flow where mirror_of is not null',
      wrong: `select f.row from rec_bank_flow f left join rec_bank_flow o on o.row = f.mirror_of
        where f.mirror_of is not null and (o.row is null or o.row = f.row or o.mirror_of is not null or o.fen <> f.fen)`,
    },
  ],
  [
    'mentions',
    {
      n: 'select count(*) from mention',
      wrong: `select m.id from mention m where m.party is null and exists (select 1 from batch where state = 'written')
        union select i.mention from mention_identifier i where not exists (select 1 from mention where id = i.mention)`,
    },
  ],
  [
    // a finding that stands rests on rows that stand
    'findings',
    {
      n: 'select count(*) from finding where gone_run is null',
      wrong: `select distinct f.id from finding f join finding_row fr on fr.finding = f.id join row r on r.id = fr.row
          join sheet s on s.id = r.sheet join batch b on b.id = s.batch
        where f.gone_run is null and fr.role = 'evidence' and (r.state <> 'imported' or b.state <> 'written')`,
    },
  ],
];

export const figuresThatDisagree: readonly FigureCheck[] = statements.map(([id, { n, wrong }]) => ({
  id,
  find: (store) => ({
    n: store.db.prepare(n).pluck().get() as number,
    wrong: (store.db.prepare(wrong).pluck().all() as number[]).slice(0, 20).map(String),
  }),
}));

/** The links of the graph against the records they are drawn from: for each kind the same number of rows and the same sum. */
export function countWrongLinks(store: Store): Finding {
  const wrong: string[] = [];
  const drawn = store.db.prepare(
    'select coalesce(sum(rows), 0) as rows, coalesce(sum(fen), 0) as fen from link where kind = ?',
  );
  for (const kind of drawnKinds) {
    const { rows, fen } = drawn.get(kind.id) as { rows: number; fen: number };
    const source = store.db.prepare(sourceSql(kind.edge)).get() as { rows: number; fen: number };
    if (rows !== source.rows || (kind.edge.amount !== undefined && fen !== source.fen))
      wrong.push(`${kind.id} ${rows}/${source.rows}`);
  }
  const figures = 'select coalesce(sum(in_fen) - sum(out_fen), 0) from party_figure';
  if (store.db.prepare(figures).pluck().get() !== 0) wrong.push('party_figure'); // what one party gave another received
  return { n: store.db.prepare('select count(*) from link').pluck().get() as number, wrong };
}

/**
 * Names of views and columns are those of the kind files, never of data. A row that names a pair twice in one role is one row; a line
 * of money is always one.
 */
function sourceSql({ view, from, to, rows, amount, only }: EdgeSource): string {
  const words = only
    ? ` and ${only.column} in (${only.in.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ')})`
    : '';
  const [n, fen] = amount === undefined ? [`count(distinct ${rows})`, 'null'] : ['count(*)', `sum(${amount})`];
  return `select coalesce(sum(n), 0) as rows, coalesce(sum(fen), 0) as fen from (
    select ${n} as n, ${fen} as fen from ${view} where ${from} is not null and ${to} is not null and ${from} <> ${to}${words}
    group by ${from}, ${to})`;
}
