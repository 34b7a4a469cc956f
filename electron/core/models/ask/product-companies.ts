import type { EvidenceReader } from '../model.ts';
import { readTradeGroups } from './staff-payments.ts';

/** Whose a product is: the groups of those who make it or hold its licence, and of those who deliver it. */
export interface ProductCompanies {
  makersOf(product: number): ReadonlySet<number>;
  suppliersOf(product: number): ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

/** 品种与企业: by catalogues, orders, prescriptions and charges, companies of one group as one. */
export const readProductCompanies = (evidence: EvidenceReader): ProductCompanies =>
  evidence.once('product companies', () => {
    const { groupOf } = readTradeGroups(evidence);
    const gather = (sql: string): Map<number, Set<number>> => {
      const groups = new Map<number, Set<number>>();
      for (const { product, company } of evidence.all<{ product: number; company: number }>(sql)) {
        const known = groups.get(product);
        if (known) known.add(groupOf(company));
        else groups.set(product, new Set([groupOf(company)]));
      }
      return groups;
    };
    const makers = gather(
      'select distinct product, company from product_maker where product is not null and company is not null',
    );
    const suppliers = gather(
      'select distinct product, supplier as company from product_supplier where product is not null and supplier is not null',
    );
    return {
      makersOf: (product) => makers.get(product) ?? none,
      suppliersOf: (product) => suppliers.get(product) ?? none,
    };
  });
