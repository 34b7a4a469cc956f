import { expect, test } from 'vitest';
import { maskKnown } from '../../../../shared/evidence/mask-known.ts';

const mask = maskKnown(new Set(['990000123456', 'E99000012', 'wx_990001', '0990-9900001', '99900']));

test('a number the case knows is hidden in any text, whatever its length and spacing', () => {
  expect(mask('转至990000123456，另')).toBe('转至********3456，另');
  expect(mask('9900 0012 3456')).toBe('********3456');
  expect(mask('９９００００１２３４５６')).toBe('********3456');
  expect(mask('护照E99000012')).toBe('护照*****0012');
  expect(mask('微信wx_990001')).toBe('微信*****0001');
  expect(mask('电话0990-9900001')).not.toContain('9900001');
  expect(mask('99900')).toBe('***00');
});

test('other numbers stay as they are', () => {
  expect(mask('发票12345678，2024-05-06，1,234.56元')).toBe('发票12345678，2024-05-06，1,234.56元');
});
