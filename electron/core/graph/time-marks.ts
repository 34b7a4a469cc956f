import { midAutumns, springFestivals } from '../../../shared/evidence/festivals.ts';
import type { MarkKind, TimeMark } from '../../../shared/protocol/period.requests.ts';
import type { Store } from '../store/connect.ts';
import { prepared } from '../store/prepared.ts';
import { type Bar, barAt } from './time-bars.ts';

/** Names told of one mark; the others are counted. */
const NAMED = 5;

interface Dated {
  readonly kind: MarkKind;
  readonly day: string;
  readonly name: string;
}

/** What stands at the bars: holidays, and the days on which the case knows of a tender, a conference or a first purchase under 集采. */
export function marksAt(store: Store, bars: readonly Bar[]): TimeMark[] {
  const [first, last] = [bars[0], bars.at(-1)];
  if (!first || !last) return [];
  const marks = new Map<string, { kind: MarkKind; day: string; bar: number; names: string[] }>();
  for (const { kind, day, name } of [...holidays(first.from, last.to), ...fromCase(store)]) {
    const bar = barAt(bars, day);
    if (bar === undefined) continue;
    const known = marks.get(`${kind} ${bar}`);
    if (!known) marks.set(`${kind} ${bar}`, { kind, day, bar, names: [name] });
    else known.names.push(name);
  }
  return [...marks.values()]
    .map(({ names, ...mark }) => ({ ...mark, count: names.length, names: names.filter(Boolean).slice(0, NAMED) }))
    .sort((a, b) => a.bar - b.bar || (a.day < b.day ? -1 : 1));
}

function holidays(first: string, last: string): Dated[] {
  const found: Dated[] = [
    ...springFestivals.map((day) => ({ kind: 'spring' as const, day, name: '' })),
    ...midAutumns.map((day) => ({ kind: 'midAutumn' as const, day, name: '' })),
  ];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++)
    found.push({ kind: 'national', day: `${year}-10-01`, name: '' });
  return found;
}

const caseSql = `
  select 'tender' as kind, day, min(coalesce(name, '')) as name from bid where day is not null group by tender, day
  union all
  select 'conference', start_day, min(coalesce(name, '')) from meeting where start_day is not null group by conference, start_day
  union all
  select 'volume', min(day), min(coalesce(name, '')) from purchase where procurement_type = 'vbp' and day is not null and product is not null
    group by product
  order by 2, 3`;

const fromCase = (store: Store): Dated[] => prepared<[], Dated>(store, caseSql).all();
