/** S10: a doctor prescribes many times what the department does on average, or turns to a product after its maker paid. */
import { yuan } from '../plain/fen.ts';
import { monthStart, type Town } from './town.ts';

export function fiveTimes(town: Town, count: number): void {
  if (count > 0) limitRows(town);
  for (let i = 0; i < count; i++) (i % 2 === 0 ? manyTimes : switched)(town, i);
}

function manyTimes(town: Town, index: number): void {
  const id = `S10-${index + 1}`;
  const random = town.world.random(`scheme/${id}`);
  const ward = town.ward();
  const maker = town.firm(random, { role: 'mah' });
  const item = town.item(random, maker, {});
  const doctor = town.hire(random, ward, '主任医师');
  const colleagues = Array.from({ length: random.int(13, 17) }, () => town.hire(random, ward, '主治医师'));
  const active = colleagues.length + 1;
  const months = random.int(1, 6);
  const start = random.int(12, 28);
  const times = random.between(index === 0 ? 5.4 : 4.2, Math.min(12, active - 2));
  const rows: string[] = [];
  const expected = Array.from({ length: months }, (_, m) => {
    const first = monthStart(start + m);
    let others = 0;
    const theirs = colleagues.map((colleague) => {
      const quantity = random.int(4, 9);
      others += quantity;
      return town.prescribe(ward, colleague, item, first + random.int(0, 27), quantity);
    });
    // q·n = t·(q + others)
    const wanted = Math.ceil((times * others) / (active - times));
    const parts = [
      Math.ceil(wanted / 3),
      Math.floor(wanted / 3),
      wanted - Math.ceil(wanted / 3) - Math.floor(wanted / 3),
    ];
    const his = parts
      .filter((quantity) => quantity > 0)
      .map((quantity) => town.prescribe(ward, doctor, item, first + random.int(0, 27), quantity));
    rows.push(...his, ...theirs);
    return wanted * active > 5 * (wanted + others)
      ? [{ model: 'doctor-drug-5x-department', subjects: [doctor], rows: his }]
      : [];
  }).flat();
  town.plant({
    id,
    scheme: 'S10',
    difficulty: 1,
    expected,
    subjects: [doctor],
    rows,
    fen: 0,
    drawn: { manner: 'times', months, times: Math.round(times * 10) / 10, doctors: active },
    zh: `${doctor.name}连续${months}个月开具${item.name}的数量约为科室均值的${times.toFixed(1)}倍。`,
  });
}

function switched(town: Town, index: number): void {
  const { world } = town;
  const id = `S10-${index + 1}`;
  const random = world.random(`scheme/${id}`);
  const ward = town.ward();
  const maker = town.firm(random, { role: 'mah' });
  const rival = town.firm(random, { role: 'mah' });
  const mine = town.item(random, maker, {});
  const theirs = town.item(random, rival, { name: mine.name, group: mine.group, spec: mine.spec, price: mine.price });
  const doctor = town.hire(random, ward, '副主任医师');
  const colleagues = Array.from({ length: 6 }, () => town.hire(random, ward, '主治医师'));
  const turn = random.int(16, 28);
  const paidOn = monthStart(turn) - 1;
  const rows: string[] = [];
  const after = random.between(0.75, 0.95);
  for (let m = turn - 4; m < turn + 4; m++) {
    const share = m < turn ? 0.15 : after;
    for (let n = 0; n < 14; n++) {
      const day = monthStart(m) + random.int(0, 26);
      rows.push(town.prescribe(ward, doctor, n < share * 14 ? mine : theirs, day, random.int(1, 4)));
    }
    for (const colleague of colleagues)
      for (let n = 0; n < 8; n++)
        town.prescribe(ward, colleague, n < 2 ? mine : theirs, monthStart(m) + random.int(0, 26), random.int(1, 4));
  }
  town.obtain(doctor);
  const payment = town.pay(
    id,
    random,
    world.accountOf(maker),
    world.accountOf(doctor),
    yuan(random.int(20, 90) * 1000),
    paidOn,
    {
      summary: '咨询费',
    },
  );
  town.plant({
    id,
    scheme: 'S10',
    difficulty: 1,
    expected: [{ model: 'brand-switch-after-payment', subjects: [doctor, maker], rows: [payment.id] }],
    subjects: [doctor, maker],
    rows: [payment.id, ...rows],
    drawn: { manner: 'switch', after: Math.round(after * 100) / 100 },
    zh: `${maker.name}付款后，${doctor.name}所开同类药品由一成多转为${Math.round(after * 100)}%为其产品，同科室没有变化。`,
  });
}

/** Exactly five times the mean of ten doctors, one box more, and a ward of five in which nobody can exceed five times the mean. */
function limitRows(town: Town): void {
  const { world, story } = town;
  const random = world.random('scheme/S10/limits');
  const maker = town.firm(random, { role: 'mah' });
  const edge = (name: string, doctors: number, quantity: number, each: number, find: boolean, zh: string): void => {
    const ward = town.ward();
    const item = town.item(random, maker, {});
    const rest = town.item(random, maker, {});
    const first = monthStart(20);
    const staff = Array.from({ length: doctors }, () => town.hire(random, ward, '主治医师'));
    const rows = staff.map((doctor, n) =>
      town.prescribe(
        ward,
        doctor,
        n === 0 || each > 0 ? item : rest,
        first + n,
        n === 0 ? quantity : Math.max(1, each),
      ),
    );
    story.boundaries.push({
      id: `S10-limit-${name}`,
      model: 'doctor-drug-5x-department',
      find,
      subjects: [staff[0]!],
      rows: rows.slice(0, 1),
      zh,
    });
  };
  // nine others give four each: 36; the mean of ten is (q + 36) / 10
  edge('at', 10, 36, 4, false, '十名医生的科室，恰为均值5.0倍：不算超过5倍。');
  edge('above', 10, 37, 4, true, '十名医生的科室，超过均值5倍一盒。');
  edge('blind', 5, 400, 0, false, '五名医生的科室：按字面规则无法触发。');
}
