import { tidy } from './text.ts';

/** 收付标志, seen from the holder of the statement: 贷 is in, 借 is out. */
export type Direction = 'in' | 'out' | 'neutral';

const words: Readonly<Record<Direction, string>> = {
  in: '进 进账 收 收入 收款 贷 贷方 贷记 cr c 贷cr credit 转入 存入 存 入账 来账 入 in income +',
  out: '出 出账 付 付款 支 支出 支付 借 借方 借记 dr d 借dr debit 转出 支取 取 往账 out expense -',
  neutral: '不计收支 中性交易 中性 / 其他 其它 不计 neutral',
};

const byWord = new Map(
  (Object.entries(words) as [Direction, string][]).flatMap(([direction, list]) =>
    list.split(' ').map((word) => [word, direction] as const),
  ),
);
const noise = /标志|标识|方向$/g;
const space = /\s+/g;
// 收(贷), C-贷, 贷 Cr, 贷Cr
const joints = /[\s()/:|-]+|(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z])(?=\p{Script=Han})/u;

/**
 * What a direction flag says: 贷, 收入, Cr, 收(贷), C-贷. undefined: empty, unknown, codes such as 1/0 whose meaning differs
 * from bank to bank, or parts that contradict each other.
 */
export function readDirection(text: string): Direction | undefined {
  const word = tidy(text).toLowerCase().replace(noise, '');
  const known = byWord.get(word.replace(space, ''));
  if (known !== undefined || word === '') return known;
  // 1-收入: the word beside a code says what the code means
  const said = word.split(joints).flatMap((part) => (/^\d*$/.test(part) ? [] : [byWord.get(part)]));
  return said.every((direction) => direction === said[0]) ? said[0] : undefined;
}
