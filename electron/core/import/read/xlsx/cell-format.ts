import { grouped, timesHundred, withDecimals } from './decimal-text.ts';
import { isDateFormat, showNumber } from './number-formats.ts';

/** Shown texts remembered for one format; days and round sums come again and again. */
const remembered = 20_000;
const plainFormat = /^(#,##)?0(?:\.(0{1,20}))?(%)?(_[ )])?$/;

/** Formats of digits only, such as 0.00, #,##0.00_ and 0%; they show nearly every amount and need no formatter. */
interface PlainFormat {
  readonly decimals: number;
  readonly grouped: boolean;
  readonly percent: boolean;
  readonly after: string;
}

/** How the numbers of one style are shown; packs a number as it is kept in the store (`packCells` of shared/evidence/cell.ts). */
export class CellFormat {
  readonly #code: string;
  readonly #date1904: boolean;
  readonly #letter: 'n' | 'd';
  readonly #isGeneral: boolean;
  readonly #plain: PlainFormat | undefined;
  readonly #packed = new Map<number, string>();

  constructor(code: string, date1904: boolean) {
    this.#code = code;
    this.#date1904 = date1904;
    this.#letter = isDateFormat(code) ? 'd' : 'n';
    this.#isGeneral = /^(general|@)$/i.test(code);
    this.#plain = toPlain(code);
  }

  get isDate(): boolean {
    return this.#letter === 'd';
  }

  /**
   * `text` is the number as the file writes it, `decimals` its digits after the point, or -1 where it is not written plainly
   * (sign, at most fifteen digits, point); only a plain one goes the short way.
   */
  pack(value: number, text: string, decimals: number, formula: boolean): string {
    if (decimals >= 0) {
      const shown = this.#isGeneral ? shortGeneral(value, text, decimals) : this.#plain && showPlain(this.#plain, text);
      if (shown !== undefined) return formula ? `["nf",${text},"${shown}"]` : `["n",${text},"${shown}"]`;
    }
    const known = this.#packed.get(value);
    const rest = known ?? `,${JSON.stringify(value)},${JSON.stringify(this.#show(value))}]`;
    if (known === undefined) {
      if (this.#packed.size >= remembered) this.#packed.clear();
      this.#packed.set(value, rest);
    }
    return `["${this.#letter}${formula ? 'f' : ''}"${rest}`;
  }

  #show(value: number): string {
    // Excel shows fifteen digits, whatever the number holds beyond them
    const digits = this.#letter === 'n' ? value.toPrecision(15) : '';
    if (this.#plain && /^-?\d+(\.\d+)?$/.test(digits)) return showPlain(this.#plain, digits);
    return showNumber(this.#code, digits === '' ? value : Number(digits), this.#date1904);
  }
}

function toPlain(code: string): PlainFormat | undefined {
  const parts = plainFormat.exec(code);
  if (!parts) return undefined;
  const [, group, decimals = '', percent, after] = parts;
  return {
    decimals: decimals.length,
    grouped: group !== undefined,
    percent: percent !== undefined,
    after: after ? ' ' : '',
  };
}

function showPlain(format: PlainFormat, text: string): string {
  const shown = withDecimals(format.percent ? timesHundred(text) : text, format.decimals);
  return (format.grouped ? grouped(shown) : shown) + (format.percent ? '%' : '') + format.after;
}

/** A short number looks under General as it is written. */
function shortGeneral(value: number, text: string, decimals: number): string | undefined {
  if (decimals === 0) return text.length <= 10 ? text : undefined;
  return text.length <= 9 && (value >= 1e-3 || value <= -1e-3) ? text : undefined;
}
