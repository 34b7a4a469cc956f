import type { Identifier } from './identifier.ts';

const mobileForm = /^(?:\+?86|0086)?(1[3-9]\d{9})$/;
// area codes have three digits in 010 and 02x, four elsewhere; so (025)83… and 025-83… are the same number
const landlineForm = /^(?:\+?86-?|0086-?)?(010|02\d|0[3-9]\d{2})-?(\d{7,8})(?:(?:-|转|EXT\.?|#)(\d{1,6}))?$/;
const serviceForm = /^(?:[48]00-?\d{3}-?\d{4}|95\d{3,6}|96\d{3,5}|106\d{5,17}|1[012]\d{1,3})$/;

/**
 * 手机号, 固定电话, service numbers, from compact upper-case text: +86 138-…, (025)…, 025-…转801. Service numbers are no
 * link between parties. undefined: no telephone number.
 */
export function readPhone(compact: string): Identifier | undefined {
  const text = compact.replace(/[()]/g, '');
  const mobile = mobileForm.exec(text.replaceAll('-', ''))?.[1];
  if (mobile !== undefined) return { type: 'mobile', value: mobile, keyable: true };
  if (serviceForm.test(text)) {
    return { type: 'landline', value: text.replaceAll('-', ''), keyable: false, hint: 'service-number' };
  }
  const [, area, number, extension] = landlineForm.exec(text) ?? [];
  if (area === undefined || number === undefined) return undefined;
  const value = extension === undefined ? `${area}-${number}` : `${area}-${number}-${extension}`;
  return { type: 'landline', value, keyable: true };
}
