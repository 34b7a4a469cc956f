import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  behindInstitution,
  branchOf,
  isMaskedName,
  isPlaceholderName,
  looksLikeOrg,
  looksLikePerson,
  maskName,
  orgFamily,
  orgKey,
  personKey,
  splitNameList,
  toSimplified,
} from '../../../../shared/evidence/name.ts';
import { traditionalCharacters } from '../../../../shared/evidence/traditional.ts';

describe('names of persons', () => {
  test.each([
    ['张 三', '张三'],
    ['张\u3000三', '张三'],
    ['张三（配偶）', '张三'],
    ['（张三）', '张三'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽.买买提', '阿依古丽·买买提'],
    ['阿依古丽 ・ 买买提', '阿依古丽·买买提'],
    ['李明主任', '李明'],
    ['李明 副主任医师', '李明'],
    ['李明教授主任', '李明'],
    ['李主任', '李主任'],
    ['張偉', '张伟'],
    ['陳錦鈺', '陈锦钰'],
    ['Ｓｍｉｔｈ', 'SMITH'],
    ['', ''],
  ])('%j is compared as %j', (typed, key) => {
    expect(personKey(typed)).toBe(key);
  });

  test('a key is its own key', () => {
    const part = fc.constantFrom('张', '伟', '三', '主任', '教授', '·', '•', ' ', '（配偶）', '先生', '買', 'A');
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 6 }).map((parts) => parts.join('')),
        (typed) => {
          const key = personKey(typed);
          return personKey(key) === key;
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('characters that both scripts use are left alone', () => {
    expect(toSimplified('李乾')).toBe('李乾');
    expect(toSimplified('華康藥業（中國）')).toBe('华康药业（中国）');
    expect(traditionalCharacters).toBeGreaterThan(300);
  });

  test.each(['张三', '欧阳明', '欧阳明远', '张王小明', '阿依古丽·买买提', '張偉', '司马懿远', '李明主任', '张某'])(
    '%s reads like a person',
    (typed) => {
      expect(looksLikePerson(typed)).toBe(true);
    },
  );

  test.each([
    '张',
    '张*',
    '余额宝',
    '应付利息',
    '现金',
    '本人',
    '货款',
    '房租',
    '安装费',
    '辉禾药业',
    '高管',
    '工资发放',
    '王小二李四',
    'SMITH',
    '无',
    '车险',
    '上官',
  ])('%s does not', (typed) => {
    expect(looksLikePerson(typed)).toBe(false);
  });

  test.each([
    ['张三', '张某'],
    ['张小三', '张某某'],
    ['欧阳明', '欧阳某'],
    ['欧阳明远', '欧阳某某'],
    ['阿依古丽·买买提', '阿某某'],
    ['张三（配偶）', '张某'],
    ['张*', '张*'],
    ['Smith', 'S***'],
  ])('%s is shown outside as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test('stars hide a name, 某 does not', () => {
    expect(['张*', '*三', '张＊＊', '张×', '李XX'].every(isMaskedName)).toBe(true);
    expect(['张三', '张某', 'XX医院', '辉禾药业'].some(isMaskedName)).toBe(false);
  });
});

describe('names that name nobody', () => {
  test.each<[string, string | undefined]>([
    ['-', 'none'],
    ['-----', 'none'],
    ['无', 'none'],
    ['/', 'none'],
    ['null', 'none'],
    ['', 'none'],
    ['***', 'none'],
    ['待报解', 'none'],
    ['应付利息', 'none'],
    ['应付个人活期储蓄存款利息', 'none'],
    ['应收利息商贸有限公司', undefined],
    ['本人', 'holder'],
    ['现金', 'cash'],
    ['ATM取款', 'cash'],
    ['财付通', 'payment-institution'],
    ['微信转账', 'payment-institution'],
    ['银联', 'payment-institution'],
    ['支付宝（中国）网络技术有限公司', 'payment-institution'],
    ['财付通支付科技有限公司客户备付金', 'payment-institution'],
    ['支付宝-备付金', 'payment-institution'],
    ['中国银联股份有限公司', 'payment-institution'],
    ['张三', undefined],
    ['辉禾支付科技有限公司', undefined],
    ['财付通-辉禾超市', undefined],
    ['无锡某某公司', undefined],
    ['现金宝商贸有限公司', undefined],
  ])('%j stands for %s', (typed, kind) => {
    expect(isPlaceholderName(typed)).toBe(kind);
  });

  test('behind a payment institution there can be a name', () => {
    expect(behindInstitution('财付通-辉禾超市')).toBe('辉禾超市');
    expect(behindInstitution('支付宝：张三')).toBe('张三');
    expect(behindInstitution('财付通-微信转账')).toBeUndefined();
    expect(behindInstitution('张三')).toBeUndefined();
  });
});

describe('names of organisations', () => {
  test.each([
    ['辉禾药业有限公司', '辉禾药业'],
    ['辉禾药业股份有限公司', '辉禾药业'],
    ['辉禾药业 有限责任公司', '辉禾药业'],
    ['輝禾藥業有限公司', '辉禾药业'],
    ['辉禾（中国）医药有限公司', '辉禾中国医药'],
    ['辉禾【中国】医药有限公司', '辉禾中国医药'],
    ['辉禾咨询合伙企业（有限合伙）', '辉禾咨询合伙企业'],
    ['辉禾经营部（个体工商户）', '辉禾经营部'],
    ['辉禾药业股份有限公司南京分公司', '辉禾药业#南京分公司'],
    ['Huihe Pharma Co., Ltd.', 'HUIHE PHARMA'],
    ['公司', '公司'],
  ])('%s is compared as %s', (typed, key) => {
    expect(orgKey(typed)).toBe(key);
  });

  test('brackets and legal forms make no difference', () => {
    expect(orgKey('江苏某某医药科技（集团）有限公司')).toBe(orgKey('江苏某某医药科技(集团)有限责任公司'));
    expect(orgKey('江苏某某医药科技集团有限公司')).toBe(orgKey('江苏某某医药科技(集团)有限公司'));
  });

  test('a group is not its member of the same name', () => {
    expect(orgKey('辉禾药业集团有限公司')).not.toBe(orgKey('辉禾药业有限公司'));
  });

  test.each([
    ['辉禾药业有限公司南京分公司', { parent: '辉禾药业', branch: '南京分公司' }],
    ['某某银行股份有限公司南京分行鼓楼支行', { parent: '某某银行', branch: '南京分行鼓楼支行' }],
    ['省第一医院河西分院', { parent: '省第一医院', branch: '河西分院' }],
    ['省第一医院（东院区）', { parent: '省第一医院', branch: '东院区' }],
    ['辉禾药业有限公司', undefined],
    ['某大学附属医院', undefined],
    ['鼓楼支行', undefined],
  ])('the branch of %s', (typed, branch) => {
    expect(branchOf(typed)).toEqual(branch);
  });

  test.each<[string, string | undefined]>([
    ['某大学附属医院', 'hospital'],
    ['社区卫生服务中心', 'hospital'],
    ['某医院心内科', 'department'],
    ['药剂科', 'department'],
    ['某医院管理有限公司', 'company'],
    ['辉禾经营部', 'company'],
    ['辉禾工作室', 'company'],
    ['某医学会心血管分会', 'association'],
    ['某医师协会', 'association'],
    ['某基金会', 'association'],
    ['市卫生健康委员会', 'government'],
    ['省医疗保障局', 'government'],
    ['市药品集中采购中心', 'government'],
    ['某医科大学', 'school'],
    ['张三', undefined],
  ])('%s is of the family %s', (typed, family) => {
    expect(orgFamily(typed)).toBe(family);
  });

  test.each([
    '辉禾药业',
    '某医院',
    '采购中心',
    '某学会',
    '某大学',
    '辉禾集团',
    '某律师事务所',
    '辉禾经营部',
    '辉禾工作室',
    '某某银行',
    '市医保局',
    'Huihe Ltd',
    '制药二厂',
    '嘉达医疗用品',
    '万家购物广场',
    '代发工资户',
  ])('%s reads like an organisation', (typed) => {
    expect(looksLikeOrg(typed)).toBe(true);
  });

  test.each(['张三', '欧阳明远', '阿依古丽·买买提', '买买提艾力', '管理', '现金', '', 'Colin'])(
    '%j does not',
    (typed) => {
      expect(looksLikeOrg(typed)).toBe(false);
    },
  );
});

describe('lists of names', () => {
  test.each<[string, string[]]>([
    ['甲药业、乙医院(东院、西院);丙\n丁/戊，己', ['甲药业', '乙医院(东院、西院)', '丙', '丁', '戊', '己']],
    ['甲（乙；丙）；丁', ['甲(乙;丙)', '丁']],
    ['甲(乙、丙', ['甲(乙', '丙']],
    ['甲)、乙', ['甲)', '乙']],
    [' 甲 ,, 乙 ', ['甲', '乙']],
    ['张 三', ['张 三']],
    ['', []],
    ['/', []],
  ])('%j', (typed, names) => {
    expect(splitNameList(typed)).toEqual(names);
  });
});
