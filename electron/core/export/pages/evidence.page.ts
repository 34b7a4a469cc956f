import { valueReader } from '../../store/place.ts';
import { cite } from '../cite.ts';
import type { PageValue, ReportPage } from '../page.ts';
import { rowReader } from '../row-reader.ts';

const ROLE = {
  evidence: 'roleEvidence',
  explained: 'roleExplained',
  counter: 'roleCounter',
  context: 'roleContext',
} as const;

/** 疑点证据: every row that a finding rests on, with the cell that carries its figure. */
export const evidencePage: ReportPage = {
  id: 'evidence',
  columns: [
    { title: 'findingNo', kind: 'text', width: 18 },
    { title: 'role', kind: 'text', width: 10 },
    { title: 'day', kind: 'day', width: 12 },
    { title: 'payer', kind: 'text', width: 30 },
    { title: 'payee', kind: 'text', width: 30 },
    { title: 'amount', kind: 'money', width: 18 },
    { title: 'memo', kind: 'text', width: 40, wrap: true },
    { title: 'source', kind: 'text', width: 48 },
    { title: 'sha256', kind: 'text', width: 66 },
  ],
  count: ({ store }) =>
    store.db
      .prepare('select count(*) from finding_row r join finding f on f.id = r.finding where f.gone_run is null')
      .pluck()
      .get() as number,
  *rows(context) {
    const { store, word, mask } = context;
    const lines = store.db
      .prepare(`select f.number as number, r.row as row, r.field as field, r.role as role, p.sha256 as sha256
        from finding_row r join finding f on f.id = r.finding join place p on p.row = r.row where f.gone_run is null
        order by f.number, case r.role when 'evidence' then 0 when 'explained' then 1 when 'counter' then 2 else 3 end, r.row, r.field`)
      .all() as Array<{ number: string; row: number; field: string; role: keyof typeof ROLE; sha256: string }>;
    const place = valueReader(store);
    const read = rowReader(store);
    for (const line of lines) {
      const what = read(line.row);
      yield [
        line.number,
        word(ROLE[line.role]),
        what.day,
        what.from && mask.name(what.from.party, what.from.kind, what.from.name),
        what.to && mask.name(what.to.party, what.to.kind, what.to.name),
        what.fen,
        mask.free(what.text),
        cite(context, place(line.row, line.field).source),
        line.sha256,
      ] satisfies PageValue[];
    }
  },
};
