import { sourceOf } from '../../store/place.ts';
import { cite } from '../cite.ts';
import type { ExportWord, PageValue, ReportPage } from '../page.ts';

interface Line {
  row: number;
  name: string;
  start_day: string;
  city: string | null;
  organizer: string | null;
  organizer_id: number | null;
  organizer_kind: string | null;
  sponsor_fen: number | null;
  result: ExportWord | null;
  known: number | null;
  yes: number | null;
}

/** 会议核验: the reality check of each conference. 真实 stands here with the same weight as 虚假. */
export const meetingsPage: ReportPage = {
  id: 'meetings',
  columns: [
    { title: 'meeting', kind: 'text', width: 50, wrap: true },
    { title: 'day', kind: 'day', width: 12 },
    { title: 'city', kind: 'text', width: 14 },
    { title: 'name', kind: 'text', width: 34 },
    { title: 'amount', kind: 'money', width: 18 },
    { title: 'result', kind: 'text', width: 12 },
    { title: 'met', kind: 'count', width: 10 },
    { title: 'known', kind: 'count', width: 10 },
    { title: 'source', kind: 'text', width: 48 },
  ],
  count: ({ store }) => store.db.prepare('select count(*) from meeting').pluck().get() as number,
  *rows(context) {
    const { store, word, mask } = context;
    const lines = store.db
      .prepare(`select m.row as row, m.name as name, m.start_day as start_day, m.city as city, o.name as organizer, o.id as organizer_id, o.kind as organizer_kind, m.sponsor_fen as sponsor_fen,
        m.result as result, m.known as known, m.yes as yes from meeting m left join party o on o.id = m.organizer order by m.start_day, m.row`)
      .all() as Line[];
    for (const l of lines) {
      yield [
        mask.name(null, 'conference', l.name),
        l.start_day,
        l.city,
        l.organizer === null ? null : mask.name(l.organizer_id, l.organizer_kind, l.organizer),
        l.sponsor_fen,
        word(l.result ?? 'unverified'),
        l.yes,
        l.known,
        cite(context, sourceOf(store, l.row, 'name')),
      ] satisfies PageValue[];
    }
  },
};
