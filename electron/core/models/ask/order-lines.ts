import type { EvidenceReader, HitRow, HitSubject } from '../model.ts';
import { packOf, sameProduct } from './same-product.ts';

/** One line of an order, as prices and volumes are compared. Cancelled and refused orders are not among them. */
export interface OrderLine {
  readonly row: number;
  readonly hospital: number;
  readonly supplier: number | null;
  /** the party */
  readonly product: number | null;
  /** which product it is, as sameProduct tells; null where the line does not say */
  readonly same: string | null;
  readonly day: string;
  /** the day is only a month */
  readonly monthOnly: boolean;
  /** price of one pack in millionths of a yuan */
  readonly micro: number;
  /** packs, in millionths */
  readonly packs: number;
  /** smallest units in a pack; null where it is not said */
  readonly pack: number | null;
  readonly unit: string | null;
  /** what the line costs; null where no amount is written and none could be computed */
  readonly fen: number | null;
  /** the amount is written in its cell */
  readonly written: boolean;
  /** 集采 yes or no; null where the sheet does not say */
  readonly vbp: boolean | null;
  readonly procurement: string | null;
  readonly category: string | null;
  readonly orderNo: string | null;
}

interface Row {
  row: number;
  hospital: number;
  supplier: number | null;
  product: number | null;
  day: string;
  precision: string;
  micro: number;
  quantity: string;
  code: string | null;
  approval: string | null;
  spec: string | null;
  packQty: string | null;
  unit: string | null;
  fen: number | null;
  computed: number;
  procurement: string | null;
  category: string | null;
  orderNo: string | null;
}

/** Lines of goods that a hospital bought: returns (a negative quantity or 已退货) and gifts (price 0) are no purchase. By row. */
export const readOrderLines = (evidence: EvidenceReader): readonly OrderLine[] =>
  evidence.once('order lines', () => gatherLines(evidence));

function gatherLines(evidence: EvidenceReader): OrderLine[] {
  const known = new Map<string, string>();
  // the same text many thousand times is kept once
  const one = (text: string): string => {
    const before = known.get(text);
    if (before === undefined) known.set(text, text);
    return before ?? text;
  };
  return evidence
    .all<Row>(
      `select row, hospital, supplier, product, day, precision, price_micro as micro, quantity, product_code as code, approval_no as approval,
              spec, pack_qty as packQty, unit, fen, computed, procurement_type as procurement, category, order_no as orderNo
       from purchase
       where hospital is not null and price_micro > 0 and cast(quantity as real) > 0 and coalesce(status, '') <> 'returned' order by row`,
    )
    .map(({ code, approval, packQty, spec, precision, quantity, computed, ...line }): OrderLine => {
      const same = sameProduct({ code, approval, spec, packQty });
      return {
        ...line,
        same: same === null ? null : one(same),
        day: one(line.day),
        monthOnly: precision === 'month',
        packs: Math.round(Number(quantity) * 1_000_000),
        pack: packOf(packQty, spec),
        written: computed === 0 && line.fen !== null,
        vbp: line.procurement === null ? null : line.procurement === 'vbp',
      };
    });
}

/**
 * Lines whose prices can be compared at all: one product, 集采 and the rest apart; by the smallest unit, or where the pack is not said by packs
 * of one kind of unit. Only for lines that say which product they are.
 */
export const marketOf = ({ same, pack, unit, vbp }: OrderLine): string =>
  `${same} ${pack === null ? `pack ${unit ?? ''}` : 'unit'} ${vbp === true}`;

/** The name of the product of a line. */
export const productName = (evidence: EvidenceReader, { product, same }: OrderLine): string =>
  product === null ? (same ?? '') : evidence.party(product).name;

/** Whom lines of one hospital and one product are about: the hospital, the product, and who delivered it. */
export function orderSubjects(evidence: EvidenceReader, lines: readonly OrderLine[]): HitSubject[] {
  const named = (role: string, parties: ReadonlyArray<number | null>): HitSubject[] =>
    [...new Set(parties.filter((party) => party !== null))]
      .map((party) => ({ role, party, name: evidence.party(party).name }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return [
    ...named('buyer', [lines[0]!.hospital]),
    ...named('product', [lines[0]!.product]),
    ...named(
      'supplier',
      lines.map(({ supplier }) => supplier),
    ),
  ];
}

/** What one smallest unit costs over several lines, as an exact fraction: `of` / `units` millionths of a yuan. */
export interface UnitPrice {
  readonly of: bigint;
  readonly units: bigint;
}

/** The price of the smallest unit, weighted by quantity: all that was paid by all that was bought. A pack that is not said counts as 1. */
export function unitPriceOf(lines: readonly OrderLine[]): UnitPrice {
  let [of, units] = [0n, 0n];
  for (const { micro, packs, pack } of lines) {
    of += BigInt(micro) * BigInt(packs);
    units += BigInt(packs) * BigInt(pack ?? 1);
  }
  return { of, units };
}

/** Whether a > b × (1 + share), exactly: a share of 0.2 means that 20 % more is not yet above. */
export const isDearer = (a: UnitPrice, b: UnitPrice, share: number): boolean =>
  a.of * b.units * 10_000n > b.of * a.units * BigInt(10_000 + Math.round(share * 10_000));

/** −1, 0 or 1 as a is below, equal to or above b. */
export function comparePrices(a: UnitPrice, b: UnitPrice): number {
  const [left, right] = [a.of * b.units, b.of * a.units];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** (a − b) × what was bought at a, in fen, rounded down: what it cost more than at b. */
export function excessFen(a: UnitPrice, b: UnitPrice): number {
  // both are millionths of a yuan times millionths of a pack: 10^12 of them are a yuan, 10^10 a fen
  const more = (a.of * b.units - b.of * a.units) / b.units / 10_000_000_000n;
  return more > 0n ? Number(more) : 0;
}

/** Millionths of a yuan for one unit, rounded half up, for showing. */
export const microOf = ({ of, units }: UnitPrice): number => Number((of * 2n + units) / (units * 2n));

/** a / b − 1 for showing. */
export const gapOf = (a: UnitPrice, b: UnitPrice): number =>
  Number((a.of * b.units * 1_000_000n) / (b.of * a.units)) / 1e6 - 1;

/** The written amounts of lines, in fen. An amount that only the program computed has no cell and is in no sum of a finding. */
export const writtenFen = (lines: readonly OrderLine[]): number =>
  lines.reduce((sum, { fen, written }) => sum + (written ? (fen ?? 0) : 0), 0);

/** Cites lines for their prices and, where it is written, for what they cost. */
export const citePrices = (lines: readonly OrderLine[]): HitRow[] =>
  lines.flatMap(({ row, written }): HitRow[] => [
    { row, field: 'unit_price', role: 'evidence' },
    ...(written ? [{ row, field: 'amount', role: 'evidence' } as const] : []),
  ]);

/** Cites lines for what they cost, or for their quantity where no amount is written. */
export const citeAmounts = (lines: readonly OrderLine[]): HitRow[] =>
  lines.map(({ row, written }): HitRow => ({ row, field: written ? 'amount' : 'quantity', role: 'evidence' }));
