import type { ChartFormat } from '../../../../shared/protocol/chart-formats.ts';
import type { ChartExport } from './chart-data.ts';
import csvEdges from './csv-edges.export.ts';
import csvNodes from './csv-nodes.export.ts';
import ftm from './ftm.export.ts';
import gexf from './gexf.export.ts';
import graphml from './graphml.export.ts';

/** The formats that are made of data alone. */
export const dataFormats = {
  graphml,
  gexf,
  'csv-nodes': csvNodes,
  'csv-edges': csvEdges,
  ftm,
} as const satisfies Partial<Record<ChartFormat, ChartExport>>;
