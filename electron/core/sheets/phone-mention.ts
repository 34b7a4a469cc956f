import type { IdentifierValue } from './field-values.ts';
import { type MentionDraft, mentionOf } from './mention.ts';

interface OnThePhone {
  readonly name: readonly [field: string, value: string | undefined];
  readonly phone: readonly [field: string, value: IdentifierValue | undefined];
}

/** Who is at one end of a call: the person who is named, or the bare number. undefined: neither can be read. */
export function phoneMention({ name, phone }: OnThePhone): MentionDraft | undefined {
  const named = mentionOf({ field: name[0], name: name[1], as: 'person', phone });
  if (named || phone[1] === undefined) return named;
  const [field, number] = phone;
  return {
    mention: true,
    kind: 'phone',
    name: number.value,
    key: number.value,
    idType: null,
    idValue: null,
    account: null,
    phone: number.keyable ? number.value : `?${number.value}`,
    orgKey: null,
    dept: null,
    masked: false,
    field,
    identifiers: [{ ...number, field }],
  };
}
