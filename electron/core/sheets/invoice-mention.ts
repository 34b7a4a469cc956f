import { orgKey } from '../../../shared/evidence/name.ts';
import type { MentionDraft } from './mention.ts';
import { thingMention } from './thing-mention.ts';

/** 发票 as one row names it. */
interface Invoice {
  readonly code: string | undefined;
  readonly no: string | undefined;
  readonly seller: string;
}

/**
 * The invoice of a row. What settles it: the 20 digits of a 数电票, or 发票代码 and 发票号码 together; 8 digits without their code are
 * given to many, so they name an invoice of their seller only.
 */
export function invoiceMention({ code, no, seller }: Invoice): MentionDraft | undefined {
  if (no === undefined) return undefined;
  const whole = /^\d{20}$/.test(no) ? no : code === undefined ? undefined : `${code}-${no}`;
  return thingMention({
    kind: 'invoice',
    no: { field: 'invoice_no', value: whole },
    name: { field: 'invoice_no', value: no },
    apart: [orgKey(seller)],
  });
}
