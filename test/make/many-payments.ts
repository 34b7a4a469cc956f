/** The header of a bank statement as banks export it. */
export const statementHeader: readonly string[] = [
  '本方户名',
  '本方账号',
  '交易日期',
  '交易时间',
  '收付标志',
  '交易金额',
  '交易余额',
  '对手户名',
  '对手账号',
  '摘要说明',
  '附言/用途',
  '交易流水号',
];

const surnames = [...'赵钱孙李周吴郑王冯陈'];
const given = ['建国', '晓梅', '志远', '丽华', '海燕', '文博', '思源', '国栋'];
const purposes = ['学术推广费', '会议服务费', '货款', '讲课费', '咨询费', '差旅报销', '市场调研费'];

/** `count` rows of one account's statement: fictitious, every row another payment, the balance running on. */
export const manyPayments = (count: number): string[][] => [...eachPayment(count)];

/** The same, one after the other: a million of them weigh a gigabyte. */
export function* eachPayment(count: number): Generator<string[]> {
  let balance = 90_000_000_000_00;
  for (let n = 0; n < count; n++) {
    const fen = 10_000 + ((n * 7_919) % 4_990_000);
    balance -= fen;
    const purpose = purposes[n % purposes.length]!;
    const day = new Date(Date.UTC(2023, 0, 1 + Math.floor((n * 900) / count))).toISOString().slice(0, 10);
    const time = new Date((n % 86_400) * 1000).toISOString().slice(11, 19);
    const payee = n % 900;
    yield [
      '澄溪瑞衡药业有限公司',
      '999990000000000001',
      day,
      time,
      '付',
      yuan(fen),
      yuan(balance),
      `${surnames[payee % 10]}${given[Math.floor(payee / 10) % 8]}${payee}`,
      `99999100000${String(payee).padStart(7, '0')}`,
      purpose,
      `${purpose}第${n}笔`,
      `L${String(n).padStart(12, '0')}`,
    ];
  }
}

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
