import { expect, test } from 'vitest';
import { packOf, packRatio, sameProduct, strengthOf } from '../../../../../../electron/core/models/ask/same-product.ts';

const words = { code: null, approval: null, spec: null, packQty: null };
const national = 'XZZ99AAA000000000000001';

test('a national code settles which product it is, whatever else is written', () => {
  expect(sameProduct({ ...words, code: national })).toBe(national);
  expect(sameProduct({ ...words, code: ` ${national.toLowerCase()} `, spec: '0.5g' })).toBe(national);
});

test('without a code the approval number counts together with specification and pack', () => {
  const licence = { ...words, approval: '国药准字H20990001' };
  const one = sameProduct({ ...licence, spec: '0.5g×24片' });
  expect(sameProduct({ ...licence, spec: '0.5G * 24片' })).toBe(one);
  expect(sameProduct({ ...licence, code: 'YP-1', spec: '０．５ｇ＊２４片' })).toBe(one);
  expect(sameProduct({ ...licence, spec: '0.5g*12片' })).not.toBe(one);
  expect(sameProduct(licence)).toBeNull();
  expect(sameProduct({ ...words, code: 'YP-1', spec: '0.5g' })).toBeNull();
});

test.each([
  ['24', '0.5g*12片', 24],
  [null, '0.5g*24片', 24],
  [null, '10mg*7片*2板', 14],
  [null, '12粒/板*2板/盒', 24],
  [null, '24片/盒', 24],
  [null, '5ml:10mg*5支', 5],
  [null, '20mg*14', 14],
  [null, '5cm*10cm', null],
  [null, '0.5g', null],
  [null, null, null],
  ['0', null, null],
  ['2.5', null, null],
] as const)('a pack of %s, %s holds %s', (packQty, spec, pack) => {
  expect(packOf(packQty, spec)).toBe(pack);
});

test('the strength is the specification without the pack', () => {
  expect(strengthOf('0.5g×24片')).toBe(strengthOf('0.5G*12片'));
});

test('a price within 2 % of a pack multiple is told, exactly at the edge too', () => {
  expect(packRatio(7_140n, 1_000n)).toBe(7);
  expect(packRatio(7_141n, 1_000n)).toBeUndefined();
  expect(packRatio(1_250n, 1_000n)).toBeUndefined();
});
