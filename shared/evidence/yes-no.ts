import { failed, ok, type Read } from '../protocol/problem.ts';
import type { CellOrEmpty } from './cell.ts';
import { saysNothing, seenIn, tidy, valueText } from './text.ts';

const yesWords = new Set('是 有 对 1 y yes t true √ ✓ ✔ ☑ 已 真 符合 参加 存在'.split(' '));
const noWords = new Set('否 无 没有 不 不是 0 n no f false × ✗ ✘ ☒ x 未 没 非 假 不符合 未参加 不存在'.split(' '));
const yesStart = /^(?:已|是)[^否不]{1,5}$/;
const noStart = /^(?:未|没有|不是|没|无)\S{1,5}$/;

/**
 * 是/否, 有/无, 1/0, Y/N, √/×, 已签到/未签到, and real booleans. 无 and 0 are a No here, dashes and blanks are null.
 * Problem: choice.unreadable.
 */
export function readYesNo(cell: CellOrEmpty): Read<boolean | null> {
  if (cell === null) return ok(null);
  if (cell.type === 'bool' && typeof cell.raw === 'boolean') return ok(cell.raw);
  const word = wordOf(cell.raw);
  if (yesWords.has(word)) return ok(true);
  if (noWords.has(word)) return ok(false);
  if (saysNothing(word)) return ok(null);
  if (yesStart.test(word)) return ok(true);
  if (noStart.test(word)) return ok(false);
  return failed('choice.unreadable', { seen: seenIn(cell) });
}

const wordOf = (raw: string | number | boolean): string => tidy(valueText(String(raw))).toLowerCase();

const lost = /^(?:未|没|落|流|废|不)\S{0,5}$|未中|未成交|落选/;
const won = /^(?:已|拟)?(?:中标|成交|中选|入选|预中标)(?:人|单位|供应商)?$|^won$|^winner$/;

/** 是否中标: 中标 and 成交 as well as the words of `readYesNo`. 第一中标候选人 is no answer. null: empty. Problem: choice.unreadable. */
export function readAward(cell: CellOrEmpty): Read<boolean | null> {
  if (cell === null) return ok(null);
  const word = wordOf(cell.raw);
  if (won.test(word)) return ok(true);
  return lost.test(word) ? ok(false) : readYesNo(cell);
}

const cashWords = new Set('现金 现 现钞 1 01 cash'.split(' '));
const transferWords = new Set('转账 转 转帐 非现金 0 00 02 transfer'.split(' '));

/** 现金标志: cash or transfer. null: empty. Problem: choice.unreadable. */
export function readCash(cell: CellOrEmpty): Read<'cash' | 'transfer' | null> {
  if (cell === null) return ok(null);
  const word = wordOf(cell.raw);
  if (cashWords.has(word)) return ok('cash');
  if (transferWords.has(word)) return ok('transfer');
  return saysNothing(word) ? ok(null) : failed('choice.unreadable', { seen: seenIn(cell) });
}

/** 交易结果: failed and reversed bookings are kept, and left out of every count. */
export type Outcome = 'ok' | 'failed' | 'reversed';

const outcomes: readonly (readonly [Outcome, RegExp])[] = [
  ['failed', /^(?:否|0|n|no|f|false|失败)$|不成功|未成功|失败|关闭|退票|拒绝|作废|已取消|fail/],
  ['reversed', /冲正|撤销|抹账|冲销|红冲|全额退款|已退款$|已退还|已退回|revers/],
  [
    'ok',
    /^(?:是|1|y|yes|t|true)$|成功|正常|完成|到账|等待确认收货|已退款\(|已(?:转账|收钱|存入|收款|支付|领取|全额收款)|success|^ok$/,
  ],
];

/** What a status column says of a booking: 交易成功, 冲正, 已全额退款, 交易关闭, 否. undefined: empty or unknown. */
export function readSuccess(cell: CellOrEmpty): Outcome | undefined {
  if (cell === null) return undefined;
  const word = wordOf(cell.raw);
  return outcomes.find(([, says]) => says.test(word))?.[0];
}
