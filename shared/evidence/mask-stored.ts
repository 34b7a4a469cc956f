import type { IdentifierType } from './identifier.ts';
import { maskIdentifier } from './mask-identifier.ts';
import { maskText } from './mask-text.ts';

/** Numbers of products, tenders, contracts and invoices: nobody's. */
const ofThings: ReadonlySet<string> = new Set([
  'product_code',
  'approval_no',
  'tender_no',
  'contract_no',
  'invoice_no',
  'clue_no',
]);

export const isOfThing = (type: string): boolean => ofThings.has(type);

/** Masks an identifier of a stored kind: 号码脱敏. Credit codes and numbers of conferences are public. */
export function maskStored(type: string, value: string): string {
  if (type === 'uscc' || type === 'conference_no') return value;
  // an invoice has as many digits as a card
  return isOfThing(type) ? maskText(value) : maskIdentifier(maskedAs(type, value), value);
}

/** The stored kinds of identifier by how they are masked; a phone is a mobile or a landline. */
function maskedAs(type: string, value: string): IdentifierType {
  switch (type) {
    case 'id_no':
      return 'id_card';
    case 'account':
    case 'held_account':
      return 'account_no';
    case 'phone':
      return /^1\d{10}$/.test(value) ? 'mobile' : 'landline';
    case 'tax_no':
    case 'org_code':
    case 'passport':
    case 'email':
      return type;
    default:
      return 'other_id';
  }
}
