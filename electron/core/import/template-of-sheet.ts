import type { SheetAnswer } from '../../../shared/protocol/import.requests.ts';
import type { ImportTemplate } from '../../../shared/protocol/template.requests.ts';
import { rowOfHeader } from './find-header.ts';
import type { SheetGrid, Workbook } from './read/grid.ts';
import type { Recognised } from './recognise-sheet.ts';

const longestHeader = 300;

/** What was recognised and said of a sheet, as a template for others with the same header. Nothing of its rows goes into it. */
export function templateOfSheet(
  name: string,
  grid: SheetGrid,
  workbook: Pick<Workbook, 'encoding' | 'delimiter'>,
  recognised: Recognised,
  answer: SheetAnswer | undefined,
): ImportTemplate {
  const { sheet, header, columns } = recognised;
  if (!sheet || !header) throw new Error('a sheet that was not recognised makes no template');
  const pairs = <M extends string>(meanings: Readonly<Record<string, M>> | undefined) =>
    Object.entries(meanings ?? {}).map(([word, means]) => ({ word: word.slice(0, 60), means }));
  const directions = pairs(answer?.directions);
  const outcomes = pairs(answer?.outcomes);
  return {
    name: name.trim(),
    category: sheet.id,
    headerRow: rowOfHeader(grid, header),
    columns: columns.map(({ index, header: text, field }) => {
      const unit = answer?.units?.[index];
      return { header: text.slice(0, longestHeader), field, ...(unit === undefined ? {} : { unit }) };
    }),
    ...(answer?.unit === undefined ? {} : { unit: answer.unit }),
    ...(answer?.currency === undefined ? {} : { currency: answer.currency }),
    ...(answer?.plus === undefined ? {} : { plus: answer.plus }),
    ...(answer?.dateOrder === undefined ? {} : { dateOrder: answer.dateOrder }),
    ...(directions.length === 0 ? {} : { directions }),
    ...(outcomes.length === 0 ? {} : { outcomes }),
    encoding: workbook.encoding,
    delimiter: workbook.delimiter,
  };
}
