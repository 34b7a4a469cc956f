import type { EvidenceReader } from '../model.ts';
import { packOf, sameProduct, strengthOf } from './same-product.ts';

/** One product as a catalogue lists it. */
export interface Listed {
  readonly row: number;
  readonly product: number;
  readonly same: string;
  /** 治疗分类 */
  readonly klass: string | null;
  readonly category: string | null;
  /** 规格 without the pack */
  readonly strength: string | null;
  readonly pack: number | null;
  /** 挂网价 of one pack in millionths of a yuan */
  readonly micro: number | null;
  readonly vbp: boolean | null;
  /** 上市许可持有人, else 生产企业 */
  readonly maker: number | null;
}

interface Row {
  row: number;
  product: number;
  code: string | null;
  approval: string | null;
  spec: string | null;
  packQty: string | null;
  klass: string | null;
  category: string | null;
  micro: number | null;
  vbp: number | null;
  maker: number | null;
}

/** 药品耗材目录: which product it is → its lines in all catalogues. Lines that do not say which product they list are left out. */
export const readCatalogue = (evidence: EvidenceReader): ReadonlyMap<string, readonly Listed[]> =>
  evidence.once('catalogue', () => {
    const rows = evidence.all<Row>(
      `select row, product, product_code as code, approval_no as approval, spec, pack_qty as packQty, class_code as klass, category,
              list_price_micro as micro, vbp, coalesce(mah, manufacturer) as maker
       from catalogue order by row`,
    );
    const listed = rows.flatMap(({ code, approval, spec, packQty, vbp, ...row }): Listed[] => {
      const same = sameProduct({ code, approval, spec, packQty });
      if (same === null) return [];
      const strength = spec === null ? null : strengthOf(spec);
      return [{ ...row, same, strength, pack: packOf(packQty, spec), vbp: vbp === null ? null : vbp === 1 }];
    });
    return Map.groupBy(listed, ({ same }) => same);
  });
