import { textCell } from '../../../../shared/evidence/cell.ts';
import { readMoney } from '../../../../shared/evidence/money.ts';
import { tidy } from '../../../../shared/evidence/text.ts';

/** A range of fen, both ends included. */
export interface AmountRange {
  readonly least: number;
  readonly most: number;
}

const number = String.raw`[0-9][0-9,]*(?:\.[0-9]+)?\s*(?:元|千元?|万元?|亿元?|[km])?`;
const compared = new RegExp(`^(>=|<=|≥|≤|>|<|=)?\\s*(${number})$`);
const between = new RegExp(`^(${number})\\s*(?:-|~|至|到)\\s*(${number})$`);

/** `>10万`, `=49900`, `4.99万`, `1万-2万`, `>100k`, `1.5m`: what was typed as a range of amounts; undefined: it is no amount. */
export function readAmountQuery(typed: string): AmountRange | undefined {
  const text = tidy(typed).toLowerCase();
  const range = between.exec(text);
  if (range) {
    const [least, most] = [fenOf(range[1]!), fenOf(range[2]!)];
    return least === undefined || most === undefined || least > most ? undefined : { least, most };
  }
  const [, relation = '=', amount = ''] = compared.exec(text) ?? [];
  const fen = fenOf(amount);
  if (fen === undefined) return undefined;
  const any = Number.MAX_SAFE_INTEGER;
  switch (relation) {
    case '>':
      return { least: fen + 1, most: any };
    case '>=':
    case '≥':
      return { least: fen, most: any };
    case '<':
      return { least: 0, most: fen - 1 };
    case '<=':
    case '≤':
      return { least: 0, most: fen };
    default:
      return { least: fen, most: fen };
  }
}

function fenOf(text: string): number | undefined {
  const read = readMoney(textCell(text.replace(/千$|k$/, '千元').replace(/m$/, '万元')));
  if (!read.ok || read.value === null) return undefined;
  return text.endsWith('m') ? read.value.fen * 100 : read.value.fen;
}
