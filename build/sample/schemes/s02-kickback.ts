/** S02 带金销售: a company pays a doctor, a relative or the driver, a steady share of what the doctor prescribes of its product; or the driver of the head, of what the hospital buys. */
import { dayOfStamp } from '../plain/civil.ts';
import { yuan } from '../plain/fen.ts';
import type { Random } from '../plain/random.ts';
import type { Expected } from '../truth/plants.ts';
import { published } from '../truth/published-defaults.ts';
import type { Org, Person, Transfer } from '../world/types.ts';
import { driverOf } from './driver.ts';
import { monthStart, rhythmOf, type Town, type Ward } from './town.ts';

const manners = ['self', 'spouse', 'lagged'] as const;
type Manner = (typeof manners)[number] | 'driver';

export function kickbacks(town: Town, count: number): void {
  for (let i = 0; i < count; i++) plantOne(town, i, manners[i % manners.length]!, i < manners.length);
}

/** The driver receives for the doctor, and every other time for the head of a hospital: `count` instances after the first `before` of the scheme. */
export function kickbacksToDrivers(town: Town, before: number, count: number): void {
  for (let i = 0; i < count; i++)
    if (i % 2 === 0) plantOne(town, before + i, 'driver', i === 0);
    else plantHead(town, before + i);
}

/** `long`: surely months enough for a statement about a ratio. */
function plantOne(town: Town, index: number, manner: Manner, long: boolean): void {
  const { world } = town;
  const id = `S02-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const ward = town.ward();
  const maker = town.firm(random, { role: 'mah' });
  const doctor = town.hire(random, ward, '主任医师', { position: '科主任', annual_income: yuan(260_000) });
  // now and then too few months for any statement about a ratio
  const months = long || random.chance(0.8) ? random.int(9, 20) : random.int(3, 4);
  const lag = manner === 'lagged' ? random.int(1, 2) : 0;
  const start = random.int(12, 34 - months - lag);
  const values = prescriptionsOf(town, random, ward, maker, doctor, start, months);
  const recipient = recipientOf(town, random, doctor, manner);
  const rate = random.between(0.05, 0.2);
  const payments = values.months.map((fen, m) =>
    town.pay(
      id,
      random,
      world.accountOf(maker),
      world.accountOf(recipient),
      yuan(Math.max(1, Math.round((fen / 100) * rate * random.normal(1, 0.05)))),
      monthStart(start + m + lag) + (manner === 'lagged' ? random.int(2, 25) : 18 + random.int(0, 3)),
      { summary: random.pick(['劳务费', '咨询费', '服务费']) },
    ),
  );
  const rows = payments.map((payment) => payment.id);
  const expected: Expected[] = [
    ...(months >= published.kickback.months ? [{ model: 'kickback-ratio', subjects: [doctor, maker], rows }] : []),
    ...receivedBy(recipient, doctor, maker, payments),
  ];
  town.plant({
    id,
    scheme: 'S02',
    difficulty: manner === 'self' ? 1 : manner === 'lagged' ? 3 : 2,
    expected,
    subjects: [doctor, maker, ...(recipient === doctor ? [] : [recipient])],
    rows: [...rows, ...values.rows],
    drawn: { manner, months, lag, rate: Math.round(rate * 1000) / 1000 },
    zh: `${maker.name}按${doctor.name}开具其产品金额的${Math.round(rate * 100)}%左右，连续${months}个月向${recipient === doctor ? '本人' : manner === 'spouse' ? '其配偶' : `其司机${recipient.name}`}付款${manner === 'driver' ? `，由司机代${doctor.name}收取` : ''}。`,
  });
}

/** What must be found of payments that somebody receives for `person`, or himself: their rhythm, and that another one takes them. */
function receivedBy(recipient: Person, person: Person, company: Org, payments: readonly Transfer[]): Expected[] {
  const { periodic, thirdParty } = published;
  const { mean, spread } = rhythmOf(payments.map(({ at }) => dayOfStamp(at)));
  const steady =
    payments.length >= periodic.times && mean >= periodic.from && mean <= periodic.to && spread <= periodic.spread;
  const large = payments.filter(({ fen }) => fen >= thirdParty.least);
  const idsOf = (list: readonly Transfer[]) => list.map(({ id }) => id);
  return [
    ...(steady ? [{ model: 'periodic-payment', subjects: [recipient, company], rows: idsOf(payments) }] : []),
    ...(recipient !== person && large.length > 0
      ? [{ model: 'third-party-collection', subjects: [person], rows: idsOf(large) }]
      : []),
  ];
}

/** A dealer pays the driver of the head of a hospital a share of what the hospital orders of it. */
function plantHead(town: Town, index: number): void {
  const { world } = town;
  const id = `S02-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const ward = town.ward();
  const head = headOf(town, random, ward);
  const dealer = town.firm(random, { role: 'distributor' });
  const item = town.item(random, dealer, { category: '低值耗材', price: random.int(300, 900) * 10_000 });
  const driver = driverOf(town, random, head);
  const months = random.int(8, 14);
  const start = random.int(12, 34 - months);
  const rate = random.between(0.04, 0.1);
  const orders: string[] = [];
  const payments = Array.from({ length: months }, (_, m) => {
    const quantity = random.int(400, 900);
    orders.push(town.order(ward, dealer, item, monthStart(start + m) + random.int(2, 9), quantity));
    const share = ((item.price * quantity) / 10_000) * rate * random.normal(1, 0.05);
    return town.pay(
      id,
      random,
      world.accountOf(dealer),
      world.accountOf(driver),
      yuan(Math.round(share)),
      monthStart(start + m) + 20 + random.int(0, 3),
      { summary: random.pick(['劳务费', '车辆服务费', '服务费']) },
    );
  });
  town.plant({
    id,
    scheme: 'S02',
    difficulty: 2,
    expected: receivedBy(driver, head, dealer, payments),
    subjects: [head, dealer, driver],
    rows: [...payments.map((payment) => payment.id), ...orders],
    drawn: { manner: 'head', months, rate: Math.round(rate * 1000) / 1000 },
    zh: `${dealer.name}按${ward.org.name}向其采购金额的${Math.round(rate * 100)}%左右，连续${months}个月向${head.title}${head.name}的司机${driver.name}付款。`,
  });
}

/** The head of the hospital, or a deputy where something is planted on the head. */
function headOf(town: Town, random: Random, ward: Ward): Person {
  const [head] = ward.hospital.keyPosts;
  if (!head || town.world.claimed(head))
    return town.hire(random, { ...ward, dept: '院办' }, '副院长', { position: '副院长', is_key_post: '是' });
  town.world.claim(head, `head/${head.id}`);
  return head;
}

/** Who receives the money, with the statement of the account at hand. */
function recipientOf(town: Town, random: Random, doctor: Person, manner: Manner): Person {
  if (manner === 'driver') return driverOf(town, random, doctor);
  const recipient = manner === 'spouse' ? spouseOf(town, random, doctor) : doctor;
  town.obtain(recipient);
  return recipient;
}

function spouseOf(town: Town, random: Random, doctor: Person): Person {
  const spouse = town.world.addPerson(random, { city: doctor.city, male: !doctor.male });
  town.world.claim(spouse, `kin/${spouse.id}`);
  town.kin(doctor, spouse, '配偶');
  return spouse;
}

/** What the doctor prescribes of the product each month, and six colleagues of it and of a rival's. */
function prescriptionsOf(
  town: Town,
  random: Random,
  ward: Ward,
  maker: Org,
  doctor: Person,
  start: number,
  months: number,
): { rows: string[]; months: number[] } {
  const rival = town.firm(random, { role: 'mah' });
  const own = town.item(random, maker, { price: random.int(400, 1500) * 10_000 });
  const other = town.item(random, rival, { name: own.name, group: own.group, spec: own.spec, price: own.price });
  const colleagues = Array.from({ length: 6 }, () => town.hire(random, ward, '主治医师'));
  const rows: string[] = [];
  const values = Array.from({ length: months }, (_, m) => {
    const first = monthStart(start + m);
    const lines = random.int(4, 12);
    let quantity = 0;
    for (let n = 0; n < lines; n++) {
      const boxes = random.int(2, 28);
      quantity += boxes;
      rows.push(town.prescribe(ward, doctor, own, first + random.int(0, 15), boxes));
    }
    for (const colleague of colleagues) {
      for (let n = 0; n < 3; n++) {
        town.prescribe(ward, colleague, n === 0 ? own : other, first + random.int(0, 27), random.int(6, 20));
      }
    }
    return Math.round((own.price * quantity) / 100);
  });
  return { rows, months: values };
}
