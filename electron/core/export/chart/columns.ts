import type { ChartLink, ChartParty } from './chart-data.ts';
import { plainYuan } from './plain-yuan.ts';

export type ColumnType = 'string' | 'long' | 'double' | 'boolean';

/** A column of the files that hold tables: the same in GraphML, GEXF and CSV. Names are what other programs expect, so they are not translated. */
export interface Column<T> {
  readonly name: string;
  readonly type: ColumnType;
  /** null: not known, and left out or empty, never 0 */
  readonly value: (of: T) => string | number | boolean | null;
}

export const partyColumns: ReadonlyArray<Column<ChartParty>> = [
  { name: 'kind', type: 'string', value: ({ kind }) => kind },
  { name: 'type', type: 'string', value: ({ kindWord }) => kindWord },
  { name: 'identifiers', type: 'string', value: ({ identifiers }) => identifiers.map(({ value }) => value).join('；') },
  { name: 'in_yuan', type: 'double', value: ({ inFen }) => plainYuan(inFen) },
  { name: 'out_yuan', type: 'double', value: ({ outFen }) => plainYuan(outFen) },
  { name: 'degree_in_case', type: 'long', value: ({ degree }) => degree },
  { name: 'findings', type: 'long', value: ({ findings }) => findings },
];

export const linkColumns: ReadonlyArray<Column<ChartLink>> = [
  { name: 'kind', type: 'string', value: ({ kind }) => kind },
  { name: 'relation', type: 'string', value: ({ kindWord }) => kindWord },
  { name: 'rows', type: 'long', value: ({ rows }) => rows },
  { name: 'amount_yuan', type: 'double', value: ({ fen }) => (fen === null ? null : plainYuan(fen)) },
  { name: 'amount_fen', type: 'long', value: ({ fen }) => fen },
  { name: 'money', type: 'string', value: ({ money }) => money },
  { name: 'first_day', type: 'string', value: ({ first }) => first },
  { name: 'last_day', type: 'string', value: ({ last }) => last },
  { name: 'has_direction', type: 'boolean', value: ({ directed }) => directed },
  { name: 'guess', type: 'boolean', value: ({ guess }) => guess },
  { name: 'certainty', type: 'string', value: ({ certainty }) => certainty },
];
