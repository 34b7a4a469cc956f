import { missingCase } from '../plain/brand.ts';
import type { IdentifierType } from './identifier.ts';

/** Keeps so many characters at each end, one star for each of the others; short values are hidden almost whole. */
function keepEnds(value: string, front: number, back: number): string {
  if (value.length > front + back) {
    return value.slice(0, front) + '*'.repeat(value.length - front - back) + value.slice(value.length - back);
  }
  const shown = value.length > 4 ? 2 : 0;
  return '*'.repeat(value.length - shown) + value.slice(value.length - shown);
}

/**
 * 脱敏 for reports: 110105********002X, 138****1234, 622202******1234, a***@b.cn. Credit codes, invoice numbers and
 * approval numbers are public and stay. What is masked already stays as it is.
 */
export function maskIdentifier(type: IdentifierType, value: string): string {
  if (value.includes('*')) return value;
  switch (type) {
    case 'uscc':
    case 'tax_no':
    case 'org_code':
    case 'invoice_no':
    case 'invoice_code':
    case 'approval_no':
    case 'code':
      return value;
    case 'id_card':
    case 'bank_card':
    case 'account_no':
      return keepEnds(value, 6, 4);
    case 'mobile':
      return keepEnds(value, 3, 4);
    case 'landline':
      return value.replace(
        /^(0\d{2,3}-)?(\d+)(-\d+)?$/,
        (_, area = '', number: string) => area + keepEnds(number, 0, 3),
      );
    case 'passport':
    case 'other_id':
      return keepEnds(value, 1, 3);
    case 'email':
      return value.replace(/^(.)[^@]*/, '$1***');
    case 'ip':
      return value.includes('.') ? value.replace(/\.\d+\.\d+$/, '.*.*') : `${value.split(':')[0]}:***`;
    case 'mac':
      return `${value.slice(0, 8)}:**:**:**`;
    default:
      return missingCase(type);
  }
}
