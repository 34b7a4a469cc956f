import { ok } from '../../../shared/protocol/problem.ts';
import { answer } from '../request.ts';
import { sheets } from '../sheets/index.ts';

/** 药品耗材采购, 医保支付, 税务开票: what the 2023 list of shared data names (FEATURES S06); the other categories are our choice. */
const named = new Set(['purchase', 'visit', 'visit_item', 'invoice']);

export default answer('import.fields', () =>
  ok({
    categories: sheets.map(({ id, title, note, fields }) => ({
      id,
      title,
      note,
      basis: named.has(id) ? 'document' : 'ours',
      fields: Object.entries(fields).map(([field, { zh, en, type, need }]) => ({
        id: field,
        label: { zh, en },
        type,
        need,
      })),
    })),
  }),
);
