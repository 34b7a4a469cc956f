/**
 * A minus, or brackets around digits, as amounts below zero are written; the minus inside 2024-05-06 is none. Wide on purpose: where it finds
 * nothing, no cell of the rows is an amount below zero.
 */
export const negativeMark = /[^0-9]-|-[^0-9]|[−–－﹣]|[(（][^A-Za-z\u4e00-\u9fff]/;

/** The bytes at which `isNegative` is to be asked: - and ( and the leads of − – － ﹣ （. */
export const negativeLeads: readonly number[] = [0x2d, 0x28, 0xe2, 0xef];

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
/** A letter, or the first byte of a Chinese character. */
const isLetter = (byte: number): boolean =>
  ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) || (byte >= 0xe4 && byte <= 0xe9);

/** The same as `negativeMark` in bytes of UTF-8: whether the mark that may begin at `at` is one. */
export function isNegative(bytes: Uint8Array, at: number): boolean {
  const [byte, second, third, fourth] = [bytes[at], bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0];
  if (byte === 0x2d) return !(isDigit(bytes[at - 1]) && isDigit(second));
  if (byte === 0x28) return !isLetter(second);
  if (byte === 0xe2) return (second === 0x88 && third === 0x92) || (second === 0x80 && third === 0x93);
  return (
    (second === 0xbc && third === 0x8d) ||
    (second === 0xb9 && third === 0xa3) ||
    (second === 0xbc && third === 0x88 && !isLetter(fourth))
  );
}
