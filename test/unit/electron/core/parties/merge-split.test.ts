import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidePairs } from '../../../../../electron/core/parties/decide-pairs.ts';
import { resolveParties } from '../../../../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { undoDecisions, writeDecisions } from '../../../../../electron/core/store/party-decisions.ts';
import { groups, type MentionSpec, resolved } from '../../../../make/mentions.ts';

const AT = '2026-01-02T00:00:00.000Z';
const said = { at: AT, actor: '测试员', reason: '核对' };
const idA = '990000197001010019';
const phone = '19900001111';

const specs: MentionSpec[] = [
  { name: '王伟', idNo: idA },
  { name: '王伟', idNo: idA, phone },
  { name: '王伟', phone },
  { name: '王伟', phone, employer: '澄溪市第一人民医院' },
  { name: '王伟', idNo: '990000198502020028' },
  { name: '周启明', account: '9999990000000000011' },
  { account: '9999990000000000011' },
  { name: '瑞衡药业有限公司', uscc: '91990000MA00000A1X' },
  { name: '瑞衡药业', account: '9999990000000000033' },
  { name: '瑞衡医药有限公司' },
];

/** Who is who, in words that do not depend on the numbers of parties. */
function state(store: Store): unknown[] {
  return store.db
    .prepare(
      `select p.uid, p.kind, p.name, group_concat(m.id) as mentions from party p
       join (select id, party, join_reason from mention order by id) m on m.party = p.id group by p.id order by min(m.id)`,
    )
    .all();
}
const split = (store: Store, out: readonly number[], rest: readonly number[]) =>
  writeDecisions(store, [{ verdict: 'split', a: out, b: rest, nameA: '', nameB: '' }], said);

test('what is taken out of a party stays out, the rest stays together, and later mentions join the rest', () => {
  const { store, ids } = resolved(...specs.slice(0, 3));
  expect(groups(store, ids)).toEqual([[0, 1, 2]]);
  const batch = split(store, [ids[1]!], [ids[0]!, ids[2]!]);
  resolveParties(store, AT);
  // the phone of the one taken out was what brought the third in
  expect(groups(store, ids)).toEqual([[0], [1], [2]]);
  undoDecisions(store, batch, said);
  resolveParties(store, AT);
  expect(groups(store, ids)).toEqual([[0, 1, 2]]);
});

test('a split outweighs what a person joined before, and a person may join again afterwards', () => {
  const { store, ids } = resolved(specs[5]!, specs[9]!, { name: '方晓', phone });
  const party = (id: number) => store.db.prepare('select party from mention where id = ?').pluck().get(id) as number;
  decidePairs(store, 'same', [{ a: party(ids[0]!), b: party(ids[2]!) }], said);
  resolveParties(store, AT);
  expect(groups(store, ids)).toEqual([[0, 2], [1]]);
  split(store, [ids[2]!], [ids[0]!]);
  resolveParties(store, AT);
  expect(groups(store, ids)).toEqual([[0], [1], [2]]);
  decidePairs(store, 'same', [{ a: party(ids[0]!), b: party(ids[2]!) }], said);
  resolveParties(store, AT);
  expect(groups(store, ids)).toEqual([[0, 2], [1]]);
});

const step = fc.record({
  what: fc.constantFrom('same', 'different', 'split', 'undo'),
  one: fc.nat(20),
  other: fc.nat(20),
  some: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
});

test('parties merged and split at random, all of it taken back in any order, are what they were', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat(1000)), (steps, order) => {
      const { store, ids } = resolved(...specs);
      const before = state(store);
      const standing: number[] = [];
      for (const { what, one, other, some } of steps) {
        const parties = store.db.prepare('select distinct party from mention order by 1').pluck().all() as number[];
        const [a, b] = [parties[one % parties.length]!, parties[other % parties.length]!];
        const mentions = store.db
          .prepare('select id from mention where party = ? order by id')
          .pluck()
          .all(a) as number[];
        if (what === 'undo') {
          const batch = standing.splice(one % Math.max(1, standing.length), 1)[0];
          if (batch !== undefined) undoDecisions(store, batch, said);
        } else if (what === 'split') {
          const out = mentions.filter((_, at) => some.some((each) => each % mentions.length === at));
          const rest = mentions.filter((id) => !out.includes(id));
          if (rest.length > 0) standing.push(split(store, out, rest));
        } else if (a !== b) standing.push(decidePairs(store, what === 'same' ? 'same' : 'different', [{ a, b }], said));
        resolveParties(store, AT);
      }
      while (standing.length > 0) {
        const batch = standing.splice(order.next().value! % standing.length, 1)[0]!;
        undoDecisions(store, batch, said);
        resolveParties(store, AT);
      }
      expect(state(store)).toEqual(before);
      expect(ids).toHaveLength(specs.length);
      store.close();
    }),
    { numRuns: 60 },
  );
});
