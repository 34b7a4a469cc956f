import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChainLine, codesByBalance, proveByBalance } from '../../../../../electron/core/import/balance-chain.ts';

/** Lines as a bank would write them: amounts without sign, codes 1 for in and 0 for out, the balance after each. */
function statement(moves: readonly number[], account = '甲'): ChainLine[] {
  let balance = 1_000_000;
  return moves.map((move) => {
    balance += move;
    return { account, amount: Math.abs(move), balance, word: move > 0 ? '1' : '0' };
  });
}
const move = fc.integer({ min: -5000, max: 5000 }).filter((each) => each !== 0);

/** What the balances prove of a statement that runs from old to new, or from new to old, checked against the truth. */
function proven(moves: readonly number[], newestFirst: boolean): number {
  const lines = newestFirst ? statement(moves).reverse() : statement(moves);
  const truth = newestFirst ? [...moves].reverse() : moves;
  const said = proveByBalance(lines);
  for (const [i, each] of said.entries()) if (each !== undefined) expect(each).toBe((truth[i] ?? 0) > 0 ? 'in' : 'out');
  return said.filter((each) => each !== undefined).length;
}

test('balances prove the direction of every line but the first, from old to new and from new to old', () => {
  fc.assert(
    fc.property(fc.array(move, { minLength: 2, maxLength: 30 }), fc.boolean(), (moves, newestFirst) => {
      // amounts that differ fit in one order only
      fc.pre(moves.some((each, i) => i > 0 && Math.abs(each) !== Math.abs(moves[i - 1] ?? 0)));
      expect(proven(moves, newestFirst)).toBe(moves.length - 1);
    }),
  );
});

test('equal amounts one after the other fit in either order: only what is the same in both is proven, never a guess', () => {
  const few = fc.array(fc.constantFrom(-500, 500), { minLength: 2, maxLength: 8 });
  fc.assert(fc.property(few, fc.boolean(), (moves, newestFirst) => void proven(moves, newestFirst)));
  // a rent paid month by month: nothing tells which line came first
  expect(proven([-500, -500, -500], true)).toBe(0);
  expect(proven([-500, -500, -500], false)).toBe(0);
  // in and out by turns comes to the same from either end
  expect(proven([500, -500, 500, -500], true)).toBe(2);
});

test('accounts that stand mixed in one sheet are each their own chain', () => {
  const [a, b] = [statement([100, -50, 30], '甲'), statement([-7, 9, -2], '乙')];
  const mixed = [a[0], b[0], b[1], a[1], a[2], b[2]].filter((line) => line !== undefined);
  expect(proveByBalance(mixed)).toEqual([undefined, undefined, 'in', 'out', 'in', 'out']);
});

test('a code means what at least two lines prove and none contradicts', () => {
  const lines = statement([100, 200, -50, 30, -20]);
  expect(codesByBalance(lines, proveByBalance(lines))).toEqual(
    new Map([
      ['1', 'in'],
      ['0', 'out'],
    ]),
  );
  const few = statement([100, 200, 50]).map((line) => ({ ...line, word: '7' }));
  expect(codesByBalance(few.slice(0, 2), proveByBalance(few.slice(0, 2)))).toEqual(new Map());
  const contradicting = lines.map((line) => ({ ...line, word: '1' }));
  expect(codesByBalance(contradicting, proveByBalance(contradicting))).toEqual(new Map());
});

test('balances that do not follow from the amounts prove nothing', () => {
  const lines = statement([100, -50, 30]).map((line, i) => ({ ...line, balance: i * 7 }));
  expect(proveByBalance(lines)).toEqual([undefined, undefined, undefined]);
});
