import type { ChartExport } from './chart-data.ts';
import { linkColumns } from './columns.ts';
import { csvLine } from './csv-line.ts';

/** Table of links for Gephi (Source, Target, Type) and for LOAD CSV of Neo4j; its ends are the Ids of the table of nodes. */
export default {
  format: 'csv-edges',
  *write({ links }) {
    yield `\uFEFF${csvLine(['Source', 'Target', 'Type', 'Id', ...linkColumns.map(({ name }) => name)])}`;
    for (const link of links)
      yield csvLine([
        link.source,
        link.target,
        link.directed ? 'Directed' : 'Undirected',
        link.id,
        ...linkColumns.map(({ value }) => value(link)),
      ]);
  },
} satisfies ChartExport;
