import type { Answer } from '../../../shared/protocol/requests.ts';
import { useAnswer } from '../../client/queries.ts';

type Rows = Answer<'import.rows'>;
export type ProblemRow = Rows['rows'][number];
type SheetColumns = Rows['sheets'][number]['columns'];

/** What a cell of the list is about; each row shows one cell of each. */
export const slots = ['day', 'party', 'amount', 'words'] as const;
export type Slot = (typeof slots)[number];

/** One cell as the list shows it. */
export interface SlotCell {
  readonly column: number;
  readonly header: string;
  readonly text: string;
  readonly tone: 'high' | 'mid' | null;
  /** the value that stands in the place of the cell */
  readonly corrected: string | null;
}

const slotOfType = (type: string): Slot =>
  type.startsWith('date')
    ? 'day'
    : /^(amount|number|integer|percent|price)/.test(type)
      ? 'amount'
      : /^(name_|party|id_|bank_card|account|uscc|phone|code)/.test(type)
        ? 'party'
        : 'words';

/** Fields that say most about a row go before others of their slot. */
const first = /counterparty_name|payee_name|person_name|^name$|amount|fee$|summary|remark|purpose|topic/;

/** Which cells of a row the list shows: the one that is wrong in the slot of its kind, otherwise the one that says most. */
export function useSlots(): (row: ProblemRow, columns: SheetColumns) => Partial<Record<Slot, SlotCell>> {
  const fields = useAnswer('import.fields', {});
  const types = new Map(
    fields.data?.categories.flatMap((category) =>
      category.fields.map((field) => [`${category.id} ${field.id}`, field.type] as const),
    ),
  );
  return (row, columns) => {
    const chosen: Partial<Record<Slot, SlotCell & { weight: number }>> = {};
    for (const { index, header, field } of columns) {
      const problem = row.problems.find((each) => each.column === index);
      const fix = row.corrected.find((each) => each.column === index);
      const text = row.cells[index] ?? '';
      if (field === null && !problem) continue;
      const slot = field === null ? 'words' : slotOfType(types.get(`${row.category} ${field}`) ?? '');
      const weight =
        (problem ? 8 : 0) + (fix ? 4 : 0) + (field !== null && first.test(field) ? 2 : 0) + (text === '' ? 0 : 1);
      const before = chosen[slot];
      if (before && before.weight >= weight) continue;
      const tone = problem ? (problem.rejects ? 'high' : 'mid') : null;
      chosen[slot] = { column: index, header, text, tone, corrected: fix?.value ?? null, weight };
    }
    return chosen;
  };
}

/** The columns of the sheet a row stands in. */
export const columnsOf = (sheets: Rows['sheets'] | undefined, row: ProblemRow): SheetColumns =>
  sheets?.find(({ id }) => id === row.sheetId)?.columns ?? [];
