import { addressKeys } from '../../../../shared/evidence/address.ts';
import { deviceKey, isAddress, isPrivateAddress } from '../../../../shared/evidence/network-address.ts';
import { readPhone } from '../../../../shared/evidence/phone.ts';
import type { AttributeKind } from '../../../../shared/protocol/relations.requests.ts';

/** Where a value stands beside a mention that keeps it in a column of its record. */
export interface AttributeSource {
  readonly table: string;
  readonly mention: string;
  readonly column: string;
  /** field of the sheet */
  readonly field: string;
  /** What the text is compared as; undefined: it can link nobody. */
  readonly keyOf: (text: string) => { readonly kind: AttributeKind; readonly value: string } | undefined;
  /** A statement may hold millions: of its values only those beside several holders are read, and only where the holder sent the money. */
  readonly isStatement?: boolean;
}

const phone = (text: string) => {
  const read = readPhone(text);
  return read?.keyable ? { kind: 'phone' as const, value: read.value } : undefined;
};

const address = (text: string) => {
  const keys = addressKeys(text);
  if (keys === undefined) return undefined;
  return keys.hasRoom
    ? { kind: 'address' as const, value: keys.unit }
    : { kind: 'building' as const, value: keys.building };
};

const ip = (text: string) => {
  const written = text.trim().toLowerCase();
  return isAddress(written) && !isPrivateAddress(written) ? { kind: 'ip' as const, value: written } : undefined;
};

const device = (text: string) => {
  const value = deviceKey(text);
  return value === undefined ? undefined : { kind: 'device' as const, value };
};

/** Every column of the records that holds a value two parties may share. Phones beside people stand in mention_identifier and come on top. */
export const attributeSources: readonly AttributeSource[] = [
  { table: 'rec_company', mention: 'company', column: 'phone', field: 'phone', keyOf: phone },
  { table: 'rec_bid', mention: 'bidder', column: 'phone', field: 'phone', keyOf: phone },
  { table: 'rec_company', mention: 'company', column: 'address', field: 'address', keyOf: address },
  { table: 'rec_bid', mention: 'bidder', column: 'address', field: 'address', keyOf: address },
  { table: 'rec_staff', mention: 'person', column: 'address', field: 'home_address', keyOf: address },
  { table: 'rec_bank_account', mention: 'holder', column: 'address', field: 'address', keyOf: address },
  { table: 'rec_institution', mention: 'institution', column: 'address', field: 'address', keyOf: address },
  { table: 'rec_bid', mention: 'bidder', column: 'ip', field: 'ip', keyOf: ip },
  { table: 'rec_bid', mention: 'bidder', column: 'mac', field: 'mac', keyOf: device },
  { table: 'rec_bank_flow', mention: 'holder', column: 'ip', field: 'ip', keyOf: ip, isStatement: true },
  { table: 'rec_bank_flow', mention: 'holder', column: 'mac', field: 'mac', keyOf: device, isStatement: true },
];
