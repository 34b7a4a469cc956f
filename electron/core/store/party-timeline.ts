import { drawnKinds } from '../../../shared/ontology/index.ts';
import type { LinkKind } from '../../../shared/ontology/kind.ts';
import type { Answer } from '../../../shared/protocol/requests.ts';
import type { Store } from './connect.ts';
import { moneyKinds } from './party-figures.ts';
import { sourceOf } from './place.ts';
import { prepared } from './prepared.ts';

type Event = Answer<'party.timeline'>['events'][number];

interface EventRow {
  readonly row: number;
  readonly day: string;
  readonly other: number;
  readonly name: string;
  readonly partyKind: string;
  readonly text: string;
  readonly fen: number | null;
}

/** Kinds with more rows than a person reads one by one: they stand in the timeline month by month, in the money view. */
const summedUp: readonly string[] = [
  'payment',
  'fee',
  'prescribing',
  'usage',
  'call',
  'purchase',
  'productBought',
  'supply',
  'manufacture',
];

interface MonthRow {
  readonly day: string;
  readonly rows: number;
  readonly fen: number;
  /** the largest booking, its row and who stands on its other side */
  readonly largest: number;
  readonly row: number;
  readonly other: number;
  readonly kind: string;
  readonly name: string;
}

/** The condition of a kind that shares its view with others. */
const onlySome = (only: LinkKind['edge']['only']): string =>
  only ? ` and v.${only.column} in (${only.in.map((word) => `'${word}'`).join(', ')})` : '';

/** Of one kind and direction, so many rows at most; the answer says how many there are. */
const MOST = 300;

/** 时间轴: posts with their beginning and end, conferences, visits, tenders … of one party, and its money by month; the latest first. */
export function timelineOf(store: Store, party: number): Answer<'party.timeline'> {
  const found = drawnKinds
    .filter(({ id, edge }) => edge.on !== undefined && !summedUp.includes(id))
    .flatMap((kind) => [rowsOf(store, kind, 'from', party), rowsOf(store, kind, 'to', party)]);
  const events = [...found.flatMap(({ events }) => events), ...postsOf(store, party), ...monthsOf(store, party)];
  return {
    events: events.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.kind < b.kind ? -1 : 1)),
    total: found.reduce((sum, { total }) => sum + total, events.length - found.flatMap(({ events }) => events).length),
  };
}

function rowsOf(
  store: Store,
  { id, edge }: LinkKind,
  own: 'from' | 'to',
  party: number,
): { events: Event[]; total: number } {
  const other = own === 'from' ? 'to' : 'from';
  const text = edge.text.map((column) => `coalesce(v.${column}, '')`).join(" || ' ' || ");
  const rows = prepared<[{ party: number; most: number }], EventRow & { total: number }>(
    store,
    `select v.${edge.rows} as row, v.${edge.on} as day, p.id as other, p.name as name, p.kind as partyKind, trim(${text || "''"}) as text,
       ${edge.amount ? `v.${edge.amount}` : 'null'} as fen, count(*) over () as total
     from ${edge.view} v join party p on p.id = v.${edge[other]}
     where v.${edge[own]} = @party and v.${edge.on} is not null and p.id <> @party${onlySome(edge.only)}
     order by 2 desc, 1 limit @most`,
  ).all({ party, most: MOST });
  return {
    total: rows[0]?.total ?? 0,
    events: rows.map(({ row, day, other: otherId, name, partyKind, text: words, fen }) => ({
      day,
      kind: id,
      direction: own === 'from' ? 'out' : 'in',
      party: { id: otherId, kind: partyKind, name },
      text: words,
      fen,
      rows: 1,
      largest: null,
      source: sourceOf(store, row, null),
    })),
  };
}

/** 任职起止: from the roster of an employer and from the company register. */
function postsOf(store: Store, party: number): Event[] {
  const rows = prepared<
    [{ party: number }],
    {
      row: number;
      day: string;
      what: 'post-from' | 'post-to';
      other: number | null;
      name: string | null;
      kind: string | null;
      text: string;
      field: string;
    }
  >(
    store,
    `select s.row, s.hired_day as day, 'post-from' as what, o.id as other, o.name as name, o.kind as kind,
       trim(coalesce(s.dept, '') || ' ' || coalesce(s.position, '') || ' ' || coalesce(s.title, '')) as text, 'hire_date' as field
     from rec_staff s join mention p on p.id = s.person left join mention e on e.id = s.employer left join party o on o.id = e.party
     where p.party = @party and s.hired_day is not null
     union all
     select s.row, s.left_day, 'post-to', o.id, o.name, o.kind, trim(coalesce(s.dept, '') || ' ' || coalesce(s.position, '')), 'leave_date'
     from rec_staff s join mention p on p.id = s.person left join mention e on e.id = s.employer left join party o on o.id = e.party
     where p.party = @party and s.left_day is not null`,
  ).all({ party });
  return rows.map(({ row, day, what, other, name, kind, text, field }) => ({
    day,
    kind: what,
    direction: 'out',
    party: other === null ? null : { id: other, kind: kind ?? 'org', name: name ?? '' },
    text,
    fen: null,
    rows: 1,
    largest: null,
    source: sourceOf(store, row, field),
  }));
}

/** Money by month, in and out apart, with the cell of the largest booking of each. */
function monthsOf(store: Store, party: number): Event[] {
  const kind = (drawnKinds as readonly LinkKind[]).find(({ id }) => moneyKinds(store).includes(id))!;
  const { edge } = kind;
  return (['to', 'from'] as const).flatMap((own) => {
    const other = own === 'from' ? 'to' : 'from';
    // SQLite takes the columns beside the one max() from the row that has it
    return prepared<[number], MonthRow>(
      store,
      `select x.*, p.kind as kind, p.name as name from (
         select substr(${edge.on}, 1, 7) as day, count(*) as rows, sum(${edge.amount}) as fen, max(${edge.amount}) as largest,
           ${edge.rows} as row, ${edge[other]} as other from ${edge.view}
         where ${edge[own]} = ? and ${edge[other]} <> ${edge[own]} and ${edge.on} is not null group by 1
       ) x join party p on p.id = x.other`,
    )
      .all(party)
      .map(({ day, rows, fen, largest, row, other: id, kind: partyKind, name }) => ({
        day,
        kind: 'month',
        direction: own === 'to' ? 'in' : 'out',
        party: null,
        text: '',
        fen,
        rows,
        largest: { fen: largest, party: { id, kind: partyKind, name } },
        source: sourceOf(store, row, null),
      }));
  });
}
