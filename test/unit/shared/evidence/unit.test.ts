import { expect, test } from 'vitest';
import { isUnit, splitUnit, titleUnit, unitPower } from '../../../../shared/evidence/unit.ts';

test.each<[string, string, number | undefined]>([
  ['注册资本(万元)', '注册资本', 10_000],
  ['金额（元）', '金额', 1],
  ['金额', '金额', undefined],
  ['单位：万元', '单位', 10_000],
  ['金额（单位：万元）', '金额', 10_000],
  ['金额（人民币千元）', '金额', 1_000],
  ['金额(万元,人民币)', '金额', 10_000],
  ['预算金额(亿元)', '预算金额', 100_000_000],
  ['单价(元/盒)', '单价', 1],
  ['金额/万元', '金额', 10_000],
  ['合同金额万元', '合同金额', 10_000],
  ['金额(万元)含税', '金额含税', 10_000],
  ['(万元)', '', 10_000],
  ['单元', '单元', undefined],
  ['单位', '单位', undefined],
  ['讲课费（税后）', '讲课费(税后)', undefined],
])('%s is %s in units of %s', (header, name, unit) => {
  expect(splitUnit(header)).toEqual({ header: name, unit });
});

test('a header in another currency says which', () => {
  expect(splitUnit('注册资本(万美元)')).toEqual({ header: '注册资本', unit: 10_000, currency: 'USD' });
  expect(splitUnit('金额(港币)')).toEqual({ header: '金额', unit: 1, currency: 'HKD' });
});

test.each<[string, number | undefined]>([
  ['单位：万元', 10_000],
  ['金额单位：人民币元', 1],
  ['(单位:人民币/万元)', 10_000],
  ['制表单位：某医院   单位：千元', 1_000],
  ['单位：某医院', undefined],
  ['编制单位：元和医院', undefined],
])('the title %s states the unit %s', (title, unit) => {
  expect(titleUnit(title)).toBe(unit);
});

test('a unit is one of six', () => {
  expect([1, 1_000, 10_000, 1_000_000, 10_000_000, 100_000_000].every(isUnit)).toBe(true);
  expect([0, 10, 100_000].some(isUnit)).toBe(false);
  expect(unitPower(10_000)).toBe(4);
});
