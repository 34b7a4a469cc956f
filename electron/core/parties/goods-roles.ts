import type { Store } from '../store/connect.ts';
import type { Among } from './among.ts';

/** What orders, catalogues and prescriptions say about who somebody is and what a product is, by mention id. */
export interface GoodsRoles {
  /** products that are consumables, reagents or equipment */
  readonly devices: ReadonlySet<number>;
  /** who makes goods or holds their licence: pharma; who delivers them: supplier */
  readonly trade: ReadonlyMap<number, 'pharma' | 'supplier'>;
  /** who orders for patients is a doctor, at the hospital beside the name (mention id or null) */
  readonly prescribers: ReadonlyArray<{ readonly person: number; readonly org: number | null }>;
}

/** 类别 of what is no drug. */
const deviceKinds = "('hcv_consumable', 'lcv_consumable', 'consumable', 'reagent', 'device')";

export function readGoodsRoles(store: Store, among: Among): GoodsRoles {
  const all = (...parts: ReadonlyArray<readonly [column: string, from: string, where?: string]>): number[] =>
    store.db
      .prepare<string[], number>(
        parts
          .map(
            ([column, from, where]) =>
              `select ${column} from ${from} where ${among.column(column)} and (${where ?? 'true'})`,
          )
          .join(' union '),
      )
      .pluck()
      .all(...among.bind(parts.length));
  const isDevice = `category in ${deviceKinds} or approval_no like '%械%'`;
  const devices = all(
    ['product', 'rec_purchase', isDevice],
    ['product', 'rec_product', isDevice],
    ['product', 'rec_prescription', `item_kind in ${deviceKinds}`],
    ['product', 'rec_visit_item', `item_kind in ${deviceKinds}`],
    ['mention', 'mention_identifier', "type = 'product_code' and value glob 'C[0-9]*'"],
  );
  const suppliers = all(['supplier', 'rec_purchase'], ['supplier', 'rec_visit_item']);
  const makers = all(
    ['manufacturer', 'rec_purchase'],
    ['mah', 'rec_purchase'],
    ['manufacturer', 'rec_product'],
    ['mah', 'rec_product'],
    ['manufacturer', 'rec_prescription'],
    ['manufacturer', 'rec_visit_item'],
  );
  return {
    devices: new Set(devices),
    trade: new Map([
      ...suppliers.map((mention) => [mention, 'supplier'] as const),
      ...makers.map((mention) => [mention, 'pharma'] as const),
    ]),
    prescribers: store.db
      .prepare<string[], { person: number; org: number | null }>(
        `select doctor as person, hospital as org from rec_prescription where ${among.column('doctor')}
         union select doctor, hospital from rec_visit where doctor is not null and ${among.column('doctor')}
         union select doctor, hospital from rec_visit_item where doctor is not null and ${among.column('doctor')}`,
      )
      .all(...among.bind(3)),
  };
}
