import { definePartyKind } from './kind.ts';

/** Stands between payer and payee; the true counterparty is behind it. */
export default definePartyKind({
  id: 'paymentInstitution',
  words: { zh: '支付机构', en: 'Payment institution' },
  draws: { kind: 'payment-institution' },
  family: 'account',
  shape: 'rectangle',
  glyph: 'paymentInstitution',
});
