import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groups, type MentionSpec, resolved } from '../../../../make/mentions.ts';

/** Few values of each sort, so that everything collides with everything. */
const some = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
const ids = ['990000197001010019', '990000198502020028', '990000196003030037'];
const codes = ['91990000MA00000A1X', '91990000MA00000B2Y'];
const drop = (spec: Record<string, unknown>): MentionSpec =>
  Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined));

const person = fc
  .record({
    name: fc.constantFrom('王伟', '王伟民', '王伟明', '周启明', '王*', '周**'),
    idNo: some(ids),
    account: some(['9999990000000000011', '9999990000000000022', '999999*********0011']),
    phone: some(['19900001111', '19900002222']),
    employer: some(['澄溪市第一人民医院', '澄溪大学附属第三医院', '人民医院']),
    dept: some(['骨科', '心内科']),
  })
  .map(drop);
const org = fc
  .record({
    name: fc.constantFrom(
      '瑞衡药业有限公司',
      '瑞衡药业股份有限公司',
      '瑞衡药业',
      '澄溪市第一人民医院',
      '澄溪大学附属第三医院',
      '人民医院',
    ),
    uscc: some(codes),
    account: some(['9999990000000000011', '9999990000000000033']),
  })
  .map(drop);
const account = fc
  .constantFrom('9999990000000000011', '9999990000000000022', '9999990000000000033')
  .map((number): MentionSpec => ({ account: number }));
const conference = fc
  .record({
    kind: fc.constant('conference'),
    name: fc.constantFrom('骨科论坛', '骨科新技术论坛', '科室会'),
    no: some(['HY-001', 'HY-002']),
    day: some(['2024-05-06', '2024-05-13']),
  })
  .map(drop);
const print = (spec: MentionSpec) => JSON.stringify(spec, Object.keys(spec).toSorted());
const mentions = fc.uniqueArray(
  fc.oneof({ weight: 5, arbitrary: person }, { weight: 3, arbitrary: org }, account, conference),
  {
    selector: print,
    maxLength: 30,
  },
);

/** The partition in words that do not depend on the order of mentions. */
function partition(specs: readonly MentionSpec[]): string[][] {
  const { store, ids: written } = resolved(...specs);
  const found = groups(store, written).map((group) => [...new Set(group.map((at) => print(specs[at]!)))].toSorted());
  store.close();
  return found.toSorted((a, b) => (a.join() < b.join() ? -1 : 1));
}

test('mentions in any order make the same parties', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      mentions.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
      ),
      ([list, shuffled]) => {
        expect(partition(shuffled)).toEqual(partition(list));
      },
    ),
    { numRuns: 100 },
  );
});

test('no party ever holds two valid numbers, and every mention is of exactly one party', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(mentions, (list) => {
      const { store, ids: written } = resolved(...list);
      const parts = groups(store, written);
      expect(parts.flat().toSorted((a, b) => a - b)).toEqual(list.map((_, at) => at));
      for (const group of parts) {
        const numbers = new Set(
          group.map((at) => list[at]!.idNo ?? list[at]!.uscc).filter((number) => number !== undefined),
        );
        expect([...numbers].slice(1)).toEqual([]);
      }
      store.close();
    }),
    { numRuns: 100 },
  );
});

test('people with nothing in common but the name are never joined', () => {
  const bare = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom('王伟', '王 伟', '王伟（先生）'),
      phone: fc.integer({ min: 0, max: 99 }).map((n) => `199000000${String(n).padStart(2, '0')}`),
    }),
    { selector: ({ phone }) => phone, minLength: 2, maxLength: 20 },
  );
  fc.assert(
    fc.property(bare, (list) => {
      const { store, ids: written } = resolved(...list);
      expect(groups(store, written)).toEqual(list.map((_, at) => [at]));
      store.close();
    }),
    { numRuns: 50 },
  );
});

test('one more mention never makes two people out of one valid number', () => {
  fc.assert(
    fc.property(mentions, person, (list, more) => {
      const holders = (specs: readonly MentionSpec[]) => {
        const { store, ids: written } = resolved(...specs);
        const parts = groups(store, written);
        store.close();
        return ids.map((id) => parts.filter((group) => group.some((at) => specs[at]!.idNo === id)).length);
      };
      for (const count of holders([...list, more])) expect(count).toBeLessThanOrEqual(1);
    }),
    { numRuns: 50 },
  );
});
