import { expect, test } from 'vitest';
import * as XLSX from 'xlsx';
import { writeDossier } from '../../../../../electron/core/export/summary-workbook.ts';
import partyMoney from '../../../../../electron/core/parties/party-money.request.ts';
import partyTimeline from '../../../../../electron/core/parties/party-timeline.request.ts';
import type { Store } from '../../../../../electron/core/store/connect.ts';
import { caseIdOf } from '../../../../../electron/core/store/meta.ts';
import { ask } from '../../../../make/ask.ts';
import { makeCase } from '../../../../make/make-case.ts';

const account = '9999990000000000011';
const hospital = '澄溪市第二人民医院';
const companies = ['恒沅药业有限公司', '朗澈医械有限公司', '瑞榕生物有限公司'];

/** 药剂科主任: paid by three companies whose goods the hospital buys, with a roster that says since when. */
const store = makeCase()
  .payments(
    companies.flatMap((from, n) => [
      { from, to: '沈砚秋', toAccount: account, yuan: `${10_000 * (n + 1)}`, on: `2024-0${n + 1}-10`, memo: '咨询费' },
      { from, to: '沈砚秋', toAccount: account, yuan: '500', on: '2024-06-10', memo: '咨询费' },
    ]),
  )
  .sheet('staff', [
    {
      name: '沈砚秋',
      bank_card: account,
      employer: hospital,
      dept: '药剂科',
      position: '主任',
      hire_date: '2021-03-01',
    },
  ])
  .sheet(
    'purchase',
    companies.flatMap((supplier, n) =>
      [0, 1].map((m) => ({
        order_date: `2024-0${n + 2}-15`,
        hospital,
        generic_name: `骨肽注射液${n}${m}`,
        product_code: `X00${n}${m}`,
        category: m === 0 ? '西药' : '高值耗材',
        supplier,
        unit_price: '10',
        quantity: '100',
        amount: '1000',
      })),
    ),
  )
  .store();
const idOf = (name: string, of: Store = store) =>
  of.db
    .prepare(
      'select p.id from party p where p.name = ? and exists (select 1 from party_figure f where f.party = p.id and f.in_fen > 0)',
    )
    .pluck()
    .get(name) as number;

test('who is paid by several companies reads off them: how much by month, and how many of their goods the hospital buys', async () => {
  const id = idOf('沈砚秋');
  const money = await ask(partyMoney, 'party.money', store, { id });
  expect(money).toMatchObject({
    kind: 'payment',
    months: ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'],
    in: [1_000_000, 2_000_000, 3_000_000, 0, 0, 150_000],
    out: [0, 0, 0, 0, 0, 0],
    undated: 0,
    goods: { drugs: 3, devices: 3, fen: 600_000 },
    bought: [0, 200_000, 200_000, 200_000, 0, 0],
  });
  expect(money.payers).toHaveLength(3);
  expect(money.payers[0]).toMatchObject({
    months: [0, 0, 3_000_000, 0, 0, 50_000],
    goods: { drugs: 1, devices: 1, fen: 200_000 },
  });
  const { in_fen: total } = store.db.prepare('select in_fen from party_figure where party = ?').get(id) as {
    in_fen: number;
  };
  expect(money.in.reduce((sum, fen) => sum + fen, 0)).toBe(total);
});

test('what comes back from a wealth product or a fund is no paying company; a firm named after a foundation is one', async () => {
  const paid = (from: string) => ({
    from,
    to: '沈砚秋',
    toAccount: account,
    yuan: '500',
    on: '2024-06-10',
    memo: '转入',
  });
  const of = makeCase()
    .payments(
      ['恒沅药业有限公司', '澄溪基金会会务服务有限公司', '澄溪稳健理财申购户', '澄溪成长证券投资基金'].map(paid),
    )
    .store();
  const { companies: counted } = await ask(partyMoney, 'party.money', of, { id: idOf('沈砚秋', of) });
  expect(counted).toEqual({ paid: 2, products: 2 });
});

test('the timeline holds the post with its cell and the money by month with that of its largest booking, the latest first', async () => {
  const { events, total } = await ask(partyTimeline, 'party.timeline', store, { id: idOf('沈砚秋') });
  expect(total).toBe(events.length);
  expect(events[0]).toMatchObject({
    day: '2024-06',
    kind: 'month',
    direction: 'in',
    fen: 150_000,
    rows: 3,
    largest: { fen: 50_000 },
    source: { file: 'bank_flow-1.csv' },
  });
  expect(events.at(-1)).toMatchObject({
    day: '2021-03-01',
    kind: 'post-from',
    text: '药剂科 主任',
    party: { name: hospital },
    source: { file: 'staff-2.csv', row: 2 },
  });
});

test('the dossier is a workbook of this party alone; shown to others it masks numbers, shown to all also names', async () => {
  const write = async (mask: 'internal' | 'partner' | 'public') => {
    const openCase = { store, caseId: caseIdOf(store), folder: '', key: Buffer.alloc(0), actor: '测试员' };
    const options = { mask, lang: 'zh-CN' as const, purpose: '', at: new Date('2026-01-05T02:00:00Z') };
    const { bytes } = await writeDossier(openCase, idOf('沈砚秋'), options);
    const book = XLSX.read(bytes);
    return Object.fromEntries(book.SheetNames.map((name) => [name, XLSX.utils.sheet_to_csv(book.Sheets[name]!)]));
  };
  const internal = await write('internal');
  expect(Object.keys(internal)).toEqual([
    '封面',
    '主体',
    '往来按月',
    '资金明细',
    '往来汇总',
    '疑点清单',
    '时间轴',
    '备注',
  ]);
  expect(internal.主体).toContain(account);
  expect(internal.往来按月?.trim().split('\n')).toHaveLength(1 + 6);
  expect(internal.资金明细?.trim().split('\n')).toHaveLength(1 + 6);
  expect(internal.时间轴).toContain('staff-2.csv › staff-2!');
  expect(Object.values(await write('partner')).join('')).not.toContain(account);
  const open = Object.values(await write('public')).join('');
  expect(open).not.toContain('沈砚秋');
  expect(open).toContain('沈某1');
});
