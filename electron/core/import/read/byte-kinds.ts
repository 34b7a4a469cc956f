import { negativeLeads } from './negative-mark.ts';

/**
 * What a byte of UTF-8 is to a text that is copied into a row. `plain`: it goes as it is, and the row is not blank; `faint`: it goes as it is, and
 * may be part of a space; `sign`: an amount below zero may begin with it; `stop`: the text ends; `odd`: it needs a closer look.
 */
export const kinds = { plain: 0, faint: 1, stop: 2, sign: 3, odd: 4 } as const;

/** The kind of each byte. Odd is what JSON would have to escape, and `odd` beside it. */
export function kindsOfBytes(odd: readonly number[] = []): Uint8Array {
  const kindOf = new Uint8Array(256).fill(kinds.faint);
  kindOf.fill(kinds.odd, 0, 0x20);
  kindOf.fill(kinds.plain, 0x21, 0x7f);
  // leads of the Chinese characters in daily use
  kindOf.fill(kinds.plain, 0xe4, 0xea);
  for (const byte of negativeLeads) kindOf[byte] = kinds.sign;
  for (const byte of [0x22, 0x5c, ...odd]) kindOf[byte] = kinds.odd;
  return kindOf;
}
