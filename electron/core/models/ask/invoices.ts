import type { EvidenceReader } from '../model.ts';

/** One line of an invoice list. */
export interface InvoiceLine {
  readonly row: number;
  readonly sheet: number;
  readonly fen: number | null;
  readonly goods: string | null;
  /** the field whose cell holds `cellFen`: 价税合计, or 金额 where the list has no total */
  readonly field: 'total' | 'amount';
  readonly cellFen: number | null;
}

/** One invoice with all its lines, whatever lists they stand in. Parties are ids, short names under the firm of the register are not looked up. */
export interface KnownInvoice {
  readonly no: string;
  readonly code: string | null;
  readonly seller: number;
  readonly buyer: number;
  readonly day: string;
  readonly precision: string;
  /** 价税合计 in fen; of an invoice that two lists hold the larger; null where no line says an amount */
  readonly fen: number | null;
  /** before tax, null where a line does not say it */
  readonly netFen: number | null;
  readonly lines: readonly InvoiceLine[];
}

/** An invoice that does not stand: 作废, or 红冲. `red` 1: it is itself the negative one. */
export interface InvoiceAside {
  readonly row: number;
  readonly no: string;
  readonly code: string | null;
  readonly seller: number;
  readonly buyer: number;
  readonly day: string;
  readonly red: number;
  readonly why: 'void' | 'red';
}

export interface Invoices {
  readonly standing: readonly KnownInvoice[];
  /** by number: 20 digits name one invoice, 8 digits many */
  readonly byNo: ReadonlyMap<string, readonly KnownInvoice[]>;
  readonly asideByNo: ReadonlyMap<string, readonly InvoiceAside[]>;
}

/** 数电票: the 20 digits name one invoice in the country. */
export const isFullyDigital = (no: string): boolean => no.length === 20;

/** Every invoice of the case that stands, by number, and those that do not. */
export const readInvoices = (evidence: EvidenceReader): Invoices =>
  evidence.once('invoices', () => {
    const standing = gather(evidence);
    return {
      standing,
      byNo: Map.groupBy(standing, ({ no }) => no),
      asideByNo: Map.groupBy(
        evidence.all<InvoiceAside>(
          `select row, invoice_no as no, invoice_code as code, seller, buyer, day, red, why from invoice_aside
           where invoice_no is not null order by row`,
        ),
        ({ no }) => no,
      ),
    };
  });

interface Line extends Omit<InvoiceLine, 'field' | 'cellFen'> {
  readonly no: string;
  readonly code: string | null;
  readonly seller: number;
  readonly buyer: number;
  readonly day: string;
  readonly precision: string;
  readonly netFen: number | null;
  readonly totalFen: number | null;
}

function gather(evidence: EvidenceReader): KnownInvoice[] {
  const lines = evidence.all<Line>(
    `select i.row as row, p.sheet as sheet, i.invoice_no as no, i.invoice_code as code, i.seller as seller, i.buyer as buyer, i.day as day,
            i.precision as precision, i.fen as fen, i.net_fen as netFen, i.total_fen as totalFen, i.goods as goods
     from invoice i join place p on p.row = i.row where i.invoice_no is not null order by i.invoice_no, i.row`,
  );
  const keyOf = ({ no, code, seller }: Line) => (isFullyDigital(no) ? no : `${code ?? ''} ${no} ${seller}`);
  return [...Map.groupBy(lines, keyOf).values()].map((all) => {
    const { no, code, seller, buyer, day, precision } = all[0]!;
    return {
      no,
      code,
      seller,
      buyer,
      day,
      precision,
      fen: largest(all, (line) => line.fen),
      netFen: largest(all, (line) => line.netFen),
      lines: all.map((line) => ({
        row: line.row,
        sheet: line.sheet,
        fen: line.fen,
        goods: line.goods,
        field: line.totalFen === null ? 'amount' : 'total',
        cellFen: line.totalFen ?? line.netFen,
      })),
    };
  });
}

/** The sum of the lines in one list; of several lists that hold the invoice the largest. Null where a line of a list is silent in all of them. */
function largest(lines: readonly Line[], of: (line: Line) => number | null): number | null {
  const sums = [...Map.groupBy(lines, ({ sheet }) => sheet).values()].map((list) =>
    list.reduce<number | null>((sum, line) => {
      const fen = of(line);
      return sum === null || fen === null ? null : sum + fen;
    }, 0),
  );
  return sums.reduce<number | null>((most, sum) => (sum === null ? most : Math.max(most ?? sum, sum)), null);
}
