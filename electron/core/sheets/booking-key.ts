import type { Booked } from './booking-direction.ts';
import type { MentionDraft } from './mention.ts';
import type { When } from './moment-of.ts';
import type { SameAs } from './sheet.ts';

/** The account a statement is about, as far as it says: its number, else the identity number, else the name of its holder. */
export const accountOf = (holder: MentionDraft): string =>
  holder.account ?? holder.idValue ?? `${holder.kind}:${holder.key}`;

interface Booking {
  readonly account: string;
  readonly serial: string | undefined;
  readonly when: When;
  readonly booked: Booked;
  readonly balance: number | undefined;
  readonly counterparty: MentionDraft | undefined;
  /** what stands in the name's cell, also where it names nobody */
  readonly written: string | undefined;
  readonly memo: string;
}

/**
 * When two lines are one booking delivered twice: same account and serial number, and nothing in them that contradicts it (a transfer and its fee
 * share a serial number, so do the payees of one batch); without a serial number same account, moment, amount, direction, balance and counterparty.
 */
export function bookingKey({ account, serial, when, booked, balance, counterparty, written, memo }: Booking): SameAs {
  const movement = `${when.day}|${booked.direction}|${booked.fen}${booked.currency === 'CNY' ? '' : booked.currency}`;
  if (serial !== undefined && /[1-9a-z]/i.test(serial)) {
    return {
      key: `serial|${account}|${serial}|${movement}`,
      within: 'key',
      time: when.time,
      account: counterparty?.account ?? null,
      name: counterparty?.key ?? written ?? null,
    };
  }
  const other = counterparty?.account ?? counterparty?.key ?? written ?? '';
  // a line with neither time nor balance is only told from its twin by its words
  const words = when.time === null && balance === undefined ? memo : '';
  return { key: `line|${account}|${movement}|${when.time ?? ''}|${balance ?? ''}|${other}|${words}`, within: 'key' };
}
