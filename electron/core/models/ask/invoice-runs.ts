import { dayNumber } from '../../../../shared/evidence/day.ts';
import type { EvidenceReader } from '../model.ts';
import { isShareAtLeast } from './exact.ts';
import { isFullyDigital, type KnownInvoice, readInvoices } from './invoices.ts';

/** Consecutive invoices of one seller to one buyer. */
export interface InvoiceRun {
  readonly seller: number;
  readonly buyer: number;
  /** by number */
  readonly invoices: readonly KnownInvoice[];
  /** 'numbers' 8 digits that follow one another · 'day' fully digital ones of one day and one amount, whose serials the whole country shares */
  readonly how: 'numbers' | 'day';
  /** whether each is close below the same highest amount an invoice of its edition may have */
  readonly atLimit: boolean;
}

export interface RunRule {
  /** how many invoices make a run */
  readonly least: number;
  /** how far apart the amounts of a run may be, as a share of the largest */
  readonly spread: number;
  /** from which share of the highest amount an invoice counts as filled up */
  readonly full: number;
}

/**
 * 最高开票限额: the editions of VAT invoices, before tax, in fen: 千元、万元、十万元、百万元、千万元版, each below the round amount.
 */
const editions = [100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

/** Every run of the case by this rule, by seller and buyer. Invoices whose amount no line says are in none. */
export const readInvoiceRuns = (evidence: EvidenceReader, rule: RunRule): readonly InvoiceRun[] =>
  evidence.once(`invoice runs ${rule.least} ${rule.spread} ${rule.full}`, () => gatherRuns(evidence, rule));

function gatherRuns(evidence: EvidenceReader, rule: RunRule): InvoiceRun[] {
  const pairs = Map.groupBy(
    readInvoices(evidence).standing.filter(({ fen }) => fen !== null && fen > 0),
    ({ seller, buyer }) => `${seller} ${buyer}`,
  );
  const runs: InvoiceRun[] = [];
  for (const invoices of pairs.values()) {
    if (invoices.length < rule.least) continue;
    evidence.breathe();
    const [{ seller, buyer }] = [invoices[0]!];
    for (const found of [...numbered(invoices, rule), ...sameDay(invoices, rule)])
      runs.push({ seller, buyer, ...found, atLimit: isFilledUp(found.invoices, rule.full) });
  }
  return runs;
}

type Found = Pick<InvoiceRun, 'invoices' | 'how'>;

/** Eight digits of one code, each one more than the one before, with amounts close together or filled up to one limit. */
function numbered(invoices: readonly KnownInvoice[], rule: RunRule): Found[] {
  const eight = invoices.filter(({ no }) => /^\d{8}$/.test(no));
  return [...Map.groupBy(eight, ({ code }) => code ?? '').values()].flatMap((book) => {
    const runs: Growing[] = [];
    for (const invoice of book.toSorted((a, b) => (a.no < b.no ? -1 : 1))) {
      const last = runs.at(-1);
      const longer = last && withNext(last, invoice, rule);
      if (longer) runs[runs.length - 1] = longer;
      else runs.push(alone(invoice, rule));
    }
    return runs
      .filter((run) => run.invoices.length >= rule.least)
      .map(({ invoices: list }): Found => ({ invoices: list, how: 'numbers' }));
  });
}

/** A run while it is read: its amounts' bounds, and the editions to which all of it is filled up. */
interface Growing {
  readonly invoices: KnownInvoice[];
  readonly smallest: number;
  readonly largest: number;
  readonly limits: readonly number[];
}

const alone = (invoice: KnownInvoice, { full }: RunRule): Growing => ({
  invoices: [invoice],
  smallest: invoice.fen!,
  largest: invoice.fen!,
  limits: editions.filter((limit) => isFilledTo(invoice, limit, full)),
});

/** The run with the next invoice, or undefined where it does not belong to it. */
function withNext(run: Growing, invoice: KnownInvoice, { spread, full }: RunRule): Growing | undefined {
  if (Number(invoice.no) !== Number(run.invoices.at(-1)!.no) + 1) return undefined;
  const smallest = Math.min(run.smallest, invoice.fen!);
  const largest = Math.max(run.largest, invoice.fen!);
  const limits = run.limits.filter((limit) => isFilledTo(invoice, limit, full));
  if (!isShareAtLeast(smallest, largest, 1 - spread) && limits.length === 0) return undefined;
  run.invoices.push(invoice);
  return { invoices: run.invoices, smallest, largest, limits };
}

/** Fully digital invoices of one day with one and the same amount. */
function sameDay(invoices: readonly KnownInvoice[], { least }: RunRule): Found[] {
  const digital = invoices.filter(({ no, precision }) => isFullyDigital(no) && precision === 'day');
  return [...Map.groupBy(digital, ({ day, fen }) => `${dayNumber(day)} ${fen}`).values()]
    .filter((list) => list.length >= least)
    .map((list) => ({ invoices: list.toSorted((a, b) => (a.no < b.no ? -1 : 1)), how: 'day' }));
}

/** Whether each is filled up to the highest amount of the same edition. */
const isFilledUp = (invoices: readonly KnownInvoice[], full: number): boolean =>
  editions.some((limit) => invoices.every((invoice) => isFilledTo(invoice, limit, full)));

/** An invoice whose amount before tax is not written is filled up to nothing. */
const isFilledTo = ({ netFen }: KnownInvoice, limit: number, full: number): boolean =>
  netFen !== null && netFen <= limit && isShareAtLeast(netFen, limit, full);
