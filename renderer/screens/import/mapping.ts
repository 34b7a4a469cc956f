import { type SheetAnswer, type SheetPlace, type SheetPreview, say } from './queue.ts';

export type Mapping = SheetPreview['mapping'];

/** What was recognised, with what the person has said since: shown at once while the core reads again. */
export function withAnswer(mapping: Mapping, answer: SheetAnswer | undefined): Mapping {
  const said = new Map(answer?.columns?.map(({ index, field }) => [index, field]));
  return mapping.map((column) => {
    const field = said.get(column.index);
    return field === undefined || field === column.field ? column : { ...column, field };
  });
}

/** Takes a field from one column to another (`index` null: from none). A field has one column, a column one field. */
export function mapColumn(
  place: SheetPlace,
  mapping: Mapping,
  field: string,
  index: number | null,
  answer: SheetAnswer | undefined,
): void {
  const before = mapping.find((column) => column.field === field);
  const columns = new Map(answer?.columns?.map((column) => [column.index, column.field]));
  if (before) columns.set(before.index, null);
  if (index !== null) columns.set(index, field);
  say(place, { columns: [...columns].map(([at, to]) => ({ index: at, field: to })) });
}
