import type { EvidenceReader } from '../model.ts';
import { nameKey } from './name-likeness.ts';
import { readProductCompanies } from './product-companies.ts';

/** What a product competes with, and whose it is. */
export interface Brand {
  /** 治疗分类 of the catalogue; without one the generic name */
  readonly klass: string;
  /** the group of companies that makes it */
  readonly maker: number;
}

/** Product → class and maker. A product whose maker no sheet names, or of which several are named, belongs to no brand. */
export const readBrands = (evidence: EvidenceReader): ReadonlyMap<number, Brand> =>
  evidence.once('brands', () => {
    const classes = new Map(
      evidence
        .all<{ product: number; klass: string }>(
          'select product, min(class_code) as klass from catalogue where product is not null and class_code is not null group by product',
        )
        .map(({ product, klass }) => [product, klass]),
    );
    const { makersOf } = readProductCompanies(evidence);
    const products = evidence.all<{ product: number; name: string }>(
      "select party as product, name from who where kind = 'product' order by party",
    );
    return new Map(
      products.flatMap(({ product, name }): Array<[number, Brand]> => {
        const makers = [...makersOf(product)];
        return makers.length === 1
          ? [[product, { klass: classes.get(product) ?? `=${nameKey(name)}`, maker: makers[0]! }]]
          : [];
      }),
    );
  });

/** Orders of one doctor for one product on one day. */
export interface Prescribed extends Brand {
  readonly doctor: number;
  readonly hospital: number | null;
  /** hospital and department together */
  readonly unit: string;
  readonly product: number;
  readonly day: string;
  readonly orders: number;
}

/** 开单计数: orders of products of classes in which more than one maker is prescribed at all; returns are none. */
export const readPrescribed = (evidence: EvidenceReader): readonly Prescribed[] =>
  evidence.once('prescribed brands', () => {
    const brands = readBrands(evidence);
    const rows = evidence
      .all<{
        doctor: number;
        hospital: number | null;
        dept: string | null;
        product: number;
        day: string;
        orders: number;
      }>(
        `select doctor, hospital, dept, product, day, count(*) as orders from prescription
         where product is not null and cast(quantity as real) > 0 group by doctor, hospital, dept, product, day`,
      )
      .flatMap(({ dept, ...row }): Prescribed[] => {
        const brand = brands.get(row.product);
        return brand ? [{ ...row, ...brand, unit: `${row.hospital ?? ''} ${dept ?? ''}` }] : [];
      });
    const makers = new Map<string, Set<number>>();
    for (const { klass, maker } of rows) makers.set(klass, (makers.get(klass) ?? new Set()).add(maker));
    return rows.filter(({ klass }) => makers.get(klass)!.size > 1);
  });

/** 集采中选: product → the first day on which it was bought so, '' where only a catalogue says that it is. */
export const readVbpProducts = (evidence: EvidenceReader): ReadonlyMap<number, string> =>
  evidence.once('vbp products', () => {
    const listed = evidence.all<{ product: number }>(
      'select distinct product from catalogue where vbp = 1 and product is not null',
    );
    const bought = evidence.all<{ product: number; day: string }>(
      "select product, min(day) as day from purchase where procurement_type = 'vbp' and product is not null group by product",
    );
    return new Map([
      ...listed.map(({ product }) => [product, ''] as const),
      ...bought.map(({ product, day }) => [product, day] as const),
    ]);
  });
