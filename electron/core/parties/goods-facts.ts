/** Which records tell of a thing in its dossier, and which of their fields do. */
interface FactSource {
  readonly category: string;
  /** first word of the labels, where it is not the category */
  readonly area?: string;
  readonly table: `rec_${string}`;
  /** the column that names the thing */
  readonly names: string;
  readonly fields: readonly string[];
}

/** 产品、招标项目、合同、发票 as catalogues, orders, bids, registers of contracts and lists of invoices write them. */
export const goodsFacts: readonly FactSource[] = [
  {
    category: 'product',
    table: 'rec_product',
    names: 'product',
    fields: [
      'product_code',
      'approval_no',
      'trade_name',
      'spec',
      'dosage_form',
      'manufacturer',
      'mah',
      'class_code',
      'category',
      'list_price',
      'vbp',
    ],
  },
  {
    category: 'purchase',
    table: 'rec_purchase',
    names: 'product',
    fields: ['product_code', 'approval_no', 'spec', 'manufacturer', 'category', 'unit_price'],
  },
  {
    category: 'bid',
    table: 'rec_bid',
    names: 'tender',
    fields: ['tender_no', 'lot', 'buyer', 'agency', 'open_date', 'award_date', 'ceiling'],
  },
  {
    category: 'contract',
    table: 'rec_contract',
    names: 'contract',
    fields: [
      'type',
      'party_a',
      'party_b',
      'amount',
      'signed_on',
      'valid_from',
      'valid_to',
      'subject',
      'deliverable',
      'approval_no',
    ],
  },
  {
    category: 'invoice',
    table: 'rec_invoice',
    names: 'invoice',
    fields: ['invoice_code', 'issue_date', 'seller', 'buyer', 'goods', 'total', 'status', 'remark'],
  },
];
