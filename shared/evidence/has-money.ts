/** The figures of a case that decide whether amounts are in it. */
interface CaseMoney {
  readonly payments: { readonly rows: number };
  readonly findings: { readonly fen: number };
}

/** Before any money was imported there is no amount, not one of nought: a screen or report then says so instead of 0.00. */
export const hasMoney = ({ payments, findings }: CaseMoney): boolean => payments.rows > 0 || findings.fen > 0;
