import { citedRows } from '../../store/cited-rows.ts';
import { valueReader } from '../../store/place.ts';
import { cite } from '../cite.ts';
import type { PageValue, ReportContext, ReportPage } from '../page.ts';
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
  // a row is one line: its amount must not be added up twice because two of its cells are cited
  count: ({ store }) => found(store).reduce((sum, { id }) => sum + citedRows(store, id).length, 0),
  *rows(context) {
    const { store, word, mask } = context;
    const place = valueReader(store);
    const read = rowReader(store);
    const hashOf = store.db.prepare<[number], string>('select sha256 from place where row = ?').pluck();
    for (const { id, number } of found(store))
      for (const { row, role, cells } of citedRows(store, id)) {
        const what = read(row);
        const [first, ...others] = cells.map(({ field }) => place(row, field).source);
        yield [
          number,
          word(ROLE[role]),
          what.day,
          what.from && mask.name(what.from.party, what.from.kind, what.from.name),
          what.to && mask.name(what.to.party, what.to.kind, what.to.name),
          what.fen,
          mask.free(what.text),
          [cite(context, first!), ...others.map(({ cell, row: at }) => cell ?? at)].join(' '),
          hashOf.get(row)!,
        ] satisfies PageValue[];
      }
  },
};

const found = ({ db }: ReportContext['store']) =>
  db
    .prepare<[], { id: number; number: string }>(
      'select id, number from finding where gone_run is null order by number',
    )
    .all();
