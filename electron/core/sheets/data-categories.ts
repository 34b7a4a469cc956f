import type { Bilingual } from '../../../shared/protocol/parts.ts';

/**
 * 数据类别: what a city or province shares for this work. `basis`: named in the source documents (广东 数据共享清单: 药品耗材采购、医保支付、税务开票),
 * or our choice for the rest. Kinds of sheet that stand in none are listed under 其他.
 */
export interface DataCategory {
  readonly id: string;
  readonly words: Bilingual;
  readonly basis: 'document' | 'ours';
  readonly sheets: readonly string[];
}

export const dataCategories: readonly DataCategory[] = [
  {
    id: 'procurement',
    words: { zh: '药品耗材采购', en: 'Drug and consumable procurement' },
    basis: 'document',
    sheets: ['purchase', 'bid', 'contract', 'product'],
  },
  {
    id: 'insurance',
    words: { zh: '医保支付', en: 'Health insurance payments' },
    basis: 'document',
    sheets: ['visit', 'visit_item'],
  },
  { id: 'tax', words: { zh: '税务开票', en: 'Tax invoices' }, basis: 'document', sheets: ['invoice'] },
  {
    id: 'funds',
    words: { zh: '资金流水', en: 'Flows of money' },
    basis: 'ours',
    sheets: ['bank_flow', 'wallet_flow', 'bank_account', 'expense'],
  },
  {
    id: 'conferences',
    words: { zh: '学术会议', en: 'Academic conferences' },
    basis: 'ours',
    sheets: ['conference', 'conference_person'],
  },
  {
    id: 'companies',
    words: { zh: '供应商与工商', en: 'Suppliers and registers' },
    basis: 'ours',
    sheets: ['company', 'company_person'],
  },
  {
    id: 'reps',
    words: { zh: '医药代表备案', en: 'Medical representatives' },
    basis: 'ours',
    sheets: ['rep', 'rep_activity'],
  },
  {
    id: 'prescriptions',
    words: { zh: '处方与耗材使用', en: 'Prescriptions and use' },
    basis: 'ours',
    sheets: ['prescription'],
  },
  {
    id: 'people',
    words: { zh: '人员与机构', en: 'People and institutions' },
    basis: 'ours',
    sheets: ['staff', 'kinship', 'institution'],
  },
  { id: 'leads', words: { zh: '线索与通讯', en: 'Leads and calls' }, basis: 'ours', sheets: ['clue', 'call_record'] },
];

/** Where a kind of sheet belongs that nobody has put anywhere yet. */
export const otherData: DataCategory = {
  id: 'other',
  words: { zh: '其他', en: 'Other' },
  basis: 'ours',
  sheets: [],
};
