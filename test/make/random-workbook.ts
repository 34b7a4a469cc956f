import fc from 'fast-check';

/** What one cell of a generated workbook holds. Styles are indexes of `styleCodes`. */
export type RandomCell =
  | { readonly is: 'shared' | 'inline'; readonly text: string }
  | { readonly is: 'rich'; readonly shared: boolean; readonly runs: readonly string[] }
  | { readonly is: 'number'; readonly value: number; readonly style: number; readonly formula: boolean }
  | { readonly is: 'result'; readonly text: string }
  | { readonly is: 'bool'; readonly value: boolean; readonly formula: boolean }
  | { readonly is: 'error'; readonly code: string; readonly formula: boolean }
  | { readonly is: 'styled-blank'; readonly style: number };

export interface RandomRow {
  /** rows left out before it */
  readonly gap: number;
  readonly hidden: boolean;
  /** says its number, and its cells their places, only where it must */
  readonly terse: boolean;
  readonly cells: ReadonlyArray<{ readonly gap: number; readonly cell: RandomCell }>;
}

export interface RandomSheet {
  readonly hidden: boolean;
  readonly rows: readonly RandomRow[];
  readonly merges: ReadonlyArray<readonly [row: number, column: number, down: number, right: number]>;
}

export interface RandomWorkbook {
  readonly names: readonly string[];
  readonly sheets: readonly RandomSheet[];
  readonly date1904: boolean;
}

/** The formats of the styles of a generated workbook: plain numbers, amounts, percent, days and times. */
export const styleCodes = [
  'General',
  '0.00',
  '#,##0.00',
  '0%',
  'yyyy-mm-dd',
  'yyyy"年"m"月"d"日"',
  'yyyy/m/d h:mm:ss',
  'hh:mm:ss',
] as const;
const firstDateStyle = 4;

const letter = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'学术推广费张某某华康药业有限公司年月（）') },
  { weight: 3, arbitrary: fc.constantFrom(...'abcXYZ019 .,-+%#') },
  { weight: 2, arbitrary: fc.constantFrom('𠮷', '𡃁', '😀', '🀄', '㐂', '\u{2ebf0}', 'é', 'ß', 'ー') },
  { weight: 2, arbitrary: fc.constantFrom('<', '>', '&', '"', "'", '&amp;', ']]>', '_x0041_', '_x000D_', '\n', '\t') },
);
const text = fc.array(letter, { minLength: 1, maxLength: 24 }).map((letters) => letters.join(''));
const long = (most: number) => text.map((piece) => piece.repeat(Math.floor(most / piece.length)));

const fen = fc.integer({ min: -5_000_000_000, max: 5_000_000_000 }).map((n) => n / 100);
const number = fc.record({
  is: fc.constant('number' as const),
  value: fc.oneof(fen, fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(0, 1e-7, 1.5e21, 123456789012)),
  style: fc.nat(firstDateStyle - 1),
  formula: fc.boolean(),
});
const moment = fc.record({
  is: fc.constant('number' as const),
  value: fc.oneof(
    fc.integer({ min: 61, max: 60_000 }),
    fc.tuple(fc.integer({ min: 61, max: 60_000 }), fc.nat(86_399)).map(([day, second]) => day + second / 86_400),
  ),
  style: fc.integer({ min: firstDateStyle, max: styleCodes.length - 1 }),
  formula: fc.boolean(),
});
const cell: fc.Arbitrary<RandomCell> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ is: fc.constantFrom('shared' as const, 'inline' as const), text }) },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('rich' as const),
      shared: fc.boolean(),
      runs: fc.array(text, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 4, arbitrary: number },
  { weight: 3, arbitrary: moment },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('result' as const), text }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('bool' as const), value: fc.boolean(), formula: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('error' as const),
      code: fc.constantFrom('#N/A', '#REF!', '#DIV/0!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!'),
      formula: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('styled-blank' as const), style: fc.nat(styleCodes.length - 1) }),
  },
);
const gap = (most: number) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: most }) });

const row: fc.Arbitrary<RandomRow> = fc.record({
  gap: gap(5000),
  hidden: fc.boolean(),
  terse: fc.boolean(),
  cells: fc.array(fc.record({ gap: gap(30), cell }), { maxLength: 9 }),
});

const sheet: fc.Arbitrary<RandomSheet> = fc.record({
  hidden: fc.boolean(),
  rows: fc.array(row, { maxLength: 14 }),
  merges: fc.array(fc.tuple(fc.nat(20), fc.nat(8), fc.nat(3), fc.integer({ min: 1, max: 3 })), { maxLength: 2 }),
});

const name = fc
  .array(fc.constantFrom(...'明细汇总流水表甲乙abc12 ·&<'), { minLength: 1, maxLength: 8 })
  .map((letters) => letters.join('').trim() || '表');

/** A workbook of one to four sheets as no person would fill them; one in a few holds a shared string of about so many characters. */
export const randomWorkbook = (longest: number): fc.Arbitrary<RandomWorkbook> =>
  fc
    .record({
      title: name,
      sheets: fc.array(sheet, { minLength: 1, maxLength: 4 }),
      date1904: fc.boolean(),
      huge: fc.option(long(longest), { freq: 1 }),
    })
    .map(({ title, sheets, date1904, huge }) => ({
      names: sheets.map((_, i) => `${title}${i + 1}`),
      sheets: huge === null ? sheets : sheets.map((each, i) => (i === 0 ? withLong(each, huge) : each)),
      date1904,
    }));

const withLong = (made: RandomSheet, words: string): RandomSheet => ({
  ...made,
  rows: [
    ...made.rows,
    { gap: 0, hidden: false, terse: false, cells: [{ gap: 0, cell: { is: 'shared', text: words } }] },
  ],
});

/** What a cell says where it is text: read by nobody, so that two readers with the same fault do not agree unseen. */
export const writtenText = (made: RandomCell): string | undefined => {
  if (made.is === 'shared' || made.is === 'inline' || made.is === 'result') return made.text;
  return made.is === 'rich' ? made.runs.join('') : undefined;
};

/** Every cell with the row and the column in which it stands, from 1 and from 0. */
export function placedCells(made: RandomSheet): Array<{ row: number; column: number; cell: RandomCell }> {
  let n = 0;
  return made.rows.flatMap((each) => {
    n += each.gap + 1;
    const at = n;
    let column = -1;
    return each.cells.map(({ gap: skipped, cell: held }) => {
      column += skipped + 1;
      return { row: at, column, cell: held };
    });
  });
}
