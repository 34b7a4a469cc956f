import { defineRecord, joined } from './record.ts';

/** 药品耗材目录: one product as a catalogue writes it. */
export default defineRecord({
  table: 'rec_product',
  categories: ['product'],
  columns: `product manufacturer mah product_code approval_no generic_name trade_name class_code spec dosage_form pack_qty category
    list_price_micro vbp`,
  mentions: { product: 'generic_name', manufacturer: 'manufacturer', mah: 'mah' },
  scope: null,
  setAside: 'product_mention product_manufacturer product_mah product_class',
  day: { column: null, covers: false },
  cited: {},
  line: { fen: 'null', from: 'manufacturer', to: 'product', text: joined('spec', 'dosage_form', 'class_code') },
});
