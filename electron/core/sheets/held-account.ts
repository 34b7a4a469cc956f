import type { IdentifierValue } from './field-values.ts';
import type { MentionDraft } from './mention.ts';

/**
 * An account as a thing that somebody holds: what a register says of it stands apart from the holder. Its number is its own kind of identifier, so
 * that no payment is led to the account instead of to the holder. A damaged or masked number makes none: nobody can say which account it is.
 */
export function heldAccount(field: string, number: IdentifierValue | undefined): MentionDraft | undefined {
  if (!number?.keyable) return undefined;
  return {
    mention: true,
    kind: 'held-account',
    name: number.value,
    key: number.value,
    idType: 'held_account',
    idValue: number.value,
    account: null,
    phone: null,
    orgKey: null,
    dept: null,
    masked: false,
    field,
    identifiers: [{ type: 'held_account', value: number.value, keyable: true, field }],
  };
}
