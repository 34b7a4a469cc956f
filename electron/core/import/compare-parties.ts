import type { Answer } from '../../../shared/protocol/requests.ts';
import type { JobContext } from '../job.ts';
import type { Store } from '../store/connect.ts';
import { mentionPlaces } from '../store/mention-places.ts';
import type { ImportOutcome } from './import-files.ts';

type Page = Answer<'import.parties'>;

/** What an import made of the names in its files: complete, in the order in which the files name them. */
export interface PartyComparison
  extends Pick<Page, 'names' | 'seenAgain' | 'joinedToKnown' | 'joinedAmongNew' | 'byReason' | 'byKind'> {
  readonly joined: Page['joined'];
  readonly created: Page['new'];
  readonly apart: Page['keptApart'];
}

interface Before {
  /** the first row that the files brought */
  readonly firstRow: number;
}

const place = `e.name as file, s.name as sheet, r.n as row`;
const toPlace =
  'join row r on r.id = m.first_row join sheet s on s.id = r.sheet join batch b on b.id = s.batch join evidence e on e.id = b.evidence';

/** Joins what a trial imported and says who was joined to whom; inside the transaction that is taken back. */
export function tryParties(job: JobContext, { batches, added }: ImportOutcome): PartyComparison {
  const { store } = job.openCase;
  const before = rememberParties(
    store,
    batches.map(({ batch }) => batch),
  );
  job.checkCancelled();
  job.progress('import.parties', 0, 0);
  if (added) job.afterRecordsChanged(added);
  return comparePartiesTo(store, before);
}

/** Call it when the records are written and before they are joined: which parties the case has. */
function rememberParties({ db }: Store, batches: readonly number[]): Before {
  db.exec('create temp table if not exists party_before(id integer primary key)');
  db.exec('delete from party_before');
  db.exec('insert into party_before select id from party');
  const first = db.prepare<[number], number | null>(
    'select min(r.id) from row r join sheet s on s.id = r.sheet where s.batch = ?',
  );
  const rows = batches.flatMap((batch) => first.pluck().get(batch) ?? []);
  return { firstRow: rows.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...rows) };
}

/** Who the names of the files turned out to be, beside what the case knew before. */
function comparePartiesTo(store: Store, { firstRow }: Before): PartyComparison {
  const { db } = store;
  const count = (sql: string) => Number(db.prepare(sql).pluck().get({ firstRow }));
  const fresh = 'm.first_row >= @firstRow';
  const known = 'exists (select 1 from party_before p where p.id = m.party)';
  const joined = joinedNames(store, firstRow);
  return {
    names: count(`select count(*) from mention m where ${fresh}`),
    seenAgain: seenAgain(store, firstRow),
    joinedToKnown: count(`select count(*) from mention m where ${fresh} and ${known}`),
    joinedAmongNew: count(
      `select count(*) from mention m where ${fresh} and m.join_mention is not null and not ${known}`,
    ),
    byReason: db
      .prepare<[{ firstRow: number }], { reason: string; names: number }>(
        `select m.join_reason as reason, count(*) as names from mention m where ${fresh} and m.join_mention is not null group by 1 order by 2 desc, 1`,
      )
      .all({ firstRow }),
    byKind: db
      .prepare<[], { kind: string; parties: number }>(
        'select kind, count(*) as parties from party where id not in (select id from party_before) group by 1 order by 2 desc, 1',
      )
      .all(),
    joined,
    created: db
      .prepare<[], Page['new'][number] & { file: string; sheet: string; row: number }>(
        `select p.name as name, p.kind as kind, count(*) as names, min(m.first_row) as first, ${place}
         from party p join mention m on m.party = p.id ${toPlace}
         where p.id not in (select id from party_before) group by p.id order by first, p.id`,
      )
      .all()
      .map(({ name, kind, names, file, sheet, row }) => ({ name, kind, names, at: { file, sheet, row } })),
    apart: keptApart(store, firstRow),
  };
}

/** Parties of the case before that the new rows name in words already known. */
function seenAgain({ db }: Store, firstRow: number): number {
  const seen = new Set<number>();
  for (const { table, column } of mentionPlaces) {
    const parties = db
      .prepare<[number, number], number>(
        `select distinct m.party from ${table} t join mention m on m.id = t.${column} where t.row >= ? and m.first_row < ? and m.party is not null`,
      )
      .pluck();
    for (const party of parties.iterate(firstRow, firstRow)) seen.add(party);
  }
  return seen.size;
}

interface JoinedRow {
  readonly name: string;
  readonly kind: string;
  readonly reason: string;
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  readonly idValue: string | null;
  readonly account: string | null;
  readonly phone: string | null;
  readonly employer: string | null;
  readonly party: string;
  readonly partyKind: string;
  readonly isNew: number;
  readonly toName: string;
  readonly toRow: number;
  readonly toField: string;
}

/** Every new name that joined another, known ones first: the exact joins, each with its reason and both cells. */
function joinedNames({ db }: Store, firstRow: number): Page['joined'] {
  const target = db.prepare<[number], Place>(
    `select e.id as evidence, e.name as file, s.id as sheetId, s.name as sheet, r.n as row, r.id as rowId
     from row r join sheet s on s.id = r.sheet join batch b on b.id = s.batch join evidence e on e.id = b.evidence where r.id = ?`,
  );
  return db
    .prepare<[number], JoinedRow>(
      `select m.name as name, m.kind as kind, m.join_reason as reason, ${place}, m.id_value as idValue, m.account as account, m.phone as phone,
         m.org_key as employer, p.name as party, p.kind as partyKind, p.id not in (select id from party_before) as isNew,
         o.name as toName, o.first_row as toRow, o.first_field as toField
       from mention m join party p on p.id = m.party join mention o on o.id = m.join_mention ${toPlace}
       where m.first_row >= ? and m.join_mention is not null order by isNew, m.first_row, m.id`,
    )
    .all(firstRow)
    .map((each) => {
      const at = target.get(each.toRow);
      if (!at) throw new Error('a mention without its row');
      const { file, sheet, row } = at;
      const wasThere = each.toRow < firstRow;
      return {
        name: each.name,
        kind: each.kind,
        reason: each.reason,
        at: { file: each.file, sheet: each.sheet, row: each.row },
        value: sharedValue(each),
        party: { name: each.party, kind: each.partyKind, isNew: each.isNew === 1 },
        to: {
          name: each.toName,
          source: wasThere ? { ...at, field: each.toField, column: null, cell: null } : null,
          at: { file, sheet, row },
        },
      };
    });
}

interface Place {
  readonly evidence: number;
  readonly file: string;
  readonly sheetId: number;
  readonly sheet: string;
  readonly row: number;
  readonly rowId: number;
}

/** What both names share, by the reason of the join. */
function sharedValue({ reason, name, idValue, account, phone, employer }: JoinedRow): string {
  const by: Readonly<Record<string, string | null>> = { identifier: idValue, account, phone, employer };
  return by[reason] ?? name;
}

/** Names that several parties have, at least one of them named by the files; companies and people, not accounts or products. */
function keptApart({ db }: Store, firstRow: number): Page['keptApart'] {
  const names = db
    .prepare<[number], string>(
      `select p.name from party p where p.kind not in ('account', 'cash', 'conference') group by p.name having count(*) > 1
       and max(exists (select 1 from mention m where m.party = p.id and m.first_row >= ?)) = 1 order by count(*) desc, p.name`,
    )
    .pluck()
    .all(firstRow);
  const parties = db.prepare<
    [string],
    { kind: string; isNew: number; sign: string; file: string; sheet: string; row: number }
  >(
    `select p.kind as kind, p.id not in (select id from party_before) as isNew,
       coalesce(max(m.id_value), max(m.account), max(m.phone), max(m.org_key), '') as sign, min(m.first_row) as first, ${place}
     from party p join mention m on m.party = p.id ${toPlace} where p.name = ? group by p.id order by first`,
  );
  return names.map((name) => ({
    name,
    parties: parties
      .all(name)
      .map(({ kind, isNew, sign, file, sheet, row }) => ({ kind, isNew: isNew === 1, sign, at: { file, sheet, row } })),
  }));
}
