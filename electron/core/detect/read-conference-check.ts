import type { ConferenceCheck } from '../../../shared/protocol/findings.requests.ts';
import type { Element } from '../models/ask/reality.ts';
import type { Store } from '../store/connect.ts';
import { type SourceValue, sheetLayout, valueReader } from '../store/place.ts';
import { prepared } from '../store/prepared.ts';

export interface CheckRow {
  readonly row: number;
  readonly conference: number;
  readonly partyName: string;
  readonly result: ConferenceCheck['result'] | null;
  readonly known: number | null;
  readonly yes: number | null;
  readonly elements: string | null;
  readonly contradictions: string | null;
  readonly name: string;
  readonly type: string | null;
  readonly day: string;
  readonly endDay: string | null;
  readonly city: string | null;
  readonly sponsorFen: number | null;
}

const columns = `m.row as row, m.conference as conference, p.name as partyName, t.result as result, t.known as known, t.yes as yes,
  t.elements as elements, t.contradictions as contradictions, m.name as name, m.type as type, m.start_day as day, m.end_day_written as endDay,
  m.city as city, m.sponsor_fen as sponsorFen
  from meeting m join party p on p.id = m.conference left join conference_check t on t.row = m.row`;

/** Every conference once, by its first record, the latest first. */
export const readChecks = (store: Store): CheckRow[] =>
  prepared<[], CheckRow>(
    store,
    `select ${columns} where m.row = (select min(o.row) from meeting o where o.conference = m.conference) order by m.start_day desc, m.name, m.row`,
  ).all();

/** The check of the conference that stands in this row, or undefined where the row is no conference. */
export const readCheck = (store: Store, row: number): CheckRow | undefined =>
  prepared<[number], CheckRow>(store, `select ${columns} where m.row = ?`).get(row);

/** The row by which a conference party is shown, or undefined. */
export const firstRecordOf = (store: Store, conference: number): number | undefined =>
  prepared<[number], { row: number | null }>(store, 'select min(row) as row from meeting where conference = ?').get(
    conference,
  )?.row ?? undefined;

/** 会议核验 with every answer led back to its cells. Before the first run a conference is unverified. */
export function describeCheck(store: Store, check: CheckRow): ConferenceCheck {
  const read = valueReader(store);
  const led = (json: string | null): ConferenceCheck['elements'] =>
    (json === null ? [] : (JSON.parse(json) as Element[])).map(({ id, answer, note, cells }) => {
      const values = cells.map(({ row, field }) => read(row, field));
      const seen = values.filter(({ shown }) => shown !== '').map((value) => named(store, value));
      return {
        id,
        answer,
        note,
        sources: values.map(({ source }) => source),
        seen: seen.length > 0 ? [...new Set(seen)].slice(0, 3).join('；') : null,
      };
    });
  return {
    conference: { id: check.conference, kind: 'conference', name: check.partyName },
    rowId: check.row,
    result: check.result ?? 'unverified',
    known: check.known ?? 0,
    yes: check.yes ?? 0,
    name: check.name,
    type: check.type,
    day: check.day,
    endDay: check.endDay,
    city: check.city,
    sponsorFen: check.sponsorFen,
    elements: led(check.elements),
    contradictions: led(check.contradictions),
    source: read(check.row, 'name').source,
  };
}

/** What the cell says; a bare figure with the head of its column, for nobody can tell 100 people from 100 yuan. */
function named(store: Store, { shown, source }: SourceValue): string {
  if (!/^[-+¥￥]?[\d,.]+$/.test(shown) || source.column === null) return shown;
  const head = sheetLayout(store, source.sheetId).columns.find(({ index }) => index === source.column)?.header;
  return head ? `${head} ${shown}` : shown;
}
