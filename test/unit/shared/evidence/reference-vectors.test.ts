import { describe, expect, test } from 'vitest';
import { hasUsccForm, luhnHolds, orgCodeHolds, usccCheck } from '../../../../shared/evidence/check-digits.ts';
import { readDate, readDateRange, readTime } from '../../../../shared/evidence/date.ts';
import { idCardFacts, readIdentifier } from '../../../../shared/evidence/identifier.ts';
import { readMoney } from '../../../../shared/evidence/money.ts';
import { branchOf, orgKey, personKey } from '../../../../shared/evidence/name.ts';
import { splitUnit, titleUnit, type Unit } from '../../../../shared/evidence/unit.ts';
import { number, outcome, text } from './cells.ts';

/** The cases of the measured reference, value for value. Where we refuse what it guesses, or guess what it refuses, the line says so. */

const cell = (typed: string | number) => (typeof typed === 'number' ? number(typed) : text(typed));
const numberOf = (field: Parameters<typeof readIdentifier>[0], typed: string | number) => {
  const read = outcome(readIdentifier(field, cell(typed)));
  return read === null || typeof read === 'string' ? read : read.value;
};

describe('numbers of companies and people', () => {
  test('the worked example of GB 32100 has the check character 3', () => {
    expect(usccCheck('91350100M000100Y4')).toBe('3');
  });
  test.each<[string, string]>([
    ['91512081MA62K0260E', '91512081MA62K0260E'],
    ['９１３５０１００ｍ０００１００ｙ４３', '91350100M000100Y43'],
    ['91350100M000100Y44', 'identifier.bad-checksum'],
  ])('credit code %s gives %s', (typed, expected) => {
    expect(numberOf('uscc', typed)).toBe(expected);
  });
  test('Z is not in the alphabet of credit codes', () => {
    expect(hasUsccForm('91350100M000100Y4Z')).toBe(false);
    expect(readIdentifier('uscc', text('91350100M000100Y4Z')).ok).toBe(false);
  });
  test('the example of GB 11714 holds', () => {
    expect(orgCodeHolds('D2143569X')).toBe(true);
  });
  test.each<[string, string]>([
    ['11010519491231002X', '11010519491231002X'],
    ['440524188001010014', '440524188001010014'],
    ['130503670401001', '130503196704010016'],
  ])('identity number %s gives %s', (typed, expected) => {
    expect(numberOf('id_card', typed)).toBe(expected);
  });
  test('the 17th digit says woman, also with a small x at the end', () => {
    expect(idCardFacts(String(numberOf('id_card', '11010519491231002x')))).toMatchObject({ sex: 'female' });
  });
  test('nobody was born on a 31st of February', () => {
    expect(numberOf('id_card', '110105194902310020')).toMatch(/^identifier\./);
  });
  test('Luhn: eleven digits are no card, blanks do not matter, a good one holds', () => {
    expect(numberOf('bank_card', '79927398713')).toMatch(/^identifier\./);
    expect(numberOf('bank_card', '6222 0212 3456 7890 123')).toBe('6222021234567890123');
    expect(luhnHolds('4539578763621486')).toBe(true);
  });
  test.each<[string | number, string]>([
    ['+86 138-1234-5678', '13812345678'],
    ['1.3812345678E10', '13812345678'],
    [13_812_345_678, '13812345678'],
    ['12812345678', 'identifier.bad-format'],
  ])('mobile %s gives %s', (typed, expected) => {
    expect(numberOf('phone', typed)).toBe(expected);
  });
  test.each(['26322000006465433531', '12345678'])('invoice number %s keeps every digit', (typed) => {
    expect(numberOf('code', typed)).toBe(typed);
  });
});

describe('amounts', () => {
  const fenOf = (typed: string | number, unit?: Unit) => {
    const read = outcome(readMoney(cell(typed), unit));
    return read === null || typeof read === 'string' ? read : read.fen;
  };
  test.each<[string | number, number | null]>([
    ['１２，３４５．６７', 1_234_567],
    ['￥1,234.50', 123_450],
    ['(1,000.00)', -100_000],
    ['1000-', -100_000],
    ['-￥5', -500],
    ['3.5万', 3_500_000],
    ['1.2亿元', 12_000_000_000],
    ['壹万贰仟叁佰肆拾伍元陆角柒分', 1_234_567],
    ['叁佰万元整', 300_000_000],
    ['伍仟元整', 500_000],
    ['拾万元整', 10_000_000],
    ['1.2E+05', 12_000_000],
    [0.1 + 0.2, 30],
    ['--', null],
    ['/', null],
    ['', null],
    ['131.77(已退款89.84)', 4_188 + 5],
    ['CR 20.00', 2_000],
  ])('%j is %j fen', (typed, expected) => {
    expect(fenOf(typed)).toBe(expected);
  });
  test('abc is a Problem, where the reference leaves the cell empty', () => {
    expect(fenOf('abc')).toBe('amount.unreadable');
  });
  test('99999999999999.99 is read by the reference and refused here: beyond 10^12 yuan the unit is wrong', () => {
    expect(fenOf('99999999999999.99')).toMatch(/^amount\./);
  });
  test('the unit of a header multiplies; a header without one states none', () => {
    expect(splitUnit('注册资本(万元)').unit).toBe(10_000);
    expect(fenOf('12.5', 10_000)).toBe(12_500_000);
    expect(splitUnit('金额（元）').unit).toBe(1);
    expect(splitUnit('金额').unit).toBeUndefined();
    expect(titleUnit('单位：万元')).toBe(10_000);
  });
});

describe('dates and times', () => {
  const brief = (typed: string | number) => {
    const read = outcome(readDate(cell(typed)));
    if (read === null || typeof read === 'string') return read;
    return read.day + (read.time ? ` ${read.time}` : '') + (read.precision === 'month' ? '~m' : '');
  };
  test.each<[string | number, string]>([
    ['2024年5月6日', '2024-05-06'],
    ['20240506', '2024-05-06'],
    ['20240506091503', '2024-05-06 09:15:03'],
    ['202405060915', '2024-05-06 09:15:00'],
    [45_418, '2024-05-06'],
    [45_418.385451388, '2024-05-06 09:15:03'],
    ['2024/5/6 9:15:03', '2024-05-06 09:15:03'],
    ['2024.5.6', '2024-05-06'],
    ['2024-05-06-09.15.03.123456', '2024-05-06 09:15:03'],
    ['2024-05-06T09:15:03+08:00', '2024-05-06 09:15:03'],
    ['2024年5月', '2024-05-01~m'],
    ['２０２４－０５－０６', '2024-05-06'],
    ['2024-02-30', 'date.unreadable'],
    ['5/6/2024', 'date.ambiguous'],
    ['13/5/2024', '2024-05-13'],
    ['2024年5月6日 下午3:05', '2024-05-06 15:05:00'],
    ['20240506 09:15:03', '2024-05-06 09:15:03'],
    ['2024年5月6日 星期一', '2024-05-06'],
  ])('%j is %s', (typed, expected) => {
    expect(brief(typed)).toBe(expected);
  });
  test('24-5-6 is read as in the reference, and the year of two digits is marked', () => {
    expect(outcome(readDate(text('24-5-6')))).toMatchObject({ day: '2024-05-06', flags: ['two-digit-year'] });
  });
  test.each<[string | number, string]>([
    [91_503, '09:15:03'],
    ['091503123', '09:15:03'],
    ['91503123', '09:15:03'],
    [0.385451388, '09:15:03'],
    ['9时15分3秒', '09:15:03'],
    ['09.15.03', '09:15:03'],
  ])('time %j is %s', (typed, expected) => {
    expect(outcome(readTime(cell(typed)))).toBe(expected);
  });
  test.each<[string, string, string]>([
    ['2024年5月6日-8日', '2024-05-06', '2024-05-08'],
    ['2024.5.30至6.2', '2024-05-30', '2024-06-02'],
    ['2024年12月30日~2025年1月2日', '2024-12-30', '2025-01-02'],
  ])('%s runs from %s to %s', (typed, from, to) => {
    expect(outcome(readDateRange(text(typed)))).toMatchObject({ start: from, end: to });
  });
});

describe('names', () => {
  test.each<[string, string]>([
    ['张 三', '张三'],
    ['张三（配偶）', '张三'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['李明主任', '李明'],
  ])('%s has the key %s', (typed, expected) => {
    expect(personKey(typed)).toBe(expected);
  });
  test('brackets and legal forms make no difference to a company', () => {
    expect(orgKey('江苏某某医药科技（集团）有限公司')).toBe(orgKey('江苏某某医药科技(集团)有限责任公司'));
  });
  test('a branch keeps its firm and its place apart', () => {
    expect(branchOf('某某药业股份有限公司南京分公司')).toMatchObject({ branch: '南京分公司' });
    expect(orgKey('某某药业股份有限公司南京分公司')).not.toBe(orgKey('某某药业股份有限公司'));
  });
});
