import type { IdentifierValue } from './field-values.ts';
import { type MentionDraft, mentionOf } from './mention.ts';
import type { RowContext } from './sheet.ts';

interface HolderValues {
  readonly holder_name?: string | undefined;
  readonly holder_id_no?: IdentifierValue | undefined;
  readonly holder_card?: IdentifierValue | undefined;
  readonly holder_account?: IdentifierValue | undefined;
}

/** 本方: the holder of the statement. A statement that names none has a holder all of its own, so that two of them are never one. */
export function holderOf(values: HolderValues, row: RowContext): MentionDraft {
  const holder = mentionOf({
    field: 'holder_name',
    name: values.holder_name,
    as: 'any',
    id: ['holder_id_no', values.holder_id_no],
    account: ['holder_account', values.holder_account],
    card: ['holder_card', values.holder_card],
  });
  return holder ?? bare('account', row.unnamed, row.unnamed, 'holder_name');
}

const bare = (kind: 'account' | 'cash', name: string, key: string, field: string): MentionDraft => ({
  mention: true,
  kind,
  name,
  key,
  idType: null,
  idValue: null,
  account: null,
  phone: null,
  orgKey: null,
  dept: null,
  masked: false,
  field,
  identifiers: [],
});

/** 现金: the pseudo-party on the other side of cash bookings. */
export const cash: MentionDraft = bare('cash', '现金', 'cash', 'summary');

interface CounterpartyValues {
  readonly counterparty_name?: string | undefined;
  readonly counterparty_account?: IdentifierValue | undefined;
  readonly counterparty_id_no?: IdentifierValue | undefined;
  readonly counterparty_info?:
    | { readonly name: string | undefined; readonly account: IdentifierValue | undefined }
    | undefined;
  readonly merchant_name?: string | undefined;
}

/** 对方: from its own columns, else from one cell that holds name and account, else the merchant. undefined: the row names nobody. */
export function counterpartyOf(values: CounterpartyValues, holder: MentionDraft): MentionDraft | undefined {
  const info = values.counterparty_info;
  const name = values.counterparty_name ?? info?.name;
  const account = values.counterparty_account ?? info?.account;
  const nameField =
    values.counterparty_name === undefined && info?.name !== undefined ? 'counterparty_info' : 'counterparty_name';
  const accountField =
    values.counterparty_account === undefined && info?.account ? 'counterparty_info' : 'counterparty_account';
  const counterparty = mentionOf(
    {
      field: nameField,
      name,
      as: 'any',
      id: ['counterparty_id_no', values.counterparty_id_no],
      account: [accountField, account],
    },
    holder,
  );
  if (counterparty && counterparty.kind !== 'payment-institution') return counterparty;
  // a payment through an institution goes to the merchant where the bank names one
  const merchant = mentionOf({ field: 'merchant_name', name: values.merchant_name, as: 'any' });
  return merchant ?? counterparty;
}
