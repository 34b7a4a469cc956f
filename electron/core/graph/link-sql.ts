import type { AsideSource, EdgeSource, LinkKind } from '../../../shared/ontology/kind.ts';

/**
 * SQL from the words of a link kind. Names of views and columns come from the kind files and are checked against the schema by
 * a contract test; values are always bound.
 */

/** Rows of a source that can be drawn: both ends known and not the same party. */
const drawable = (source: EdgeSource | AsideSource): string =>
  `${source.from} is not null and ${source.to} is not null and ${source.from} <> ${source.to}${onlySome(source)}`;

function onlySome(source: EdgeSource | AsideSource): string {
  if (source.only === undefined) return '';
  return ` and ${source.only.column} in (${source.only.in.map((word) => `'${word.replaceAll("'", "''")}'`).join(', ')})`;
}

/** One line for each ordered pair. A row that names a party twice in one role is one row; a line of money is always one row. */
function figures({ rows, amount, on }: EdgeSource): string {
  const count = amount === undefined ? `count(distinct ${rows})` : 'count(*)';
  return `${count}, ${amount === undefined ? 'null' : `sum(${amount})`}, ${on === undefined ? 'null, null' : `min(${on}), max(${on})`}`;
}

/** Draws all links of a kind; binds :kind. */
export const drawSql = ({ edge }: LinkKind): string =>
  `insert into link (kind, source, target, rows, fen, first_day, last_day)
   select :kind, ${edge.from}, ${edge.to}, ${figures(edge)} from ${edge.view} where ${drawable(edge)}
   group by ${edge.from}, ${edge.to}`;

/** The links of a kind at which one party stands at this end, as they would be drawn; binds :party. */
export const partyLinksSql = ({ edge }: LinkKind, side: 'from' | 'to'): string =>
  `select ${edge.from}, ${edge.to}, ${figures(edge)} from ${edge.view} where ${drawable(edge)} and ${edge[side]} = :party
   group by ${edge.from}, ${edge.to}`;

/** Draws the links of an inferred kind at which one party stands at this end and that are not drawn yet; binds :kind, :party. */
export const drawSharedSql = (kind: LinkKind, side: 'from' | 'to'): string =>
  `insert or ignore into link (kind, source, target, rows, fen, first_day, last_day) select :kind, * from (${partyLinksSql(kind, side)})`;

/** Draws the link of a kind between two parties; binds :kind, :source, :target. `start` as in `pairSql`. */
export function drawPairSql({ edge }: LinkKind, start: 'from' | 'to'): string {
  const pick = (end: 'from' | 'to', bound: string) => `${end === start ? '' : '+'}${edge[end]} = ${bound}`;
  return `insert into link (kind, source, target, rows, fen, first_day, last_day)
   select :kind, ${edge.from}, ${edge.to}, ${figures(edge)} from ${edge.view}
   where ${drawable(edge)} and ${pick('from', ':source')} and ${pick('to', ':target')} group by 2, 3`;
}

/**
 * The links of one party within a period; binds :party, :from, :to. Rows without a day stay unless `undated` is false. `side` is the end at which the party
 * stands: the other end is not used to find rows, so that SQLite starts from the party's own mentions.
 */
export function periodSql({ edge }: LinkKind, side: 'from' | 'to', undated: boolean): string {
  const day =
    edge.on === undefined ? '' : ` and (${undated ? `${edge.on} is null or ` : ''}${edge.on} between :from and :to)`;
  return `select ${edge.from} as source, ${edge.to} as target, ${figures(edge)} from ${edge.view}
    where ${drawable(edge)} and ${edge[side]} = :party${day} group by ${edge.from}, ${edge.to}`;
}

/**
 * The rows of one ordered pair; binds :source, :target. `start` is the end with fewer rows of its own: the unary plus keeps SQLite
 * from starting at the other end, which may be a hub.
 */
export function pairSql(source: EdgeSource | AsideSource, start: 'from' | 'to'): string {
  const pick = (end: 'from' | 'to', bound: string) => `${end === start ? '' : '+'}${source[end]} = ${bound}`;
  const text = source.text.map((column) => `coalesce(${column}, '')`).join(" || ' ' || ");
  const why = 'why' in source ? source.why : 'null';
  const field = 'field' in source && source.field !== undefined ? source.field : 'null';
  return `select ${source.rows} as row, ${source.on ?? 'null'} as day, ${source.time ?? 'null'} as time, ${source.amount ?? 'null'} as fen,
      trim(${text}) as text, ${why} as aside, ${field} as field
    from ${source.view} where ${pick('from', ':source')} and ${pick('to', ':target')}${onlySome(source)}`;
}

/** Which ordered pairs the rows behind open findings make. */
export const citedPairsSql = ({ edge }: LinkKind): string =>
  `select distinct r.finding as finding, v.${edge.from} as source, v.${edge.to} as target
   from finding f join finding_row r on r.finding = f.id and r.role = 'evidence' join ${edge.view} v on v.${edge.rows} = r.row
   where f.gone_run is null and f.status <> 'excluded' and v.${edge.from} is not null and v.${edge.to} is not null
     and v.${edge.from} <> v.${edge.to}${edge.only ? onlySome(edge).replace(' and ', ' and v.') : ''}`;

/** The days and sums of the rows of one ordered pair; binds :source, :target. `start` as in `pairSql`. */
export function pairDaysSql({ edge }: LinkKind, start: 'from' | 'to'): string {
  const pick = (end: 'from' | 'to', bound: string) => `${end === start ? '' : '+'}${edge[end]} = ${bound}`;
  return `select ${edge.rows} as row, ${edge.on ?? 'null'} as day, ${edge.amount ?? 'null'} as fen from ${edge.view}
    where ${pick('from', ':source')} and ${pick('to', ':target')}${onlySome(edge)}`;
}

/** The rows of a kind of money after a row, in their order, with day, time, ends and sum; binds :after, :limit. */
export const moneyRowsSql = ({ edge }: LinkKind): string =>
  `select ${edge.rows}, ${edge.on ?? 'null'}, ${edge.time ?? 'null'}, ${edge.from}, ${edge.to}, ${edge.amount ?? 'null'} from ${edge.view}
   where ${drawable(edge)} and ${edge.rows} > :after order by ${edge.rows} limit :limit`;

/** How many rows of each ordered pair have no day, for kinds whose rows may have one. */
export const undatedSql = ({ edge }: LinkKind): string =>
  `select ${edge.from}, ${edge.to}, count(distinct ${edge.rows}) from ${edge.view} where ${drawable(edge)} and ${edge.on} is null group by 1, 2`;
