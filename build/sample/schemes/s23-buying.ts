/** S23: what a hospital buys: suddenly more, from one firm only, in parts below the tender limit, one brand, more than it uses, and payments after awards. */
import { dayOf } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import type { Hospital } from '../world/population.ts';
import { type Manner, plantManners } from './outcome.ts';
import { monthStart, type Town } from './town.ts';

export const crookedBuying = (town: Town, count: number): void => plantManners(town, 'S23', manners, count);

/** The hospital and seven others. */
const withOthers = (hospitals: readonly Hospital[], own: Hospital): Hospital[] => [
  own,
  ...hospitals.filter((each) => each !== own).slice(0, 7),
];

const moreAndMore: Manner = (town, random) => {
  const ward = town.ward();
  const dealer = town.firm(random, { role: 'distributor' });
  const item = town.item(random, dealer, { category: '低值耗材' });
  const month = random.int(15, 32);
  const factor = random.between(2.8, 5);
  const rows: string[] = [];
  for (let m = month - 12; m <= month; m++) {
    const row = town.order(
      ward,
      dealer,
      item,
      monthStart(m) + random.int(2, 25),
      m === month ? Math.round(60 * factor) : random.int(56, 64),
    );
    if (m === month) rows.push(row);
  }
  return {
    subjects: [ward.org, dealer],
    expected: [{ model: 'purchase-volume-surge', subjects: [ward.org], rows }],
    rows,
    drawn: { manner: 'volume', factor: Math.round(factor * 10) / 10 },
    zh: `${ward.org.name}单月采购${item.name}为前十二个月中位数的${factor.toFixed(1)}倍。`,
  };
};

const oneFirmOnly: Manner = (town, random, index) => {
  const { hospitals } = town.population;
  const own = hospitals[index % hospitals.length]!;
  const year = 2022 + (Math.floor(index / manners.length) % 3);
  const firms = Array.from({ length: 6 }, () => town.firm(random, { role: 'distributor' }));
  const item = town.item(random, firms[0]!, { category: '器械设备', price: 20_000_000 });
  const rows: string[] = [];
  for (const hospital of withOthers(hospitals, own))
    for (let n = 0; n < 14; n++) {
      const at = hospital === own ? 0 : n % firms.length;
      const row = town.order(hospital, firms[at]!, item, dayOf(year, 1, 8) + n * 25, 10);
      if (hospital === own) rows.push(row);
    }
  return {
    subjects: [own.org, firms[0]!],
    expected: [{ model: 'supplier-concentration', subjects: [own.org], rows }],
    rows,
    drawn: { manner: 'concentration' },
    zh: `${own.org.name}一年的器械设备全部购自${firms[0]!.name}，其他医院有六家供应商。`,
  };
};

const inParts: Manner = (town, random, index) => {
  const ward = town.ward();
  const dealer = town.firm(random, { role: 'distributor' });
  const parts = index < manners.length ? random.int(4, 6) : random.int(2, 6);
  const start = dayOf(2023, 2, 6) + ((index * 29) % 560);
  const rows = Array.from({ length: parts }, (_, n) => {
    const item = town.item(random, dealer, { category: '低值耗材', price: random.int(76, 97) * 100_000 });
    return town.order(ward, dealer, item, start + n * 9, 100, { procurement_type: '询价采购' });
  });
  return {
    subjects: [ward.org, dealer],
    expected: parts >= 3 ? [{ model: 'split-purchase', subjects: [ward.org, dealer], rows }] : [],
    rows,
    drawn: { manner: 'parts', parts },
    zh: `${ward.org.name}两个月内向${dealer.name}分${parts}单采购，每单略低于10万元，没有招标。`,
  };
};

const oneBrand: Manner = (town, random, index) => {
  const { hospitals } = town.population;
  const own = hospitals[(index + 1) % hospitals.length]!;
  const makers = Array.from({ length: 3 }, () => town.firm(random, { role: 'mah' }));
  const dealer = town.firm(random, { role: 'distributor' });
  const base = random.int(200, 900) * 10_000;
  const first = town.item(random, makers[0]!, {
    category: '高值耗材',
    price: Math.round(base * random.between(1.35, 1.9)),
  });
  const brands = [
    first,
    ...makers.slice(1).map((maker) =>
      town.item(random, maker, {
        name: first.name,
        group: first.group,
        spec: first.spec,
        category: '高值耗材',
        price: base,
      }),
    ),
  ];
  const rows: string[] = [];
  const start = random.int(10, 20);
  for (const hospital of withOthers(hospitals, own))
    for (let m = start; m < start + 10; m++)
      for (const [n, brand] of brands.entries()) {
        if (hospital === own && n > 0) continue;
        const row = town.order(hospital, dealer, brand, monthStart(m) + 4 + n * 6, hospital === own ? 24 : 8);
        if (hospital === own) rows.push(row);
      }
  return {
    subjects: [own.org, makers[0]!],
    expected: [{ model: 'designated-brand', subjects: [own.org], rows }],
    rows,
    drawn: { manner: 'brand' },
    zh: `${own.org.name}只采购${makers[0]!.name}的${first.name}，价格高于同类，其他医院三个品牌都用。`,
  };
};

/** In a hospital of its own: whether what is bought is used can only be told where what is used is known of the other products, too. */
const boughtNotUsed: Manner = (town, random, index) => {
  const name = `澄溪市${['城南', '城北', '江东', '江西', '高新', '港口', '湖滨', '东山', '西山', '桥头'][index % 10]}${index < 10 ? '' : '第二'}康复医院`;
  const org = town.firm(random, { role: 'hospital', name, short: name });
  const ward = { ...town.ward(), org, dept: '康复医学科' };
  const maker = town.firm(random, { role: 'mah' });
  const dealer = town.firm(random, { role: 'distributor' });
  const item = town.item(random, maker, {});
  const usual = Array.from({ length: 6 }, () => town.item(random, maker, {}));
  const doctors = Array.from({ length: 3 }, () => town.hire(random, ward, '主治医师'));
  const start = random.int(12, 20);
  const bought = random.int(180, 260);
  const rows: string[] = [];
  for (let m = start; m < start + 12; m++) {
    rows.push(town.order(ward, dealer, item, monthStart(m) + 2, bought));
    for (const each of usual) town.order(ward, dealer, each, monthStart(m) + 2, 45);
    for (const [at, doctor] of doctors.entries())
      for (let n = 0; n < 3; n++) {
        const day = monthStart(m) + 4 + n * 6 + at;
        rows.push(town.prescribe(ward, doctor, item, day, random.int(4, 7)));
        for (const each of usual) town.prescribe(ward, doctor, each, day, 5);
      }
  }
  return {
    subjects: [org, dealer],
    expected: [
      { model: 'purchase-usage-gap', subjects: [org], rows: rows.filter((row) => row.startsWith('B-purchase')) },
    ],
    rows,
    drawn: { manner: 'usage', bought },
    zh: `${org.name}每月采购${item.name}${bought}盒，处方只用去约50盒，其他药品购用相符。`,
  };
};

const thanksForAwards: Manner = (town, random, index, id) => {
  const { world } = town;
  const ward = town.ward();
  const firm = town.firm(random, { role: 'distributor' });
  const head = town.hire(random, { ...ward, dept: '设备科' }, '', { position: '设备科科长', is_key_post: '是' });
  town.obtain(head);
  const rows: string[] = [];
  const paid: string[] = [];
  for (let n = 0; n < 3; n++) {
    const day = dayOf(2022, 10, 12) + n * 210 + (index % 17);
    const award = random.int(60, 150) * 10_000;
    for (const [at, bidder] of [
      firm,
      town.firm(random, { role: 'distributor' }),
      town.firm(random, { role: 'distributor' }),
    ].entries()) {
      const row = town.book.add('bid', {
        tender_no: `CX-ZB-96${String(index + 1).padStart(2, '0')}-${n + 1}`,
        tender_name: `设备维保及配件采购（${n + 1}）`,
        lot: '第1包',
        buyer: ward.org,
        open_date: day,
        bidder,
        bid_amount: yuan(award + at * random.int(31_000, 77_000)),
        is_winner: at === 0 ? '中标' : '未中标',
        ...(at === 0 ? { award_amount: yuan(award), award_date: day + 5 } : {}),
      });
      if (at === 0) rows.push(row);
    }
    paid.push(
      town.pay(
        id,
        random,
        world.accountOf(firm),
        world.accountOf(head),
        yuan(Math.round(award * random.between(0.015, 0.04))),
        day + random.int(12, 50),
        {
          summary: '咨询费',
        },
      ).id,
    );
  }
  return {
    subjects: [head, firm],
    expected: [{ model: 'payment-after-award', subjects: [head, firm], rows: paid }],
    rows: [...rows, ...paid],
    drawn: { manner: 'awards' },
    zh: `${firm.name}三次中标后都在两个月内向${ward.org.name}设备科科长${head.name}付款。`,
  };
};

const manners: readonly Manner[] = [moreAndMore, oneFirmOnly, inParts, oneBrand, boughtNotUsed, thanksForAwards];
