import type { SameAs } from './sheet.ts';

/**
 * Rows of ledgers, lists and registers are delivered twice when every value that was read from them is equal, and inside one sheet
 * only when every cell is: two equal lines with line numbers of their own are two lines.
 */
export function sameValues(category: string, values: Readonly<Record<string, unknown>>): SameAs {
  let key = category;
  for (const field in values) {
    const value = values[field];
    if (value !== undefined) key += `|${field}=${typeof value === 'object' ? JSON.stringify(value) : value}`;
  }
  return { key, within: 'cells' };
}
