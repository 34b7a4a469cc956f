import type { ChartExport } from './chart-data.ts';
import { partyColumns } from './columns.ts';
import { csvLine } from './csv-line.ts';

/** Table of nodes for Gephi (Id, Label) and for LOAD CSV of Neo4j; UTF-8 with a mark, so that Excel shows 汉字. */
export default {
  format: 'csv-nodes',
  *write({ parties }) {
    yield `\uFEFF${csvLine(['Id', 'Label', ...partyColumns.map(({ name }) => name)])}`;
    for (const party of parties)
      yield csvLine([party.id, party.name, ...partyColumns.map(({ value }) => value(party))]);
  },
} satisfies ChartExport;
