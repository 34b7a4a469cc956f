/** The records of the further schemes as spreadsheets 701 …, one a sheet, in richer layouts than those of the guided case. */
import type { SampleOptions } from '../options.ts';
import { type Book, type BookCategory, type BookRecord, bookColumns, type Kinds } from '../story/book.ts';
import type { World } from '../world/world.ts';
import type { FileFormat, GridFile } from './grid.ts';
import { day, moment, money, party, plainFile, text, yuan4 } from './plain-file.ts';
import type { TableColumn } from './table.ts';

const names: Readonly<Record<BookCategory, string>> = {
  purchase: '701_补充调取_采购订单',
  product: '702_补充调取_产品目录',
  bid: '703_补充调取_开标记录',
  prescription: '704_补充调取_处方',
  visit: '705_补充调取_医保结算',
  visit_item: '706_补充调取_收费明细',
  invoice: '707_补充调取_发票',
  contract: '708_补充调取_合同',
  staff: '709_补充调取_人员',
  kinship: '710_补充调取_亲属关系',
  rep: '711_补充调取_医药代表备案',
  rep_activity: '712_补充调取_代表拜访',
  clue: '713_补充调取_线索',
  company_person: '714_补充调取_股东及主要人员',
  expense: '715_补充调取_费用明细',
};
const formats: readonly FileFormat[] = ['csv-gb18030', 'csv-utf8-bom', 'xlsx', 'csv-utf8'];

/** Days, moments and money need their own styles; a missing value leaves the cell empty. */
function columnOf(field: string, header: string, kind: keyof Kinds): TableColumn<BookRecord> {
  const value = <K extends keyof Kinds>({ values }: BookRecord) => values[field] as Kinds[K] | undefined;
  const perhaps = (column: TableColumn<BookRecord>): TableColumn<BookRecord> => ({
    ...column,
    write: (record, ...rest) => (value(record) === undefined ? null : column.write(record, ...rest)),
  });
  switch (kind) {
    case 'day':
      return perhaps(day(header, field, (record) => value<'day'>(record)!));
    case 'moment':
      return perhaps(moment(header, field, (record) => value<'moment'>(record)!));
    case 'money':
      return money(header, field, (record) => value<'money'>(record));
    case 'party':
      return party(
        header,
        field,
        (record) => value<'party'>(record),
        // only orders are old papers
        ({ values }) => values.order_date as Kinds['day'] | undefined,
      );
    case 'price':
      return perhaps(text(header, field, (record) => yuan4(value<'price'>(record)!)));
    case 'count':
      return perhaps(text(header, field, (record) => String(value<'count'>(record))));
    case 'text':
      return text(header, field, (record) => value<'text'>(record));
  }
}

/** One after the other: in a large case all of them would not be in memory. */
export function* bookFiles(world: World, options: SampleOptions, book: Book): Generator<GridFile> {
  for (const [i, category] of (Object.keys(names) as BookCategory[]).entries()) {
    const records = book.records.get(category);
    if (!records) continue;
    const columns = Object.entries(bookColumns[category]) as Array<[string, readonly [string, keyof Kinds]]>;
    // a column in which nothing stands is no column
    const used = columns.filter(([field]) => records.some(({ values }) => values[field] !== undefined));
    yield plainFile(world, options, {
      file: names[category],
      format: formats[i % formats.length]!,
      table: { category, columns: used.map(([field, [header, kind]]) => columnOf(field, header, kind)) },
      records,
    });
  }
}
