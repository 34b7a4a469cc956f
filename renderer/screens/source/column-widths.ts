import type { SourceView } from './source-rows.ts';

export interface ShownColumn {
  readonly index: number;
  readonly name: string;
  readonly header: string;
  readonly field: string | null;
  readonly label: { readonly zh: string; readonly en: string } | null;
  /** px */
  readonly width: number;
  /** figures stand at the right, as in a spreadsheet */
  readonly end: boolean;
}

const figure = /^[-−(]?[¥￥]?-?\d{1,3}(?:,?\d{3})*(?:\.\d+)?\)?$/;
const least = 56;
const most = 280;

/** Width and side of each column, from its header and the first rows that are here; they stay while one looks around. */
export function shownColumns({ columns, rows }: Pick<SourceView, 'columns' | 'rows'>): ShownColumn[] {
  const body = rows.filter(({ state }) => state !== 'title' && state !== 'header');
  return columns.map((column) => {
    const texts = body.map(({ cells }) => cells[column.index] ?? '').filter((text) => text.trim() !== '');
    const widest = Math.max(lengthOf(column.header), ...texts.map(lengthOf));
    const figures = texts.filter((text) => figure.test(text.trim()) && /[.,]/.test(text)).length;
    return {
      ...column,
      width: Math.min(most, Math.max(least, Math.ceil(widest) + 22)),
      end: texts.length > 0 && figures * 5 >= texts.length * 4,
    };
  });
}

/** About the width of a text at 13 px: a 汉字 is as wide as high, a digit a little over half of that. */
function lengthOf(text: string): number {
  let width = 0;
  for (const letter of text.slice(0, 60)) width += letter.charCodeAt(0) > 0x2e7f ? 13 : 8.5;
  return width;
}
