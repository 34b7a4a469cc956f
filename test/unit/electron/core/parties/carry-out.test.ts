import fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryOut } from '../../../../../electron/core/carry-out.ts';
import { adjacency, linkId } from '../../../../../electron/core/graph/adjacency.ts';
import { drawLinks } from '../../../../../electron/core/graph/draw-graph.ts';
import { ownFigures, readOwn } from '../../../../../electron/core/graph/own-figures.ts';
import { redrawLinks } from '../../../../../electron/core/graph/redraw-links.ts';
import { decidePairs } from '../../../../../electron/core/parties/decide-pairs.ts';
import { allParties, findParties } from '../../../../../electron/core/parties/find/find-parties.ts';
import { nameIndex } from '../../../../../electron/core/parties/find/name-index.ts';
import { resolveConcerned } from '../../../../../electron/core/parties/resolve-concerned.ts';
import { resolveParties } from '../../../../../electron/core/parties/resolve-parties.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import {
  rememberedDecisions,
  undoDecisions,
  writeDecisions,
} from '../../../../../electron/core/store/party-decisions.ts';
import { makeCase } from '../../../../make/make-case.ts';

const AT = '2026-01-02T00:00:00.000Z';
const said = { at: AT, actor: '测试员', reason: '核对' };

/** A small town: two hospitals under three names, doctors of one name in both, companies with short names, own accounts, a register. */
const town = (): Store => townSheets().store();

function townSheets() {
  const day = (n: number) => `2024-0${1 + (n % 9)}-1${n % 9}`;
  const names = ['王伟', '李娜', '王伟', '周启明', '方晓', '陈晨'];
  const payments = names.flatMap((to, n) => [
    {
      from: '瑞衡药业有限公司',
      to,
      toAccount: `999999000000000001${n % 5}`,
      yuan: `${1000 + n}`,
      on: day(n),
      memo: '讲课费',
    },
    { from: n % 2 ? '瑞衡医药' : '恒沅贸易有限公司', to, yuan: `${2000 + n}`, on: day(n + 1), memo: '咨询费' },
    { from: to, fromAccount: `999999000000000001${n % 5}`, to: '恒沅贸易', yuan: '50', on: day(n + 2), memo: '退款' },
  ]);
  const attended = names.map((person, n) => ({
    conference_name: `骨科论坛${n % 2}`,
    conference_date: day(n % 2),
    name: person,
    org: ['澄溪市第一人民医院', '澄溪市一院', '澄溪骨科医院'][n % 3]!,
    dept: n % 2 ? '骨科' : '',
    title: '主任医师',
  }));
  return makeCase()
    .payments(payments)
    .sheet('conference_person', attended)
    .sheet('conference', [
      { name: '骨科论坛0', start_date: day(0), organizer: '澄溪市医学会' },
      { conference_no: 'HY001', name: '骨科论坛“1”', start_date: day(1), end_date: day(2), organizer: '澄溪市医学会' },
      { conference_no: 'HY001', name: '心内科沙龙', start_date: day(3), organizer: '恒沅贸易' },
    ])
    .sheet('company', [
      {
        name: '瑞衡药业有限公司',
        uscc: '91990000MA00000A1X',
        legal_rep: '方晓',
        role: '生产企业',
        phone: '19900001111',
        address: '澄溪市创新大道1号801室',
      },
      { name: '恒沅贸易有限公司', legal_rep: '王伟', contact: '李娜', phone: '19900002222' },
      { name: '恒沅贸易', phone: '19900001111', address: '澄溪市创新大道1号801' },
    ])
    .sheet('staff', [
      { name: '王伟', employer: '澄溪市第一人民医院', dept: '骨科', position: '科主任' },
      { name: '陈晨', employer: '澄溪市一院', dept: '药剂科', position: '采购', phone: '19900001111' },
      { name: '方晓', employer: '澄溪市一院', phone: '19900002222' },
    ]);
}

/** Who is who and what links them, in words that do not depend on the numbers of parties. */
function state(store: Store) {
  const all = (sql: string) => store.db.prepare(sql).raw().all();
  return {
    parties:
      all(`select p.uid, p.kind, p.role, p.name, group_concat(m.id), group_concat(m.join_reason), f.rows, f.in_fen, f.out_fen, f.degree from party p
      join (select id, party, join_reason from mention order by id) m on m.party = p.id left join party_figure f on f.party = p.id group by p.id order by p.uid`),
    links: all(
      `select l.kind, iif(l.kind like 'shared%', min(s.uid, t.uid), s.uid), iif(l.kind like 'shared%', max(s.uid, t.uid), t.uid), rows, fen, first_day, last_day from link l join party s on s.id = source join party t on t.id = target order by 1, 2, 3`,
    ),
    lost: all('select count(*) from party_figure where party not in (select id from party)'),
  };
}

function whole(store: Store) {
  store.db.exec('savepoint compare');
  resolveParties(store, AT);
  drawLinks(store);
  const is = state(store);
  store.db.exec('rollback to compare');
  store.db.exec('release compare');
  return is;
}

const byParty = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]) => a - b;

const step = fc.record({
  what: fc.constantFrom('same', 'same', 'different', 'split', 'undo'),
  one: fc.nat(40),
  other: fc.nat(40),
  kinds: fc.constantFrom('<>', '<>', '='),
  some: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }),
});

test('decisions carried out where they concern give what joining and drawing everything gives, and taken back, what was', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 7 }), fc.infiniteStream(fc.nat(1000)), (steps, order) => {
      const store = town();
      const before = state(store);
      const standing: number[] = [];
      const carry = (write: () => void) => {
        store.transaction(() => carryOut(store, AT, write));
        expect(state(store)).toEqual(whole(store));
        expect(new Map([...ownFigures(store)].sort(byParty))).toEqual(new Map([...readOwn(store)].sort(byParty)));
      };
      for (const { what, one, other, kinds, some } of steps) {
        const parties = store.db
          .prepare(`select id from party where kind ${kinds} 'conference' and kind <> 'cash' order by uid`)
          .pluck()
          .all() as number[];
        const [a, b] = [parties[one % parties.length]!, parties[other % parties.length]!];
        const mentions = store.db
          .prepare('select id from mention where party = ? order by id')
          .pluck()
          .all(a) as number[];
        const out = mentions.filter((_, at) => some.some((each) => each % mentions.length === at));
        const rest = mentions.filter((id) => !out.includes(id));
        carry(() => {
          if (what === 'undo') {
            const batch = standing.splice(one % Math.max(1, standing.length), 1)[0];
            if (batch !== undefined) undoDecisions(store, batch, said);
          } else if (what === 'split' && rest.length > 0)
            standing.push(writeDecisions(store, [{ verdict: 'split', a: out, b: rest, nameA: '', nameB: '' }], said));
          else if (what !== 'split' && a !== b)
            standing.push(decidePairs(store, what === 'same' ? 'same' : 'different', [{ a, b }], said));
        });
      }
      while (standing.length > 0) {
        const batch = standing.splice(order.next().value! % standing.length, 1)[0]!;
        carry(() => undoDecisions(store, batch, said));
      }
      expect(state(store)).toEqual(before);
      store.close();
    }),
    { numRuns: 20 },
  );
}, 150_000);

const party = (store: Store, name: string) =>
  store.db.prepare('select id from party where name = ?').pluck().get(name) as number;

test('a phone of eleven people links nobody until two of them turn out to be one, and again when they are taken apart', () => {
  const people = Array.from('甲乙丙丁戊己庚辛壬癸子', (last) => ({ name: `赵${last}`, phone: '19900003333' }));
  const store = townSheets().sheet('staff', people).store();
  const shared = () =>
    store.db
      .prepare(
        "select count(*) from link join party p on p.id = source where link.kind = 'sharedPhone' and p.name like '赵%'",
      )
      .pluck()
      .get();
  expect(shared()).toBe(0);
  const pairs = [{ a: party(store, '赵甲'), b: party(store, '赵乙') }];
  const batch = store.transaction(() => carryOut(store, AT, () => decidePairs(store, 'same', pairs, said)));
  expect(shared()).toBe((10 * 9) / 2);
  expect(state(store)).toEqual(whole(store));
  store.transaction(() => carryOut(store, AT, () => undoDecisions(store, batch, said)));
  expect(shared()).toBe(0);
});

test('two companies made one by a word are joined without reading the rest of the case', () => {
  const store = town();
  const before = rememberedDecisions(store);
  decidePairs(store, 'same', [{ a: party(store, '瑞衡药业有限公司'), b: party(store, '瑞衡医药') }], said);
  const written = resolveConcerned(store, AT, before, rememberedDecisions(store));
  expect(written?.moved.length).toBeGreaterThan(0);
  expect(redrawLinks(store, written!.moved)).toBe(true);
  written!.remove();
  expect(state(store)).toEqual(whole(store));
});

test('two conferences made one by a word are joined without reading the rest of the case', () => {
  const store = town();
  const before = rememberedDecisions(store);
  decidePairs(store, 'same', [{ a: party(store, '骨科论坛0'), b: party(store, '心内科沙龙') }], said);
  const written = resolveConcerned(store, AT, before, rememberedDecisions(store));
  expect(written?.moved.length).toBeGreaterThan(0);
  expect(redrawLinks(store, written!.moved)).toBe(true);
  written!.remove();
  expect(state(store)).toEqual(whole(store));
});

test('the graph and the names in memory follow a merge and its undoing', async () => {
  const store = town();
  const inMemory = () => {
    const graph = adjacency(store);
    return Array.from({ length: graph.links }, (_, link) => `${linkId(graph, link)} ${graph.rows[link]}`).toSorted();
  };
  const inStore = () =>
    (
      store.db
        .prepare("select kind || ':' || source || ':' || target || ' ' || rows from link")
        .pluck()
        .all() as string[]
    ).toSorted();
  const named = async (text: string) => {
    const found = findParties(await nameIndex(store), [text], { most: 1_000 }).parties.page(0, 9);
    expect([...allParties(await nameIndex(store), text)].toSorted()).toEqual(found.toSorted());
    return found.map((id) => store.db.prepare('select name from party where id = ?').pluck().get(id));
  };
  expect(inMemory()).toEqual(inStore());
  expect(await named('瑞衡')).toEqual(['瑞衡药业有限公司', '瑞衡医药']);
  const pairs = [{ a: party(store, '瑞衡药业有限公司'), b: party(store, '瑞衡医药') }];
  const batch = store.transaction(() => carryOut(store, AT, () => decidePairs(store, 'same', pairs, said)));
  expect(inMemory()).toEqual(inStore());
  expect(await named('瑞衡')).toEqual(['瑞衡药业有限公司']);
  expect(await named('瑞衡医药')).toEqual(['瑞衡药业有限公司']);
  store.transaction(() => carryOut(store, AT, () => undoDecisions(store, batch, said)));
  expect(inMemory()).toEqual(inStore());
  expect(await named('rhyy')).toEqual(['瑞衡药业有限公司', '瑞衡医药']);
});

test('somebody is found beside the name of an employer, also where two employers became one by a word and parted again', async () => {
  const store = town();
  const found = async (...words: string[]) =>
    findParties(await nameIndex(store), words, { most: 1_000 })
      .parties.page(0, 9)
      .map((id) => store.db.prepare('select name from party where id = ?').pluck().get(id));
  expect(await found('方晓', '市一院')).toEqual(['方晓']);
  expect(await found('方晓', '骨科医院')).toEqual([]);
  const pairs = [{ a: party(store, '澄溪市一院'), b: party(store, '澄溪骨科医院') }];
  const batch = store.transaction(() => carryOut(store, AT, () => decidePairs(store, 'same', pairs, said)));
  expect(await found('方晓', '市一院')).toEqual(['方晓']);
  expect(await found('方晓', '骨科医院')).toEqual(['方晓']);
  store.transaction(() => carryOut(store, AT, () => undoDecisions(store, batch, said)));
  expect(await found('方晓', '骨科医院')).toEqual([]);
  expect(await found('方晓', '市一院')).toEqual(['方晓']);
});
