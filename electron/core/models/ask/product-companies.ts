import type { EvidenceReader } from '../model.ts';
import { readTradeGroups } from './staff-payments.ts';

/** Whose a product is: the groups of those who make it or hold its licence, and of those who deliver it. */
export interface ProductCompanies {
  makersOf(product: number): ReadonlySet<number>;
  suppliersOf(product: number): ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

/** Product → those who make it or hold its licence, as catalogues, orders, prescriptions and charges say. */
export const readProductMakers = (evidence: EvidenceReader): ReadonlyMap<number, ReadonlySet<number>> =>
  evidence.once('product makers', () =>
    gather(
      evidence,
      'select distinct product, company from product_maker where product is not null and company is not null',
    ),
  );

function gather(evidence: EvidenceReader, sql: string): Map<number, Set<number>> {
  const companies = new Map<number, Set<number>>();
  for (const { product, company } of evidence.all<{ product: number; company: number }>(sql)) {
    const known = companies.get(product);
    if (known) known.add(company);
    else companies.set(product, new Set([company]));
  }
  return companies;
}

/** 品种与企业: by catalogues, orders, prescriptions and charges, companies of one group as one. */
export const readProductCompanies = (evidence: EvidenceReader): ProductCompanies =>
  evidence.once('product companies', () => {
    const { groupOf } = readTradeGroups(evidence);
    const inGroups = (companies: ReadonlyMap<number, ReadonlySet<number>>): Map<number, Set<number>> =>
      new Map([...companies].map(([product, list]) => [product, new Set([...list].map(groupOf))]));
    const makers = inGroups(readProductMakers(evidence));
    const suppliers = inGroups(
      gather(
        evidence,
        'select distinct product, supplier as company from product_supplier where product is not null and supplier is not null',
      ),
    );
    return {
      makersOf: (product) => makers.get(product) ?? none,
      suppliersOf: (product) => suppliers.get(product) ?? none,
    };
  });
