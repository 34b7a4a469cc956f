import type { Cell, CellOrEmpty } from '../../../../shared/evidence/cell.ts';
import { toSimplified } from '../../../../shared/evidence/traditional.ts';
import type { Mark } from './marks.ts';

/** A typed word, ready to be looked for in packed cells and in the texts that a person sees. Upper and lower case, full and half width are one. */
export interface CellWord {
  /** over bytes of UTF-8, one character each; `g`: set `lastIndex` before use */
  readonly inBytes: readonly RegExp[];
  /** whether it may also stand between the cells of a packed row, as a sign or a word of JSON: a find has to be looked at cell by cell */
  readonly isDoubtful: boolean;
  markIn(text: string): Mark | undefined;
}

export function cellWord(typed: string): CellWord {
  const half = halfWidth(typed);
  const ways = [
    ...new Set([typed, half, toSimplified(half), fullWidth(half.toLowerCase()), fullWidth(half.toUpperCase())]),
  ];
  const inText = new RegExp(ways.map(anyCase).join('|'));
  return {
    inBytes: ways.map((way) => new RegExp(anyCase(Buffer.from(insideJson(way)).toString('latin1')), 'g')),
    isDoubtful:
      /[,[\]"\\]/.test(typed) ||
      ['null', 'true', 'false', 'nf', 'df', 'bf', 'ef', 'tf'].some((word) => word.includes(typed.toLowerCase())),
    markIn(text) {
      const found = inText.exec(text);
      return found ? [found.index, found.index + found[0].length] : undefined;
    },
  };
}

/** The first cell that holds the word, as it is shown or as it is stored; -1: none. */
export const columnWith = (cells: readonly CellOrEmpty[], word: CellWord): number => {
  const holds = (text: string) => word.markIn(text) !== undefined;
  const shown = cells.findIndex((cell) => cell !== null && holds(cell.shown));
  return shown !== -1 ? shown : cells.findIndex((cell: Cell | null) => cell !== null && holds(String(cell.raw)));
};

/** As a text stands inside the JSON of the cells. */
const insideJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** A pattern for a text whose Latin letters may be of either case. A backslash belongs to the signs of JSON, never to a letter here. */
const anyCase = (text: string): string =>
  text
    .replace(/[^\w\s]/g, (sign) => (sign.charCodeAt(0) < 0x80 ? `\\${sign}` : sign))
    .replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);

// not NFKC: that would make ① and ² figures
const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
