/**
 * One line of CSV (RFC 4180). A text that a spreadsheet would take for a formula has an apostrophe before it, so that it stays a text; numbers are
 * written by us and stay numbers.
 */
export const csvLine = (cells: ReadonlyArray<string | number | boolean | null>): string =>
  `${cells.map((cell) => (typeof cell === 'string' ? quoted(harmless(cell)) : cell === null ? '' : String(cell))).join(',')}\r\n`;

const NUMBER = /^-?\d+(\.\d+)?$/;

const harmless = (text: string): string =>
  // full-width signs start a formula in some programs as well
  /^[\s\u0000-\u001f]*[=+\-@＝＋－＠\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
