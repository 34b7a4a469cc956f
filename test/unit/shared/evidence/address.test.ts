import { expect, test } from 'vitest';
import { addressKeys } from '../../../../shared/evidence/address.ts';
import { splitParty } from '../../../../shared/evidence/party-composite.ts';

test('one address in two spellings has one key, down to the room and down to the building', () => {
  const typed = addressKeys('江苏省江苏省某市某市某区某路１２号 3幢 502室');
  expect(typed).toEqual({ unit: '江苏省某市某区某路12号3栋502', building: '江苏省某市某区某路12号3栋', hasRoom: true });
  expect(addressKeys('江苏省某市某区某路12号3号楼502')).toEqual(typed);
});

test('an address without a number is its own building, a word is no address', () => {
  expect(addressKeys('某市某区科技园')).toEqual({ unit: '某市某区科技园', building: '某市某区科技园', hasRoom: false });
  expect(addressKeys('某市')).toBeUndefined();
});

test.each([
  ['6217**********1234/辉禾药业', { name: '辉禾药业', account: '6217**********1234' }],
  ['张三 9999 9900 0000 0000 014', { name: '张三', account: '9999990000000000014' }],
  ['张三(99999900000014)', { name: '张三', account: '99999900000014' }],
  ['张三', { name: '张三' }],
  ['9999990000000000014', { account: '9999990000000000014' }],
  ['', {}],
])('%j is taken apart', (typed, parts) => {
  expect(splitParty(typed)).toEqual(parts);
});

test.each([
  ['澄溪市创新大道1号801室', true],
  ['澄溪市创新大道1号3栋2单元501', true],
  ['澄溪市创新大道1号B座1203', true],
  ['澄溪市创新大道1号3楼', false],
  ['澄溪市创新大道1号A座', false],
  ['澄溪市创新大道1号3栋2单元', false],
  ['澄溪市创新大道1号院内', false],
])('%s reaches a room: %s', (address, hasRoom) => {
  expect(addressKeys(address)?.hasRoom).toBe(hasRoom);
});
