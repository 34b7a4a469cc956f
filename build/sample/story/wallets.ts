/** What people buy and send with their phones: all of it ordinary. Shops and friends are called as the wallet calls them, and are nobody of the case. */
import { dayOf, type Stamp, stampOf } from '../plain/civil.ts';
import { type Fen, yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Population } from '../world/population.ts';
import type { Person } from '../world/types.ts';
import type { World } from '../world/world.ts';

export interface WalletLine {
  readonly id: string;
  readonly at: Stamp;
  readonly type: string;
  readonly other: string;
  readonly item: string;
  readonly flow: '收入' | '支出' | '/';
  readonly fen: Fen;
  readonly method: string;
  readonly status: string;
  readonly no: string;
}
export interface Wallet {
  readonly person: Person;
  readonly lines: readonly WalletLine[];
}

const shops = [
  ['云栖便利店', '日用品'],
  ['澄溪地铁', '车费'],
  ['早安豆浆', '餐饮'],
  ['老街面馆', '餐饮'],
  ['城东生鲜超市', '水果'],
  ['青禾书店', '图书'],
  ['云上出行', '车费'],
  ['邻里药房', '日用品'],
] as const;
const friends = ['阿宁', '晨曦', '老同学群主', '春风十里', '楼下张姐', '球友小何'];
const packets = [6_600, 8_800, 20_000, 52_000, 66_600, 88_800];

/** `size` times two people of the hospitals whom nothing is told of, forty to sixty lines each. */
export function walletsOf(
  world: World,
  { hospitals }: Population,
  size: number,
  { masked }: { masked: boolean },
): Wallet[] {
  const random = world.random('people/wallets');
  const free = hospitals.flatMap(({ staff }) => staff).filter((person) => !world.claimed(person));
  return random.sample(free, Math.min(free.length, Math.max(2, Math.round(2 * size)))).map((person, at) => {
    const lines = Array.from({ length: random.int(40, 60) }, (_, i) => lineOf(random, at, i));
    if (!masked) return { person, lines };
    const hiding = world.random(`people/wallets/masked/${at}`);
    return {
      person,
      lines: lines.map((line) => (isPacket(line) && hiding.chance(MASKED) ? toBankCard(hiding, line, free) : line)),
    };
  });
}

/** Of what people send each other, so much goes to a bank card, whose holder the wallet shows by the last character only. */
const MASKED = 0.6;

const isPacket = ({ type, flow }: WalletLine): boolean => type === '微信红包' && flow === '支出';

const toBankCard = (random: Random, line: WalletLine, people: readonly Person[]): WalletLine => ({
  ...line,
  type: '转账到银行卡',
  other: `*${random.pick(people).name.slice(-1)}`,
});

function lineOf(random: Random, at: number, i: number): WalletLine {
  const where = {
    id: `WL-${at + 1}-${i + 1}`,
    // two a week, so that no two are the same line
    at: stampOf(dayOf(2024, 1, 3) + i * 3 + random.int(0, 2), random.int(7, 22), random.int(0, 59), random.int(0, 59)),
    no: `1000099${String(at + 1).padStart(4, '0')}${String(i + 1).padStart(8, '0')}`,
  };
  const what = random.next();
  const [shop, item] = random.pick(shops);
  if (what < 0.72)
    return {
      ...where,
      type: '商户消费',
      other: shop,
      item,
      flow: '支出',
      fen: random.int(350, 32_000),
      method: random.pick(['零钱', '招商银行(8899)']),
      status: '支付成功',
    };
  if (what < 0.8)
    return {
      ...where,
      type: '商户消费',
      other: shop,
      item,
      flow: '支出',
      fen: random.int(2_000, 9_000),
      method: '零钱',
      status: '已全额退款',
    };
  if (what < 0.92) {
    const sent = random.chance(0.5);
    return {
      ...where,
      type: '微信红包',
      other: random.pick(friends),
      item: '/',
      flow: sent ? '支出' : '收入',
      fen: random.pick(packets),
      method: sent ? '零钱' : '/',
      status: sent ? '支付成功' : '已存入零钱',
    };
  }
  const drawn = random.chance(0.5);
  return {
    ...where,
    type: drawn ? '零钱提现' : '零钱充值',
    other: '招商银行(8899)',
    item: '/',
    flow: '/',
    fen: yuan(random.int(1, 9) * 100),
    method: '招商银行(8899)',
    status: drawn ? '提现已到账' : '充值完成',
  };
}
