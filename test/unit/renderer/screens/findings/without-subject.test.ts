import { expect, test } from 'vitest';
import { namedBefore, withoutSubject } from '../../../../../renderer/screens/findings/without-subject.ts';

test('a sentence leaves out the name that the head of its group has said', () => {
  expect(withoutSubject('沈国栋收到 12 家企业付款', '沈国栋')).toBe('收到 12 家企业付款');
  expect(withoutSubject('“云杉”四日内转给 10 人', '云杉')).toBe('四日内转给 10 人');
  expect(withoutSubject('瑞衡向云杉付款', '云杉')).toBe('瑞衡向云杉付款');
});

test('a sentence about several keeps the first of them, and never begins with what joined it to the others', () => {
  for (const words of [
    '甲公司、乙公司等 5 家企业轮流中标',
    '甲公司等 6 家企业同址',
    '甲公司与乙公司同号',
    '甲公司 and others',
  ])
    expect(withoutSubject(words, '甲公司')).toBe(words);
  expect(withoutSubject('甲公司 andante', '甲公司')).toBe('andante');
});

test('under the head of a matter only the name of that head is left out: a tender that is its first subject stays', () => {
  expect(namedBefore('matter', '甲公司', '设备采购项目')).toBe('甲公司');
  expect(namedBefore('subject', '甲公司', '甲公司')).toBe('甲公司');
  expect(namedBefore('model', '报价规律性差异', '设备采购项目')).toBe('设备采购项目');
  expect(namedBefore('none', undefined, '甲公司')).toBeUndefined();
});
