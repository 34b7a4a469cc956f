import { beforeAll, expect, test } from 'vitest';
import { type Case, simulateCase, type WrittenCase, writeCase } from '../../../../build/sample/generate.ts';
import { furtherSchemes, guidedFurther, noSchemes, type SampleOptions } from '../../../../build/sample/options.ts';
import { civilDate, dayOf, dayOfStamp } from '../../../../build/sample/plain/civil.ts';
import type { Org, Party } from '../../../../build/sample/world/types.ts';
import { models } from '../../../../electron/core/models/index.ts';

const options = { seed: 1, size: 'S', noise: 0.5, scope: 'all' } as const satisfies SampleOptions;
let whole: WrittenCase;

beforeAll(() => {
  whole = writeCase(options);
}, 60_000);

test('every scheme of the catalogue is planted, each with what must be found of it', () => {
  for (const scheme of furtherSchemes) {
    const plants = whole.truth.schemes.filter((each) => each.scheme === scheme);
    expect(plants.length, scheme).toBeGreaterThan(0);
    expect(
      plants.flatMap(({ expected }) => expected),
      scheme,
    ).not.toEqual([]);
  }
});

test('for every model of the program something is planted', () => {
  const planted = new Set(whole.truth.schemes.flatMap((each) => each.models));
  expect(models.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
});

test('whatever must be found, must not be flagged or lies beside a limit names its subjects and the rows it stands in', () => {
  const { schemes, mustNotFlag, boundaries } = whole.truth;
  const told = [
    ...schemes.flatMap(({ id, expected }) => expected.map((each) => ({ ...each, id }))),
    ...mustNotFlag,
    ...boundaries,
  ];
  const sheets = new Map(
    whole.truth.files.flatMap(({ file, sheets: all }) =>
      all.map((sheet) => [`${file}|${sheet.sheet}`, sheet] as const),
    ),
  );
  const empty = told.filter(({ subjects, rows }) => subjects.length === 0 || rows.length === 0);
  expect(empty.map(({ id }) => id)).toEqual([]);
  const nowhere = told.flatMap(({ id, rows }) =>
    rows
      .filter(({ file, sheet, row }) => {
        const found = sheets.get(`${file}|${sheet}`);
        return !found || row <= found.headerRow;
      })
      .map((row) => ({ id, ...row })),
  );
  expect(nowhere).toEqual([]);
});

test('nobody is part of two schemes, and no honest matter is about somebody of a scheme', () => {
  const owners = new Map<string, string>();
  const shared: string[] = [];
  for (const plant of whole.story.plants)
    for (const subject of plant.subjects) {
      // a hospital may buy badly in several ways, and the same dealers pay several people
      if (subject.kind === 'org' && (subject.role === 'hospital' || plant.scheme === 'S03')) continue;
      const other = owners.get(subject.id);
      if (other !== undefined && other !== plant.id) shared.push(`${subject.name} ${other} ${plant.id}`);
      owners.set(subject.id, plant.id);
    }
  expect(shared).toEqual([]);
  const further = whole.story.lookalikes.filter(({ id }) =>
    /^L(07|08|09|11|13-switch|17|18|19|20|21|25|29|30)/.test(id),
  );
  expect(further.length).toBeGreaterThan(8);
  expect(
    further.flatMap(({ subjects }) => subjects.filter(({ id }) => owners.has(id)).map(({ name }) => name)),
  ).toEqual([]);
});

test('the further schemes change nothing of what the guided case tells', () => {
  const core = simulateCase({ ...options, scope: 'core' });
  const ids = new Set(whole.story.plants.map(({ id }) => id));
  expect(core.story.plants.filter(({ id }) => !ids.has(id))).toEqual([]);
});

test('of ordinary wards nobody prescribes more than five times the mean but those of whom it is told', () => {
  const told = new Set<Party>([
    ...whole.story.plants.flatMap(({ subjects }) => subjects),
    ...whole.story.boundaries
      .filter(({ model }) => model === 'doctor-drug-5x-department')
      .flatMap(({ subjects }) => subjects),
  ]);
  const lines = whole.story.book.records.get('prescription')!.map(({ values }) => ({
    ...(values as {
      rx_date: number;
      doctor: Party;
      dept: string;
      hospital: Party;
      product_code: string;
      quantity: number;
    }),
  }));
  const monthOf = (day: number) => {
    const { year, month } = civilDate(day);
    return `${year}-${month}`;
  };
  const wards = Map.groupBy(lines, ({ hospital, dept, rx_date }) => `${hospital.id} ${dept} ${monthOf(rx_date)}`);
  const beyond = [...wards.values()].flatMap((ward) => {
    const active = new Set(ward.map(({ doctor }) => doctor)).size;
    return [...Map.groupBy(ward, ({ product_code }) => product_code).values()].flatMap((ofOne) => {
      const all = ofOne.reduce((sum, { quantity }) => sum + quantity, 0);
      return [...Map.groupBy(ofOne, ({ doctor }) => doctor)].flatMap(([doctor, own]) =>
        own.reduce((sum, { quantity }) => sum + quantity, 0) * active > 5 * all ? [doctor] : [],
      );
    });
  });
  expect(beyond.length).toBeGreaterThan(0);
  expect([...new Set(beyond)].filter((doctor) => !told.has(doctor)).map(({ name }) => name)).toEqual([]);
});

test('winter asks for more of some drugs, and a ward is sent a little more than it uses', () => {
  const dated = (category: 'prescription' | 'purchase', field: string) =>
    (whole.story.book.records.get(category) ?? []).map(({ values }) => {
      const { year, month } = civilDate(Number(values[field]));
      return {
        code: String(values.product_code),
        month,
        at: `${year}-${month}`,
        dept: values.dept,
        quantity: Number(values.quantity),
      };
    });
  const used = dated('prescription', 'rx_date');
  const common = [...Map.groupBy(used, ({ code }) => code)].filter(([, lines]) => lines.length > 300);
  const inWinter = common.map(([, lines]) => {
    const perMonth = [...Map.groupBy(lines, ({ at }) => at).values()];
    const mean = (list: typeof perMonth) => list.reduce((sum, { length }) => sum + length, 0) / list.length;
    const winter = (list: (typeof perMonth)[number]) => [12, 1, 2].includes(list[0]!.month);
    return mean(perMonth.filter(winter)) / mean(perMonth.filter((list) => !winter(list)));
  });
  expect(Math.max(...inWinter)).toBeGreaterThan(1.3);
  expect(Math.min(...inWinter)).toBeLessThan(1.2);
  const key = ({ code, at, dept }: (typeof used)[number]) => `${code} ${at} ${dept}`;
  const sums = (list: typeof used) =>
    new Map(
      [...Map.groupBy(list, key)].map(([name, lines]) => [name, lines.reduce((sum, each) => sum + each.quantity, 0)]),
    );
  const [of, sent] = [sums(used), sums(dated('purchase', 'order_date').filter(({ dept }) => dept !== undefined))];
  const drugs = [...sent].filter(([name]) => of.has(name));
  expect(drugs.length).toBeGreaterThan(50);
  expect(drugs.filter(([name, quantity]) => quantity < of.get(name)! || quantity > of.get(name)! * 1.04 + 1)).toEqual(
    [],
  );
});

test('ordinary wards keep three years of books, and what the state buys in volume costs two fifths less or cheaper from one month on', () => {
  const { records } = simulateCase({ ...options, schemes: noSchemes, lookalikes: false }).story.book;
  const monthsOf = (category: 'prescription' | 'purchase' | 'visit' | 'visit_item', field: string) =>
    new Set(
      records.get(category)!.map(({ values }) => {
        const { year, month } = civilDate(
          field === 'charged_at' ? dayOfStamp(Number(values[field])) : Number(values[field]),
        );
        return `${year}-${month}`;
      }),
    ).size;
  expect([
    monthsOf('prescription', 'rx_date'),
    monthsOf('purchase', 'order_date'),
    monthsOf('visit', 'admit_date'),
    monthsOf('visit_item', 'charged_at'),
  ]).toEqual([36, 36, 36, 36]);
  const orders = Map.groupBy(
    records.get('purchase')!,
    ({ values }) => `${values.product_code} ${(values.hospital as Org).id}`,
  );
  const stepped = [...orders.values()].flatMap((list) => {
    const [inVolume, before] = [true, false].map((is) =>
      list.filter(({ values }) => (values.procurement_type === '国家集采') === is),
    );
    if (inVolume!.length === 0 || before!.length === 0) return [];
    const prices = (of: typeof list) => of.map(({ values }) => Number(values.unit_price));
    const days = (of: typeof list) => of.map(({ values }) => Number(values.order_date));
    return [
      Math.max(...prices(inVolume!)) <= 0.67 * Math.min(...prices(before!)) &&
        Math.min(...days(inVolume!)) > Math.max(...days(before!)),
    ];
  });
  expect(stepped.length).toBeGreaterThan(0);
  expect(stepped).not.toContain(false);
});

test('what a hospital is billed for goods is what its wards were sent; each two have a contract, and no two numbers follow one another', () => {
  const { records } = whole.story.book;
  const all = <T>(category: 'invoice' | 'contract' | 'purchase') =>
    records.get(category)!.map(({ values }) => values as unknown as T);
  const bills = all<{ invoice_no: string; issue_date: number; seller: Org; buyer: Org; total: number }>(
    'invoice',
  ).filter(({ buyer }) => buyer.role === 'hospital');
  const goods = bills.filter(({ seller }) => seller.role === 'distributor');
  expect(goods.length).toBeGreaterThan(100);
  const billed = goods.reduce((sum, { total }) => sum + total, 0);
  const ordered = all<{ order_date: number; amount: number; dept?: string }>('purchase').filter(({ dept }) => dept);
  const sent = (list: typeof ordered) => list.reduce((sum, { amount }) => sum + amount, 0);
  // what came in the last weeks is billed when the case is over
  const late = ordered.filter(({ order_date: day }) => day >= dayOf(2024, 12, 1));
  expect(billed).toBeLessThanOrEqual(sent(ordered));
  expect(billed).toBeGreaterThanOrEqual(sent(ordered) - sent(late));
  const signed = new Map(
    all<{ party_a: Party; party_b: Party; signed_on: number }>('contract').map(({ party_a, party_b, signed_on }) => [
      `${party_a.id} ${party_b.id}`,
      signed_on,
    ]),
  );
  const isSigned = ({ buyer, seller, issue_date: day }: (typeof bills)[number]) =>
    (signed.get(`${buyer.id} ${seller.id}`) ?? day) < day;
  expect(bills.filter((bill) => !isSigned(bill))).toEqual([]);
  for (const own of Map.groupBy(bills, ({ buyer, seller }) => `${buyer.id} ${seller.id}`).values()) {
    const numbers = new Set(own.map(({ invoice_no: no }) => BigInt(no)));
    expect([...numbers].filter((no) => numbers.has(no + 1n))).toEqual([]);
  }
});

test('makers bill no dealer in whose statement no payment for it stands', () => {
  const { world, story } = whole;
  const shown = new Set([...world.statements.values()].map(({ account }) => account.holder));
  const toDealers = story.book.records
    .get('invoice')!
    .map(({ values }) => values as { seller: Org; buyer: Org })
    .filter(({ seller, buyer }) => seller.role === 'mah' && buyer.role === 'distributor');
  expect(toDealers.length).toBeGreaterThan(50);
  expect(toDealers.filter(({ seller, buyer }) => shown.has(seller) || shown.has(buyer))).toEqual([]);
});

test('a larger plan charges more for a stay, each service once: the stays themselves are the same', () => {
  const { book } = simulateCase({ ...options, plan: { services: 3 } }).story;
  const [few, more] = [whole.story.book, book].map(({ records }) =>
    records.get('visit_item')!.map(({ values }) => values),
  );
  const stays = more!.filter(({ visit_no: no }) => String(no).startsWith('ZY'));
  const perStay = [...Map.groupBy(stays, ({ visit_no: no }) => no).values()];
  expect(more!.length - few!.length).toBeGreaterThan(perStay.length * 2);
  const again = (list: typeof stays) => {
    // a scan may be repeated, as before
    const codes = list.map(({ item_code: code }) => String(code)).filter((code) => !/^99C[TS]/.test(code));
    return codes.length > new Set(codes).size;
  };
  expect(perStay.filter(again)).toEqual([]);
});

test('companies that were renamed stand in the register with both names, and under the former one only in papers of the days before', () => {
  const renamed = whole.world.orgs.filter(({ former }) => former !== undefined);
  expect(renamed.length).toBeGreaterThan(5);
  const told = new Map(whole.entities.map((entity) => [entity.id, entity]));
  const formerly = renamed.map((org) =>
    told.get(org.id)!.mentions.filter(({ written }) => written === org.former!.name),
  );
  expect(formerly.map((list) => list.filter(({ field }) => field === 'former_names').length)).toEqual(
    renamed.map(() => 1),
  );
  expect(formerly.flat().length).toBeGreaterThan(renamed.length);
  const known = whole.world.orgs.flatMap(({ name, formerNames }) => [name, ...formerNames]);
  expect(renamed.filter(({ former }) => known.filter((name) => name === former!.name).length !== 1)).toEqual([]);
  const planted = new Set<Party>(whole.story.plants.flatMap(({ subjects }) => subjects));
  expect(renamed.filter((org) => planted.has(org))).toEqual([]);
  expect(simulateCase({ ...options, scope: 'core' }).world.orgs.filter(({ former }) => former)).toEqual([]);
});

test('everyday payments and ledgers of the whole sample keep the days off and use the weekends that were worked for them', () => {
  const { transfers, expenses } = whole.world;
  const everyday = [
    ...transfers.filter(
      ({ id, from, to }) => id.startsWith('T-G') && [from, to].every(({ holder }) => holder.kind === 'org'),
    ),
    ...expenses.filter(({ id }) => id.startsWith('E-G')),
  ].map((each) => ('at' in each ? dayOfStamp(each.at) : each.day));
  expect(everyday.length).toBeGreaterThan(1500);
  // 清明, 劳动节 and 端午 of 2023, a Saturday worked for May and a Sunday worked for June
  const off = [dayOf(2023, 4, 5), dayOf(2023, 5, 1), dayOf(2023, 5, 2), dayOf(2023, 6, 22), dayOf(2023, 6, 23)];
  expect(everyday.filter((day) => off.includes(day))).toEqual([]);
  const worked = [dayOf(2023, 4, 23), dayOf(2023, 5, 6), dayOf(2023, 6, 25), dayOf(2024, 2, 4), dayOf(2024, 4, 28)];
  expect(worked.filter((day) => everyday.includes(day)).length).toBeGreaterThan(2);
});

test('the guided case tells of a divided sponsorship and a round trip, and nothing else moves for them', () => {
  const guided = simulateCase({ ...options, scope: 'core' });
  const without = simulateCase({ ...options, scope: 'core', schemes: { S04: 0, S06: 0 } });
  const count = (scheme: string) => guided.story.plants.filter((plant) => plant.scheme === scheme).length;
  expect(Object.fromEntries(Object.keys(guidedFurther).map((scheme) => [scheme, count(scheme)]))).toEqual(
    guidedFurther,
  );
  expectNothingMoved(guided, without);
});

test('drivers who receive for a doctor and journeys claimed from elsewhere are planted last: the rest of the case is the same without them', () => {
  const planted = simulateCase({ ...options, lookalikes: false });
  const without = simulateCase({ ...options, lookalikes: false, schemes: { S02: 3, S12: 4 } });
  expect(planted.story.plants.slice(without.story.plants.length).map(({ scheme }) => scheme)).toEqual([
    'S02',
    'S02',
    'S12',
  ]);
  expectNothingMoved(planted, without);
});

test('a driver who receives for a doctor or a head of a hospital stands beside him in the list of relations, and he himself gets nothing of that company', () => {
  const { world, story } = whole;
  const plants = story.plants.filter(({ drawn }) => drawn.manner === 'driver' || drawn.manner === 'head');
  expect(new Set(plants.map(({ drawn }) => drawn.manner)).size).toBe(2);
  for (const { id, subjects, rows, expected } of plants) {
    const [doctor, company, driver] = subjects;
    const tie = story.book.records.get('kinship')!.filter(({ values }) => values.relative_name === driver);
    expect(tie.map(({ values }) => [values.person_name, values.relation])).toEqual([[doctor, '司机']]);
    const paid = world.transfers.filter(({ from }) => from.holder === company);
    expect(new Set(paid.map(({ to }) => to.holder))).toEqual(new Set([driver]));
    expect(
      paid.map((payment) => payment.id).filter((payment) => !rows.includes(payment)),
      id,
    ).toEqual([]);
    expect(expected.map(({ model, subjects: whose }) => [model, whose[0]])).toContainEqual([
      'third-party-collection',
      doctor,
    ]);
  }
});

test('who claims journeys to a city where he was not is in the log at home on those very days; whoever else claims one has a visit there', () => {
  const { records } = whole.story.book;
  const logged = new Set(
    records
      .get('rep_activity')!
      .map(({ values }) => `${(values.rep_name as Party).id} ${dayOfStamp(values.visit_at as number)} ${values.city}`),
  );
  const journeys = records.get('expense')!.filter(({ values }) => values.province !== undefined);
  const absent = journeys.filter(({ values }) => {
    const {
      payee_name: rep,
      expense_date: day,
      province,
    } = values as { payee_name: Party; expense_date: number; province: string };
    // a claim may come a week after the journey, and nobody logs a training at the seat of the company
    const seat = (values.company as Org).city;
    return (
      province !== seat && ![0, 1, 2, 3, 4, 5, 6, 7].some((ago) => logged.has(`${rep.id} ${day - ago} ${province}`))
    );
  });
  const told = whole.story.plants.filter(({ drawn }) => drawn.manner === 'city');
  expect(told).not.toEqual([]);
  expect(absent.map(({ id }) => id)).toEqual(
    told.flatMap(({ rows }) => rows.filter((row) => absent.some(({ id }) => id === row))),
  );
  for (const { values } of absent)
    expect(
      [...logged].filter((visit) => visit.startsWith(`${(values.payee_name as Party).id} ${values.expense_date} `)),
    ).toHaveLength(1);
});

test('the same options give the same records, and nothing planted leaves no record', () => {
  const again = simulateCase(options);
  expect(again.story.book.records).toEqual(whole.story.book.records);
  expect(again.story.plants.map(({ id, drawn }) => ({ id, drawn }))).toEqual(
    whole.story.plants.map(({ id, drawn }) => ({ id, drawn })),
  );
  const honest = simulateCase({ ...options, schemes: noSchemes });
  expect(honest.story.plants).toEqual([]);
  expect(honest.story.lookalikes.length).toBeGreaterThan(20);
});

/** Whatever is in `base` is in `more` as well, first and just as it was. */
function expectNothingMoved(more: Case, base: Case): void {
  const told = ({ world, story }: Case) => ({
    orgs: world.orgs.map(({ uscc, name }) => [uscc, name]),
    people: world.people.map(({ idNo, name }) => [idNo, name]),
    accounts: world.accounts.map(({ number }) => number),
    transfers: world.transfers.map(({ id, fen, at }) => [id, fen, at]),
    attendances: world.attendances.map(({ id }) => id),
    ...Object.fromEntries(
      [...story.book.records].map(([category, list]) => [
        category,
        list.map(({ id, values }) => [
          id,
          ...Object.values(values).map((value) => (isParty(value) ? value.id : value)),
        ]),
      ]),
    ),
  });
  const [all, first] = [told(more), told(base)] as Array<Record<string, readonly unknown[]>>;
  expect(
    Object.fromEntries(Object.entries(first!).map(([what, list]) => [what, all![what]?.slice(0, list.length)])),
  ).toEqual(first);
}

const isParty = (value: unknown): value is Party => typeof value === 'object' && value !== null && 'kind' in value;
