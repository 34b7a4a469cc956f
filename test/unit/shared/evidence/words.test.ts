import { describe, expect, test } from 'vitest';
import {
  companyRoles,
  companyStatuses,
  conferenceRoles,
  conferenceStatuses,
  conferenceTypes,
  readChoice,
} from '../../../../shared/evidence/choices.ts';
import { readCurrency } from '../../../../shared/evidence/currency.ts';
import { readDirection } from '../../../../shared/evidence/direction.ts';
import { expenseTypeOf, expenseTypes } from '../../../../shared/evidence/expense-type.ts';
import { readCash, readSuccess, readYesNo } from '../../../../shared/evidence/yes-no.ts';
import { bool, error, number, outcome, text } from './cells.ts';

describe('direction', () => {
  test.each<[string, string | undefined]>([
    ...'进 收 收入 贷 贷方 Cr C CR CREDIT 转入 存入 入账 +'.split(' ').map((word): [string, string] => [word, 'in']),
    ...'出 付 支出 借 借方 Dr D DR DEBIT 转出 支取 出账 -'.split(' ').map((word): [string, string] => [word, 'out']),
    ...'不计收支 中性交易 / 其他'.split(' ').map((word): [string, string] => [word, 'neutral']),
    ['收(贷)', 'in'],
    ['C-贷', 'in'],
    ['贷 Cr', 'in'],
    ['借Dr', 'out'],
    ['1-收入', 'in'],
    ['1-2', undefined],
    ['收付标志：收', undefined],
    ['借 方', 'out'],
    ['收入\t', 'in'],
    ['借/贷', undefined],
    ['1', undefined],
    ['0', undefined],
    ['', undefined],
    ['张三', undefined],
  ])('%j is %s', (typed, direction) => {
    expect(readDirection(typed)).toBe(direction);
  });
});

describe('expense types', () => {
  test.each<[string[], string | undefined]>([
    [['讲课费'], 'lecture'],
    [['劳务费-授课'], 'lecture'],
    [['科室会费用'], 'conference'],
    [['销售费用-学术推广费'], 'academic_promo'],
    [['展位费'], 'sponsorship'],
    [['技术服务费'], 'consulting'],
    [['IIT 项目'], 'research'],
    [['市场调研费'], 'market_survey'],
    [['公益捐赠'], 'donation'],
    [['差旅费'], 'travel'],
    [['购物卡'], 'reception'],
    [['劳务报酬'], 'labour'],
    [['學術推廣費'], 'academic_promo'],
    [['', '会议费', '讲课费'], 'conference'],
    [['销售费用', '讲课费'], 'lecture'],
    [['工资'], undefined],
    [[], undefined],
  ])('%j is %s', (texts, type) => {
    expect(expenseTypeOf(texts)).toBe(type);
  });

  test('every type has words in both languages and one identity', () => {
    expect(expenseTypes.every(({ zh, en }) => zh.length > 0 && en.length > 0)).toBe(true);
    expect(new Set(expenseTypes.map(({ id }) => id)).size).toBe(expenseTypes.length);
  });
});

describe('yes and no', () => {
  test.each(['是', '有', '1', 'Y', 'yes', '√', '✓', '已签到', 'TRUE'])('%s is a yes', (typed) => {
    expect(outcome(readYesNo(text(typed)))).toBe(true);
  });
  test.each(['否', '无', '0', 'N', '×', '未签到', '没有', 'FALSE', '非'])('%s is a no', (typed) => {
    expect(outcome(readYesNo(text(typed)))).toBe(false);
  });
  test('blanks are neither, names are a problem', () => {
    expect([text(''), text('-'), text('/'), text('未知'), null].map((cell) => outcome(readYesNo(cell)))).toEqual(
      Array(5).fill(null),
    );
    expect([text('张三'), number(2), error('#N/A')].map((cell) => outcome(readYesNo(cell)))).toEqual(
      Array(3).fill('choice.unreadable'),
    );
    expect([bool(true), bool(false), number(1), number(0)].map((cell) => outcome(readYesNo(cell)))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('cash or transfer', () => {
    expect(['现金', '现', '1', '01'].map((typed) => outcome(readCash(text(typed))))).toEqual(Array(4).fill('cash'));
    expect(['转账', '转', '0'].map((typed) => outcome(readCash(text(typed))))).toEqual(Array(3).fill('transfer'));
    expect([outcome(readCash(text('-'))), outcome(readCash(text('支票')))]).toEqual([null, 'choice.unreadable']);
  });

  test.each<[string, string | undefined]>([
    ['否', 'failed'],
    ['失败', 'failed'],
    ['0', 'failed'],
    ['交易关闭', 'failed'],
    ['交易不成功', 'failed'],
    ['冲正', 'reversed'],
    ['已撤销', 'reversed'],
    ['已全额退款', 'reversed'],
    ['对方已退还', 'reversed'],
    ['是', 'ok'],
    ['交易成功', 'ok'],
    ['支付成功', 'ok'],
    ['朋友已收钱', 'ok'],
    ['已存入零钱', 'ok'],
    ['提现已到账', 'ok'],
    ['等待确认收货', 'ok'],
    ['已退款(￥5.00)', 'ok'],
    ['退款成功', 'ok'],
    ['', undefined],
    ['/', undefined],
    ['00', undefined],
  ])('the status %j means %s', (typed, expected) => {
    expect(readSuccess(text(typed))).toBe(expected);
  });
});

describe('choices', () => {
  test.each([
    [conferenceTypes, '全国学术年会', 'national'],
    [conferenceTypes, '省级', 'provincial'],
    [conferenceTypes, '科室会', 'department'],
    [conferenceTypes, '线上会议', 'online'],
    [conferenceTypes, '卫星会', 'satellite'],
    [conferenceTypes, '圆桌会', 'round_table'],
    [conferenceTypes, '院级', 'hospital'],
    [conferenceTypes, '国家级继续医学教育项目', 'cme'],
    [conferenceStatuses, '已召开', 'held'],
    [conferenceStatuses, '是', 'held'],
    [conferenceStatuses, '未召开', 'not_held'],
    [conferenceStatuses, '已取消', 'cancelled'],
    [conferenceStatuses, '延期', 'postponed'],
    [conferenceStatuses, '计划中', 'planned'],
    [conferenceRoles, '讲者', 'speaker'],
    [conferenceRoles, '主持/讲者', 'speaker'],
    [conferenceRoles, '大会主席', 'chair'],
    [conferenceRoles, '点评嘉宾', 'discussant'],
    [conferenceRoles, '参会代表', 'attendee'],
    [conferenceRoles, '会务', 'staff'],
    [conferenceRoles, 'attendee', 'attendee'],
    [companyStatuses, '存续（在营、开业、在册）', 'active'],
    [companyStatuses, '吊销，未注销', 'closed'],
    [companyRoles, '推广服务商', 'cso'],
    [companyRoles, '上市许可持有人', 'mah'],
  ] as const)('among the choices %#: %s is %s', (choices, typed, id) => {
    expect(outcome(readChoice(choices, text(typed)))).toBe(id);
  });

  test('what is not in the list is asked about', () => {
    expect(readChoice(conferenceTypes, text('甲类'))).toEqual({
      ok: false,
      problem: { code: 'choice.unreadable', seen: '甲类' },
    });
    expect(outcome(readChoice(conferenceTypes, text('—')))).toBe(null);
    expect(outcome(readChoice(conferenceTypes, null))).toBe(null);
  });

  test('every choice reads its own words and its own id', () => {
    for (const choices of [conferenceTypes, conferenceStatuses, conferenceRoles, companyStatuses, companyRoles]) {
      expect(choices.map(({ zh }) => outcome(readChoice(choices, text(zh))))).toEqual(choices.map(({ id }) => id));
      expect(choices.map(({ id }) => outcome(readChoice(choices, text(id))))).toEqual(choices.map(({ id }) => id));
    }
  });
});

test.each<[string, string | undefined]>([
  ['人民币', 'CNY'],
  ['人民币元', 'CNY'],
  ['RMB', 'CNY'],
  ['156', 'CNY'],
  ['美元', 'USD'],
  ['港币(现汇)', 'HKD'],
  ['', undefined],
  ['积分', undefined],
])('the currency %j is %s', (typed, currency) => {
  expect(readCurrency(typed)).toBe(currency);
});
