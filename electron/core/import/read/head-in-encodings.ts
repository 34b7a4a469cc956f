import { type TextEncoding, textEncoding } from '../../../../shared/protocol/import.requests.ts';
import { readDelimited, sniffDelimiter } from './read-delimited.ts';

export interface TextHead {
  readonly encoding: TextEncoding;
  readonly delimiter: string;
  readonly rows: ReadonlyArray<readonly string[]>;
  /** characters that are none in this encoding */
  readonly damaged: number;
}

const shownRows = 20;
/** Twenty rows of any statement, and few enough to decode five times while somebody waits. */
const lookedBytes = 64 * 2 ** 10;

/** The first rows of a text file as they would read in each encoding, side by side: which of them is Chinese, a person sees at once. */
export function headInEncodings(bytes: Uint8Array, delimiter?: string): TextHead[] {
  const head = bytes.subarray(0, lookedBytes);
  return textEncoding.options.map((encoding) => {
    // as a stream that goes on: a character cut by the window is not a damaged one
    const text = new TextDecoder(encoding).decode(head, { stream: head.length < bytes.length });
    const by = delimiter ?? sniffDelimiter(text);
    const rows: string[][] = [];
    for (const { fields } of readDelimited(text, by)) {
      if (rows.length === shownRows) break;
      rows.push(fields.map((field) => field.slice(0, 200)));
    }
    return { encoding, delimiter: by, rows, damaged: text.split('\ufffd').length - 1 };
  });
}
