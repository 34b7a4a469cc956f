/** Arithmetic on numbers as they are written, sign and digits and at most one point: what is shown is rounded as Excel does, from the decimal digits. */

/** 0.1785 → 17.85 */
export function timesHundred(text: string): string {
  const minus = text.startsWith('-') ? '-' : '';
  const [whole = '', digits = ''] = text.slice(minus.length).split('.');
  const moved = `${whole}${digits.slice(0, 2).padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
  return minus + (digits.length > 2 ? `${moved}.${digits.slice(2)}` : moved);
}

/** With exactly so many decimals, halves away from zero. */
export function withDecimals(text: string, decimals: number): string {
  const minus = text.startsWith('-') ? '-' : '';
  const [whole = '0', digits = ''] = text.slice(minus.length).split('.');
  let kept = whole + digits.slice(0, decimals).padEnd(decimals, '0');
  if (digits.charCodeAt(decimals) >= 0x35) kept = oneMore(kept);
  const point = kept.length - decimals;
  const shown = decimals === 0 ? kept : `${kept.slice(0, point)}.${kept.slice(point)}`;
  return /[1-9]/.test(kept) ? minus + shown : shown;
}

function oneMore(digits: string): string {
  let at = digits.length - 1;
  while (at >= 0 && digits[at] === '9') at--;
  const nines = '0'.repeat(digits.length - 1 - at);
  return at < 0 ? `1${nines}` : digits.slice(0, at) + String(Number(digits[at]) + 1) + nines;
}

/** 1234567.5 → 1,234,567.5 */
export function grouped(text: string): string {
  const minus = text.charCodeAt(0) === 0x2d ? 1 : 0;
  const point = text.indexOf('.');
  let end = point < 0 ? text.length : point;
  let out = text.slice(end);
  for (; end - 3 > minus; end -= 3) out = `,${text.slice(end - 3, end)}${out}`;
  return text.slice(0, end) + out;
}
